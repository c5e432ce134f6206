import type { Survey } from '../../contract/survey.ts';
import { and, asc, eq } from '../drizzle.ts';
import type { ReadableDb, WritableDb } from '../open.ts';
import { survey, surveyTally } from '../schema/index.ts';

/** Surveys by the day they begin. */
export function listSurveys(db: ReadableDb, of: { branchId?: string | undefined }): Survey[] {
  return db
    .select()
    .from(survey)
    .where(and(of.branchId === undefined ? undefined : eq(survey.branchId, of.branchId)))
    .orderBy(asc(survey.from), asc(survey.id))
    .all();
}

export type SurveyTally = typeof surveyTally.$inferSelect;

export function findTally(db: ReadableDb, surveyId: string): SurveyTally | undefined {
  return db.select().from(surveyTally).where(eq(surveyTally.surveyId, surveyId)).get();
}

/** Writes the sums anew; part of an audited write that records nothing of them. */
export function putTally(db: WritableDb, tally: SurveyTally): void {
  db.insert(surveyTally).values(tally).onConflictDoUpdate({ target: surveyTally.surveyId, set: tally }).run();
}
