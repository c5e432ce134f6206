import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import { and, asc, eq, gte, inArray, lte } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { pointsEntry, pointsScheme } from '../schema/index.ts';

/** Schemes of a branch, those of the latest years first, those not in force last. */
export function listPointsSchemes(db: ReadableDb, { branchId }: { branchId?: string | undefined }): PointsScheme[] {
  return db
    .select()
    .from(pointsScheme)
    .where(branchId === undefined ? undefined : eq(pointsScheme.branchId, branchId))
    .orderBy(asc(pointsScheme.id))
    .all()
    .sort((one, other) => (other.fromYear ?? 0) - (one.fromYear ?? 0));
}

export interface PointsEntryFilter {
  branchId?: string | undefined;
  schemeId?: string | undefined;
  memberId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Entries in order of their days, refused ones too. */
export function listPointsEntries(db: ReadableDb, filter: PointsEntryFilter): PointsEntry[] {
  const { branchId, schemeId, memberId, from, to } = filter;
  return db
    .select()
    .from(pointsEntry)
    .where(
      and(
        branchId === undefined ? undefined : eq(pointsEntry.branchId, branchId),
        schemeId === undefined ? undefined : eq(pointsEntry.schemeId, schemeId),
        memberId === undefined ? undefined : eq(pointsEntry.memberId, memberId),
        from === undefined ? undefined : gte(pointsEntry.on, from),
        to === undefined ? undefined : lte(pointsEntry.on, to),
      ),
    )
    .orderBy(asc(pointsEntry.on), asc(pointsEntry.id))
    .all();
}

/** Entries by id, in no order. */
export function pointsEntriesById(db: ReadableDb, ids: readonly string[]): PointsEntry[] {
  const found: PointsEntry[] = [];
  // SQLite takes a limited number of values in one statement.
  for (let start = 0; start < ids.length; start += 500)
    found.push(
      ...db
        .select()
        .from(pointsEntry)
        .where(inArray(pointsEntry.id, ids.slice(start, start + 500)))
        .all(),
    );
  return found;
}

/** Ids of those of the branch, over all time, whose post is 离退休 (job code 4). */
export function retiredPeople(db: ReadableDb, branchId: string): Set<string> {
  const rows = db.raw
    .prepare(
      `SELECT id FROM member WHERE job_code LIKE '4%'
       AND id IN (SELECT member_id FROM membership WHERE branch_id = ?)`,
    )
    .all(branchId) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}
