import { course, resource } from '../contract/course.ts';
import { AppError } from '../contract/failure.ts';
import { listCourseProgress, listCourses } from '../db/queries/courses.ts';
import { getRow, removeRow } from '../db/records.ts';
import { branch, courseProgress, course as courseTable } from '../db/schema/index.ts';
import { courseHours } from '../rules/courses.ts';
import { demandCourse, recordProgress } from './courses/record.ts';
import { classOf, countsOf, studentsOf } from './courses/students.ts';
import type { HandlersOf } from './handler-types.ts';
import { kind, refuse, registerHandlersOf } from './register-handlers.ts';
import { saveFlatRecord } from './save.ts';

const resources = kind<'resource'>(resource, (_context, row) => {
  if (row.kind === 'link' && row.link === '') refuse('link', 'missing');
  if (row.kind === 'text' && row.body.trim() === '') refuse('body', 'missing');
});
const resourceHandlers = registerHandlersOf('resource', resources);

export const courseHandlers = {
  ...resourceHandlers,
  'resource.remove': (context, input) => {
    const { db } = context.archive;
    const user = listCourses(db, {}).find(({ lessons }) => lessons.some(({ resourceId }) => resourceId === input.id));
    if (user !== undefined)
      throw new AppError({ code: 'record-in-use', record: 'resource', id: input.id, by: 'course' });
    return resourceHandlers['resource.remove'](context, input);
  },
  'course.list': ({ archive }, { branchId, year, asOf }) => {
    getRow(archive.db, branch, 'branch', branchId);
    const within = classOf(archive.db, branchId, asOf);
    return listCourses(archive.db, { branchId, year }).map((each) => {
      const progress = listCourseProgress(archive.db, { courseId: each.id });
      return { course: each, counts: countsOf(studentsOf(each, progress, within)) };
    });
  },
  'course.get': ({ archive }, { id }) => getRow(archive.db, courseTable, 'course', id),
  'course.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'course', table: courseTable, schema: course.record, blank: course.blank },
      input,
      (record) => demandCourse(context.archive.db, record),
    ),
  'course.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        const progress = listCourseProgress(db, { courseId: input.id });
        if (progress.some(({ lessons }) => lessons.length > 0))
          throw new AppError({ code: 'record-in-use', record: 'course', id: input.id, by: 'courseProgress' });
        for (const { id, revision } of progress) removeRow(db, courseProgress, 'courseProgress', { id, revision });
        removeRow(db, courseTable, 'course', input);
        return {};
      },
      { reason: input.reason },
    ),
  'course.students': ({ archive }, { id, asOf }) => {
    const { db } = archive;
    const found = getRow(db, courseTable, 'course', id);
    const within = classOf(db, found.branchId, asOf);
    const students = studentsOf(found, listCourseProgress(db, { courseId: id }), within);
    return { course: found, hours: courseHours(found, within.settings, asOf), counts: countsOf(students), students };
  },
  'course.record': (context, input) => ({ changed: recordProgress(context, input) }),
  'courseProgress.list': ({ archive }, of) => listCourseProgress(archive.db, of),
} satisfies HandlersOf<
  | 'resource.list'
  | 'resource.get'
  | 'resource.save'
  | 'resource.remove'
  | 'course.list'
  | 'course.get'
  | 'course.save'
  | 'course.remove'
  | 'course.students'
  | 'course.record'
  | 'courseProgress.list'
>;
