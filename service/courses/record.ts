import { createHash } from 'node:crypto';
import type { Course, CourseProgress, LessonProgress, LessonState } from '../../contract/course.ts';
import { AppError } from '../../contract/failure.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listCourseProgress } from '../../db/queries/courses.ts';
import { unknownPeople } from '../../db/queries/education.ts';
import { findRow, getRow, putRow, sameValues } from '../../db/records.ts';
import { branch, course, courseProgress, group, resource } from '../../db/schema/index.ts';
import { standingIn } from '../../rules/courses.ts';
import type { ArchiveContext } from '../context.ts';
import { refuse } from '../register-handlers.ts';

/** Branch, groups, members and resources must exist; lessons that somebody began, or a course finished, stay. */
export function demandCourse(db: ReadableDb, record: Course): void {
  getRow(db, branch, 'branch', record.branchId);
  for (const id of record.groupIds) getRow(db, group, 'group', id);
  if (unknownPeople(db, record.memberIds).length > 0) refuse('memberIds', 'no such member');
  const resources = new Set(record.lessons.map(({ resourceId }) => resourceId));
  for (const id of resources) if (id !== null) getRow(db, resource, 'resource', id);
  if (record.assignedOn !== null && record.dueOn !== null && record.dueOn < record.assignedOn)
    refuse('dueOn', 'before from');
  const stored = findRow(db, course, record.id);
  if (stored === undefined) return;
  const progress = listCourseProgress(db, { courseId: record.id });
  const kept = new Set(record.lessons.map(({ id }) => id));
  const isBegun = progress.some(({ lessons }) => lessons.some(({ lessonId }) => !kept.has(lessonId)));
  // Who finished a course finished what it was then: a lesson added later would take the hours away.
  const isFinished = progress.some((each) => standingIn(stored, each, '9999-12-31').completedOn !== null);
  const isGrown = record.lessons.some(({ id }) => !stored.lessons.some((lesson) => lesson.id === id));
  if (isBegun || (isFinished && isGrown)) refuse('lessons', 'in use');
}

export interface Entry {
  courseId: string;
  lessonIds: readonly string[];
  memberIds: readonly string[];
  state: LessonState;
  on: string;
  evidence: string;
  reason: string;
}

/**
 * Progress of many members in lessons of a course. A lesson keeps the day it was begun and the day it was done, so
 * that many can be marked at once without moving those who were earlier. Marking one that is done as begun, or not
 * begun, takes it back.
 *
 * @throws AppError `no-such-record`, `invalid-input`
 */
export function recordProgress(context: ArchiveContext, entry: Entry): number {
  const { db } = context.archive;
  return context.write(
    () => {
      const { id: courseId, lessons } = getRow(db, course, 'course', entry.courseId);
      if (entry.lessonIds.some((id) => !lessons.some((lesson) => lesson.id === id))) refuse('lessonIds', 'missing');
      const [unknown] = unknownPeople(db, entry.memberIds);
      if (unknown !== undefined) throw new AppError({ code: 'no-such-record', record: 'member', id: unknown });
      const stored = new Map(listCourseProgress(db, { courseId }).map((each) => [each.memberId, each]));
      let changed = 0;
      for (const memberId of new Set(entry.memberIds)) {
        const before = stored.get(memberId);
        const wanted = entry.lessonIds.reduce((all, id) => withLesson(all, id, entry), before?.lessons ?? []);
        if (sameValues({ lessons: before?.lessons ?? [] }, { lessons: wanted })) continue;
        const row: CourseProgress = {
          id: before?.id ?? progressId(courseId, memberId),
          revision: (before?.revision ?? 0) + 1,
          courseId,
          memberId,
          lessons: wanted,
        };
        putRow(db, courseProgress, row);
        changed += 1;
      }
      return changed;
    },
    { reason: entry.reason },
  );
}

function withLesson(
  all: readonly LessonProgress[],
  lessonId: string,
  { state, on, evidence }: Entry,
): LessonProgress[] {
  const before = all.find((each) => each.lessonId === lessonId);
  const others = all.filter((each) => each.lessonId !== lessonId);
  if (state === 'not-begun') return others;
  const startedOn = before?.startedOn ?? on;
  const lesson: LessonProgress = {
    lessonId,
    startedOn: startedOn < on ? startedOn : on,
    doneOn: state === 'done' ? (before?.doneOn ?? on) : null,
    evidence: evidence === '' ? (before?.evidence ?? '') : evidence,
  };
  return [...others, lesson].sort(byLesson);
}

function byLesson(one: LessonProgress, other: LessonProgress): number {
  return one.lessonId < other.lessonId ? -1 : 1;
}

/** Follows from course and member, so that there is never a second one. */
function progressId(courseId: string, memberId: string): string {
  return createHash('sha256').update(`${courseId}.${memberId}`).digest('hex').slice(0, 32);
}
