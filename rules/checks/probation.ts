import { addMonths, daysBetween, latestDay } from '../dates.ts';
import { achievedBy } from '../development.ts';
import { categoryOn, isInHeadcount, probationEndsOn, probationMonths } from '../member.ts';
import { settingOn } from '../settings.ts';
import { type Check, type CheckedMember, type CheckFacts, type Finding, heldMeetings } from './check.ts';

/**
 * Whether a V1 vote on the person passed when probation was ending: in the second half of it or later; of an extended
 * one in the second half of the extension, for the vote that extended it settled nothing else.
 */
function isVotedOn(facts: CheckFacts, member: CheckedMember): boolean {
  if (member.joinedOn === null) return false;
  const extension = member.probationExtendedMonths;
  const months = extension === 0 ? probationMonths / 2 : probationMonths + Math.floor(extension / 2);
  const earliest = latestDay(addMonths(member.joinedOn, months));
  return heldMeetings(facts).some(
    (meeting) =>
      meeting.heldOn > earliest &&
      meeting.votes.some(
        (vote) =>
          vote.rule === 'V1' &&
          vote.recordedResult === 'passed' &&
          (vote.subjectMemberId === null ? isNamed(facts, member, vote.subject) : vote.subjectMemberId === member.id),
      ),
  );
}

/** Whether words name the person, and nobody whose longer name begins or ends alike. */
function isNamed({ members }: CheckFacts, { name }: CheckedMember, subject: string): boolean {
  const isLonger = (other: string) => other !== name && other.includes(name) && subject.includes(other);
  return subject.includes(name) && !members.some((other) => isLonger(other.name));
}

/** Whether the file of the person has a 转正大会 that stands; its approval is judged there (V10c). */
function isDecided({ asOf, development }: CheckFacts, member: CheckedMember): boolean {
  return development.cases.some(
    (record) => record.memberId === member.id && achievedBy(record.steps, asOf).done.has(23),
  );
}

function probationFinding(facts: CheckFacts, member: CheckedMember): Finding[] {
  const ends = probationEndsOn(member);
  if (ends === null) return [];
  const dueOn = latestDay(ends);
  const daysLeft = daysBetween(facts.asOf, dueOn);
  const first = settingOn(facts.settings, 'probation.first-reminder-days', facts.asOf).value;
  const second = settingOn(facts.settings, 'probation.second-reminder-days', facts.asOf).value;
  if (daysLeft > Math.max(first, second) || isDecided(facts, member)) return [];
  const isVoted = isVotedOn(facts, member);
  const code = isVoted ? 'confirmation-unregistered' : daysLeft < 0 ? 'over' : daysLeft <= second ? 'soon' : 'coming';
  return [
    {
      key: member.id,
      severity: isVoted ? 'incomplete' : daysLeft < 0 ? 'overdue' : 'due-soon',
      dueOn,
      record: 'member',
      recordId: member.id,
      params: { code, person: member.name, endsOn: ends, days: Math.abs(daysLeft) },
      expected: ends,
      actual: facts.asOf,
    },
  ];
}

/** V8c: probation over, or ending within the two reminder settings (60 and 30 days), and no 转正 on record. */
export const v8c: Check = {
  id: 'V8c',
  subject: 'members',
  source: '党章第7条：预备期一年，期满应当及时讨论能否转为正式党员',
  codes: ['coming', 'soon', 'over', 'confirmation-unregistered'],
  evaluate: (facts) =>
    facts.members
      .filter(
        (member) =>
          isInHeadcount(member, facts.asOf, facts.branch.id) && categoryOn(member, facts.asOf) === 'probationary',
      )
      .flatMap((member) => probationFinding(facts, member)),
};
