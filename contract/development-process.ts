import { z } from 'zod';
import { DocumentState, ReviewKind } from './development.ts';
import { DueSeverity } from './due.ts';
import { IsoDate, RecordId } from './values.ts';

/** A limit counted by the calendar from the actual day of other steps; from the latest where there are several. */
export const StepBound = z.strictObject({
  after: z.array(z.int()).min(1),
  months: z.int(),
  days: z.int(),
  /** `true` blocks, `false` only warns. */
  isHard: z.boolean(),
  isLocal: z.boolean(),
  /** Whether an extension of probation moves the limit. */
  movesWithExtension: z.boolean(),
});
export type StepBound = z.infer<typeof StepBound>;

export const StepTemplate = z.strictObject({
  no: z.int(),
  stage: z.int().min(1).max(5),
  name: z.string(),
  actor: z.string(),
  /** Full years of age the person must have, a hard limit. */
  minimumAge: z.int().nullable(),
  earliest: StepBound.nullable(),
  latest: StepBound.nullable(),
  /** The step must lie before this one. */
  before: z.int().nullable(),
  periods: z.array(z.strictObject({ months: z.int(), kind: ReviewKind, isLocal: z.boolean() })),
  vote: z.enum(['V1']).nullable(),
  documents: z.array(z.strictObject({ title: z.string(), isOptional: z.boolean() })),
  checks: z.array(z.string()),
  source: z.string(),
});
export type StepTemplate = z.infer<typeof StepTemplate>;

export const DevelopmentTemplate = z.strictObject({
  source: z.string(),
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
  no: z.int(),
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
  findings: z.array(DevelopmentFinding),
  progress: DevelopmentProgress,
});
export type DevelopmentReport = z.infer<typeof DevelopmentReport>;
