import type { MemberStatus } from '../../contract/member.ts';
import type { IsoDate } from '../../contract/values.ts';
import { addMonths, earliestDay, holdsOn, latestDay } from '../dates.ts';
import { isInHeadcount, stayOn } from '../member.ts';
import { settingOn } from '../settings.ts';
import { type Check, type CheckFacts, type Finding, heldMeetings } from './check.ts';

/** T3 and L1: who is away or out of sight and stands in no register (教管条例 Arts 24, 25, 32; domain.md §8.4–8.6, §11). */

/** Whether an open line of the registers tells of the absence: away, lost, or on transfer. */
function isRegistered({ registers, asOf }: CheckFacts, memberId: string): boolean {
  const { mobiles, lost, transfers } = registers;
  return (
    mobiles.some(
      (each) =>
        each.memberId === memberId && each.direction === 'out' && (each.returnedOn === null || each.returnedOn > asOf),
    ) ||
    lost.some((each) => each.memberId === memberId && (each.foundOn === null || each.foundOn > asOf)) ||
    transfers.some(
      (each) =>
        each.memberId === memberId && each.direction === 'out' && (each.state === 'started' || each.state === 'issued'),
    )
  );
}

/** Since when the member is said to be away, by the state alone. A month counts from its last day, a year as well. */
function awaySince(statuses: readonly MemberStatus[], asOf: IsoDate): IsoDate | null {
  const away = statuses.find((status) => status.kind === 'mobile-out' && holdsOn(status, asOf));
  return away === undefined ? null : latestDay(away.from);
}

export const t3: Check = {
  id: 'T3',
  subject: 'members',
  source: '教管条例第25、32条：外出6个月以上的，转接组织关系或者按流动党员管理',
  codes: ['away'],
  evaluate: (facts) => {
    const { asOf, branch, members, settings } = facts;
    const months = settingOn(settings, 'contact.away-months', asOf).value;
    return members.flatMap((member): Finding[] => {
      if (!isInHeadcount(member, asOf, branch.id)) return [];
      const since = awaySince(member.statuses, asOf);
      if (since === null) return [];
      const dueOn = addMonths(since, months);
      if (asOf < dueOn || isRegistered(facts, member.id)) return [];
      return [
        {
          key: member.id,
          severity: 'due-soon',
          dueOn,
          record: 'mobileMember',
          recordId: null,
          params: { code: 'away', person: member.name, since },
          expected: '1',
          actual: '0',
        },
      ];
    });
  },
};

/** The last day on which each person was at a meeting or asked for leave, paid, studied, was talked with or contacted. */
function lastSigns(facts: CheckFacts): { signs: Map<string, IsoDate>; first: IsoDate | null } {
  const { asOf, dues, registers, trainings } = facts;
  const signs = new Map<string, IsoDate>();
  let first: IsoDate | null = null;
  const see = (memberId: string | null, on: IsoDate) => {
    if (memberId === null || on > asOf) return;
    if ((signs.get(memberId) ?? '') < on) signs.set(memberId, on);
  };
  const begin = (on: IsoDate) => {
    if (first === null || on < first) first = on;
  };
  for (const { heldOn, attendance } of heldMeetings(facts)) {
    begin(heldOn);
    for (const { memberId, state } of attendance)
      if (state === 'present' || state === 'leave' || state === 'written-opinion') see(memberId, heldOn);
  }
  for (const { memberId, paidOn } of dues.payments) {
    if (paidOn <= asOf) begin(paidOn);
    see(memberId, paidOn);
  }
  for (const { endedOn, participants } of trainings) for (const { memberId } of participants) see(memberId, endedOn);
  for (const { heldOn, talkerIds, subjectId } of registers.talks)
    for (const memberId of [subjectId, ...talkerIds]) see(memberId, heldOn);
  for (const { memberId, leftOn, contacts } of registers.mobiles)
    for (const on of [earliestDay(leftOn), ...contacts.map((contact) => contact.on)]) see(memberId, on);
  for (const { memberId, foundOn } of registers.lost) if (foundOn !== null) see(memberId, foundOn);
  return { signs, first };
}

export const l1: Check = {
  id: 'L1',
  subject: 'members',
  source: '教管条例第24条：失去联系6个月以上的先查找；失联时间从最后一次参加组织生活或交纳党费算起',
  codes: ['no-sign'],
  evaluate: (facts) => {
    const { asOf, branch, members, settings } = facts;
    const { signs, first } = lastSigns(facts);
    // Where neither a meeting nor a payment is registered, nobody's silence says anything.
    if (first === null) return [];
    const months = settingOn(settings, 'contact.lost-months', asOf).value;
    // Nor does it where nobody at all gave a sign in that time: then it is the register that is not kept.
    const earliest = addMonths(asOf, -months);
    if (![...signs.values()].some((on) => on > earliest)) return [];
    return members.flatMap((member): Finding[] => {
      if (!isInHeadcount(member, asOf, branch.id) || isRegistered(facts, member.id)) return [];
      const stay = stayOn(member, asOf);
      const since = [signs.get(member.id) ?? '', first, stay === null ? '' : latestDay(stay.from)].sort().at(-1) ?? '';
      const dueOn = addMonths(since, months);
      if (asOf < dueOn) return [];
      return [
        {
          key: member.id,
          severity: 'due-soon',
          dueOn,
          record: 'lostContact',
          recordId: null,
          params: { code: 'no-sign', person: member.name, since },
          expected: `> ${earliest}`,
          actual: since,
        },
      ];
    });
  },
};
