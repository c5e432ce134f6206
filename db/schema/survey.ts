import type { QuestionResult, Survey } from '../../contract/survey.ts';
import { integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const survey = sqliteTable('survey', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  title: text().notNull(),
  purpose: text().notNull(),
  from: text('from_day').notNull(),
  to: text('to_day').notNull(),
  questions: json<Survey['questions']>('questions'),
  issued: integer(),
  note: text().notNull(),
  openedOn: text('opened_on'),
  closedOn: text('closed_on'),
} satisfies Record<keyof Survey, unknown>);

/**
 * What was answered, as one row of sums for a survey: no row for a sheet, no time, no person, and on purpose no audit
 * trigger, whose before and after would tell each sheet apart (docs/decisions/surveys.md).
 */
export const surveyTally = sqliteTable('survey_tally', {
  surveyId: text('survey_id').primaryKey(),
  valid: integer().notNull(),
  invalid: integer().notNull(),
  questions: json<QuestionResult[]>('questions'),
});
