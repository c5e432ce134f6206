import type { DueItem } from '../../contract/due.ts';
import type { MeetingType } from '../../contract/meeting.ts';
import { type Check, type CheckFacts, type Finding, heldMeetings } from '../../rules/checks/check.ts';
import { m1, m2, m3, m4, m5, m6, m7 } from '../../rules/checks/meeting-frequency.ts';
import { yearOf } from '../../rules/dates.ts';
import { boardRow, groupsWithoutMeeting } from '../../rules/frequency.ts';
import { toItem } from './run.ts';

/** Which check speaks of which kind of meeting. */
const checkOf: readonly (readonly [MeetingType, Check])[] = [
  ['members-meeting', m1],
  ['committee-meeting', m2],
  ['group-meeting', m3],
  ['party-lesson', m4],
  ['theme-day', m5],
  ['organizational-life', m6],
  ['democratic-appraisal', m7],
];

/**
 * Meetings that the current month, quarter or year still asks for, before the rules call them due soon: no rule is
 * broken, but this is what is to be done next. The ids are those the checks will use, so that nothing is told twice.
 */
export function upcomingMeetings(facts: CheckFacts): DueItem[] {
  const meetings = heldMeetings(facts);
  const counted = {
    branch: facts.branch,
    groups: facts.groups,
    meetings,
    appraisalYears: facts.appraisals.filter((each) => each.heldOn <= facts.asOf).map((each) => each.year),
  };
  const year = yearOf(facts.asOf);
  return checkOf.flatMap(([type, check]) =>
    boardRow(counted, type, year, facts.asOf, facts.settings)
      .cells.filter((cell) => cell.state === 'open')
      .flatMap((cell): DueItem[] => {
        const finding = (key: string, held: number, extra: Record<string, string>): Finding => ({
          key,
          severity: 'todo',
          dueOn: cell.deadline,
          record: 'meeting',
          recordId: null,
          params: { code: 'open', type, year, from: cell.from, to: cell.to, ...extra },
          expected: '1',
          actual: String(held),
        });
        if (type !== 'group-meeting') return [toItem(check, finding(cell.from, cell.held, {}), facts.asOf)];
        return groupsWithoutMeeting(facts.groups, meetings, cell).map((group) =>
          toItem(check, finding(`${cell.from}.${group.id}`, 0, { group: group.name, groupId: group.id }), facts.asOf),
        );
      }),
  );
}
