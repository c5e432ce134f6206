import type Database from 'better-sqlite3';

/** Columns by which a row of a record is about a member. */
const memberColumns = ['member_id', 'subject_id', 'leader_id', 'reporter_id', 'responsible_id'];

/** Enters a write, the rows `first` to `last` of the history, in the list of changes. */
export function writeChange(raw: Database.Database, first: number, last: number, undoes: readonly number[] = []): void {
  raw
    .prepare(
      `INSERT INTO change (number, last, at, actor, operation, reason, batch, is_access)
       SELECT sequence, ?, at, actor, operation, reason, batch,
         NOT EXISTS (SELECT 1 FROM audit NOT INDEXED WHERE sequence BETWEEN ? AND ?
           AND action IN ('insert', 'update', 'delete'))
       FROM audit WHERE sequence = ?`,
    )
    .run(last, first, last, first);
  raw
    .prepare(
      `INSERT OR IGNORE INTO change_record (record, record_id, change)
       SELECT record, record_id, ? FROM audit NOT INDEXED WHERE sequence BETWEEN ? AND ?`,
    )
    .run(first, first, last);
  raw
    .prepare(
      `INSERT OR IGNORE INTO change_member (member_id, change)
       SELECT record_id, ? FROM audit NOT INDEXED WHERE sequence BETWEEN ? AND ? AND record = 'member'
       UNION
       SELECT person.value, ? FROM audit NOT INDEXED,
         json_each(json_extract(coalesce(after, before), ${memberColumns.map((column) => `'$.${column}'`).join(', ')})) AS person
       WHERE sequence BETWEEN ? AND ? AND record <> 'member' AND action IN ('insert', 'update', 'delete')
         AND person.value IS NOT NULL`,
    )
    .run(first, first, last, first, first, last);
  const take = raw.prepare('INSERT INTO undo (change, undone) VALUES (?, ?)');
  for (const undone of undoes) take.run(first, undone);
}
