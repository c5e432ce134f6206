import type { Meeting, MeetingFinding, MeetingView, Tally } from '../../contract/meeting.ts';
import { validExclusions } from '../../rules/attendance.ts';
import { daysBetween } from '../../rules/dates.ts';
import { type SettingEntry, settingOn } from '../../rules/settings.ts';
import type { Person } from './people.ts';

/** What was computed of the meeting and is judged here. */
interface Facts {
  expected: readonly Person[];
  counted: MeetingView['counted'];
  unaccounted: number;
  unexpected: number;
  tallies: readonly Tally[];
  settings: readonly SettingEntry[];
}

const sources = {
  M9: '支部工作条例：会议记录应当载明主持人、记录人、到会情况和议题',
  M11: '选举条例第5条：预备党员、受留党察看处分的党员在留党察看期间没有表决权、选举权和被选举权',
  M12: '不计入应到会须经上级党组织批准并经党员大会通过',
} as const;

/**
 * What the record lacks or contradicts, by the rules M9 to M12 of domain.md §11 and the late entry (补记).
 * `field` says where it is mended, `expected` and `actual` are numbers, ids or closed words, never sentences.
 * A meeting that is still to come is a plan: only what is entered for it is judged.
 */
export function findingsOf(meeting: Meeting, facts: Facts): MeetingFinding[] {
  const isPlan = meeting.heldOn > meeting.enteredOn && meeting.attendance.length === 0 && meeting.votes.length === 0;
  if (isPlan) return [];
  return [
    ...missingElements(meeting, facts),
    ...attendanceFindings(meeting, facts),
    ...voteFindings(meeting, facts),
    ...rightsFindings(meeting, facts),
    ...exclusionFindings(meeting),
    ...lateEntryFindings(meeting, facts),
  ];
}

function missing(field: string): MeetingFinding {
  return { rule: 'M9', field, expected: 'registered', actual: '', source: sources.M9 };
}

function missingElements(meeting: Meeting, facts: Facts): MeetingFinding[] {
  const has = (type: Meeting['types'][number]) => meeting.types.includes(type);
  const findings: MeetingFinding[] = [];
  if (meeting.chairId === null && meeting.chairName === '') findings.push(missing('chairName'));
  if (meeting.recorderId === null && meeting.recorderName === '') findings.push(missing('recorderName'));
  if (has('group-meeting') && meeting.groupId === null) findings.push(missing('groupId'));
  if (facts.counted.expected === 0) findings.push(missing('expected'));
  else if (facts.counted.present === 0) findings.push(missing('present'));
  if (has('party-lesson')) {
    if (meeting.lessonTopic === '') findings.push(missing('lessonTopic'));
    if (meeting.lecturer === '') findings.push(missing('lecturer'));
  }
  if (has('theme-day') && meeting.theme === '') findings.push(missing('theme'));
  // The topic of a lesson or the theme of a theme day is its agenda; every other meeting has items.
  const needsAgenda = meeting.types.some((type) => type !== 'party-lesson' && type !== 'theme-day');
  if (needsAgenda && meeting.agenda.length === 0) findings.push(missing('agenda'));
  return findings;
}

function attendanceFindings(meeting: Meeting, { expected, counted, unaccounted, unexpected }: Facts): MeetingFinding[] {
  const findings: MeetingFinding[] = [];
  if (unaccounted > 0 && meeting.attendance.length > 0)
    findings.push({
      rule: 'M9',
      field: 'attendance',
      expected: String(counted.expected),
      actual: String(counted.expected - unaccounted),
      source: sources.M9,
    });
  if (unexpected === 0) return findings;
  const roster = new Set(expected.map((person) => person.memberId));
  for (const entry of meeting.attendance)
    if (!roster.has(entry.memberId))
      findings.push({
        rule: 'M9',
        field: `attendance.${entry.memberId}`,
        expected: 'not-expected',
        actual: entry.state,
        source: sources.M9,
      });
  return findings;
}

function voteFindings(meeting: Meeting, { tallies }: Facts): MeetingFinding[] {
  return tallies.flatMap((tally, index) =>
    tally.findings
      .filter((code) => code !== 'exclusions-without-approval')
      .map((code) => ({
        rule: code === 'voters-without-rights' ? 'M11' : 'M10',
        field: `votes.${index}.${code}`,
        expected: `${tally.result} ${arithmeticOf(tally)} of ${baseOf(tally)}`.trim(),
        actual: meeting.votes[index]?.recordedResult ?? '',
        source: code === 'voters-without-rights' ? sources.M11 : tally.source,
      })),
  );
}

/** The comparison that decides: of the quorum where it is not met, else of the votes. */
export function arithmeticOf(tally: Tally): string {
  return tally.quorum.met && tally.arithmetic !== '' ? tally.arithmetic : tally.quorum.arithmetic;
}

/** The number that the arithmetic halves: the rights-holders expected or, for winners of an election, present. */
export function baseOf(tally: Tally): number {
  return tally.quorum.met && tally.arithmetic !== '' ? tally.base : tally.quorum.expected;
}

function rightsFindings(meeting: Meeting, { expected }: Facts): MeetingFinding[] {
  const holders = new Set(expected.filter((person) => person.hasVotingRights).map((person) => person.memberId));
  return meeting.attendance
    .filter((entry) => entry.state === 'written-opinion' && !holders.has(entry.memberId))
    .map((entry) => ({
      rule: 'M11',
      field: `attendance.${entry.memberId}`,
      expected: 'voting-rights',
      actual: 'written-opinion',
      source: sources.M11,
    }));
}

function exclusionFindings(meeting: Meeting): MeetingFinding[] {
  const valid = validExclusions(meeting.exclusions, meeting.heldOn);
  const unapproved = new Set([
    ...meeting.exclusions.map((exclusion) => exclusion.memberId),
    ...meeting.attendance.filter((entry) => entry.state === 'excluded').map((entry) => entry.memberId),
  ]);
  return [...unapproved]
    .filter((memberId) => !valid.has(memberId))
    .map((memberId) => ({
      rule: 'M12',
      field: `exclusions.${memberId}`,
      expected: 'superior-approved and adopted-by-meeting',
      actual: approvalsOf(meeting, memberId),
      source: sources.M12,
    }));
}

function approvalsOf(meeting: Meeting, memberId: string): string {
  const exclusion = meeting.exclusions.find((candidate) => candidate.memberId === memberId);
  const held = [
    exclusion?.superiorApprovedOn != null && `superior-approved ${exclusion.superiorApprovedOn}`,
    exclusion?.adoptedByMeetingOn != null && `adopted-by-meeting ${exclusion.adoptedByMeetingOn}`,
  ].filter((part) => part !== false);
  return held.join(' and ');
}

/** Whether a record entered on that day is a late entry (补记) by the setting in force. */
export function isEnteredLate(
  meeting: Pick<Meeting, 'heldOn' | 'enteredOn'>,
  settings: readonly SettingEntry[],
): boolean {
  const allowed = settingOn(settings, 'meeting.late-entry-days', meeting.enteredOn).value;
  return daysBetween(meeting.heldOn, meeting.enteredOn) > allowed;
}

function lateEntryFindings(meeting: Meeting, { settings }: Facts): MeetingFinding[] {
  if (!meeting.isLateEntry || meeting.lateReason !== '') return [];
  const setting = settingOn(settings, 'meeting.late-entry-days', meeting.enteredOn);
  return [
    {
      rule: 'late-entry',
      field: 'lateReason',
      expected: String(setting.value),
      actual: String(daysBetween(meeting.heldOn, meeting.enteredOn)),
      source: setting.source,
    },
  ];
}
