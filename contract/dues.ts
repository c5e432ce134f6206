import { z } from 'zod';
import { defineRecord } from './record.ts';
import { Fen, IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

/** A calendar month, `YYYY-MM`: the month that dues are owed for. */
export const DuesMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type DuesMonth = z.infer<typeof DuesMonth>;

/** 党员交纳党费的类别 (党费规定 Arts 1–6; domain.md §4.1). */
export const DuesCategory = z.enum([
  'wage', // 按月领取工资
  'annual-salary', // 年薪制：当月实际领取的薪酬
  'irregular-income', // 不按月取得收入：上季度月平均纯收入
  'pensioner', // 离退休
  'farmer', // 农民
  'minimum', // 学生、下岗失业、依靠抚恤或救济生活、领取低保
]);
export type DuesCategory = z.infer<typeof DuesCategory>;

/** What does not count towards the base (党费通知 2017 (2), (3); domain.md §4.2). */
export const ExcludedKind = z.enum([
  'income-tax',
  'pension-insurance',
  'medical-insurance',
  'unemployment-insurance',
  'injury-insurance',
  'maternity-insurance',
  'housing-fund',
  'annuity',
  'housing-subsidy',
  'transport-subsidy',
  'official-car-subsidy',
  'communication-subsidy',
  'overtime-subsidy',
  'meal-subsidy',
  'heating-subsidy',
  'heat-subsidy',
  'property-subsidy',
  'special-allowance',
  'incentive-performance',
  'irregular-bonus',
]);
export type ExcludedKind = z.infer<typeof ExcludedKind>;

export const PayItem = z.strictObject({ id: RecordId, name: Label.max(60), amount: Fen });
export type PayItem = z.infer<typeof PayItem>;
export const ExcludedItem = z.strictObject({ id: RecordId, kind: ExcludedKind, note: Line, amount: Fen });
export type ExcludedItem = z.infer<typeof ExcludedItem>;

/** An amount that is paid: nothing is paid with nothing. */
const Paid = Fen.min(1);

/** 党费核定 of one member for a year; a second one of the same year starts in a later month and says why. */
const duesFixing = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    year: Year,
    /** First month it holds for, within the year. */
    from: DuesMonth,
    category: DuesCategory,
    /** Items of the pay slip (for irregular income: net income of the previous quarter). */
    payItems: z.array(PayItem).max(40),
    /** Those among them, and taken from them, that do not count. */
    excludedItems: z.array(ExcludedItem).max(40),
    /** 计算基数, fen a month; null where the category needs none, or it is not registered. */
    base: Fen.nullable(),
    /** Basis points: 50 is 0.5 %. */
    rate: z.int().min(0).max(10_000).nullable(),
    /** 月应交, fen */
    monthlyAmount: Paid,
    /** 自愿多交 */
    isVoluntary: z.boolean(),
    /** Day the member signed. */
    signedOn: IsoDate.nullable(),
    /** Why it was changed during the year. */
    changeNote: Line,
    note: Line,
  },
  {
    payItems: [],
    excludedItems: [],
    base: null,
    rate: null,
    isVoluntary: false,
    signedOn: null,
    changeNote: '',
    note: '',
  },
);
export const DuesFixing = duesFixing.record;
export const DuesFixingDraft = duesFixing.draft;
export const blankDuesFixing = duesFixing.blank;
export type DuesFixing = z.infer<typeof DuesFixing>;

/** 少交、免交 (党费规定 Art 7): studied by the branch, approved by the superior; holds only when both are registered. */
const duesReduction = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    kind: z.enum(['reduced', 'exempt']),
    from: DuesMonth,
    to: DuesMonth,
    /** What is paid a month; null for an exemption. */
    monthlyAmount: Paid.nullable(),
    reason: Line,
    studiedOn: IsoDate.nullable(),
    meetingId: RecordId.nullable(),
    approvedOn: IsoDate.nullable(),
    approvedBy: Line,
    approvalNumber: Line,
    note: Line,
  },
  {
    monthlyAmount: null,
    reason: '',
    studiedOn: null,
    meetingId: null,
    approvedOn: null,
    approvedBy: '',
    approvalNumber: '',
    note: '',
  },
);
export const DuesReduction = duesReduction.record;
export const DuesReductionDraft = duesReduction.draft;
export const blankDuesReduction = duesReduction.blank;
export type DuesReduction = z.infer<typeof DuesReduction>;

/** 现金、转账、微信、代扣；在流入地交纳 is paid, but not collected here (Art 9). */
export const DuesMethod = z.enum(['cash', 'transfer', 'wechat', 'bank-debit', 'elsewhere']);
export type DuesMethod = z.infer<typeof DuesMethod>;

