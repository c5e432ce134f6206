import type { Attendance, AttendanceState, Exclusion, Expected, MeetingType, Vote } from '../contract/meeting.ts';
import type { IsoDate } from '../contract/values.ts';

/**
 * Who is expected at a meeting and who came.
 * Sources: 支部条例 Arts 11–13 (who meets), 教管条例 Art 23 (exempt from the duty to attend), domain.md §1.5, §5.
 */

/** A person of the roster on the day of the meeting. */
export type Attendee = Pick<Expected, 'memberId' | 'hasVotingRights' | 'isCommitteeMember' | 'isExempt'>;
export type AttendanceEntry = Pick<Attendance, 'memberId' | 'state' | 'opinionReceivedOn'>;
export type ExclusionEntry = Pick<Exclusion, 'memberId' | 'superiorApprovedOn' | 'adoptedByMeetingOn'>;

/** Head counts of one meeting. 应到 `expected` = present + leave + absent + writtenOpinions + exempt + unaccounted. */
export interface AttendanceCounts {
  expected: number;
  present: number;
  leave: number;
  absent: number;
  writtenOpinions: number;
  exempt: number;
  excluded: number;
  /** Expected, and the record says nothing about them. */
  unaccounted: number;
  /** In the record, and not expected on that day. */
  unexpected: number;
  rightsExpected: number;
  rightsPresent: number;
}

/**
 * Whose meeting it is. A meeting held in a group (with `groupId`) is the group's unless it is also the 党员大会;
 * otherwise a combined meeting is the widest of its types.
 */
export function audienceOf(types: readonly MeetingType[], groupId: string | null): 'members' | 'committee' | 'group' {
  if (types.includes('members-meeting')) return 'members';
  if (groupId !== null) return 'group';
  if (types.every((type) => type === 'group-meeting')) return 'group';
  return types.every((type) => type === 'committee-meeting') ? 'committee' : 'members';
}

/**
 * Those of the branch roster who are expected at a meeting of these types. A 党小组会 expects its group,
 * a 支委会会议 the committee, everything else all members, the probationary ones too. Whom the 党员大会 of that very day
 * admitted was no member yet when it was called: 入党日期 is its day, and approval comes months later.
 */
export function expectedAt<
  Person extends { isCommitteeMember: boolean; groupId: string | null; isAdmittedThatDay: boolean },
>(everybody: readonly Person[], types: readonly MeetingType[], groupId: string | null): Person[] {
  const people = everybody.filter((person) => !person.isAdmittedThatDay);
  const audience = audienceOf(types, groupId);
  if (audience === 'committee') return people.filter((person) => person.isCommitteeMember);
  if (audience === 'group') return people.filter((person) => groupId !== null && person.groupId === groupId);
  return people;
}

/**
 * Whom a V1 vote of the meeting is about (接收, 转正, 延长, 取消) is no full member while it is held. The superior's
 * approval sets 转正日期 back to the end of probation, so by the dates alone the base would grow by the person afterwards.
 */
export function withoutRightsOfSubjects<Person extends Pick<Attendee, 'memberId' | 'hasVotingRights'>>(
  people: readonly Person[],
  votes: readonly Pick<Vote, 'rule' | 'subjectMemberId'>[],
): Person[] {
  const subjects = new Set(votes.filter(({ rule }) => rule === 'V1').map(({ subjectMemberId }) => subjectMemberId));
  if (subjects.size === 0) return [...people];
  return people.map((person) => (subjects.has(person.memberId) ? { ...person, hasVotingRights: false } : person));
}

/**
 * Whether somebody may be left out of 应到会: only after the superior's approval **and** adoption by the
 * 党员大会, both by the day of the meeting (domain.md §1.5, check M12).
 */
export function isExclusionValid(exclusion: ExclusionEntry, heldOn: IsoDate): boolean {
  const { superiorApprovedOn, adoptedByMeetingOn } = exclusion;
  return (
    superiorApprovedOn !== null &&
    adoptedByMeetingOn !== null &&
    superiorApprovedOn <= heldOn &&
    adoptedByMeetingOn <= heldOn
  );
}

/** Members left out of 应到会 with both approvals. */
export function validExclusions(exclusions: readonly ExclusionEntry[], heldOn: IsoDate): Set<string> {
  return new Set(
    exclusions.filter((exclusion) => isExclusionValid(exclusion, heldOn)).map((exclusion) => exclusion.memberId),
  );
}

/** Counts a meeting. A state 不计入 without both approvals stays in 应到 as absent. */
export function countAttendance(
  expected: readonly Attendee[],
  attendance: readonly AttendanceEntry[],
  exclusions: readonly ExclusionEntry[],
  heldOn: IsoDate,
): AttendanceCounts {
  const excluded = validExclusions(exclusions, heldOn);
  const states = new Map<string, AttendanceState>();
  for (const entry of attendance) states.set(entry.memberId, entry.state);
  const counts: AttendanceCounts = {
    expected: 0,
    present: 0,
    leave: 0,
    absent: 0,
    writtenOpinions: 0,
    exempt: 0,
    excluded: 0,
    unaccounted: 0,
    unexpected: 0,
    rightsExpected: 0,
    rightsPresent: 0,
  };
  for (const person of expected) {
    const state = states.get(person.memberId);
    if (excluded.has(person.memberId) && state !== 'present') {
      counts.excluded += 1;
      continue;
    }
    counts.expected += 1;
    if (person.hasVotingRights) counts.rightsExpected += 1;
    if (person.hasVotingRights && state === 'present') counts.rightsPresent += 1;
    addState(counts, state);
  }
  for (const person of expected) states.delete(person.memberId);
  counts.unexpected = states.size;
  return counts;
}

function addState(counts: AttendanceCounts, state: AttendanceState | undefined): void {
  if (state === undefined) counts.unaccounted += 1;
  else if (state === 'present') counts.present += 1;
  else if (state === 'leave') counts.leave += 1;
  else if (state === 'written-opinion') counts.writtenOpinions += 1;
  else if (state === 'exempt') counts.exempt += 1;
  else counts.absent += 1;
}

/** 出勤率 = 实到 ÷ (应到 − 免予要求); the excluded are not in 应到. `null` when nobody had to attend. */
export function attendanceRate(
  counts:
    | Pick<AttendanceCounts, 'expected' | 'present' | 'exempt'>
    | readonly Pick<AttendanceCounts, 'expected' | 'present' | 'exempt'>[],
): number | null {
  const list = 'expected' in counts ? [counts] : counts;
  const present = list.reduce((sum, each) => sum + each.present, 0);
  const due = list.reduce((sum, each) => sum + each.expected - each.exempt, 0);
  return due > 0 ? present / due : null;
}

/** States of one person over several meetings. */
export interface PersonAttendance {
  /** Meetings he or she had to attend: not the exempt and excluded ones. */
  due: number;
  present: number;
  leave: number;
  absent: number;
  writtenOpinions: number;
  /** `null` when nothing was due. */
  rate: number | null;
}

/** Sums one person's states; each meeting counts once whatever its types. */
export function personAttendance(states: readonly AttendanceState[]): PersonAttendance {
  const count = (state: AttendanceState) => states.filter((each) => each === state).length;
  const due = states.length - count('exempt') - count('excluded');
  const present = count('present');
  return {
    due,
    present,
    leave: count('leave'),
    absent: count('absent'),
    writtenOpinions: count('written-opinion'),
    rate: due > 0 ? present / due : null,
  };
}
