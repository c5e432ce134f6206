import { z } from 'zod';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId, Year } from './values.ts';

/** 民主评议等次 */
export const AppraisalGrade = z.enum(['excellent', 'qualified', 'basically-qualified', 'unqualified']);
export type AppraisalGrade = z.infer<typeof AppraisalGrade>;

/** One person in a 民主评议. Probationary members take part and are not graded. */
export const AppraisalEntry = z.strictObject({
  memberId: RecordId,
  selfGrade: AppraisalGrade.nullable(),
  mutualGrade: AppraisalGrade.nullable(),
  pollExcellent: z.int().min(0).nullable(),
  pollQualified: z.int().min(0).nullable(),
  pollBasicallyQualified: z.int().min(0).nullable(),
  pollUnqualified: z.int().min(0).nullable(),
  /** 评定等次: a decision with the poll as reference, never computed from it. */
  decidedGrade: AppraisalGrade.nullable(),
  notTakenPartReason: Line,
  note: Line,
});
export type AppraisalEntry = z.infer<typeof AppraisalEntry>;

/** 民主评议党员 of one year (domain.md §7.1). */
const appraisal = defineRecord(
  {
    branchId: RecordId,
    /** The year assessed, often the year before the meeting. */
    year: Year,
    heldOn: IsoDate,
    meetingId: RecordId.nullable(),
    decidedBy: z.enum(['committee-meeting', 'members-meeting']),
    decidedOn: IsoDate.nullable(),
    ballotsIssued: z.int().min(0).nullable(),
    ballotsReturned: z.int().min(0).nullable(),
    ballotsValid: z.int().min(0).nullable(),
    entries: z.array(AppraisalEntry).max(600),
    note: Prose,
  },
  {
    meetingId: null,
    decidedBy: 'members-meeting',
    decidedOn: null,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsValid: null,
    entries: [],
    note: '',
  },
);
export const Appraisal = appraisal.record;
export const AppraisalDraft = appraisal.draft;
export const blankAppraisal = appraisal.blank;
export type Appraisal = z.infer<typeof Appraisal>;

export const AppraisalView = z.strictObject({
  appraisal: Appraisal,
  people: z.array(
    z.strictObject({
      memberId: RecordId,
      name: z.string(),
      sex: z.string(),
      age: z.int().nullable(),
      category: z.enum(['full', 'probationary']),
      isGraded: z.boolean(),
    }),
  ),
  quota: z.strictObject({
    full: z.int(),
    allowed: z.int(),
    given: z.int(),
    arithmetic: z.string(),
    source: z.string(),
  }),
  counts: z.strictObject({
    excellent: z.int(),
    qualified: z.int(),
    basicallyQualified: z.int(),
    unqualified: z.int(),
    ungraded: z.int(),
  }),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      field: z.string(),
      expected: z.string(),
      actual: z.string(),
      source: z.string(),
    }),
  ),
});
export type AppraisalView = z.infer<typeof AppraisalView>;

/** One indicator of the 标准化规范化 sheet: editable, with weight, score and evidence (domain.md §7.2, LOCAL). */
export const Indicator = z.strictObject({
  id: RecordId,
  dimension: Label.max(60),
  text: Label,
  weight: z.number().min(-100).max(200),
  /** `bonus` adds to the total beyond the weights; `veto` decides alone. */
  kind: z.enum(['scored', 'bonus', 'veto']),
  score: z.number().min(-200).max(200).nullable(),
  isVetoed: z.boolean(),
  evidence: Prose,
  evidenceMeetingIds: z.array(RecordId).max(100),
});
export type Indicator = z.infer<typeof Indicator>;

const standardization = defineRecord(
  {
    branchId: RecordId,
    year: Year,
    assessedOn: IsoDate.nullable(),
    /** Where the indicators come from: document of the superior, or the shipped illustration. */
    source: Label,
    indicators: z.array(Indicator).max(300),
    /** 自评 and 上级评定 grades, as the superior names them. */
    selfRating: Line,
    superiorRating: Line,
    assessor: Line,
    note: Prose,
  },
  { assessedOn: null, indicators: [], selfRating: '', superiorRating: '', assessor: '', note: '' },
);
export const Standardization = standardization.record;
export const StandardizationDraft = standardization.draft;
export const blankStandardization = standardization.blank;
export type Standardization = z.infer<typeof Standardization>;

