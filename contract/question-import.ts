import { z } from 'zod';
import { operation } from './operation.ts';
import { QuestionKind } from './question.ts';
import { ImportBatch, RosterCounts, RosterNotice } from './roster-import.ts';
import { Grant, RecordId } from './values.ts';

/** Import of a workbook of questions: plan, apply and undo like a roster's. */

/** What a column can hold. `options` holds them all, `optionA` … one each. */
export const QuestionField = z.enum([
  'kind',
  'stem',
  'options',
  'optionA',
  'optionB',
  'optionC',
  'optionD',
  'optionE',
  'optionF',
  'optionG',
  'optionH',
  'answer',
  'explanation',
  'difficulty',
  'content',
  'tags',
  'source',
]);
export type QuestionField = z.infer<typeof QuestionField>;

/** Why a row cannot be imported as it stands. Closed: every code has a sentence and a remedy. */
export const QuestionProblemCode = z.enum([
  'stem-missing',
  'kind-unclear',
  'options-few',
  'options-many',
  'options-gap', // C without B
  'options-repeated',
  'answer-missing',
  'answer-unclear',
  'answer-outside', // a letter without an option
  'answer-one', // two letters for 单选
  'answer-several', // one letter for 多选
  'difficulty-unclear',
  'text-too-long',
  'duplicate-in-file',
  'formula-without-result',
  'error-value',
]);
export type QuestionProblemCode = z.infer<typeof QuestionProblemCode>;

export const QuestionProblem = z.strictObject({
  sheet: z.string(),
  /** Address in her workbook: `E17`. */
  cell: z.string(),
  /** Row in her workbook, from 1. */
  row: z.int(),
  code: QuestionProblemCode,
  /** Heading of the column as she wrote it; empty when there is no such column. */
  column: z.string(),
  stem: z.string(),
  /** As written; empty for an empty cell. */
  value: z.string(),
  message: z.string(),
  remedy: z.string(),
});
export type QuestionProblem = z.infer<typeof QuestionProblem>;

/** Fields of a question as its changes are told: values in words. */
export const ChangedQuestionField = z.enum([
  'options',
  'answer',
  'explanation',
  'difficulty',
  'content',
  'tags',
  'source',
]);
export type ChangedQuestionField = z.infer<typeof ChangedQuestionField>;

export const QuestionEntry = z.strictObject({
  row: z.int(),
  kind: QuestionKind,
  stem: z.string(),
  /** The key in words: `AC`, 正确, or the reference answer. */
  answer: z.string(),
  options: z.int(),
  changes: z.array(
    z.strictObject({ field: ChangedQuestionField, before: z.string(), after: z.string(), cell: z.string() }),
  ),
});
export type QuestionEntry = z.infer<typeof QuestionEntry>;

export const QuestionPlan = z.strictObject({
  fileName: z.string(),
  sheet: z.string(),
  headerRow: z.int(),
  lastRow: z.int(),
  sheets: z.array(z.strictObject({ name: z.string(), isHidden: z.boolean(), questions: z.int() })),
  counts: RosterCounts,
  new: z.array(QuestionEntry),
  changed: z.array(QuestionEntry),
  same: z.array(QuestionEntry),
  problems: z.array(QuestionProblem),
  notices: z.array(RosterNotice),
});
export type QuestionPlan = z.infer<typeof QuestionPlan>;

const PlanId = z.uuid();

export const questionImportOperations = {
  /** Reads a workbook of questions and holds it against the bank; writes nothing. The newest plan is kept. */
  'questionImport.plan': operation(
    'job',
    z
      .strictObject({
        branchId: RecordId,
        file: Grant.optional(),
        /** Instead of a file: the file of this plan again. */
        planId: PlanId.optional(),
        sheet: z.string().max(200).optional(),
      })
      .refine(({ file, planId }) => (file === undefined) !== (planId === undefined), 'either a file or a plan'),
    z.strictObject({ planId: PlanId, plan: QuestionPlan }),
  ),
  /** Writes a plan whole, after a verified copy; rows with problems are left out only on purpose. */
  'questionImport.apply': operation(
    'write',
    z.strictObject({ planId: PlanId, skipProblemRows: z.boolean().default(false) }),
    z.strictObject({ batch: z.string().nullable(), counts: RosterCounts, copyId: z.string().nullable() }),
    'open',
    'decide',
  ),
  'questionImport.batches': operation('read', z.strictObject({}), z.array(ImportBatch)),
  'questionImport.markedCopy': operation(
    'job',
    z.strictObject({ planId: PlanId, file: Grant }),
    z.strictObject({ cells: z.int() }),
  ),
  /** An empty workbook to fill in, with one example of each kind. */
  'questionImport.template': operation('job', z.strictObject({ file: Grant }), z.strictObject({ bytes: z.int() })),
};
