import { z } from 'zod';
import { operation } from './operation.ts';
import { defineRecord, saveInput } from './record.ts';
import { IsoDate, Label, Line, Prose, RecordId } from './values.ts';

/** Fewer valid sheets than this, and no breakdown is shown of them: an answer could be guessed. */
export const leastSheets = 5;

export const SurveyQuestionKind = z.enum(['single', 'multiple', 'score', 'text']);
export type SurveyQuestionKind = z.infer<typeof SurveyQuestionKind>;

export const SurveyQuestion = z
  .strictObject({
    id: RecordId,
    kind: SurveyQuestionKind,
    text: Label,
    /** Of single and multiple choice; a score goes from 1 to 10, a text is free. */
    options: z.array(Label.max(60)).max(12),
  })
  .refine(
    ({ kind, options }) => (kind === 'single' || kind === 'multiple' ? options.length >= 2 : options.length === 0),
    {
      path: ['options'],
      message: 'two or more for a choice, none otherwise',
    },
  );
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

const Sheets = z.int().min(0).max(100_000);

/** 民意调查, 征求意见, 满意度测评: anonymous. What people answered is kept apart, as sums only (`db/schema/survey.ts`). */
export const survey = defineRecord(
  {
    branchId: RecordId,
    title: Label,
    purpose: Prose,
    from: IsoDate,
    to: IsoDate,
    questions: z
      .array(SurveyQuestion)
      .max(40)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twice the same id'),
    /** Paper sheets handed out; null: none on paper, or not registered. */
    issued: Sheets.nullable(),
    note: Line,
    openedOn: IsoDate.nullable(),
    closedOn: IsoDate.nullable(),
  },
  { purpose: '', questions: [], issued: null, note: '', openedOn: null, closedOn: null },
);
export type Survey = z.infer<typeof survey.record>;

/** One person's answers, or one sheet of paper; a question left out was left blank. */
export const SurveyAnswers = z
  .array(
    z.strictObject({
      questionId: RecordId,
      /** Positions of the options chosen, or the score alone; empty for a text. */
      chosen: z.array(z.int().min(0).max(12)).max(12),
      text: z.string().trim().max(2000).default(''),
    }),
  )
  .max(40);
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

/** Sums of one question: sheets that answered it, and how many chose each option (or gave each score from 1 to 10). */
export const QuestionResult = z.strictObject({
  questionId: RecordId,
  answered: Sheets,
  counts: z.array(Sheets),
  /** In the order of their characters, so that the order tells nothing. */
  texts: z.array(z.string()),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

export const SurveyResult = z.strictObject({
  surveyId: RecordId,
  valid: Sheets,
  invalid: Sheets,
  /** null: fewer than {@link leastSheets} valid sheets. */
  questions: z.array(QuestionResult).nullable(),
});
export type SurveyResult = z.infer<typeof SurveyResult>;

const state = z.strictObject({ id: RecordId, revision: z.int() });

export const surveyOperations = {
  'survey.list': operation('read', z.strictObject({ branchId: RecordId.optional() }), z.array(survey.record)),
  'survey.get': operation('read', z.strictObject({ id: RecordId }), survey.record),
  /** A draft only: what people are asked does not change while they answer. The two days of the state are not saved by it. */
  'survey.save': operation('write', saveInput(survey.draft), survey.record),
  'survey.remove': operation('write', z.strictObject({ ...state.shape, reason: Label }), z.strictObject({})),
  'survey.begin': operation('write', state, survey.record, 'open', 'decide'),
  /** Adds one sheet to the sums. Whose it was, and when it came, is written nowhere. */
  'survey.submit': operation(
    'write',
    z.strictObject({ id: RecordId, answers: SurveyAnswers, isInvalid: z.boolean().default(false) }),
    z.strictObject({}),
    'open',
    'enter',
  ),
  /** Adds a pile of paper sheets to the sums, all or none; like one sheet, none of them is written anywhere. */
  'survey.submitMany': operation(
    'write',
    z.strictObject({
      id: RecordId,
      sheets: z
        .array(z.strictObject({ answers: SurveyAnswers, isInvalid: z.boolean().default(false) }))
        .min(1)
        .max(500),
    }),
    z.strictObject({}),
    'open',
    'enter',
  ),
  /** For good: afterwards the result may be read, and no sheet is added. */
  'survey.close': operation('write', state, survey.record, 'open', 'decide'),
  'survey.result': operation('read', z.strictObject({ id: RecordId }), SurveyResult),
};
