import { z } from 'zod';
import {
  DuesAccountEntry,
  DuesAccountEntryDraft,
  DuesCategory,
  DuesFixing,
  DuesFixingDraft,
  DuesMonth,
  DuesPayment,
  DuesPaymentDraft,
  DuesPublication,
  DuesPublicationDraft,
  DuesReduction,
  DuesReductionDraft,
  DuesRemittance,
  DuesRemittanceDraft,
  DuesSpending,
  DuesSpendingDraft,
  ExcludedItem,
  PayItem,
} from './dues.ts';
import { operation } from './operation.ts';
import { SecondPerson } from './person.ts';
import { saveInput } from './record.ts';
import { Fen, IsoDate, Label, RecordId, Year } from './values.ts';

/** What the rules make of category and income. A range where the locality decides (farmers) or more is voluntary. */
export const DuesComputed = z.strictObject({
  /** Fen; null when the category needs none or nothing is registered. */
  base: z.int().nullable(),
  /** Basis points. */
  rate: z.int().nullable(),
  /** Whole base by one rate, rounded, before the cap; null without a base. */
  byRate: z.int().nullable(),
  /** What is due a month; null without a base. */
  amount: z.int().nullable(),
  /** Least and most that agree with the rules. */
  least: z.int().nullable(),
  most: z.int().nullable(),
  isCapped: z.boolean(),
  source: z.string(),
});
export type DuesComputed = z.infer<typeof DuesComputed>;

export const DuesFixingView = z.strictObject({
  fixing: DuesFixing,
  name: z.string(),
  computed: DuesComputed,
  findings: z.array(z.strictObject({ code: z.string(), field: z.string(), expected: z.string(), actual: z.string() })),
});
export type DuesFixingView = z.infer<typeof DuesFixingView>;

/**
 * 未交、已交、免交、少交、补交; `short`: paid less than due without approval; `none`: not due here that month;
 * `future`: after the reference date. What is not registered is `unpaid`, never `exempt`.
 */
export const DuesState = z.enum(['none', 'future', 'unpaid', 'paid', 'exempt', 'reduced', 'back-paid', 'short']);
export type DuesState = z.infer<typeof DuesState>;

export const DuesCell = z.strictObject({
  month: DuesMonth,
  state: DuesState,
  /** Fen; null when not due, or when no fixing says how much. */
  due: z.int().nullable(),
  paid: z.int(),
  payments: z.array(
    z.strictObject({ id: RecordId, revision: z.int(), amount: z.int(), months: z.int(), paidOn: IsoDate }),
  ),
});
export type DuesCell = z.infer<typeof DuesCell>;

const Sums = { due: z.int(), paid: z.int() };

export const DuesGrid = z.strictObject({
  year: Year,
  rows: z.array(
    z.strictObject({
      memberId: RecordId,
      name: z.string(),
      initials: z.string(),
      groupName: z.string(),
      category: z.enum(['full', 'probationary', 'former']),
      /** The fixing that holds last in the year up to the day. */
      fixing: z
        .strictObject({
          id: RecordId,
          category: DuesCategory,
          base: Fen.nullable(),
          rate: z.int().nullable(),
          monthlyAmount: Fen,
        })
        .nullable(),
      cells: z.array(DuesCell).length(12),
      ...Sums,
      /** Paid less due; only months whose due amount is known. */
      difference: z.int(),
      /** Months on end, up to the last one over, without any payment or exemption. */
      unpaidMonths: z.int(),
      note: z.string(),
    }),
  ),
  months: z.array(z.strictObject({ month: DuesMonth, ...Sums, unpaid: z.int() })).length(12),
  ...Sums,
  difference: z.int(),
  /** 缴费率: person-months paid of person-months due. */
  personMonthsDue: z.int(),
  personMonthsPaid: z.int(),
});
export type DuesGrid = z.infer<typeof DuesGrid>;

/** One movement of the account with the balance after it. */
export const DuesAccountLine = z.strictObject({
  on: IsoDate,
  kind: z.enum(['collected', 'voluntary', 'other-income', 'remitted', 'remitted-centre', 'spent']),
  /** What it was for: title of a spending or income; empty for collections and remittances. */
  title: z.string(),
  purpose: z.string(),
  people: z.int().nullable(),
  from: z.string(),
  to: z.string(),
  income: z.int(),
  remitted: z.int(),
  spent: z.int(),
  /** Null while no opening balance is registered. */
  balance: z.int().nullable(),
  voucherNumber: z.string(),
  handler: z.string(),
  record: z.string(),
  recordId: RecordId,
});
export type DuesAccountLine = z.infer<typeof DuesAccountLine>;

