import type { DuesFixing, DuesPayment, DuesReduction } from '../contract/dues.ts';
import type { DuesState } from '../contract/dues-operations.ts';
import type { Membership } from '../contract/member.ts';
import type { IsoDate } from '../contract/values.ts';
import { addMonths, earliestDay, monthEnd } from './dates.ts';
import { isReductionApproved, monthsLate } from './dues.ts';
import { isInHeadcount, type MemberDates } from './member.ts';

/**
 * Which months a member owes, what was paid for them and how they stand.
 * Sources: 党费规定 2008 Arts 7–9, 12, 13; domain.md §4.2, §4.3, §14 (15, 23). What is not registered is unpaid, never
 * exempt.
 */

export type DuesPerson = Omit<MemberDates, 'memberships'> & {
  readonly memberships: readonly Pick<Membership, 'branchId' | 'groupId' | 'from' | 'to' | 'leaveKind' | 'entryKind'>[];
};

export type FixedDues = Pick<DuesFixing, 'id' | 'memberId' | 'year' | 'from' | 'monthlyAmount'>;
export type RegisteredPayment = Pick<DuesPayment, 'id' | 'memberId' | 'kind' | 'lines' | 'paidOn' | 'isBackPayment'>;
export type ReducedDues = Pick<
  DuesReduction,
  'memberId' | 'kind' | 'from' | 'to' | 'monthlyAmount' | 'studiedOn' | 'approvedOn' | 'approvalNumber'
>;

/** Everything one member's months are judged by; all of this member and branch only. */
export interface DuesOfMember {
  readonly person: DuesPerson;
  readonly branchId: string;
  readonly fixings: readonly FixedDues[];
  readonly reductions: readonly ReducedDues[];
  readonly payments: readonly RegisteredPayment[];
}

export interface MonthOfDues {
  readonly month: string;
  readonly state: DuesState;
  readonly due: number | null;
  readonly paid: number;
}

/** The fixing in force in a month: of its year, the one that starts last. */
export function fixingFor<Fixing extends FixedDues>(fixings: readonly Fixing[], month: string): Fixing | null {
  const year = Number(month.slice(0, 4));
  let held: Fixing | null = null;
  for (const fixing of fixings) {
    if (fixing.year === year && fixing.from <= month && (held === null || fixing.from >= held.from)) held = fixing;
  }
  return held;
}

/** The approved 少交 or 免交 of a month. */
export function reductionFor<Reduction extends ReducedDues>(
  reductions: readonly Reduction[],
  month: string,
): Reduction | null {
  return reductions.find((each) => each.from <= month && month <= each.to && isReductionApproved(each)) ?? null;
}

/**
 * Whether the month is owed in the branch. The branch that holds the relation at the end of the month collects it, so
 * that a month is owed once; a new member owes from the month of the admission vote (Art 8), whoever left during a
 * month owes it here no more. The month of a transfer in is usually paid at the old place (the letter says until
 * when): it is owed only when it was fixed here.
 */
export function isOwed({ person, branchId, fixings }: DuesOfMember, month: string): boolean {
  const end = monthEnd(`${month}-01`);
  if (!isInHeadcount(person, end, branchId)) return false;
  const isTransferMonth = person.memberships.some(
    (stay) =>
      stay.branchId === branchId &&
      (stay.entryKind === 'transferred-in' || stay.entryKind === 'unit-transferred-in') &&
      earliestDay(stay.from).slice(0, 7) === month,
  );
  return !isTransferMonth || fixingFor(fixings, month) !== null;
}

/** What was paid for a month at once. */
interface PaidMonth {
  readonly paidOn: IsoDate;
  readonly amount: number;
  readonly isBackPayment: boolean;
}

/** Payments by the months they are for: of one member many months are asked about, several times each. */
const paidMonths = new WeakMap<readonly RegisteredPayment[], ReadonlyMap<string, readonly PaidMonth[]>>();

function paidByMonth(payments: readonly RegisteredPayment[]): ReadonlyMap<string, readonly PaidMonth[]> {
  const known = paidMonths.get(payments);
  if (known !== undefined) return known;
  const months = new Map<string, PaidMonth[]>();
  for (const { kind, lines, paidOn, isBackPayment } of payments) {
    if (kind !== 'monthly') continue;
    for (const { month, amount } of lines) {
      const paid = { paidOn, amount, isBackPayment };
      const of = months.get(month);
      if (of === undefined) months.set(month, [paid]);
      else of.push(paid);
    }
  }
  paidMonths.set(payments, months);
  return months;
}

