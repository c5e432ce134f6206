import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Training } from '../../contract/education.ts';
import type { ReadableDb } from '../open.ts';
import { training } from '../schema/index.ts';

export interface TrainingFilter {
  branchId?: string | undefined;
  year?: number | undefined;
  /** Took part. */
  memberId?: string | undefined;
  /** Ended by this day. */
  to?: string | undefined;
}

/** Trainings in order of their first day. */
export function listTrainings(db: ReadableDb, { branchId, year, memberId, to }: TrainingFilter): Training[] {
  return db
    .select()
    .from(training)
    .where(
      and(
        branchId === undefined ? undefined : eq(training.branchId, branchId),
        year === undefined ? undefined : eq(training.year, year),
        to === undefined ? undefined : lte(training.endedOn, to),
        memberId === undefined
          ? undefined
          : sql`exists (select 1 from json_each(${training.participants})
              where json_extract(value, '$.memberId') = ${memberId})`,
      ),
    )
    .orderBy(asc(training.startedOn), asc(training.id))
    .all();
}

/** Ids among these that are nobody's. */
export function unknownPeople(db: ReadableDb, ids: readonly string[]): string[] {
  const rows = db.raw
    .prepare('SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM member)')
    .all(JSON.stringify(ids)) as { value: string }[];
  return rows.map(({ value }) => value);
}
