import type { MeetingType } from '../../contract/meeting.ts';
import { daysBetween, yearOf } from '../dates.ts';
import { type BoardCell, boardRow, type FrequencyFacts, frequencyOf, groupsWithoutMeeting } from '../frequency.ts';
import { settingOn } from '../settings.ts';
import { type Check, type CheckFacts, type Finding, heldMeetings } from './check.ts';

/**
 * M1 to M7: 组织生活 that is due and was not held. The year of the reference day is judged, and the year before
 * it when the archive holds meetings of that year (an archive begun this year owes no record of earlier ones) or
 * its deadline is still to come.
 */

function frequencyFacts(facts: CheckFacts): FrequencyFacts {
  return {
    branch: facts.branch,
    groups: facts.groups,
    meetings: heldMeetings(facts),
    appraisalYears: facts.appraisals.filter((each) => each.heldOn <= facts.asOf).map((each) => each.year),
  };
}

function cellsToJudge(facts: CheckFacts, type: MeetingType): { year: number; cell: BoardCell }[] {
  const counted = frequencyFacts(facts);
  const thisYear = yearOf(facts.asOf);
  const hasLastYear = counted.meetings.some((meeting) => yearOf(meeting.heldOn) === thisYear - 1);
  return [thisYear - 1, thisYear].flatMap((year) =>
    boardRow(counted, type, year, facts.asOf, facts.settings)
      .cells.filter((cell) => year === thisYear || hasLastYear || cell.state === 'open')
      .map((cell) => ({ year, cell })),
  );
}

function reminderDays(facts: CheckFacts, cell: BoardCell): number {
  const isMonth = cell.from.slice(0, 7) === cell.to.slice(0, 7);
  const key = isMonth ? 'meeting.month-due-soon-days' : 'meeting.due-soon-days';
  return settingOn(facts.settings, key, facts.asOf).value;
}

function frequencyFindings(facts: CheckFacts, type: MeetingType, missed: Finding['severity']): Finding[] {
  const findings: Finding[] = [];
  for (const { year, cell } of cellsToJudge(facts, type)) {
    if (cell.state !== 'missing' && cell.state !== 'open') continue;
    const isSoon = daysBetween(facts.asOf, cell.deadline) <= reminderDays(facts, cell);
    if (cell.state === 'open' && !isSoon) continue;
    const common = {
      severity: cell.state === 'missing' ? missed : 'due-soon',
      dueOn: cell.deadline,
      record: 'meeting',
      recordId: null,
      expected: '1',
    } as const;
    const params = { code: cell.state, type, year, from: cell.from, to: cell.to };
    if (type !== 'group-meeting') {
      findings.push({ ...common, key: cell.from, params, actual: String(cell.held) });
      continue;
    }
    for (const group of groupsWithoutMeeting(facts.groups, heldMeetings(facts), cell)) {
      const key = `${cell.from}.${group.id}`;
      findings.push({ ...common, key, params: { ...params, group: group.name, groupId: group.id }, actual: '0' });
    }
  }
  return findings;
}

function frequencyCheck(
  id: string,
  type: MeetingType,
  { subject = 'meetings', missed = 'overdue' }: { subject?: Check['subject']; missed?: Finding['severity'] } = {},
): Check {
  return {
    id,
    subject,
    source: frequencyOf(type, '', []).source,
    codes: ['missing', 'open'],
    evaluate: (facts) => frequencyFindings(facts, type, missed),
  };
}

export const m1 = frequencyCheck('M1', 'members-meeting');
export const m2 = frequencyCheck('M2', 'committee-meeting');
export const m3 = frequencyCheck('M3', 'group-meeting');
/** No central rule says how often (domain.md §5.1, §11): missed, it is a reminder and no breach. */
export const m4 = frequencyCheck('M4', 'party-lesson', { missed: 'todo' });
export const m5 = frequencyCheck('M5', 'theme-day');
export const m6 = frequencyCheck('M6', 'organizational-life', { subject: 'assessments' });
export const m7 = frequencyCheck('M7', 'democratic-appraisal', { subject: 'assessments' });