interface JudgedMonths {
  readonly asOf: IsoDate;
  readonly months: Map<string, MonthOfDues>;
}

/** Months judged already, by whose they are: several checks ask for the same ones. */
const judged = new WeakMap<DuesOfMember, JudgedMonths>();

/** How a month stands on the day. Payments after the day are not seen. */
export function monthOfDues(dues: DuesOfMember, month: string, asOf: IsoDate): MonthOfDues {
  const before = judged.get(dues);
  const known = before?.asOf === asOf ? before : { asOf, months: new Map<string, MonthOfDues>() };
  if (known !== before) judged.set(dues, known);
  const found = known.months.get(month) ?? judgeMonth(dues, month, asOf);
  known.months.set(month, found);
  return found;
}

function judgeMonth(dues: DuesOfMember, month: string, asOf: IsoDate): MonthOfDues {
  let paid = 0;
  let isBackPaid = false;
  for (const { paidOn, amount, isBackPayment } of paidByMonth(dues.payments).get(month) ?? []) {
    if (paidOn > asOf) continue;
    paid += amount;
    isBackPaid ||= isBackPayment && monthsLate(month, paidOn) > 0;
  }
  const isFuture = month > asOf.slice(0, 7);
  const owed = isFuture ? paid > 0 : isOwed(dues, month);
  if (!owed && paid === 0) return { month, state: isFuture ? 'future' : 'none', due: null, paid };
  const reduction = reductionFor(dues.reductions, month);
  const fixed = fixingFor(dues.fixings, month)?.monthlyAmount ?? null;
  const due = !owed ? null : reduction === null ? fixed : reduction.kind === 'exempt' ? 0 : reduction.monthlyAmount;
  return { month, state: stateOf(due, paid, reduction, isBackPaid), due, paid };
}

function stateOf(due: number | null, paid: number, reduction: ReducedDues | null, isBackPaid: boolean): DuesState {
  if (paid === 0) return reduction?.kind === 'exempt' ? 'exempt' : 'unpaid';
  if (due !== null && paid < due) return 'short';
  if (isBackPaid) return 'back-paid';
  return reduction?.kind === 'reduced' ? 'reduced' : 'paid';
}

/** The month the branch's dues begin to be registered with: nothing before it can be called unpaid. `null`: nowhere. */
export function duesBegin(facts: {
  readonly fixings: readonly Pick<DuesFixing, 'from'>[];
  readonly payments: readonly Pick<DuesPayment, 'lines'>[];
}): string | null {
  let first: string | null = null;
  const see = (month: string) => {
    if (first === null || month < first) first = month;
  };
  for (const { from } of facts.fixings) see(from);
  for (const { lines } of facts.payments) for (const { month } of lines) see(month);
  return first;
}

/**
 * Months on end without payment or exemption, up to the last month that is over, newest last. A month not owed here
 * ends the run, as does `begin`.
 */
export function unpaidRun(dues: DuesOfMember, begin: string | null, asOf: IsoDate): string[] {
  const run: string[] = [];
  if (begin === null) return run;
  const current = asOf.slice(0, 7);
  let month = monthEnd(asOf) === asOf ? current : addMonths(current, -1);
  while (month >= begin && monthOfDues(dues, month, asOf).state === 'unpaid') {
    run.unshift(month);
    month = addMonths(month, -1);
  }
  return run;
}

/**
 * Months on end without payment or exemption between `from` and the run that {@link unpaidRun} gives: each run apart,
 * in order. Later months were paid, so the run is over, and still nobody paid these.
 */
export function earlierGaps(dues: DuesOfMember, begin: string | null, from: string, asOf: IsoDate): string[][] {
  const gaps: string[][] = [];
  if (begin === null) return gaps;
  const current = asOf.slice(0, 7);
  const end = unpaidRun(dues, begin, asOf)[0] ?? current;
  let gap: string[] = [];
  for (let month = from < begin ? begin : from; month < end; month = addMonths(month, 1)) {
    if (monthOfDues(dues, month, asOf).state === 'unpaid') gap.push(month);
    else if (gap.length > 0) {
      gaps.push(gap);
      gap = [];
    }
  }
  if (gap.length > 0) gaps.push(gap);
  return gaps;
}

/** Groups records by member, in their order. */
export function byMember<Row extends { memberId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.memberId);
    if (group === undefined) groups.set(row.memberId, [row]);
    else group.push(row);
  }
  return groups;
}
