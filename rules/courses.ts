import type { Course, CourseProgress, LessonProgress, LessonState } from '../contract/course.ts';
import type { TrainingForm } from '../contract/education.ts';
import type { IsoDate } from '../contract/values.ts';
import { type SettingEntry, settingOn } from './settings.ts';

/**
 * Courses: how far somebody is, when a course is finished, and the study hours it gives, once. Source: domain.md §6;
 * how minutes turn into hours is local, a dated setting.
 */

/** How a lesson stands on a day. */
export function lessonState(progress: LessonProgress | undefined, asOf: IsoDate): LessonState {
  if (progress === undefined) return 'not-begun';
  if (progress.doneOn !== null && progress.doneOn <= asOf) return 'done';
  const begun = progress.startedOn ?? progress.doneOn;
  return begun !== null && begun <= asOf ? 'studying' : 'not-begun';
}

export interface Standing {
  readonly state: LessonState;
  readonly done: number;
  /** The day of the last lesson, once all are done. */
  readonly completedOn: IsoDate | null;
}

/** How somebody stands with a course on a day; a course without lessons is never finished. */
export function standingIn(
  { lessons }: Pick<Course, 'lessons'>,
  progress: Pick<CourseProgress, 'lessons'> | undefined,
  asOf: IsoDate,
): Standing {
  const known = new Map(progress?.lessons.map((each) => [each.lessonId, each]));
  const states = lessons.map(({ id }) => lessonState(known.get(id), asOf));
  const done = states.filter((state) => state === 'done').length;
  const isFinished = lessons.length > 0 && done === lessons.length;
  const days = lessons.flatMap(({ id }) => known.get(id)?.doneOn ?? []).sort();
  const isBegun = states.some((state) => state !== 'not-begun');
  return {
    state: isFinished ? 'done' : isBegun ? 'studying' : 'not-begun',
    done,
    completedOn: isFinished ? (days.at(-1) ?? null) : null,
  };
}

/** 学时 of a course: as written, else its minutes by the rule of the day it is finished, to the hundredth. */
export function courseHours(
  course: Pick<Course, 'hours' | 'lessons'>,
  settings: readonly SettingEntry[],
  on: IsoDate,
): number {
  if (course.hours !== null) return course.hours;
  const minutes = course.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const { value } = settingOn(settings, 'education.course-minutes', on);
  return value === 0 ? 0 : Math.round((100 * minutes) / value) / 100;
}

/** A course that somebody finished: the ground of study hours and points, one for each person and course. */
export interface FinishedCourse {
  readonly id: string;
  readonly title: string;
  readonly form: TrainingForm;
  readonly memberId: string;
  readonly on: IsoDate;
  readonly hours: number;
}

export function finishedCourses(
  courses: readonly Course[],
  progress: readonly CourseProgress[],
  settings: readonly SettingEntry[],
  asOf: IsoDate,
): FinishedCourse[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  return progress.flatMap((each): FinishedCourse[] => {
    const course = byId.get(each.courseId);
    if (course === undefined) return [];
    const { completedOn } = standingIn(course, each, asOf);
    if (completedOn === null) return [];
    const { id, title, form } = course;
    const hours = courseHours(course, settings, completedOn);
    return [{ id, title, form, memberId: each.memberId, on: completedOn, hours }];
  });
}

/** Whether a course is assigned to a member, in the group the member is in on the day. */
export function isAssignedTo(
  course: Pick<Course, 'isForAll' | 'groupIds' | 'memberIds'>,
  memberId: string,
  groupId: string | null,
): boolean {
  return (
    course.isForAll || course.memberIds.includes(memberId) || (groupId !== null && course.groupIds.includes(groupId))
  );
}
