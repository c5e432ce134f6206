import type { ReadableDb, WritableDb } from '../open.ts';
import { type AuditRow, auditOfBatch } from './history.ts';

/** Imports as the history holds them, and taking one back from its before-images. */

export interface BatchFacts {
  batch: string;
  at: string;
  actor: string;
  /** Reason of the write: the file's name. */
  reason: string;
  created: number;
  changed: number;
  isUndone: boolean;
}

const undoSuffix = '-undo';

/** Batch that the undo of a batch is written under. */
export function undoBatch(batch: string): string {
  return `${batch}${undoSuffix}`;
}

/** Every batch of an operation, newest first. */
export function listBatches(db: ReadableDb, operation: string): BatchFacts[] {
  const rows = db.raw
    .prepare(
      `SELECT batch, min(at) AS at, min(actor) AS actor, min(reason) AS reason,
         count(DISTINCT CASE WHEN part = 'member' AND action = 'insert' THEN record_id END) AS created,
         count(DISTINCT CASE WHEN record = 'member' THEN record_id END) AS touched,
         EXISTS (SELECT 1 FROM audit AS taken WHERE taken.batch = audit.batch || '${undoSuffix}') AS undone
       FROM audit WHERE operation = ? AND batch <> '' GROUP BY batch ORDER BY min(sequence) DESC`,
    )
    .all(operation) as (Omit<BatchFacts, 'changed' | 'isUndone'> & { touched: number; undone: number })[];
  return rows.map(({ touched, undone, ...row }) => ({
    ...row,
    changed: touched - row.created,
    isUndone: undone === 1,
  }));
}

/** Whether people, groups or branches changed after a sequence; showing a number is no change. */
export function peopleChangedSince(db: ReadableDb, sequence: number): boolean {
  const row = db.raw
    .prepare(
      `SELECT 1 FROM audit WHERE sequence > ? AND record IN ('member', 'group', 'branch', 'post')
         AND action IN ('insert', 'update', 'delete') LIMIT 1`,
    )
    .get(sequence);
  return row !== undefined;
}

/** Records of a batch that changed after it, by type and id. */
export function editedSince(db: ReadableDb, batch: string): { record: string; id: string }[] {
  return db.raw
    .prepare(
      `WITH touched AS (SELECT record, record_id, max(sequence) AS last FROM audit WHERE batch = ? GROUP BY record, record_id)
       SELECT DISTINCT touched.record AS record, touched.record_id AS id FROM touched
       JOIN audit ON audit.record = touched.record AND audit.record_id = touched.record_id
         AND audit.sequence > touched.last AND audit.action IN ('insert', 'update', 'delete')`,
    )
    .all(batch) as { record: string; id: string }[];
}

/**
 * People and groups that a batch made and that some other record was given since: meetings, posts, dues, registers,
 * whatever comes to be. Found in the after-images of the history, so that no list of tables has to be kept here.
 */
export function usedSince(db: ReadableDb, batch: string): { record: string; id: string; by: string }[] {
  const rows = auditOfBatch(db, batch);
  const made = new Map(
    rows
      .filter(({ action, part }) => action === 'insert' && (part === 'member' || part === 'party_group'))
      .map(({ record, recordId }) => [recordId, record]),
  );
  const later = db.raw
    .prepare(
      `SELECT record, after FROM audit WHERE sequence > ? AND after IS NOT NULL AND action IN ('insert', 'update')`,
    )
    .iterate(rows.at(-1)?.sequence ?? 0) as Iterable<{ record: string; after: string }>;
  const used = new Map<string, { record: string; id: string; by: string }>();
  for (const { record: by, after } of later) {
    for (const [id] of after.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
      const record = made.get(id);
      if (record !== undefined) used.set(id, { record, id, by });
    }
  }
  return [...used.values()];
}

/**
 * Undoes every row of a batch, the last first: what was inserted goes, what was changed or deleted is as before,
 * with a new revision so that a form opened meanwhile is told. Inside an audited write.
 */
export function revertBatch(db: WritableDb, batch: string): void {
  for (const row of auditOfBatch(db, batch).toReversed()) revertRow(db, row);
}

function revertRow(db: WritableDb, row: AuditRow): void {
  const table = `"${row.part}"`;
  if (row.action === 'insert') {
    db.raw.prepare(`DELETE FROM ${table} WHERE id = ?`).run(row.rowId);
    return;
  }
  if (row.before === null) return;
  const before = JSON.parse(row.before) as Record<string, string | number | null>;
  const columns = Object.keys(before);
  if (row.action === 'delete') {
    const names = columns.map((name) => `"${name}"`).join(', ');
    db.raw
      .prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(Object.values(before));
    return;
  }
  const sets = columns.map((name) => (name === 'revision' ? '"revision" = "revision" + 1' : `"${name}" = ?`));
  const values = columns.filter((name) => name !== 'revision').map((name) => before[name]);
  db.raw.prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`).run([...values, row.rowId]);
}