/** opening + income − remitted − spent = balance */
export const DuesBalance = z.strictObject({
  opening: z.int().nullable(),
  income: z.int(),
  collected: z.int(),
  remitted: z.int(),
  spent: z.int(),
  balance: z.int().nullable(),
  lines: z.array(DuesAccountLine),
  /** Every 盘点 up to the day, and by how much it departs from the reckoned balance. */
  counts: z.array(
    z.strictObject({
      id: RecordId,
      on: IsoDate,
      counted: z.int(),
      reckoned: z.int().nullable(),
      difference: z.int().nullable(),
    }),
  ),
});
export type DuesBalance = z.infer<typeof DuesBalance>;

/** 党费收据 of one payment. */
export const DuesReceipt = z.strictObject({
  payment: DuesPayment,
  name: z.string(),
  branchName: z.string(),
  /** Amount in 中文大写. */
  amountInWords: z.string(),
});
export type DuesReceipt = z.infer<typeof DuesReceipt>;

const byId = z.strictObject({ id: RecordId });
const removal = z.strictObject({ id: RecordId, revision: z.int(), reason: Label });
const nothing = z.strictObject({});
const ofYear = z.strictObject({
  branchId: RecordId.optional(),
  memberId: RecordId.optional(),
  year: Year.optional(),
});
const ofBranchYear = z.strictObject({ branchId: RecordId.optional(), year: Year.optional() });
const many = <Draft extends z.ZodType>(draft: Draft) =>
  z.strictObject({ drafts: z.array(draft).min(1).max(2000), reason: z.string().trim().max(500).default('') });

export const duesOperations = {
  'duesFixing.list': operation('read', ofYear, z.array(DuesFixingView)),
  'duesFixing.get': operation('read', byId, DuesFixingView),
  'duesFixing.save': operation('write', saveInput(DuesFixingDraft), DuesFixingView),
  /** All or none, one batch: a year's fixings in one go. */
  'duesFixing.saveMany': operation('write', many(DuesFixingDraft), z.array(DuesFixingView)),
  'duesFixing.remove': operation('write', removal, nothing),
  /** What the rules make of an income; nothing is stored. */
  'dues.compute': operation(
    'read',
    z.strictObject({
      category: DuesCategory,
      payItems: z.array(PayItem).max(40).default([]),
      excludedItems: z.array(ExcludedItem).max(40).default([]),
      /** Where the items are not known. */
      base: Fen.nullable().default(null),
      isVoluntary: z.boolean().default(false),
      on: IsoDate,
    }),
    DuesComputed,
  ),
  'duesReduction.list': operation('read', ofYear, z.array(DuesReduction)),
  'duesReduction.get': operation('read', byId, DuesReduction),
  'duesReduction.save': operation('write', saveInput(DuesReductionDraft), DuesReduction),
  'duesReduction.remove': operation('write', removal, nothing),
  /** By the year they were paid in. */
  'duesPayment.list': operation('read', ofYear, z.array(DuesPayment)),
  'duesPayment.get': operation('read', byId, DuesPayment),
  'duesPayment.save': operation('write', saveInput(DuesPaymentDraft), DuesPayment),
  /** All or none, one batch: a pasted column of the grid. */
  'duesPayment.saveMany': operation('write', many(DuesPaymentDraft), z.array(DuesPayment)),
  /** A payment with a receipt out is removed by two. */
  'duesPayment.remove': operation(
    'write',
    z.strictObject({ ...removal.shape, second: SecondPerson.optional() }),
    nothing,
  ),
  'duesPayment.receipt': operation('read', byId, DuesReceipt),
  'duesRemittance.list': operation('read', ofBranchYear, z.array(DuesRemittance)),
  'duesRemittance.get': operation('read', byId, DuesRemittance),
  'duesRemittance.save': operation('write', saveInput(DuesRemittanceDraft), DuesRemittance),
  'duesRemittance.remove': operation('write', removal, nothing),
  'duesSpending.list': operation('read', ofBranchYear, z.array(DuesSpending)),
  'duesSpending.get': operation('read', byId, DuesSpending),
  'duesSpending.save': operation('write', saveInput(DuesSpendingDraft), DuesSpending),
  'duesSpending.remove': operation('write', removal, nothing),
  'duesAccountEntry.list': operation('read', ofBranchYear, z.array(DuesAccountEntry)),
  'duesAccountEntry.get': operation('read', byId, DuesAccountEntry),
  'duesAccountEntry.save': operation('write', saveInput(DuesAccountEntryDraft), DuesAccountEntry),
  'duesAccountEntry.remove': operation('write', removal, nothing),
  'duesPublication.list': operation('read', ofBranchYear, z.array(DuesPublication)),
  'duesPublication.get': operation('read', byId, DuesPublication),
  'duesPublication.save': operation('write', saveInput(DuesPublicationDraft), DuesPublication),
  'duesPublication.remove': operation('write', removal, nothing),
  'dues.grid': operation('read', z.strictObject({ branchId: RecordId, year: Year, asOf: IsoDate }), DuesGrid),
  /** The account over a period; both days belong to it. */
  'dues.balance': operation('read', z.strictObject({ branchId: RecordId, from: IsoDate, to: IsoDate }), DuesBalance),
};
