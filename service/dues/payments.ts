import type { z } from 'zod';
import { blankDuesPayment, DuesPayment, type DuesPaymentDraft } from '../../contract/dues.ts';
import { AppError } from '../../contract/failure.ts';
import type { Member } from '../../contract/member.ts';
import { listDuesPayments } from '../../db/queries/dues.ts';
import { membersById } from '../../db/queries/members.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow, getRow } from '../../db/records.ts';
import { branch, duesPayment, member } from '../../db/schema/index.ts';
import { earliestDay, latestDay, monthEnd } from '../../rules/dates.ts';
import { monthsLate } from '../../rules/dues.ts';
import { amountInWords } from '../../rules/money.ts';
import { type SettingEntry, settingOn } from '../../rules/settings.ts';
import { confirmedReason } from '../confirmed-reason.ts';
import type { ArchiveContext } from '../context.ts';
import type { HandlersOf } from '../handler-types.ts';
import { saveFlatRecord } from '../save.ts';
import { checkReferences, refuse, removeRecord } from './records.ts';

type Draft = z.infer<typeof DuesPaymentDraft>;

export const duesPaymentHandlers = {
  'duesPayment.list': ({ archive }, of) => listDuesPayments(archive.db, of),
  'duesPayment.get': ({ archive }, { id }) => getRow(archive.db, duesPayment, 'duesPayment', id),
  'duesPayment.save': (context, { draft, reason }) => savePayment(context, draft, reason, knownOf(context)),
  'duesPayment.saveMany': (context, { drafts, reason }) => {
    const known = knownOf(context);
    return context.write(() => drafts.map((draft) => savePayment(context, draft, reason, known)), { reason });
  },
  'duesPayment.remove': (context, { second: _second, ...input }) => {
    const { receiptNumber } = getRow(context.archive.db, duesPayment, 'duesPayment', input.id);
    const reason = receiptNumber === '' ? input.reason : confirmedReason(context, input.reason);
    return removeRecord(context, duesPayment, 'duesPayment', { ...input, reason });
  },
  'duesPayment.receipt': ({ archive: { db } }, { id }) => {
    const payment = getRow(db, duesPayment, 'duesPayment', id);
    return {
      payment,
      name: getRow(db, member, 'member', payment.memberId).name,
      branchName: getRow(db, branch, 'branch', payment.branchId).fullName,
      amountInWords: amountInWords(payment.amount),
    };
  },
} satisfies HandlersOf<
  | 'duesPayment.list'
  | 'duesPayment.get'
  | 'duesPayment.save'
  | 'duesPayment.saveMany'
  | 'duesPayment.remove'
  | 'duesPayment.receipt'
>;

/** What the payments of one call share: each member is read once. */
interface Known {
  readonly settings: readonly SettingEntry[];
  personOf(memberId: string): Member | undefined;
}

function knownOf({ archive: { db } }: ArchiveContext): Known {
  const people = new Map<string, Member | undefined>();
  return {
    settings: listSettings(db),
    personOf(memberId) {
      if (!people.has(memberId)) people.set(memberId, membersById(db, [memberId])[0]);
      return people.get(memberId);
    },
  };
}

/** @throws AppError `invalid-input`, `stale-record`, `no-such-record`, `rule-broken` (beyond the limit, not of the branch) */
function savePayment(context: ArchiveContext, draft: Draft, reason: string, known: Known): DuesPayment {
  const { db } = context.archive;
  const stored = findRow(db, duesPayment, draft.id);
  const kind = { record: 'duesPayment', table: duesPayment, schema: DuesPayment, blank: blankDuesPayment } as const;
  return saveFlatRecord(context, kind, { draft: completePayment(draft, stored), reason }, (payment) => {
    checkReferences(db, payment);
    if ((payment.kind === 'voluntary') !== (payment.lines.length === 0))
      refuse('lines', payment.kind === 'voluntary' ? 'none for a voluntary payment' : 'at least one month');
    if (payment.kind === 'voluntary') return;
    const months = payment.lines.map(({ month }) => month);
    if (new Set(months).size < months.length) refuse('lines', 'a month twice');
    if (sumOf(payment.lines) !== payment.amount) refuse('amount', 'not the sum of the lines');
    checkLimit(payment, known.settings);
    for (const month of months) checkRelation(known, payment, month);
  });
}

/** Lines in order of the months; the sum and 补交 follow from them when they are left out. */
function completePayment(draft: Draft, stored: DuesPayment | undefined): Draft {
  if (draft.lines === undefined && draft.paidOn === undefined) return draft;
  const given = draft.lines ?? stored?.lines ?? [];
  const lines = [...given].sort((one, other) => (one.month < other.month ? -1 : 1));
  const paidOn = draft.paidOn ?? stored?.paidOn;
  const isLate = paidOn !== undefined && lines.some(({ month }) => monthsLate(month, paidOn) > 0);
  return {
    ...draft,
    lines,
    amount: draft.amount ?? (lines.length > 0 ? sumOf(lines) : undefined),
    isBackPayment: draft.isBackPayment ?? isLate,
  };
}

function sumOf(lines: readonly { amount: number }[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** Art 12: what lies further back is not collected; what was collected all the same is registered with its reason. */
function checkLimit(payment: DuesPayment, settings: readonly SettingEntry[]): void {
  if (payment.beyondLimitReason.trim() !== '') return;
  const { value: limit, source } = settingOn(settings, 'dues.back-payment-months', payment.paidOn);
  const latest = Math.max(...payment.lines.map(({ month }) => monthsLate(month, payment.paidOn)));
  if (latest <= limit) return;
  throw new AppError({
    code: 'rule-broken',
    rule: 'D2',
    field: 'lines',
    expected: `≤ ${limit}`,
    actual: String(latest),
    source,
  });
}

/** Art 9: dues are paid where the relation is; it must have been here at some time of the month. */
function checkRelation({ personOf }: Known, payment: DuesPayment, month: string): void {
  const person = personOf(payment.memberId);
  const first = `${month}-01`;
  const last = monthEnd(first);
  const isHere = person?.memberships.some(
    (stay) =>
      stay.branchId === payment.branchId &&
      earliestDay(stay.from) <= last &&
      (stay.to === null || latestDay(stay.to) >= first),
  );
  const hasJoined = person !== undefined && person.joinedOn !== null && earliestDay(person.joinedOn) <= last;
  if (isHere && hasJoined) return;
  throw new AppError({
    code: 'rule-broken',
    rule: 'dues-relation',
    field: 'lines',
    expected: payment.branchId,
    actual: month,
    source: '党费规定（2008）第8、9条：预备党员从支部大会通过之日起交纳党费，在组织关系所在支部交纳',
  });
}
