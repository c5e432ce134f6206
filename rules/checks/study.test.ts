import { describe, expect, test } from 'vitest';
import { type Course, course as courseRecord } from '../../contract/course.ts';
import { facts, found, member, training } from './fixtures.ts';
import { coursesDue, newMemberTraining } from './study.ts';

describe('training of new members', () => {
  const probationary = member('n', { joinedOn: '2025-02-28', confirmedOn: null });
  const confirmed = member('n', { joinedOn: '2024-02-29', confirmedOn: '2025-02-28' });
  const bySuperior = { ...training('t', '2025-06-01', 24, ['n']), level: 'county' as const };
  const look = (asOf: string, who = probationary, trainings = [training('t', '2025-06-01', 24, ['n'])]) =>
    found(newMemberTraining, facts(asOf, { members: [who], trainings }));

  test('in the probation: told three months before its end, and after it; one by the branch is none by the superior', () => {
    expect(look('2025-11-27')).toEqual([]);
    expect(look('2025-11-28')).toEqual(['probation-coming:todo']);
    expect(look('2026-02-28')).toEqual(['probation-coming:todo']);
    expect(look('2026-03-01')).toEqual(['probation-missed:due-soon']);
    expect(look('2026-03-01', probationary, [bySuperior])).toEqual([]);
  });

  test('in the year after: a training of the probation does not count for it', () => {
    expect(look('2026-03-01', confirmed)).toEqual(['confirmed-missed:due-soon']);
    expect(look('2026-03-01', confirmed, [bySuperior])).toEqual([]);
    const earlier = { ...bySuperior, endedOn: '2025-02-27' };
    expect(look('2026-03-01', confirmed, [earlier])).toEqual(['confirmed-missed:due-soon']);
    expect(look('2025-11-27', confirmed)).toEqual([]);
    expect(look('2025-11-28', confirmed)).toEqual(['confirmed-coming:todo']);
    // Of long ago nothing is known.
    expect(look('2027-03-01', confirmed)).toEqual([]);
    expect(look('2026-03-01', member('n'))).toEqual([]);
  });
});

describe('courses', () => {
  const lessons = [{ id: 'l1', title: '第一课', resourceId: null, text: '', minutes: 60 }];
  const head = { id: 'c1', revision: 1, branchId: 'b1', year: 2026, title: '网络党校', lessons };
  const course: Course = { ...(courseRecord.blank as Course), ...head, dueOn: '2026-06-30' };
  const done = (memberId: string, doneOn: string) => ({
    id: memberId,
    revision: 1,
    courseId: 'c1',
    memberId,
    lessons: [{ lessonId: 'l1', startedOn: doneOn, doneOn, evidence: '' }],
  });
  const look = (asOf: string, progress: ReturnType<typeof done>[] = []) =>
    coursesDue.evaluate(
      facts(asOf, { members: [member('m1'), member('m2')], courses: { courses: [course], progress, finished: [] } }),
    );

  test('who has not finished is told two weeks before the day, and three months after', () => {
    expect(look('2026-06-15')).toEqual([]);
    expect(look('2026-06-16')[0]).toMatchObject({ severity: 'todo', params: { code: 'coming', people: 2 } });
    expect(look('2026-07-01', [done('m1', '2026-06-30')])[0]).toMatchObject({
      params: { code: 'late', names: '党员m2' },
    });
    expect(look('2026-07-01', [done('m1', '2026-06-30'), done('m2', '2026-07-01')])).toEqual([]);
    expect(look('2026-10-01')).toEqual([]);
  });
});
