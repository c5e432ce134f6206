import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import { pointsEntry, pointsScheme } from '../schema/index.ts';

/** Schemes of a branch, those of the latest years first, those not in force last. */
export function listPointsSchemes(db: ReadableDb, { branchId }: { branchId?: string | undefined }): PointsScheme[] {
  const where = branchId === undefined ? '' : 'WHERE branch_id = :branchId';
  const found: PointsScheme[] = selectRows(
    db,
    pointsScheme,
    `${where} ORDER BY id`,
    branchId === undefined ? {} : { branchId },
  );
  return found.sort((one, other) => (other.fromYear ?? 0) - (one.fromYear ?? 0));
}

export interface PointsEntryFilter {
  branchId?: string | undefined;
  schemeId?: string | undefined;
  memberId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const conditions: Readonly<Record<keyof PointsEntryFilter, string>> = {
  branchId: 'branch_id = :branchId',
  schemeId: 'scheme_id = :schemeId',
  memberId: 'member_id = :memberId',
  from: 'happened_on >= :from',
  to: 'happened_on <= :to',
};

/** Entries in order of their days, refused ones too. */
export function listPointsEntries(db: ReadableDb, filter: PointsEntryFilter): PointsEntry[] {
  const given = (Object.keys(conditions) as (keyof PointsEntryFilter)[]).filter((key) => filter[key] !== undefined);
  const where = given.length === 0 ? '' : `WHERE ${given.map((key) => conditions[key]).join(' AND ')}`;
  const values = Object.fromEntries(given.map((key) => [key, filter[key]]));
  return selectRows(db, pointsEntry, `${where} ORDER BY happened_on, id`, values);
}

/** Which items of a scheme have entries, and in which years. */
export function usesOfScheme(db: ReadableDb, schemeId: string): { itemId: string; year: number }[] {
  return db.raw
    .prepare(
      `SELECT DISTINCT item_id AS itemId, CAST(substr(happened_on, 1, 4) AS INTEGER) AS year FROM points_entry
       WHERE scheme_id = ?`,
    )
    .all(schemeId) as { itemId: string; year: number }[];
}

/** Entries by id, in no order. */
export function pointsEntriesById(db: ReadableDb, ids: readonly string[]): PointsEntry[] {
  const wanted = { ids: JSON.stringify(ids) };
  return selectRows(db, pointsEntry, 'WHERE id IN (SELECT value FROM json_each(:ids))', wanted);
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