export const StandardizationView = z.strictObject({
  standardization: Standardization,
  /** Sum of what is scored; null while nothing is. Unscored indicators are listed, never counted as zero. */
  total: z.number().nullable(),
  possible: z.number(),
  unscored: z.int(),
  isVetoed: z.boolean(),
  dimensions: z.array(
    z.strictObject({ dimension: z.string(), weight: z.number(), score: z.number().nullable(), unscored: z.int() }),
  ),
});

export type StandardizationView = z.infer<typeof StandardizationView>;

/** 书记述职评议 grade */
export const DutyReportGrade = z.enum(['good', 'fairly-good', 'average', 'poor']);
export type DutyReportGrade = z.infer<typeof DutyReportGrade>;

/** 书记抓基层党建述职评议 (domain.md §7.3). */
const dutyReport = defineRecord(
  {
    branchId: RecordId,
    year: Year,
    reporterId: RecordId.nullable(),
    reporterName: Label.max(60),
    reportedOn: IsoDate.nullable(),
    place: Line,
    /** 述前: preparation, opinions heard */
    preparation: Prose,
    report: Prose,
    /** 上年问题整改 must be listed. */
    lastYearProblems: z
      .array(z.strictObject({ id: RecordId, problem: Prose, measure: Prose, isDone: z.boolean() }))
      .max(60),
    comments: z.array(z.strictObject({ id: RecordId, speaker: Label.max(60), text: Prose })).max(60),
    pollGood: z.int().min(0).nullable(),
    pollFairlyGood: z.int().min(0).nullable(),
    pollAverage: z.int().min(0).nullable(),
    pollPoor: z.int().min(0).nullable(),
    ballotsIssued: z.int().min(0).nullable(),
    ballotsReturned: z.int().min(0).nullable(),
    grade: DutyReportGrade.nullable(),
    decidedBy: Line,
    /** 述后: problems and rectification */
    problems: z
      .array(
        z.strictObject({
          id: RecordId,
          problem: Prose,
          measure: Prose,
          responsible: Line,
          dueOn: IsoDate.nullable(),
          doneOn: IsoDate.nullable(),
        }),
      )
      .max(60),
    note: Prose,
  },
  {
    reporterId: null,
    reportedOn: null,
    place: '',
    preparation: '',
    report: '',
    lastYearProblems: [],
    comments: [],
    pollGood: null,
    pollFairlyGood: null,
    pollAverage: null,
    pollPoor: null,
    ballotsIssued: null,
    ballotsReturned: null,
    grade: null,
    decidedBy: '',
    problems: [],
    note: '',
  },
);
export const DutyReport = dutyReport.record;
export const DutyReportDraft = dutyReport.draft;
export const blankDutyReport = dutyReport.blank;
export type DutyReport = z.infer<typeof DutyReport>;

const ofYear = z.strictObject({ branchId: RecordId.optional(), year: Year.optional() });
const byId = z.strictObject({ id: RecordId });

export const assessmentOperations = {
  'appraisal.list': operation('read', ofYear, z.array(AppraisalView)),
  'appraisal.get': operation('read', byId, AppraisalView),
  /** Computes quota, counts and findings of a draft that is not saved. */
  'appraisal.check': operation('read', z.strictObject({ draft: AppraisalDraft }), AppraisalView),
  'appraisal.save': operation('write', saveInput(AppraisalDraft), AppraisalView),
  'standardization.list': operation('read', ofYear, z.array(StandardizationView)),
  'standardization.get': operation('read', byId, StandardizationView),
  /** A new sheet from the shipped template or from last year's sheet; nothing is stored. */
  'standardization.template': operation(
    'read',
    z.strictObject({ branchId: RecordId, year: Year }),
    z.strictObject({ source: z.string(), indicators: z.array(Indicator) }),
  ),
  'standardization.save': operation('write', saveInput(StandardizationDraft), StandardizationView),
  'dutyReport.list': operation('read', ofYear, z.array(DutyReport)),
  'dutyReport.get': operation('read', byId, DutyReport),
  'dutyReport.save': operation('write', saveInput(DutyReportDraft), DutyReport),
};
