import { z } from 'zod';
import { IdNumber } from './member.ts';
import { defineRecord } from './record.ts';
import { IsoDate, Label, Line, PartialDate, Prose, RecordId, Year } from './values.ts';

/** How one entry of a step ended. `waived` is for the training of a special case, with the reason. */
export const StepResult = z.enum([
  'passed', // 完成、同意、通过
  'rejected', // 不同意、未通过
  'extended', // 延长预备期（步骤23）
  'cancelled', // 取消预备党员资格（步骤23）
  'waived', // 个别特殊情况未经培训（步骤11）
]);
export type StepResult = z.infer<typeof StepResult>;

/** One entry of a step. A step entered again after a failed vote or a change of unit is a further attempt. */
export const DevelopmentStep = z.strictObject({
  id: RecordId,
  /** See `StepNumber` in development-process.ts. */
  no: z.int().min(1).max(99),
  attempt: z.int().min(1).max(20),
  on: IsoDate,
  result: StepResult,
  actorName: Line,
  handlerName: Line,
  conclusion: Prose,
  documentNumber: Line,
  /** The 支部党员大会 and the V1 vote of it (steps 15 and 23). */
  meetingId: RecordId.nullable(),
  voteId: RecordId.nullable(),
  /** Months an extension of probation lasts: 6 to 12. */
  months: z.int().min(1).max(24).nullable(),
  /** Why a soft limit was passed, a training waived, or the meeting is not in the archive. */
  reason: Line,
  /** Set by the program: the day the entry was made; what a draft says of it is ignored. */
  enteredOn: IsoDate.nullable(),
});
export type DevelopmentStep = z.infer<typeof DevelopmentStep>;

export const DocumentState = z.enum(['missing', 'submitted', 'accepted', 'returned']);
export type DocumentState = z.infer<typeof DocumentState>;

/** A paper of the file: whether it is there, where the original lies, and what the reviewer found. */
export const DevelopmentDocument = z.strictObject({
  id: RecordId,
  stepNo: z.int().min(1).max(99),
  title: Label,
  state: DocumentState,
  returnReason: Line,
  hasBeenSeen: z.boolean(),
  pages: z.int().min(1).max(5000).nullable(),
  location: Line,
  submittedBy: Line,
  submittedOn: IsoDate.nullable(),
  reviewer: Line,
  reviewedOn: IsoDate.nullable(),
  /** Set by the program: the person of the archive who entered that the paper is in. */
  submissionEnteredBy: z.string().max(60).nullable().default(null),
});
export type DevelopmentDocument = z.infer<typeof DevelopmentDocument>;

/** 培养联系人 (one or two) or 入党介绍人 (exactly two): full members with rights on the day they take it on. */
export const Sponsor = z.strictObject({
  id: RecordId,
  memberId: RecordId,
  from: IsoDate,
  to: IsoDate.nullable(),
});
export type Sponsor = z.infer<typeof Sponsor>;

export const ReviewKind = z.enum([
  'branch-review', // 党支部考察
  'thought-report', // 思想汇报
  'contact-talk', // 培养联系人谈话
  'probation-review', // 预备党员考察
]);
export type ReviewKind = z.infer<typeof ReviewKind>;

export const Review = z.strictObject({ id: RecordId, kind: ReviewKind, on: IsoDate, by: Line, content: Prose });
export type Review = z.infer<typeof Review>;

/** 集中培训. Of a candidate at least 3 days or 24 hours count (发展细则 Art 17). */
export const Training = z.strictObject({
  id: RecordId,
  kind: z.enum(['activist', 'candidate', 'probationary']),
  from: IsoDate,
  to: IsoDate,
  days: z.number().min(0).max(60).nullable(),
  hours: z.number().min(0).max(500).nullable(),
  organiser: Line,
  certificate: Line,
});
export type Training = z.infer<typeof Training>;

