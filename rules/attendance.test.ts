import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttendanceState } from '../contract/meeting.ts';
import { AttendanceState as states } from '../contract/meeting.ts';
import {
  attendanceRate,
  audienceOf,
  countAttendance,
  expectedAt,
  personAttendance,
  withoutRightsOfSubjects,
} from './attendance.ts';

const heldOn = '2025-06-10';
const people = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map((memberId, index) => ({
  memberId,
  groupId: index < 3 ? 'g1' : 'g2',
  hasVotingRights: index !== 5,
  isCommitteeMember: index < 2,
  isExempt: false,
  isAdmittedThatDay: false,
}));
const entry = (memberId: string, state: AttendanceState) => ({ memberId, state, opinionReceivedOn: null });

describe('who is expected', () => {
  test('everyone, the committee or the group, by the types', () => {
    const ids = (types: Parameters<typeof expectedAt>[1], groupId: string | null = null) =>
      expectedAt(people, types, groupId).map((person) => person.memberId);
    expect(ids(['members-meeting'])).toHaveLength(6);
    expect(ids(['committee-meeting'])).toEqual(['m1', 'm2']);
    expect(ids(['group-meeting'], 'g2')).toEqual(['m4', 'm5', 'm6']);
    expect(ids(['group-meeting', 'theme-day'], 'g1')).toEqual(['m1', 'm2', 'm3']);
    expect(ids(['members-meeting', 'group-meeting'], 'g1')).toHaveLength(6);
    expect(ids(['committee-meeting', 'party-lesson'])).toHaveLength(6);
    expect(ids(['group-meeting'], null)).toEqual([]);
  });

  test('whom the meeting of that day admitted is not expected at it', () => {
    const admitted = people.map((person) => ({ ...person, isAdmittedThatDay: person.memberId === 'm6' }));
    expect(expectedAt(admitted, ['members-meeting'], null)).toHaveLength(5);
  });

  test('whom a V1 vote is about has no vote, whatever 转正日期 says afterwards; other votes take no rights away', () => {
    const rights = (rule: 'V1' | 'V2', subjectMemberId: string | null) =>
      withoutRightsOfSubjects(people, [{ rule, subjectMemberId }]).filter((person) => person.hasVotingRights).length;
    expect([rights('V1', 'm1'), rights('V1', 'm6'), rights('V1', null), rights('V2', 'm1')]).toEqual([4, 5, 5, 5]);
  });

  test('a group meeting without a group is still a group meeting', () => {
    expect(audienceOf(['group-meeting'], null)).toBe('group');
  });
});

describe('counts', () => {
  test('each state once; who has no entry is unaccounted, who is not on the roster is unexpected', () => {
    const counts = countAttendance(
      people,
      [
        entry('m1', 'present'),
        entry('m2', 'leave'),
        entry('m3', 'absent'),
        entry('m4', 'written-opinion'),
        entry('m6', 'present'),
        entry('x', 'present'),
      ],
      [],
      heldOn,
    );
    expect(counts).toEqual({
      expected: 6,
      present: 2,
      leave: 1,
      absent: 1,
      writtenOpinions: 1,
      exempt: 0,
      excluded: 0,
      unaccounted: 1,
      unexpected: 1,
      rightsExpected: 5,
      rightsPresent: 1,
    });
  });

  test('excluded leaves 应到 only with both approvals; exempt stays in 应到 and leaves the rate', () => {
    const attendance = [entry('m1', 'excluded'), entry('m2', 'excluded'), entry('m3', 'exempt')];
    const approved = { memberId: 'm1', superiorApprovedOn: '2025-01-01', adoptedByMeetingOn: '2025-01-02' };
    const counts = countAttendance(people, attendance, [approved], heldOn);
    expect(counts).toMatchObject({ expected: 5, excluded: 1, absent: 1, exempt: 1 });
    expect(attendanceRate({ ...counts, present: 2 })).toBe(0.5);
  });

  test('expected is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...states.options)), { minLength: 6, maxLength: 6 }), (list) => {
        const attendance = list.flatMap((state, index) => (state === null ? [] : [entry(`m${index + 1}`, state)]));
        const counts = countAttendance(people, attendance, [], heldOn);
        const { present, leave, absent, writtenOpinions, exempt, unaccounted } = counts;
        return counts.expected === present + leave + absent + writtenOpinions + exempt + unaccounted;
      }),
    );
  });
});

test('the rate of several meetings is the sum over the sum; unknown when nothing was due', () => {
  expect(
    attendanceRate([
      { expected: 10, present: 9, exempt: 0 },
      { expected: 11, present: 6, exempt: 1 },
    ]),
  ).toBe(0.75);
  expect(attendanceRate([])).toBeNull();
  expect(personAttendance(['present', 'leave', 'exempt', 'excluded'])).toEqual({
    due: 2,
    present: 1,
    leave: 1,
    absent: 0,
    writtenOpinions: 0,
    rate: 0.5,
  });
  expect(personAttendance(['exempt']).rate).toBeNull();
});
