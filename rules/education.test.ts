import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Training } from '../contract/education.ts';
import type { Membership } from '../contract/member.ts';
import { member } from './checks/fixtures.ts';
import {
  countedHours,
  type EducationPerson,
  type EducationYear,
  hoursEntries,
  judgeHours,
  meetingHours,
  requiredHours,
  type StudyMeeting,
  trainingHours,
} from './education.ts';

function stay(
  from: string,
  to: string | null = null,
  entryKind: Membership['entryKind'] = 'transferred-in',
): Membership[] {
  return [{ id: 's', branchId: 'b1', groupId: null, from, entryKind, to, leaveKind: null, reason: '' }];
}

function exempt(from: string, to: string | null) {
  return [{ id: 'e', kind: 'attendance-exempt' as const, from, to, detail: '', reason: '', documentNumber: '' }];
}

function post(memberId: string, from: string, to: string | null = null) {
  return { memberId, branchId: 'b1', title: 'organisation' as const, from, to };
}

function of(asOf: string, fields: Partial<EducationYear> = {}): EducationYear {
  return { branchId: 'b1', year: 2025, asOf, posts: [], settings: [], ...fields };
}

function training(fields: Partial<Training> = {}): Training {
  return {
    id: 't1',
    revision: 1,
    branchId: 'b1',
    year: 2025,
    title: '轮训',
    organiser: '',
    level: 'branch',
    startedOn: '2025-05-12',
    endedOn: '2025-05-13',
    form: 'intensive',
    contents: [],
    hours: null,
    participants: [{ memberId: 'm1', hours: null, passed: null, score: null, certificateNumber: '' }],
    evidence: '',
    ...fields,
  };
}

function meeting(fields: Partial<StudyMeeting> = {}): StudyMeeting {
  return {
    id: 'g1',
    types: ['theme-day'],
    title: '主题党日',
    heldOn: '2025-06-10',
    studyHours: null,
    voidedOn: null,
    attendance: [{ memberId: 'm1', state: 'present' }],
    ...fields,
  };
}

describe('应学学时 of a year', () => {
  test.each([
    ['a member of the whole year', member('m1'), [], 32, 12],
    ['who joined the Party in July', member('m1', { joinedOn: '2025-07-15', confirmedOn: null }), [], 16, 6],
    ['who joined on the last day of February', member('m1', { joinedOn: '2025-02-28', confirmedOn: null }), [], 30, 11],
    ['who came in June, by transfer', member('m1', { memberships: stay('2025-06-20') }), [], 19, 7],
    [
      'who was here and was registered in June',
      member('m1', { memberships: stay('2025-06-20', null, 'registered') }),
      [],
      32,
      12,
    ],
    ['exempt all the year', member('m1', { statuses: exempt('2020-01', null) }), [], 0, 0],
    ['exempt from July', member('m1', { statuses: exempt('2025-07', null) }), [], 16, 6],
    ['of the committee all the year', member('m1'), [post('m1', '2024-01-10')], 56, 12],
    ['of the committee from July', member('m1'), [post('m1', '2025-07-01')], 44, 12],
    ['of the committee to 30 June', member('m1'), [post('m1', '2024-01-10', '2025-06-30')], 44, 12],
    ['of the committee to 29 June', member('m1'), [post('m1', '2024-01-10', '2025-06-29')], 42, 12],
    ['an applicant', member('m1', { joinedOn: null, confirmedOn: null }), [], 0, 0],
  ])('%s', (_who, person, posts, hours, months) => {
    expect(requiredHours(person as EducationPerson, of('2026-02-01', { posts }))).toMatchObject({ hours, months });
  });

  test('of a year under way is that of the whole year, and the part that is over is told apart', () => {
    expect(requiredHours(member('m1'), of('2025-09-29'))).toMatchObject({
      hours: 32,
      months: 12,
      byNow: (32 * 8) / 12,
    });
    expect(requiredHours(member('m1'), of('2025-09-30'))).toMatchObject({ byNow: 24 });
    const joiner = member('m1', { joinedOn: '2025-07-15', confirmedOn: null });
    expect(requiredHours(joiner, of('2025-10-02'))).toMatchObject({ hours: 16, byNow: 8 });
  });

  test('a dated setting holds for the months from its day on', () => {
    const settings = [{ key: 'education.hours', value: 40, validFrom: '2025-07-01', validTo: null, source: '上级' }];
    expect(requiredHours(member('m1'), of('2026-01-01', { settings })).hours).toBe(36);
  });

  test('of two branches that share a year no month is asked for twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const on = `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const [first] = stay('2010-01-01', on);
        const [second] = stay(on);
        if (first === undefined || second === undefined) throw new Error('no stay');
        const person = member('m1', { memberships: [first, { ...second, branchId: 'b2' }] });
        const months = ['b1', 'b2'].map((branchId) => requiredHours(person, of('2026-01-01', { branchId })).months);
        expect((months[0] ?? 0) + (months[1] ?? 0)).toBe(12);
      }),
    );
  });
});

