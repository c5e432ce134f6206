import { z } from 'zod';
import { defineRecord } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

/** Points in tenths, whole: 25 is 2.5 points. What is taken away has its sign from the kind of the item. */
export const Tenths = z.int().min(0).max(100_000);
const SignedTenths = z.int().min(-100_000).max(100_000);

/** Records that an item can be proposed from: attendance, study, service, honours. */
export const PointsSource = z.enum([
  'members-meeting',
  'committee-meeting',
  'group-meeting',
  'party-lesson',
  'theme-day',
  'organizational-life',
  'democratic-appraisal',
  'absence', // 缺席, without a reason accepted
  'superior-training', // 上级组织的集中培训
  'branch-training', // 本支部的集中培训
  'online', // 网络学习
  'self-study', // 自学
  'practice', // 实践
  'course', // 学完一门课程
  'volunteer', // 志愿服务
  'pledge', // 承诺践诺
  'post-of-duty', // 设岗定责
  'honour', // 表彰
]);
export type PointsSource = z.infer<typeof PointsSource>;

/** One line of the scheme: what earns or costs points, and how much (domain.md §7.4, LOCAL). */
export const PointsItem = z.strictObject({
  id: RecordId,
  category: Label.max(60),
  text: Label,
  /** `veto`: 一票否决, decides alone. */
  kind: z.enum(['plus', 'minus', 'veto']),
  tenths: Tenths,
  /** For each time, each hour of the record, or once in the period. */
  per: z.enum(['time', 'hour', 'month', 'quarter', 'year']),
  /** The most that counts in a period; null: no limit. */
  cap: Tenths.nullable(),
  capPeriod: z.enum(['month', 'quarter', 'year']),
  /** What has to be shown: 签到表, 笔记, 证书. */
  evidence: Line,
  /** Records it is proposed from; none: entered by hand. */
  sources: z
    .array(PointsSource)
    .max(18)
    .refine((sources) => new Set(sources).size === sources.length, 'twice'),
  /** Days a training has to last, for items by its length. */
  leastDays: z.int().min(1).max(400).nullable(),
  mostDays: z.int().min(1).max(400).nullable(),
});
export type PointsItem = z.infer<typeof PointsItem>;

export const PointsBand = z.strictObject({ name: Label.max(20), from: SignedTenths });

function areUnlike(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

/** 积分方案: a branch's own rules, for whole years. Not in force until a first year is chosen. */
export const pointsScheme = defineRecord(
  {
    branchId: RecordId,
    name: Label.max(60),
    /** Where it comes from: the superior's document, or the sample it was made of. */
    source: Prose.min(1).max(2000),
    /** First and last year it holds; null as first: not chosen yet. */
    fromYear: Year.nullable(),
    toYear: Year.nullable(),
    /** What base, floor and cap are for; a year is the sum of its cycles. */
    cycle: z.enum(['month', 'quarter', 'year']),
    base: Tenths,
    floor: SignedTenths.nullable(),
    cap: SignedTenths.nullable(),
    /** Share of a year that goes into the next year's first base, while the scheme stays the same. */
    carryPercent: z.int().min(0).max(100),
    /** What an item of kind `veto` makes zero. */
    veto: z.enum(['none', 'cycle', 'year']),
    /** Who decides last: 支委会, or 支委会初评 and then 党员大会评定. */
    approval: z.enum(['committee', 'members-meeting']),
    /** Base of who joined in the middle of a cycle. */
    joiners: z.enum(['base', 'pro-rata', 'branch-average']),
    exemptsRetired: z.boolean(),
    /** Who has been away for so many months takes no part; null: takes part. */
    exemptsMobileMonths: z.int().min(1).max(60).nullable(),
    /** Others who take no part, by decision of the branch; `to` is the last day. */
    exemptions: z
      .array(z.strictObject({ memberId: RecordId, from: IsoDate, to: IsoDate.nullable(), reason: Line }))
      .max(600),
    /** The most that a category can add in one cycle. */
    categoryCaps: z
      .array(z.strictObject({ category: Label.max(60), tenths: Tenths }))
      .max(60)
      .refine((caps) => areUnlike(caps.map(({ category }) => category)), 'twice'),
    /** 等次 of a year, by its least points. */
    bands: z
      .array(PointsBand)
      .max(12)
      .refine((bands) => areUnlike(bands.map(({ from }) => String(from))), 'twice'),
    items: z
      .array(PointsItem)
      .max(200)
      .refine((items) => areUnlike(items.map(({ id }) => id)), 'twice'),
    /** 排名: only where the branch turned it on. */
    isRanked: z.boolean(),
    note: Prose,
  },
  {
    fromYear: null,
    toYear: null,
    cycle: 'year',
    base: 0,
    floor: 0,
    cap: null,
    carryPercent: 0,
    veto: 'none',
    approval: 'members-meeting',
    joiners: 'base',
    exemptsRetired: true,
    exemptsMobileMonths: 6,
    exemptions: [],
    categoryCaps: [],
    bands: [],
    items: [],
    isRanked: false,
    note: '',
  },
);
export type PointsScheme = z.infer<typeof pointsScheme.record>;

export const PointsOrigin = z.enum(['meeting', 'training', 'service', 'honour', 'course']);
export type PointsOrigin = z.infer<typeof PointsOrigin>;

const entry = defineRecord(
  {
    branchId: RecordId,
    schemeId: RecordId,
    itemId: RecordId,
    memberId: RecordId,
    on: IsoDate,
    tenths: Tenths,
    evidence: Prose,
  },
  { evidence: '' },
);

/** 积分记录: what was entered or accepted, and what was decided on it. */
export const PointsEntry = entry.record.extend({
  /** The record it was proposed from. */
  originRecord: PointsOrigin.nullable(),
  originId: RecordId.nullable(),
  /** 支委会初评 */
  reviewedOn: IsoDate.nullable(),
  reviewedBy: Line,
  /** 党员大会评定 */
  approvedOn: IsoDate.nullable(),
  approvedBy: Line,
  refusedOn: IsoDate.nullable(),
  refusedReason: Line,
});
export type PointsEntry = z.infer<typeof PointsEntry>;
export const PointsEntryDraft = entry.draft;

/** What a new entry starts from: nothing decided. */
export const blankPointsEntry = {
  evidence: '',
  originRecord: null,
  originId: null,
  reviewedOn: null,
  reviewedBy: '',
  approvedOn: null,
  approvedBy: '',
  refusedOn: null,
  refusedReason: '',
} as const;
