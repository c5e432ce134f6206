import type { IsoDate } from '../../contract/values.ts';
import { monthEnd } from '../dates.ts';
import { hasStatusOn, isInHeadcount } from '../member.ts';
import { settingOn } from '../settings.ts';
import { type Check, type CheckedMeeting, type CheckFacts, type Finding, heldMeetings } from './check.ts';

type MonthsAbsent = Map<string, boolean>;

/** Whether a person need not come that day: of whom attendance is not required, absence says nothing (教管条例 Art 23). */
type IsExempt = (memberId: string, day: IsoDate) => boolean;

/** Per person: each month that names him or her, and whether it was all absence without leave. */
function absenceByMonth(meetings: readonly CheckedMeeting[], isExempt: IsExempt): Map<string, MonthsAbsent> {
  const people = new Map<string, MonthsAbsent>();
  for (const meeting of meetings) {
    const month = meeting.heldOn.slice(0, 7);
    for (const { memberId, state } of meeting.attendance) {
      const months = people.get(memberId) ?? new Map<string, boolean>();
      const isAbsent = state === 'absent' && !isExempt(memberId, meeting.heldOn);
      people.set(memberId, months.set(month, (months.get(month) ?? true) && isAbsent));
    }
  }
  return people;
}

/**
 * Months on end, up to the last one on record, in which a person was absent without leave from every meeting that
 * names him or her. A month that names the person nowhere neither counts nor ends the run; the month under way
 * counts only once it is over.
 */
function currentRun(months: MonthsAbsent, asOf: IsoDate): string[] {
  const run: string[] = [];
  for (const [month, isAbsent] of [...months].sort(([a], [b]) => (a < b ? 1 : -1))) {
    if (!isAbsent) break;
    if (monthEnd(`${month}-01`) <= asOf) run.unshift(month);
  }
  return run;
}

/** {@link currentRun} of one person. */
export function monthsAbsent(
  meetings: readonly CheckedMeeting[],
  memberId: string,
  asOf: IsoDate,
  isExempt: IsExempt = () => false,
): string[] {
  return currentRun(absenceByMonth(meetings, isExempt).get(memberId) ?? new Map(), asOf);
}

function absenceFindings(facts: CheckFacts): Finding[] {
  const warning = settingOn(facts.settings, 'absence.warning-months', facts.asOf).value;
  const limit = settingOn(facts.settings, 'absence.limit-months', facts.asOf).value;
  const exempt = new Map(
    facts.members
      .filter(({ statuses }) => statuses.some(({ kind }) => kind === 'attendance-exempt'))
      .map((each) => [each.id, each]),
  );
  const isExempt: IsExempt = (memberId, day) => {
    const member = exempt.get(memberId);
    return member !== undefined && hasStatusOn(member, 'attendance-exempt', day);
  };
  const people = absenceByMonth(heldMeetings(facts), isExempt);
  return facts.members
    .filter((member) => isInHeadcount(member, facts.asOf, facts.branch.id))
    .flatMap((member): Finding[] => {
      const months = currentRun(people.get(member.id) ?? new Map(), facts.asOf);
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
