import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Course, CourseProgress, LessonProgress } from '../contract/course.ts';
import { course as courseRecord } from '../contract/course.ts';
import { courseHours, finishedCourses, isAssignedTo, standingIn } from './courses.ts';

function course(minutes: readonly number[], fields: Partial<Course> = {}): Course {
  const lessons = minutes.map((each, index) => ({
    id: `l${index + 1}`,
    title: `第${index + 1}课`,
    resourceId: null,
    text: '',
    minutes: each,
  }));
  const head = { id: 'c1', revision: 1, branchId: 'b1', year: 2026, title: '网络党校' };
  return { ...(courseRecord.blank as Course), ...head, lessons, ...fields };
}

function progress(...days: (string | null)[]): CourseProgress {
  const lessons = days.map(
    (doneOn, index): LessonProgress => ({
      lessonId: `l${index + 1}`,
      startedOn: '2026-01-05',
      doneOn,
      evidence: '',
    }),
  );
  return { id: 'p1', revision: 1, courseId: 'c1', memberId: 'm1', lessons };
}

describe('standing in a course', () => {
  const two = course([60, 30]);

  test.each<[string, CourseProgress | undefined, string, object]>([
    ['nothing entered', undefined, '2026-12-31', { state: 'not-begun', done: 0, completedOn: null }],
    ['before the first day', progress('2026-03-01'), '2026-01-04', { state: 'not-begun', done: 0 }],
    ['begun', progress(null, null), '2026-01-05', { state: 'studying', done: 0 }],
    ['one of two', progress('2026-03-01', null), '2026-12-31', { state: 'studying', done: 1, completedOn: null }],
    ['one of two entered', progress('2026-03-01'), '2026-12-31', { state: 'studying', done: 1 }],
    ['the day before the last', progress('2026-03-02', '2026-03-01'), '2026-03-01', { state: 'studying', done: 1 }],
    ['both', progress('2026-03-02', '2026-03-01'), '2026-03-02', { state: 'done', done: 2, completedOn: '2026-03-02' }],
  ])('%s', (_, entered, asOf, expected) => {
    expect(standingIn(two, entered, asOf)).toMatchObject(expected);
  });

  it('a course without lessons is never finished', () => {
    expect(standingIn(course([]), progress(), '2026-12-31').state).toBe('not-begun');
  });
});

describe('hours', () => {
  it('are those written, else the minutes by the rule of the day it was finished', () => {
    const entry = { key: 'education.course-minutes', value: 45, validFrom: '2026-07-01', validTo: null, source: '' };
    expect(courseHours(course([60, 30]), [], '2026-06-30')).toBe(1.5);
    expect(courseHours(course([60, 30]), [entry], '2026-06-30')).toBe(1.5);
    expect(courseHours(course([60, 30]), [entry], '2026-07-01')).toBe(2);
    expect(courseHours(course([50]), [], '2026-06-30')).toBe(0.83);
    expect(courseHours(course([60, 30], { hours: 4 }), [entry], '2026-07-01')).toBe(4);
    expect(courseHours(course([60]), [{ ...entry, value: 0 }], '2026-07-01')).toBe(0);
  });

  it('come once for each person and course, on the day of the last lesson, as of any later day', () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), (all, asOf) => {
        const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}`;
        const of = course(all.map(() => 60));
        const finished = finishedCourses([of], [progress(...all.map(day))], [], day(asOf));
        const last = Math.max(...all);
        expect(finished.map(({ on, hours }) => [on, hours])).toEqual(asOf < last ? [] : [[day(last), all.length]]);
      }),
    );
  });
});

test('a course is for everybody, for a group, or for the chosen', () => {
  const none = { isForAll: false, groupIds: [], memberIds: [] };
  expect(isAssignedTo({ ...none, isForAll: true }, 'm1', null)).toBe(true);
  expect(isAssignedTo({ ...none, groupIds: ['g1'] }, 'm1', 'g1')).toBe(true);
  expect(isAssignedTo({ ...none, groupIds: ['g1'] }, 'm1', null)).toBe(false);
  expect(isAssignedTo({ ...none, memberIds: ['m1'] }, 'm1', null)).toBe(true);
  expect(isAssignedTo(none, 'm1', 'g1')).toBe(false);
});
