import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { DuesPayment } from '../../contract/dues.ts';
import { and, asc, eq, gte, lte } from '../drizzle.ts';
import { keptAnswer } from '../kept.ts';
import type { ReadableDb } from '../open.ts';
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
  return db
    .select()
    .from(duesFixing)
    .where(
      and(
        equals(duesFixing.branchId, of.branchId),
        equals(duesFixing.memberId, of.memberId),
        of.year === undefined ? undefined : eq(duesFixing.year, of.year),
      ),
    )
    .orderBy(asc(duesFixing.memberId), asc(duesFixing.from), asc(duesFixing.id))
    .all();
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
  return db
    .select()
    .from(duesPayment)
    .where(
      and(
        equals(duesPayment.branchId, of.branchId),
        equals(duesPayment.memberId, of.memberId),
        ...paidWithin(duesPayment.paidOn, of.year),
      ),
    )
    .orderBy(asc(duesPayment.paidOn), asc(duesPayment.id))
    .all();
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

function equals(column: SQLiteColumn, value: string | undefined) {
  return value === undefined ? undefined : eq(column, value);
}

function paidWithin(column: SQLiteColumn, year: number | undefined) {
  return year === undefined ? [] : [gte(column, `${year}-01-01`), lte(column, `${year}-12-31`)];
}
