import type { InferInsertModel, InferSelectModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { AppError } from '../contract/failure.ts';
import type { RecordName } from '../contract/history.ts';
import { eq, getTableColumns, getTableName } from './drizzle.ts';
import type { ReadableDb, WritableDb } from './open.ts';
import { selectRows } from './rows.ts';

/** A table with an id and a revision: one record type. */
export type RecordTable = SQLiteTable & { id: SQLiteColumn; revision: SQLiteColumn };

/** The record as stored, or undefined. */
export function findRow<Table extends RecordTable>(
  db: ReadableDb,
  table: Table,
  id: string,
): InferSelectModel<Table> | undefined {
  return rowsWhere(db, table, table.id, id)[0];
}

/** @throws AppError `no-such-record` */
export function getRow<Table extends RecordTable>(
  db: ReadableDb,
  table: Table,
  record: RecordName,
  id: string,
): InferSelectModel<Table> {
  const row = findRow(db, table, id);
  if (row === undefined) throw new AppError({ code: 'no-such-record', record, id });
  return row;
}

/**
 * Decides what a save with this revision is. A repeated save (the acknowledgement was lost) finds the stored
 * row at the next revision with the same values, and is the same save.
 *
 * @returns the revision to store, or `'same'` when this very save is stored already
 * @throws AppError `stale-record` when the record was changed since, `no-such-record` when it never was
 */
export function nextRevision(
  record: RecordName,
  stored: { id: string; revision: number } | undefined,
  draft: { id: string; revision: number },
  isSame: () => boolean,
): number | 'same' {
  if (stored === undefined) {
    if (draft.revision !== 0) throw new AppError({ code: 'no-such-record', record, id: draft.id });
    return 1;
  }
  if (stored.revision === draft.revision) return draft.revision + 1;
  if (stored.revision === draft.revision + 1 && isSame()) return 'same';
  throw new AppError({ code: 'stale-record', record, id: draft.id, currentRevision: stored.revision });
}

/** Inserts or replaces one row by its id. */
export function putRow<Table extends RecordTable>(db: WritableDb, table: Table, row: InferInsertModel<Table>): void {
  const values = row as Record<string, unknown>;
  if (findRow(db, table, values.id as string) === undefined) insertRow(db, table, values);
  else updateRow(db, table, values);
}

/**
 * Brings the rows of one owner to `wanted`: new ones inserted, changed ones updated, missing ones deleted.
 * Unchanged rows are not touched, so that the history shows only what changed.
 */
export function putChildren<Table extends SQLiteTable & { id: SQLiteColumn }>(
  db: WritableDb,
  table: Table,
  owner: { column: SQLiteColumn; id: string },
  wanted: InferInsertModel<Table>[],
): void {
  const before = new Map(
    rowsWhere(db, table, owner.column, owner.id).map((row) => [(row as Record<string, unknown>).id, row]),
  );
  for (const row of wanted as Record<string, unknown>[]) {
    const existing = before.get(row.id);
    before.delete(row.id);
    if (existing === undefined) insertRow(db, table, row);
    else if (!sameValues(existing, row)) updateRow(db, table, row);
  }
  for (const id of before.keys())
    db.delete(table as SQLiteTable)
      .where(eq(table.id, id))
      .run();
}

// Drizzle builds its SQL anew for every call, which costs several times the write itself. A save has few, fixed
// shapes: here they are plain texts, which the connection keeps compiled.

function rowsWhere<Table extends SQLiteTable>(
  db: ReadableDb,
  table: Table,
  column: SQLiteColumn,
  value: string,
): InferSelectModel<Table>[] {
  return selectRows(db, table, `WHERE "${column.name}" = :value ORDER BY rowid`, { value });
}

function insertRow(db: WritableDb, table: SQLiteTable, row: Record<string, unknown>): void {
  const given = givenColumns(table, row);
  const names = given.map(({ name }) => `"${name}"`).join(', ');
  db.raw
    .prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${given.map(() => '?').join(', ')})`)
    .run(given.map(({ value }) => value));
}

function updateRow(db: WritableDb, table: SQLiteTable, row: Record<string, unknown>): void {
  const given = givenColumns(table, row);
  db.raw
    .prepare(`UPDATE "${getTableName(table)}" SET ${given.map(({ name }) => `"${name}" = ?`).join(', ')} WHERE id = ?`)
    .run([...given.map(({ value }) => value), row.id]);
}

/** The columns a row has values for, as the database stores them. */
function givenColumns(table: SQLiteTable, row: Record<string, unknown>): { name: string; value: unknown }[] {
  return Object.entries(getTableColumns(table)).flatMap(([key, column]) => {
    const value = row[key];
    if (value === undefined) return [];
    return [{ name: column.name, value: value === null ? null : column.mapToDriverValue(value) }];
  });
}

/** Whether two flat rows hold the same values for the keys of the second. */
export function sameValues(stored: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.entries(wanted).every(([key, value]) => JSON.stringify(stored[key]) === JSON.stringify(value));
}

/**
 * Deletes a record that nothing refers to and that is no person or signed record; the history keeps it.
 *
 * @throws AppError `no-such-record`, `stale-record`
 */
export function removeRow<Table extends RecordTable>(
  db: WritableDb,
  table: Table,
  record: RecordName,
  input: { id: string; revision: number },
): void {
  const stored = getRow(db, table, record, input.id) as { revision: number };
  if (stored.revision !== input.revision)
    throw new AppError({ code: 'stale-record', record, id: input.id, currentRevision: stored.revision });
  // What is attached belongs to nothing without its record; she takes it away first, knowingly.
  const attached = db.raw.prepare('SELECT 1 FROM attachment WHERE record = ? AND record_id = ?').get(record, input.id);
  if (attached !== undefined) throw new AppError({ code: 'record-in-use', record, id: input.id, by: 'attachment' });
  db.delete(table as SQLiteTable)
    .where(eq(table.id, input.id))
    .run();
}