describe('conversion', () => {
  test('集中培训 without hours counts 8 for each day, both ends included; other forms must say them', () => {
    expect(trainingHours(training(), [])).toBe(16);
    expect(trainingHours(training({ startedOn: '2024-02-28', endedOn: '2024-03-01' }), [])).toBe(24);
    expect(trainingHours(training({ form: 'online' }), [])).toBeNull();
    expect(trainingHours(training({ form: 'online', hours: 1.5 }), [])).toBe(1.5);
  });

  test('a lesson counts as entered, a theme day by the setting, a meeting that is both once', () => {
    expect(meetingHours({ types: ['party-lesson'], heldOn: '2025-03-01', studyHours: 1.5 }, [])).toEqual({
      form: 'party-lesson',
      hours: 1.5,
    });
    expect(meetingHours({ types: ['theme-day', 'party-lesson'], heldOn: '2025-03-01', studyHours: null }, [])).toEqual({
      form: 'party-lesson',
      hours: 2,
    });
    const settings = [
      { key: 'education.theme-day-hours', value: 4, validFrom: '2025-03-01', validTo: null, source: '' },
    ];
    expect(meetingHours({ types: ['theme-day'], heldOn: '2025-02-28', studyHours: 3 }, settings)?.hours).toBe(2);
    expect(meetingHours({ types: ['theme-day'], heldOn: '2025-03-01', studyHours: null }, settings)?.hours).toBe(4);
    expect(meetingHours({ types: ['members-meeting'], heldOn: '2025-03-01', studyHours: 3 }, [])).toBeNull();
  });

  test('only who was present, at what was held by the day and not voided, in the year, has the hours', () => {
    const meetings = [
      meeting(),
      meeting({ id: 'g2', heldOn: '2025-06-11' }),
      meeting({ id: 'g3', voidedOn: '2025-06-10' }),
      meeting({ id: 'g4', heldOn: '2024-12-31' }),
      meeting({ id: 'g5', attendance: [{ memberId: 'm1', state: 'leave' }] }),
    ];
    const trainings = [training(), training({ id: 't2', endedOn: '2025-06-11' }), training({ id: 't3', year: 2024 })];
    const entries = hoursEntries({ trainings, meetings, courses: [] }, of('2025-06-10')).get('m1') ?? [];
    expect(entries.map(({ recordId, hours }) => [recordId, hours])).toEqual([
      ['t1', 16],
      ['g1', 2],
    ]);
  });

  test('who took part in a part of a training has the hours of that part', () => {
    const participants = [{ memberId: 'm1', hours: 4, passed: null, score: null, certificateNumber: '' }];
    expect(
      hoursEntries({ trainings: [training({ participants })], meetings: [], courses: [] }, of('2026-01-01')).get('m1'),
    ).toMatchObject([{ hours: 4 }]);
  });

  test('a course finished has its hours once, in the year and by the day it was finished', () => {
    const finished = (id: string, on: string) =>
      ({ id, title: '网络党校', form: 'online', memberId: 'm1', on, hours: 4 }) as const;
    const courses = [finished('c1', '2025-06-10'), finished('c2', '2025-06-11'), finished('c3', '2024-12-31')];
    const entries = hoursEntries({ trainings: [], meetings: [], courses }, of('2025-06-10')).get('m1');
    expect(entries).toEqual([
      { on: '2025-06-10', form: 'online', title: '网络党校', hours: 4, record: 'course', recordId: 'c1' },
    ]);
  });

  test('a form counts up to its cap, what is above is told', () => {
    const settings = [{ key: 'education.cap-online', value: 10, validFrom: '2025-01-01', validTo: null, source: '' }];
    const entries = [
      { form: 'online' as const, hours: 8.5 },
      { form: 'online' as const, hours: 4 },
      { form: 'intensive' as const, hours: 8 },
    ];
    const counted = countedHours(entries, settings, '2025-12-31');
    expect(counted).toMatchObject({ total: 18, overCap: 2.5, byForm: { online: 10, intensive: 8 } });
    expect(countedHours(entries, [], '2025-12-31')).toMatchObject({ total: 20.5, overCap: 0 });
  });

  test('tenths of hours add up exactly', () => {
    const entries = Array.from({ length: 10 }, () => ({ form: 'self-study' as const, hours: 0.1 }));
    expect(countedHours(entries, [], '2025-12-31').total).toBe(1);
  });
});

describe('达标', () => {
  const hours = (form: 'intensive' | 'online', count: number) => [{ form, hours: count }];

  test('exactly the required hours are met, a quarter less is missing', () => {
    expect(judgeHours(member('m1'), hours('online', 32), of('2025-12-31'))).toMatchObject({ state: 'met', missing: 0 });
    expect(judgeHours(member('m1'), hours('online', 31.75), of('2025-12-31'))).toMatchObject({
      state: 'missing',
      missing: 0.25,
    });
  });

  test('of the committee 56 hours are not enough without a 集中培训', () => {
    const year = of('2025-12-31', { posts: [post('m1', '2024-01-10')] });
    expect(judgeHours(member('m1'), hours('online', 56), year).state).toBe('missing');
    expect(judgeHours(member('m1'), hours('intensive', 56), year).state).toBe('met');
  });

  test('who is exempt lacks nothing', () => {
    const person = member('m1', { statuses: exempt('2020', null) });
    expect(judgeHours(person, [], of('2025-12-31'))).toMatchObject({ state: 'exempt', missing: 0 });
  });
});