export const DuesPaymentLine = z.strictObject({ month: DuesMonth, amount: Paid });
export type DuesPaymentLine = z.infer<typeof DuesPaymentLine>;

/** 交纳登记: one handing over of money, for one month or several. */
const duesPayment = defineRecord(
  {
    branchId: RecordId,
    memberId: RecordId,
    /** `voluntary`: 自愿一次多交, beside the monthly dues; it has no months. */
    kind: z.enum(['monthly', 'voluntary']),
    lines: z.array(DuesPaymentLine).max(36),
    /** Sum of the lines. */
    amount: Paid,
    paidOn: IsoDate,
    method: DuesMethod,
    collector: Line,
    /** Who handed it over, when not the member. */
    payer: Line,
    /** 补交: for a month already over when it was paid. */
    isBackPayment: z.boolean(),
    /** Why a payment beyond the limit of 补交 is registered all the same. */
    beyondLimitReason: Line,
    receiptNumber: Line,
    note: Line,
  },
  {
    kind: 'monthly',
    lines: [],
    method: 'cash',
    collector: '',
    payer: '',
    beyondLimitReason: '',
    receiptNumber: '',
    note: '',
  },
);
export const DuesPayment = duesPayment.record;
export const DuesPaymentDraft = duesPayment.draft;
export const blankDuesPayment = duesPayment.blank;
export type DuesPayment = z.infer<typeof DuesPayment>;

/** 党费上缴 */
const duesRemittance = defineRecord(
  {
    branchId: RecordId,
    /** `centre`: a voluntary payment of 1000 yuan or more, forwarded whole (Art 11). */
    kind: z.enum(['superior', 'centre']),
    from: DuesMonth,
    to: DuesMonth,
    people: z.int().min(0).max(100_000).nullable(),
    amount: Paid,
    remittedOn: IsoDate,
    receiptNumber: Line,
    handler: Line,
    note: Line,
  },
  { kind: 'superior', people: null, receiptNumber: '', handler: '', note: '' },
);
export const DuesRemittance = duesRemittance.record;
export const DuesRemittanceDraft = duesRemittance.draft;
export const blankDuesRemittance = duesRemittance.blank;
export type DuesRemittance = z.infer<typeof DuesRemittance>;

/** 党费使用: only for activities of the Party (domain.md §4.2). */
export const DuesPurpose = z.enum(['training', 'subscription', 'commendation', 'hardship-aid', 'disaster-relief']);
export type DuesPurpose = z.infer<typeof DuesPurpose>;

const duesSpending = defineRecord(
  {
    branchId: RecordId,
    spentOn: IsoDate,
    purpose: DuesPurpose,
    title: Label,
    amount: Paid,
    approver: Line,
    voucherNumber: Line,
    handler: Line,
    note: Line,
  },
  { approver: '', voucherNumber: '', handler: '', note: '' },
);
export const DuesSpending = duesSpending.record;
export const DuesSpendingDraft = duesSpending.draft;
export const blankDuesSpending = duesSpending.blank;
export type DuesSpending = z.infer<typeof DuesSpending>;

/** What the account holds besides: 期初结余 (before that day's movements), other income, 盘点 (at the day's end). */
const duesAccountEntry = defineRecord(
  {
    branchId: RecordId,
    kind: z.enum(['opening', 'other-income', 'counted']),
    on: IsoDate,
    amount: Fen,
    title: Line,
    voucherNumber: Line,
    handler: Line,
    note: Line,
  },
  { title: '', voucherNumber: '', handler: '', note: '' },
);
export const DuesAccountEntry = duesAccountEntry.record;
export const DuesAccountEntryDraft = duesAccountEntry.draft;
export const blankDuesAccountEntry = duesAccountEntry.blank;
export type DuesAccountEntry = z.infer<typeof DuesAccountEntry>;

/** 党费收缴情况公布 */
const duesPublication = defineRecord(
  {
    branchId: RecordId,
    publishedOn: IsoDate,
    from: DuesMonth,
    to: DuesMonth,
    method: Line,
    meetingId: RecordId.nullable(),
    /** The figures as they were published, fen. */
    collected: Fen.nullable(),
    remitted: Fen.nullable(),
    spent: Fen.nullable(),
    balance: Fen.nullable(),
    note: Prose,
  },
  { method: '', meetingId: null, collected: null, remitted: null, spent: null, balance: null, note: '' },
);
export const DuesPublication = duesPublication.record;
export const DuesPublicationDraft = duesPublication.draft;
export const blankDuesPublication = duesPublication.blank;
export type DuesPublication = z.infer<typeof DuesPublication>;
