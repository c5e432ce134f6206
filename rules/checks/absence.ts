import type { IsoDate } from '../../contract/values.ts';
import { monthEnd } from '../dates.ts';
import { isInHeadcount } from '../member.ts';
import { settingOn } from '../settings.ts';
import { type Check, type CheckedMeeting, type CheckFacts, type Finding, heldMeetings } from './check.ts';

/**
 * Months on end, up to the last one on record, in which a person was absent without leave from every meeting that
 * names him or her. A month that names the person nowhere neither counts nor ends the run; the month under way
 * counts only once it is over.
 */
export function monthsAbsent(meetings: readonly CheckedMeeting[], memberId: string, asOf: IsoDate): string[] {
  const months = new Map<string, boolean>();
  for (const meeting of meetings) {
    const entry = meeting.attendance.find((each) => each.memberId === memberId);
    if (entry === undefined) continue;
    const month = meeting.heldOn.slice(0, 7);
    months.set(month, (months.get(month) ?? true) && entry.state === 'absent');
  }
  const run: string[] = [];
  for (const [month, isAbsent] of [...months].sort(([a], [b]) => (a < b ? 1 : -1))) {
    if (!isAbsent) break;
    if (monthEnd(`${month}-01`) <= asOf) run.unshift(month);
  }
  return run;
}

function absenceFindings(facts: CheckFacts): Finding[] {
  const warning = settingOn(facts.settings, 'absence.warning-months', facts.asOf).value;
  const limit = settingOn(facts.settings, 'absence.limit-months', facts.asOf).value;
  const meetings = heldMeetings(facts);
  return facts.members
    .filter((member) => isInHeadcount(member, facts.asOf, facts.branch.id))
    .flatMap((member): Finding[] => {
      const months = monthsAbsent(meetings, member.id, facts.asOf);
      if (months.length === 0 || months.length < warning) return [];
      const isOver = months.length >= limit;
      return [
        {
          key: member.id,
          severity: isOver ? 'overdue' : 'todo',
          dueOn: null,
          record: 'member',
          recordId: member.id,
          params: {
            code: isOver ? 'limit-reached' : 'warning',
            person: member.name,
            months: months.length,
            from: months[0] ?? '',
            to: months.at(-1) ?? '',
          },
          expected: `< ${isOver ? limit : warning}`,
          actual: String(months.length),
        },
      ];
    });
}

export const m13: Check = {
  id: 'M13',
  subject: 'members',
  source: '教管条例第31条第6项：没有正当理由连续6个月不参加组织生活，按自行脱党处理',
  codes: ['warning', 'limit-reached'],
  evaluate: absenceFindings,
};
