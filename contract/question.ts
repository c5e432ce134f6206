import { z } from 'zod';
import { TrainingContent } from './education.ts';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId } from './values.ts';

/** 题型, domain.md §6. */
export const QuestionKind = z.enum([
  'single', // 单选题
  'multiple', // 多选题
  'true-false', // 判断题
  'short', // 简答题
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** What a paper takes over from the bank: the question with its key. */
export const questionText = {
  kind: QuestionKind,
  stem: Prose.trim().min(1).max(2000),
  /** Texts of A, B, C …; empty for 判断题 and 简答题. */
  options: z.array(Label.max(500)).max(8),
  /** Places of the right options, from 0, in order; of a 判断题 0 is 正确, 1 is 错误. Empty for 简答题. */
  correct: z
    .array(z.int().min(0).max(7))
    .max(8)
    .refine((all) => all.every((place, index) => index === 0 || place > (all[index - 1] ?? -1)), 'not in order'),
  /** What a 简答题 is marked by. */
  referenceAnswer: Prose.max(4000),
  explanation: Prose.max(4000),
};

/** 1 易 to 5 难 */
export const Difficulty = z.int().min(1).max(5);

/** 试题 */
export const question = defineRecord(
  {
    branchId: RecordId,
    ...questionText,
    /** Of the seven contents of 教管条例 Ch. 3. */
    contents: z
      .array(TrainingContent)
      .max(7)
      .refine((all) => new Set(all).size === all.length, 'twice the same'),
    /** Free words to find it by. */
    tags: z
      .array(Label.max(40))
      .max(10)
      .refine((all) => new Set(all).size === all.length, 'twice the same'),
    difficulty: Difficulty,
    source: Line,
    /** No paper draws it from this day on; papers that have it keep it. */
    retiredOn: IsoDate.nullable(),
  },
  {
    options: [],
    correct: [],
    referenceAnswer: '',
    explanation: '',
    contents: [],
    tags: [],
    difficulty: 3,
    source: '',
    retiredOn: null,
  },
);
export type Question = z.infer<typeof question.record>;

export const questionOperations = {
  /** The bank, newest last. Refused while somebody sits an exam on screen: it shows the keys. */
  'question.list': operation(
    'read',
    z.strictObject({
      branchId: RecordId,
      kind: QuestionKind.optional(),
      content: TrainingContent.optional(),
      tag: Line.max(40).optional(),
      /** Words of the stem. */
      search: Line.max(100).default(''),
      includeRetired: z.boolean().default(false),
    }),
    z.strictObject({
      questions: z.array(question.record),
      /** Every free tag of the bank, in order. */
      tags: z.array(z.string()),
      /** Ids of questions that some paper holds: those are retired, not removed. */
      usedIds: z.array(RecordId),
    }),
  ),
  'question.get': operation('read', z.strictObject({ id: RecordId }), question.record),
  'question.save': operation('write', saveInput(question.draft), question.record),
  /** Of a question that no paper holds; one in use is retired by its `retiredOn`. */
  'question.remove': operation(
    'write',
    z.strictObject({ id: RecordId, revision: z.int(), reason: Label }),
    z.strictObject({}),
  ),
};
