import type {
  DuesAccountEntry,
  DuesFixing,
  DuesPayment,
  DuesPublication,
  DuesReduction,
  DuesRemittance,
  DuesSpending,
} from '../../contract/dues.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

const ofBranch = { ...recordColumns, branchId: text('branch_id').notNull() };
const months = { from: text('from_month').notNull(), to: text('to_month').notNull() };

export const duesFixing = sqliteTable('dues_fixing', {
  ...ofBranch,
  memberId: text('member_id').notNull(),
  year: integer().notNull(),
  from: text('from_month').notNull(),
  category: text().notNull().$type<DuesFixing['category']>(),
  payItems: json<DuesFixing['payItems']>('pay_items'),
  excludedItems: json<DuesFixing['excludedItems']>('excluded_items'),
  base: integer(),
  rate: integer(),
  monthlyAmount: integer('monthly_amount').notNull(),
  isVoluntary: integer('is_voluntary', { mode: 'boolean' }).notNull(),
  signedOn: text('signed_on'),
  changeNote: text('change_note').notNull(),
  note: text().notNull(),
} satisfies Record<keyof DuesFixing, unknown>);

export const duesReduction = sqliteTable('dues_reduction', {
  ...ofBranch,
  memberId: text('member_id').notNull(),
  kind: text().notNull().$type<DuesReduction['kind']>(),
  ...months,
  monthlyAmount: integer('monthly_amount'),
  reason: text().notNull(),
  studiedOn: text('studied_on'),
  meetingId: text('meeting_id'),
  approvedOn: text('approved_on'),
  approvedBy: text('approved_by').notNull(),
  approvalNumber: text('approval_number').notNull(),
  note: text().notNull(),
} satisfies Record<keyof DuesReduction, unknown>);

/** The table also has `first_month` and `last_month`, computed from the lines, to find a year's payments by. */
export const duesPayment = sqliteTable('dues_payment', {
  ...ofBranch,
  memberId: text('member_id').notNull(),
  kind: text().notNull().$type<DuesPayment['kind']>(),
  lines: json<DuesPayment['lines']>('lines'),
  amount: integer().notNull(),
  paidOn: text('paid_on').notNull(),
  method: text().notNull().$type<DuesPayment['method']>(),
  collector: text().notNull(),
  payer: text().notNull(),
  isBackPayment: integer('is_back_payment', { mode: 'boolean' }).notNull(),
  beyondLimitReason: text('beyond_limit_reason').notNull(),
  receiptNumber: text('receipt_number').notNull(),
  note: text().notNull(),
} satisfies Record<keyof DuesPayment, unknown>);

export const duesRemittance = sqliteTable('dues_remittance', {
  ...ofBranch,
  kind: text().notNull().$type<DuesRemittance['kind']>(),
  ...months,
  people: integer(),
  amount: integer().notNull(),
  remittedOn: text('remitted_on').notNull(),
  receiptNumber: text('receipt_number').notNull(),
  handler: text().notNull(),
  note: text().notNull(),
} satisfies Record<keyof DuesRemittance, unknown>);

export const duesSpending = sqliteTable('dues_spending', {
  ...ofBranch,
  spentOn: text('spent_on').notNull(),
  purpose: text().notNull().$type<DuesSpending['purpose']>(),
  title: text().notNull(),
  amount: integer().notNull(),
  approver: text().notNull(),
  voucherNumber: text('voucher_number').notNull(),
  handler: text().notNull(),
  note: text().notNull(),
} satisfies Record<keyof DuesSpending, unknown>);

export const duesAccountEntry = sqliteTable('dues_account_entry', {
  ...ofBranch,
  kind: text().notNull().$type<DuesAccountEntry['kind']>(),
  on: text('happened_on').notNull(),
  amount: integer().notNull(),
  title: text().notNull(),
  voucherNumber: text('voucher_number').notNull(),
  handler: text().notNull(),
  note: text().notNull(),
} satisfies Record<keyof DuesAccountEntry, unknown>);

export const duesPublication = sqliteTable('dues_publication', {
  ...ofBranch,
  publishedOn: text('published_on').notNull(),
  ...months,
  method: text().notNull(),
  meetingId: text('meeting_id'),
  collected: integer(),
  remitted: integer(),
  spent: integer(),
  balance: integer(),
  note: text().notNull(),
} satisfies Record<keyof DuesPublication, unknown>);
