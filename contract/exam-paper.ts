import { z } from 'zod';
import { TrainingContent } from './education.ts';
import { operation } from './operation.ts';
import { Difficulty, QuestionKind, questionText } from './question.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, RecordId } from './values.ts';

/** Points of one question, in halves. */
export const QuestionPoints = z.number().min(0.5).max(100).multipleOf(0.5);

/** 大题: so many questions of a kind, drawn by rule. */
export const PaperPart = z
  .strictObject({
    kind: QuestionKind,
    count: z.int().min(1).max(200),
    /** `null`: of any content. */
    content: TrainingContent.nullable(),
    /** Empty: with any tag or none. */
    tag: Line.max(40),
    difficultyFrom: Difficulty,
    difficultyTo: Difficulty,
    /** For each question. */
    points: QuestionPoints,
  })
  .refine((part) => part.difficultyFrom <= part.difficultyTo, { path: ['difficultyTo'], error: 'before from' });
export type PaperPart = z.infer<typeof PaperPart>;

/** A question as it stands on a paper: its text and key as they were. */
export const PaperQuestion = z.strictObject({
  questionId: RecordId,
  /** Place of its part, from 0. */
  part: z.int().min(0).max(19),
  ...questionText,
  points: QuestionPoints,
});
export type PaperQuestion = z.infer<typeof PaperQuestion>;

const plan = defineRecord(
  {
    branchId: RecordId,
    title: Label,
    parts: z.array(PaperPart).min(1).max(20),
    /** The same seed over the same bank draws the same questions. */
    seed: z.int().min(1).max(999_999),
    /** Printed under the title: 考试须知 */
    instructions: Line,
  },
  { instructions: '' },
);

/** 试卷: drawn anew with every save until it is issued; from then on fixed. */
export const examPaper = {
  ...plan,
  record: z.strictObject({
    ...plan.record.shape,
    issuedOn: IsoDate.nullable(),
    questions: z.array(PaperQuestion).max(500),
  }),
};
export type ExamPaper = z.infer<typeof examPaper.record>;

/** A part the bank has too few questions for. */
export const Shortage = z.strictObject({ part: z.int(), wanted: z.int(), found: z.int() });
export type Shortage = z.infer<typeof Shortage>;

const Drawn = z.strictObject({ questions: z.array(PaperQuestion), shortages: z.array(Shortage), fullMark: z.number() });

/** A paper in a list: no questions, no keys. */
export const PaperSummary = z.strictObject({
  id: RecordId,
  revision: z.int(),
  title: z.string(),
  issuedOn: IsoDate.nullable(),
  questions: z.int(),
  fullMark: z.number(),
});
export type PaperSummary = z.infer<typeof PaperSummary>;

const byId = z.strictObject({ id: RecordId });
const revised = z.strictObject({ id: RecordId, revision: z.int() });

export const examPaperOperations = {
  'examPaper.list': operation('read', z.strictObject({ branchId: RecordId }), z.array(PaperSummary)),
  /** With the keys: refused while somebody sits an exam on screen. */
  'examPaper.get': operation(
    'read',
    byId,
    z.strictObject({ paper: examPaper.record, shortages: z.array(Shortage), fullMark: z.number() }),
  ),
  /** What a rule would draw from the bank of today; writes nothing. */
  'examPaper.draw': operation(
    'read',
    z.strictObject({ branchId: RecordId, parts: z.array(PaperPart).min(1).max(20), seed: z.int().min(1).max(999_999) }),
    Drawn,
  ),
  /** Draws and stores; refused once the paper is issued. */
  'examPaper.save': operation('write', saveInput(plan.draft), examPaper.record),
  /** Fixes the questions as they are now. Refused while a part lacks questions. */
  'examPaper.issue': operation('write', revised, examPaper.record),
  /** Of a paper that no exam uses. */
  'examPaper.remove': operation('write', z.strictObject({ ...revised.shape, reason: Label }), z.strictObject({})),
};
