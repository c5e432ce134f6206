import type { Course, CourseCounts, CourseProgress, CourseStudent } from '../../contract/course.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listCourseProgress, listCourses } from '../../db/queries/courses.ts';
import { type MeetingPeople, meetingPeople } from '../../db/queries/meeting-people.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { listSettings } from '../../db/queries/settings.ts';
import {
  courseHours,
  type FinishedCourse,
  finishedCourses,
  isAssignedTo,
  lessonState,
  standingIn,
} from '../../rules/courses.ts';
import { isInHeadcount, stayOn } from '../../rules/member.ts';
import type { SettingEntry } from '../../rules/settings.ts';

/** Members of the branch on a day, in the order of posts. */
export interface Class {
  readonly asOf: string;
  readonly people: readonly { id: string; name: string; initials: string; groupId: string | null }[];
  readonly groupNames: MeetingPeople['groupNames'];
  readonly settings: readonly SettingEntry[];
}

export function classOf(db: ReadableDb, branchId: string, asOf: string): Class {
  const known = meetingPeople(db, branchId);
  const byId = new Map(known.people.map((person) => [person.id, person]));
  const filter = { branchId, asOf, order: 'post', search: '', includeFormer: false } as const;
  const people = pageOfMembers(db, filter, { offset: 0, limit: 1_000_000 }).rows.flatMap(({ id, initials }) => {
    const person = byId.get(id);
    if (person === undefined || !isInHeadcount(person, asOf, branchId)) return [];
    return [{ id, name: person.name, initials, groupId: stayOn(person, asOf)?.groupId ?? null }];
  });
  return { asOf, people, groupNames: known.groupNames, settings: listSettings(db) };
}

/** How everybody assigned, and who studied it besides, stands with a course. */
export function studentsOf(course: Course, progress: readonly CourseProgress[], within: Class): CourseStudent[] {
  const { asOf, people, groupNames, settings } = within;
  const byMember = new Map(progress.map((each) => [each.memberId, each]));
  return people.flatMap(({ id, name, initials, groupId }): CourseStudent[] => {
    const own = byMember.get(id);
    const isAssigned = isAssignedTo(course, id, groupId);
    const standing = standingIn(course, own, asOf);
    if (!isAssigned && standing.state === 'not-begun') return [];
    const known = new Map(own?.lessons.map((each) => [each.lessonId, each]));
    return [
      {
        memberId: id,
        name,
        initials,
        groupName: groupId === null ? '' : (groupNames.get(groupId) ?? ''),
        isAssigned,
        ...standing,
        lessons: course.lessons.map((lesson) => {
          const stored = known.get(lesson.id);
          const blank = { lessonId: lesson.id, startedOn: null, doneOn: null, evidence: '' };
          return { ...(stored ?? blank), state: lessonState(stored, asOf) };
        }),
        hours: standing.completedOn === null ? null : courseHours(course, settings, standing.completedOn),
      },
    ];
  });
}

export function countsOf(students: readonly CourseStudent[]): CourseCounts {
  const count = (state: CourseStudent['state']) => students.filter((each) => each.state === state).length;
  return {
    assigned: students.filter(({ isAssigned }) => isAssigned).length,
    notBegun: count('not-begun'),
    studying: count('studying'),
    done: count('done'),
  };
}

/** Courses that somebody of the branch had finished by the day: where study hours and points come from. */
export function finishedIn(db: ReadableDb, { branchId, asOf }: { branchId: string; asOf: string }): FinishedCourse[] {
  return finishedCourses(listCourses(db, { branchId }), listCourseProgress(db, { branchId }), listSettings(db), asOf);
}
