import { z } from 'zod';
import { DocumentState, ReviewKind } from './development.ts';
import { DueSeverity } from './due.ts';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, RecordId } from './values.ts';

/**
 * What a step is known by: 1 to 25 are the steps of the shipped template and stay theirs, 26 to 99 are steps that a
 * province adds. The number shown is the place of the step in the template of the day.
 */
export const StepNumber = z.int().min(1).max(99);

/** A limit counted by the calendar from the actual day of other steps; from the latest where there are several. */
export const StepBound = z.strictObject({
  after: z.array(StepNumber).min(1).max(20),
  months: z.int().min(-60).max(60),
  days: z.int().min(-400).max(400),
  /** `true` blocks, `false` only warns. */
  isHard: z.boolean(),
  isLocal: z.boolean(),
  /** Whether an extension of probation moves the limit. */
  movesWithExtension: z.boolean(),
});
export type StepBound = z.infer<typeof StepBound>;

export const StepTemplate = z.strictObject({
  no: StepNumber,
  stage: z.int().min(1).max(5),
  name: Label.max(60),
  actor: Line.max(100),
  /** Full years of age the person must have, a hard limit. */
  minimumAge: z.int().min(18).max(60).nullable(),
  earliest: StepBound.nullable(),
  latest: StepBound.nullable(),
  /** The step must lie before this one. */
  before: StepNumber.nullable(),
  periods: z.array(z.strictObject({ months: z.int().min(1).max(24), kind: ReviewKind, isLocal: z.boolean() })).max(10),
  vote: z.enum(['V1']).nullable(),
  documents: z.array(z.strictObject({ title: Label, isOptional: z.boolean() })).max(30),
  checks: z.array(Label).max(20),
  /** Where the step comes from: the regulation and article, or the province's own document. */
  source: Label,
});
export type StepTemplate = z.infer<typeof StepTemplate>;

/**
 * A version of the steps that a province or superior has laid down, valid from its day until the next one's. A
 * version is never rewritten: what is to be taken back is entered as a new version.
 */
export const developmentTemplate = defineRecord(
  {
    from: IsoDate,
    /** Set by the program: 1 for the first that was entered; what a draft says of it is ignored. */
    version: z.int().min(1).max(100_000),
    source: Label,
    note: Line,
    steps: z.array(StepTemplate).min(1).max(60),
  },
  { version: 1, note: '' },
);
export type DevelopmentTemplateVersion = z.infer<typeof developmentTemplate.record>;

/** The template as it is worked by; version 0 is the shipped one, which holds before any other. */
export const DevelopmentTemplate = z.strictObject({
  id: RecordId,
  version: z.int(),
  from: IsoDate,
  source: z.string(),
  note: z.string(),
  stages: z.array(z.string()).length(5),
  steps: z.array(StepTemplate),
  /** The five papers without which a file is not archived. */
  coreDocuments: z.array(z.strictObject({ name: z.string(), titles: z.array(z.string()) })),
});
export type DevelopmentTemplate = z.infer<typeof DevelopmentTemplate>;

export const DevelopmentStage = z.enum([
  'applicant', // 入党申请人
  'activist', // 入党积极分子
  'candidate', // 发展对象
  'probationary', // 预备党员
  'full', // 已转正
  'cancelled', // 取消预备党员资格
]);
export type DevelopmentStage = z.infer<typeof DevelopmentStage>;

/** When a step may and should be: computed from the actual days of other steps. */
export const StepWindow = z.strictObject({
  earliest: IsoDate.nullable(),
  isEarliestHard: z.boolean(),
  latest: IsoDate.nullable(),
  isLatestHard: z.boolean(),
  /** Steps that must come first and are not done. */
  awaits: z.array(z.int()),
});
export type StepWindow = z.infer<typeof StepWindow>;

/** One step of a person: where it stands, and what papers it lacks. */
export const StepState = StepWindow.extend({
  no: StepNumber,
  /** The number shown: its place among the steps that are asked of this person. */
  position: z.int(),
  /** Name and stage by the version valid when it was done, or by today's. */
  name: z.string(),
  stage: z.int(),
  state: z.enum([
    'done',
    'rejected', // the last attempt failed
    'overdue',
    'next',
    'open', // may be done
    'waiting', // something else comes first
  ]),
  on: IsoDate.nullable(),
  attempts: z.int(),
  isLateEntry: z.boolean(),
  documents: z.array(z.strictObject({ title: z.string(), isOptional: z.boolean(), state: DocumentState })),
});
export type StepState = z.infer<typeof StepState>;

/**
 * What is to be done again and again during a step (考察, 思想汇报, 谈话), and where there was too long a pause: from
 * `from` or the last time to the next, or to the day asked about.
 */
export const Rhythm = z.strictObject({
  stepNo: StepNumber,
  kind: ReviewKind,
  months: z.int(),
  isLocal: z.boolean(),
  from: IsoDate,
  /** The day on which the duty ended; `null` while it lasts. */
  until: IsoDate.nullable(),
  days: z.array(IsoDate),
  gaps: z.array(z.strictObject({ from: IsoDate, to: IsoDate, isOpen: z.boolean() })),
  /** Latest day of the next time; `null` when the duty has ended. */
  dueOn: IsoDate.nullable(),
});
export type Rhythm = z.infer<typeof Rhythm>;

export const DevelopmentFinding = z.strictObject({
  rule: z.string(),
  code: z.string(),
  severity: DueSeverity,
  stepNo: z.int().nullable(),
  dueOn: IsoDate.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  expected: z.string(),
  actual: z.string(),
  source: z.string(),
});
export type DevelopmentFinding = z.infer<typeof DevelopmentFinding>;

/** The person's own progress, with what stands behind each point. Private: never a ranking, not printed. */
export const DevelopmentProgress = z.strictObject({
  points: z.int(),
  possible: z.int(),
  evidence: z.array(z.strictObject({ stepNo: z.int(), what: z.string(), points: z.int() })),
});

export const DevelopmentReport = z.strictObject({
  id: RecordId,
  name: z.string(),
  stage: DevelopmentStage,
  isClosed: z.boolean(),
  nextStep: z.int().nullable(),
  probationEndsOn: IsoDate.nullable(),
  steps: z.array(StepState),
  rhythms: z.array(Rhythm),
  findings: z.array(DevelopmentFinding),
  progress: DevelopmentProgress,
});
export type DevelopmentReport = z.infer<typeof DevelopmentReport>;

export const developmentTemplateOperations = {
  /** The shipped template (version 0) and every version entered, in the order in which they begin to hold. */
  'developmentTemplate.list': operation('read', z.strictObject({}), z.array(DevelopmentTemplate)),
  'developmentTemplate.get': operation('read', z.strictObject({ id: RecordId }), developmentTemplate.record),
  /**
   * Enters a version. What the regulation fixes stays: a step that carries a hard limit or that one counts from may
   * not be left out, a hard limit not be shortened, softened or counted from elsewhere, a core paper not be renamed;
   * else `rule-broken` `development-template`. A version is not changed once entered.
   */
  'developmentTemplate.save': operation('write', saveInput(developmentTemplate.draft), developmentTemplate.record),
};
