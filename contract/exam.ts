import { z } from 'zod';
import { TrainingContent, TrainingForm } from './education.ts';
import { QuestionKind } from './question.ts';
import { defineRecord } from './record.ts';
import { IsoDate, Label, Line, RecordId, Revision } from './values.ts';

/** A mark or a sum of marks, in halves. */
export const Mark = z.number().min(0).max(1000).multipleOf(0.5);

const planned = {
  branchId: RecordId,
  title: Label,
  heldOn: IsoDate,
  place: Line,
  /** Of the seven contents of 教管条例 Ch. 3; `party-rules` makes it a 党章党规党纪 test. */
  contents: z
    .array(TrainingContent)
    .max(7)
    .refine((all) => new Set(all).size === all.length, 'twice the same'),
  mode: z.enum(['screen', 'paper']),
  /** `null`: a paper from elsewhere, of which only the sums are entered. */
  paperId: RecordId.nullable(),
  /** 满分; with a paper of the archive, that of the paper. */
  fullMark: Mark.min(1),
  /** 及格线 */
  passMark: Mark,
  durationMinutes: z.int().min(1).max(600),
  /** Form its study hours count as. */
  form: TrainingForm,
  /** A training it belongs to: its results are written there, and it gives no hours of its own. */
  linkedTrainingId: RecordId.nullable(),
  /** Who need not take it, with the reason; who is exempt by status is not listed. */
  excused: z
    .array(z.strictObject({ memberId: RecordId, reason: Label }))
    .max(2000)
    .refine((all) => new Set(all.map(({ memberId }) => memberId)).size === all.length, 'twice the same'),
  note: Line,
};

const plan = defineRecord(planned, {
  place: '',
  contents: [],
  mode: 'screen',
  paperId: null,
  durationMinutes: 60,
  form: 'self-study',
  linkedTrainingId: null,
  excused: [],
  note: '',
});

/** 考试 */
export const exam = {
  ...plan,
  record: z.strictObject({
    ...plan.record.shape,
    /** The training its results were written to: always the same one, so that nothing counts twice. */
    trainingId: RecordId.nullable(),
    /** The results stand from this day on. */
    closedOn: IsoDate.nullable(),
  }),
};
export type Exam = z.infer<typeof exam.record>;

export const ExamAnswer = z.strictObject({
  /** Number of the question on the paper, from 1. */
  number: z.int().min(1).max(500),
  /** Places of the options chosen, from 0, in order. */
  chosen: z.array(z.int().min(0).max(7)).max(8),
  text: z.string().max(4000),
});
export type ExamAnswer = z.infer<typeof ExamAnswer>;

/** What was chosen on a sheet of paper, copied by its letters; none of the options: left blank. */
export const PaperAnswer = ExamAnswer.omit({ text: true });
export type PaperAnswer = z.infer<typeof PaperAnswer>;

export const HandMark = z.strictObject({ number: z.int().min(1).max(500), points: Mark });
export type HandMark = z.infer<typeof HandMark>;

/** 答卷: one person's part in an exam. */
export const ExamSitting = z.strictObject({
  id: RecordId,
  revision: Revision,
  examId: RecordId,
  memberId: RecordId,
  mode: z.enum(['screen', 'paper']),
  /** ISO times by the engine's clock; `null` on paper. */
  startedAt: z.string().nullable(),
  /** Latest time the engine saw it: its time never runs backwards. */
  lastSeenAt: z.string().nullable(),
  /** Time given back after an interruption, and why. */
  extraMinutes: z.int().min(0).max(600),
  extraReason: Line,
  submittedAt: z.string().nullable(),
  endedBy: z.enum(['submission', 'time', 'entry']).nullable(),
  /** Sum entered from a paper; stands before the marks of single questions. */
  total: Mark.nullable(),
  /** Marks given by hand. */
  marks: z.array(HandMark).max(500),
  answers: z.array(ExamAnswer).max(500),
});
export type ExamSitting = z.infer<typeof ExamSitting>;

/** 合格证书: a number of the branch's series of the year; never removed, only voided. */
export const ExamCertificate = z.strictObject({
  id: RecordId,
  revision: Revision,
  branchId: RecordId,
  examId: RecordId,
  memberId: RecordId,
  year: z.int(),
  sequence: z.int().min(1),
  /** `2026-001` */
  number: z.string(),
  issuedOn: IsoDate,
  score: Mark,
  voidedOn: IsoDate.nullable(),
  voidReason: Line,
});
export type ExamCertificate = z.infer<typeof ExamCertificate>;

export const SittingState = z.enum([
  'exempt', // 免考, by status
  'excused', // 免考, by the exam
  'absent', // 未参考
  'running', // 正在答题
  'waiting', // 待阅卷
  'marked', // 已有成绩
]);
export type SittingState = z.infer<typeof SittingState>;

/** One person of an exam's list. */
export const ExamRow = z.strictObject({
  memberId: RecordId,
  name: z.string(),
  initials: z.string(),
  groupName: z.string(),
  state: SittingState,
  sittingId: RecordId.nullable(),
  revision: z.int(),
  /** Seconds left of a running sitting; 0 when its time is over. */
  remaining: z.int().nullable(),
  /** `null` until every question is marked. */
  score: z.number().nullable(),
  passed: z.boolean().nullable(),
  certificate: z.string(),
  excuse: z.string(),
});
export type ExamRow = z.infer<typeof ExamRow>;

export const ExamCounts = z.strictObject({
  /** 应考, 参考, 及格; and papers that wait for marking. */
  expected: z.int(),
  taken: z.int(),
  passed: z.int(),
  waiting: z.int(),
  /** 参考率 = 参考 ÷ 应考, 及格率 = 及格 ÷ 参考; `null` of nobody. */
  participation: z.number().nullable(),
  passRate: z.number().nullable(),
});
export type ExamCounts = z.infer<typeof ExamCounts>;

/** A question as it is shown to who answers it: nothing of its key. */
export const AskedQuestion = z.strictObject({
  number: z.int(),
  part: z.int(),
  kind: QuestionKind,
  stem: z.string(),
  options: z.array(z.string()),
  points: z.number(),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** The page of one person's exam on screen. */
export const SittingPage = z.strictObject({
  sittingId: RecordId,
  examId: RecordId,
  title: z.string(),
  memberName: z.string(),
  fullMark: z.number(),
  passMark: z.number(),
  /** Seconds left by the engine's clock. */
  remaining: z.int(),
  isOver: z.boolean(),
  questions: z.array(AskedQuestion),
  answers: z.array(ExamAnswer),
});
export type SittingPage = z.infer<typeof SittingPage>;

/** A question of a submitted paper with its key, what was answered and what it got. */
export const MarkedLine = z.strictObject({
  ...AskedQuestion.shape,
  correct: z.array(z.int()),
  referenceAnswer: z.string(),
  explanation: z.string(),
  chosen: z.array(z.int()),
  text: z.string(),
  /** `null` while it waits for a mark. */
  mark: z.number().nullable(),
  isByHand: z.boolean(),
});
export type MarkedLine = z.infer<typeof MarkedLine>;
