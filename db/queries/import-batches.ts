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

/** People and groups that a batch made and that other records use by now. */
export function usedSince(db: ReadableDb, batch: string): { record: string; id: string; by: string }[] {
  return db.raw
    .prepare(
      `WITH made AS (SELECT record, record_id AS id FROM audit
         WHERE batch = :batch AND action = 'insert' AND part IN ('member', 'party_group'))
       SELECT made.record, made.id, 'meeting' AS by FROM made JOIN attendance ON attendance.member_id = made.id
       UNION SELECT made.record, made.id, 'meeting' FROM made
         JOIN meeting ON made.id IN (meeting.chair_id, meeting.recorder_id, meeting.group_id)
         OR instr(meeting.exclusions || meeting.votes || meeting.resolutions, made.id) > 0
       UNION SELECT made.record, made.id, 'post' FROM made JOIN post ON post.member_id = made.id
       UNION SELECT made.record, made.id, 'group' FROM made JOIN party_group ON party_group.leader_id = made.id
       UNION SELECT made.record, made.id, 'appraisal' FROM made JOIN appraisal ON instr(appraisal.entries, made.id) > 0
       UNION SELECT made.record, made.id, 'dutyReport' FROM made JOIN duty_report ON duty_report.reporter_id = made.id
       UNION SELECT made.record, made.id, 'member' FROM made JOIN membership ON membership.group_id = made.id
         WHERE membership.id NOT IN (SELECT row_id FROM audit WHERE batch = :batch AND part = 'membership')`,
    )
    .all({ batch }) as { record: string; id: string; by: string }[];
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
