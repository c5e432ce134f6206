import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { DuesPayment } from '../../contract/dues.ts';
import { and, asc, eq, gte, lte } from '../drizzle.ts';
import { keptAnswer } from '../kept.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import {
  duesAccountEntry,
  duesFixing,
  duesPayment,
  duesPublication,
  duesReduction,
  duesRemittance,
  duesSpending,
} from '../schema/index.ts';

/** Whose records of which year; what is left out is not asked for. */
export interface DuesScope {
  branchId?: string | undefined;
  memberId?: string | undefined;
  year?: number | undefined;
}

/** Fixings of a year, by member and month. */
export function listDuesFixings(db: ReadableDb, of: DuesScope) {
  const where = conditions(of, of.year === undefined ? [] : ['year = :year']);
  return selectRows(db, duesFixing, `${where} ORDER BY member_id, "${duesFixing.from.name}", id`, { ...of });
}

/** Reductions that touch a year, by member and month. */
export function listDuesReductions(db: ReadableDb, of: DuesScope) {
  return db
    .select()
    .from(duesReduction)
    .where(
      and(
        equals(duesReduction.branchId, of.branchId),
        equals(duesReduction.memberId, of.memberId),
        of.year === undefined ? undefined : lte(duesReduction.from, `${of.year}-12`),
        of.year === undefined ? undefined : gte(duesReduction.to, `${of.year}-01`),
      ),
    )
    .orderBy(asc(duesReduction.memberId), asc(duesReduction.from), asc(duesReduction.id))
    .all();
}

/** Payments paid in a year, by day. */
export function listDuesPayments(db: ReadableDb, of: DuesScope) {
  const where = conditions(of, of.year === undefined ? [] : ['paid_on BETWEEN :first AND :last']);
  const year = of.year === undefined ? {} : { first: `${of.year}-01-01`, last: `${of.year}-12-31` };
  return selectRows(db, duesPayment, `${where} ORDER BY paid_on, id`, { ...of, ...year });
}

/** What grid, account and checks read of a payment. */
export type PaymentFacts = Pick<
  DuesPayment,
  | 'id'
  | 'revision'
  | 'memberId'
  | 'kind'
  | 'lines'
  | 'amount'
  | 'paidOn'
  | 'method'
  | 'collector'
  | 'receiptNumber'
  | 'isBackPayment'
  | 'beyondLimitReason'
>;

/** Payments of a branch up to a day; with `year`, those for a month of it. Plain rows, shared by all who ask: there are tens of thousands. */
export function paymentFacts(db: ReadableDb, of: { branchId: string; asOf: string; year?: number }): PaymentFacts[] {
  return keptAnswer(db, ['dues_payment'], `payments ${JSON.stringify(of)}`, () => readPaymentFacts(db, of));
}

function readPaymentFacts(db: ReadableDb, of: { branchId: string; asOf: string; year?: number }): PaymentFacts[] {
  const months = of.year === undefined ? '' : 'AND last_month >= :first AND first_month <= :last';
  const rows = db.raw
    .prepare(
      `SELECT id, revision, member_id AS memberId, kind, lines, amount, paid_on AS paidOn, method, collector,
         receipt_number AS receiptNumber, is_back_payment AS isBackPayment, beyond_limit_reason AS beyondLimitReason
       FROM dues_payment WHERE branch_id = :branch AND paid_on <= :asOf ${months} ORDER BY paid_on, id`,
    )
    .all({
      branch: of.branchId,
      asOf: of.asOf,
      ...(of.year === undefined ? {} : { first: `${of.year}-01`, last: `${of.year}-12` }),
    }) as (Omit<PaymentFacts, 'lines' | 'isBackPayment'> & { lines: string; isBackPayment: number })[];
  return rows.map((row) =>
    Object.assign(row, {
      lines: JSON.parse(row.lines) as PaymentFacts['lines'],
      isBackPayment: row.isBackPayment === 1,
    }),
  );
}

export function listDuesRemittances(db: ReadableDb, of: DuesScope) {
  return db
    .select()
    .from(duesRemittance)
    .where(and(equals(duesRemittance.branchId, of.branchId), ...paidWithin(duesRemittance.remittedOn, of.year)))
    .orderBy(asc(duesRemittance.remittedOn), asc(duesRemittance.id))
    .all();
}

export function listDuesSpendings(db: ReadableDb, of: DuesScope) {
  return db
    .select()
    .from(duesSpending)
    .where(and(equals(duesSpending.branchId, of.branchId), ...paidWithin(duesSpending.spentOn, of.year)))
    .orderBy(asc(duesSpending.spentOn), asc(duesSpending.id))
    .all();
}

export function listDuesAccountEntries(db: ReadableDb, of: DuesScope) {
  return db
    .select()
    .from(duesAccountEntry)
    .where(and(equals(duesAccountEntry.branchId, of.branchId), ...paidWithin(duesAccountEntry.on, of.year)))
    .orderBy(asc(duesAccountEntry.on), asc(duesAccountEntry.id))
    .all();
}

export function listDuesPublications(db: ReadableDb, of: DuesScope) {
  return db
    .select()
    .from(duesPublication)
    .where(and(equals(duesPublication.branchId, of.branchId), ...paidWithin(duesPublication.publishedOn, of.year)))
    .orderBy(asc(duesPublication.publishedOn), asc(duesPublication.id))
    .all();
}

/** For the long lists, in plain text: only of what is asked for. */
function conditions(of: DuesScope, more: readonly string[]): string {
  const all = [
    ...(of.branchId === undefined ? [] : ['branch_id = :branchId']),
    ...(of.memberId === undefined ? [] : ['member_id = :memberId']),
    ...more,
  ];
  return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
}

function equals(column: SQLiteColumn, value: string | undefined) {
  return value === undefined ? undefined : eq(column, value);
}

function paidWithin(column: SQLiteColumn, year: number | undefined) {
  return year === undefined ? [] : [gte(column, `${year}-01-01`), lte(column, `${year}-12-31`)];
}