/** 公示 before 发展对象, admission or confirmation. */
export const Publicity = z.strictObject({
  id: RecordId,
  kind: z.enum(['candidate', 'admission', 'confirmation']),
  from: IsoDate,
  to: IsoDate,
  place: Line,
  outcome: Line,
});
export type Publicity = z.infer<typeof Publicity>;

/** What else belongs to the person's file: party lessons, awards, community service. */
export const Activity = z.strictObject({
  id: RecordId,
  kind: z.enum(['party-lesson', 'award', 'community-service', 'other']),
  on: IsoDate,
  content: Line,
  hours: z.number().min(0).max(1000).nullable(),
  evidence: Line,
});
export type Activity = z.infer<typeof Activity>;

/**
 * 变动单位: the person came from another unit, or went to one. What was done before the day of coming was done there,
 * and its time counts on (发展细则第12条).
 */
export const Move = z.strictObject({
  id: RecordId,
  kind: z.enum(['in', 'out']),
  on: IsoDate,
  /** The other unit's Party organisation. */
  unit: Label,
  /** Materials of training and observation were handed over. */
  hasMaterials: z.boolean(),
  note: Line,
});
export type Move = z.infer<typeof Move>;

/** One person on the way to membership; becomes a member by the vote and the superior's approval (steps 15 and 17). */
export const developmentCase = defineRecord(
  {
    branchId: RecordId,
    name: Label.max(60),
    sex: z.enum(['0', '1', '2', '9']),
    idNumber: IdNumber.nullable(),
    bornOn: PartialDate.nullable(),
    ethnicity: z
      .string()
      .regex(/^\d{2}$/)
      .nullable(),
    education: z
      .string()
      .regex(/^\d{2}$/)
      .nullable(),
    employer: Line,
    /** 生产、工作一线 */
    isFrontLine: z.boolean(),
    mobilePhone: Line.max(30),
    /** The member record; set by the program on admission, or by hand for somebody who is registered already. */
    memberId: RecordId.nullable(),
    /** Party group the probationary member joins (step 19). */
    groupId: RecordId.nullable(),
    /** Day on which the person leaves the unit, where that is foreseen. */
    leavesUnitOn: IsoDate.nullable(),
    /** Left off before the end: withdrawn, handed over to another unit, no longer an activist. */
    closedOn: IsoDate.nullable(),
    closedReason: Line,
    steps: z.array(DevelopmentStep).max(200),
    documents: z.array(DevelopmentDocument).max(300),
    contacts: z.array(Sponsor).max(20),
    introducers: z.array(Sponsor).max(20),
    reviews: z.array(Review).max(200),
    trainings: z.array(Training).max(40),
    publicities: z.array(Publicity).max(20),
    activities: z.array(Activity).max(200),
    moves: z.array(Move).max(20),
    note: Prose,
  },
  {
    sex: '9',
    idNumber: null,
    bornOn: null,
    ethnicity: null,
    education: null,
    employer: '',
    isFrontLine: false,
    mobilePhone: '',
    memberId: null,
    groupId: null,
    leavesUnitOn: null,
    closedOn: null,
    closedReason: '',
    steps: [],
    documents: [],
    contacts: [],
    introducers: [],
    reviews: [],
    trainings: [],
    publicities: [],
    activities: [],
    moves: [],
    note: '',
  },
);
export type DevelopmentCase = z.infer<typeof developmentCase.record>;

/** What is sent out: ID number masked. */
export const DevelopmentCaseView = developmentCase.record.extend({ idNumber: z.string().nullable() });
export type DevelopmentCaseView = z.infer<typeof DevelopmentCaseView>;

/** 年度发展党员计划, handed down by the superior. One a year and branch. */
export const developmentPlan = defineRecord(
  { branchId: RecordId, year: Year, quota: z.int().min(0).max(1000), documentNumber: Line, note: Prose },
  { documentNumber: '', note: '' },
);
export type DevelopmentPlan = z.infer<typeof developmentPlan.record>;
