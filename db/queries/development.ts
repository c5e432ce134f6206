import type { DevelopmentCase, DevelopmentPlan } from '../../contract/development.ts';
import type { DevelopmentTemplateVersion } from '../../contract/development-process.ts';
import { and, asc, eq } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { developmentCase, developmentPlan, developmentTemplate } from '../schema/index.ts';

/** Files of the people of a branch (or of all), by the name's code points and id. */
export function listDevelopmentCases(db: ReadableDb, of: { branchId?: string | undefined }): DevelopmentCase[] {
  return db
    .select()
    .from(developmentCase)
    .where(of.branchId === undefined ? undefined : eq(developmentCase.branchId, of.branchId))
    .orderBy(asc(developmentCase.name), asc(developmentCase.id))
    .all();
}

/** Yearly plans, oldest first. */
export function listDevelopmentPlans(
  db: ReadableDb,
  of: { branchId?: string | undefined; year?: number | undefined },
): DevelopmentPlan[] {
  return db
    .select()
    .from(developmentPlan)
    .where(
      and(
        of.branchId === undefined ? undefined : eq(developmentPlan.branchId, of.branchId),
        of.year === undefined ? undefined : eq(developmentPlan.year, of.year),
      ),
    )
    .orderBy(asc(developmentPlan.year), asc(developmentPlan.id))
    .all();
}

/** Versions of the steps that were entered, in the order in which they begin to hold; of one day the later last. */
export function listDevelopmentTemplates(db: ReadableDb): DevelopmentTemplateVersion[] {
  return db
    .select()
    .from(developmentTemplate)
    .orderBy(asc(developmentTemplate.from), asc(developmentTemplate.version))
    .all();
}

/** Whose file a member came from; undefined when none. */
export function caseOfMember(db: ReadableDb, memberId: string): string | undefined {
  return db.select({ id: developmentCase.id }).from(developmentCase).where(eq(developmentCase.memberId, memberId)).get()
    ?.id;
}
