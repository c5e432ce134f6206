import { and, asc, desc, eq, lt } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { appraisal, dutyReport, standardization } from '../schema/index.ts';

interface OfYear {
  branchId?: string | undefined;
  year?: number | undefined;
}

/** 民主评议 of a branch and year (both optional), oldest first. */
export function listAppraisals(db: ReadableDb, of: OfYear) {
  return db
    .select()
    .from(appraisal)
    .where(matches(appraisal, of))
    .orderBy(asc(appraisal.year), asc(appraisal.id))
    .all();
}

export function listStandardizations(db: ReadableDb, of: OfYear) {
  return db
    .select()
    .from(standardization)
    .where(matches(standardization, of))
    .orderBy(asc(standardization.year), asc(standardization.id))
    .all();
}

/** The sheet of the year before, whose indicators a new one starts from. */
export function previousStandardization(db: ReadableDb, branchId: string, year: number) {
  return db
    .select()
    .from(standardization)
    .where(and(eq(standardization.branchId, branchId), lt(standardization.year, year)))
    .orderBy(desc(standardization.year))
    .limit(1)
    .get();
}

export function listDutyReports(db: ReadableDb, of: OfYear) {
  return db
    .select()
    .from(dutyReport)
    .where(matches(dutyReport, of))
    .orderBy(asc(dutyReport.year), asc(dutyReport.id))
    .all();
}

type OfBranchAndYear = typeof appraisal | typeof standardization | typeof dutyReport;

function matches(table: OfBranchAndYear, { branchId, year }: OfYear) {
  return and(
    branchId === undefined ? undefined : eq(table.branchId, branchId),
    year === undefined ? undefined : eq(table.year, year),
  );
}
