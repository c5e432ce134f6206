import { auditedTables } from '../audit-triggers.ts';
import type { ReadableDb, WritableDb } from '../open.ts';

/** Rows of any audited table by table and id, as the database stores them: what an undo compares and puts back. */

export type StoredValue = string | number | null;
export type StoredRow = Record<string, StoredValue>;

export interface StoredReference {
  record: string;
  recordId: string;
  /** The id it refers to. */
  id: string;
}

/** The row, or undefined. */
export function storedRow(db: ReadableDb, table: string, id: string): StoredRow | undefined {
  const columns = columnsOf(db, table);
  if (columns.length === 0) return undefined;
  const names = columns.map((name) => `"${name}"`).join(', ');
  return db.raw.prepare(`SELECT ${names} FROM "${table}" WHERE id = ?`).get(id) as StoredRow | undefined;
}

/** Names of the columns that a row is written with. */
export function columnsOf(db: ReadableDb, table: string): string[] {
  if (!auditedTables.has(table)) return [];
  return (db.raw.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name);
}

/** Columns of a table that name a row of another. */
export function referencedTables(db: ReadableDb, table: string): { column: string; table: string }[] {
  const keys = db.raw.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[];
  return keys.map((key) => ({ column: key.from, table: key.table }));
}

export function removeStoredRow(db: WritableDb, table: string, id: string): void {
  db.raw.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
}

export function insertStoredRow(db: WritableDb, table: string, row: StoredRow): void {
  const names = Object.keys(row);
  db.raw
    .prepare(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
       VALUES (${names.map(() => '?').join(', ')})`,
    )
    .run(Object.values(row));
}

/** Sets some columns; a record gets a new revision, so that a form opened meanwhile is told. */
export function restoreStoredRow(db: WritableDb, table: string, id: string, values: StoredRow): void {
  const sets = Object.keys(values).map((name) => `"${name}" = ?`);
  if (columnsOf(db, table).includes('revision')) sets.push('revision = revision + 1');
  db.raw.prepare(`UPDATE "${table}" SET ${sets.join(', ')} WHERE id = ?`).run([...Object.values(values), id]);
}

/** Checked at the end of the write instead of at each row: rows that belong together come and go together. */
export function deferReferences(db: WritableDb): void {
  db.raw.pragma('defer_foreign_keys = ON');
}

/** The record that a row whose values are taken already belongs to, from the message of the database. */
export function ownerOfTaken(db: ReadableDb, message: string, row: StoredRow): StoredReference | null {
  const columns = [...message.matchAll(/(\w+)\.(\w+)/g)].map(([, table = '', column = '']) => ({ table, column }));
  const table = columns[0]?.table;
  const audited = table === undefined ? undefined : auditedTables.get(table);
  if (table === undefined || audited === undefined) return null;
  const where = columns.map(({ column }) => `"${column}" IS ?`).join(' AND ');
  const found = db.raw
    .prepare(`SELECT "${audited.idColumn}" AS recordId, id FROM "${table}" WHERE ${where}`)
    .get(columns.map(({ column }) => row[column] ?? null)) as { recordId: string; id: string } | undefined;
  return found === undefined ? null : { record: audited.record, ...found };
}

/**
 * Rows that refer to ids: by a column that names an id, or from inside a list. Each record is told once for an id.
 * Read over every table, so that no list of references has to be kept.
 */
export function referencesTo(db: ReadableDb, ids: ReadonlySet<string>): StoredReference[] {
  const found = new Map<string, StoredReference>();
  if (ids.size === 0) return [];
  const wanted = JSON.stringify([...ids]);
  const add = (record: string, recordId: string, id: string) => {
    // A record's own rows go and come with it.
    if (recordId !== id) found.set(`${record} ${recordId} ${id}`, { record, recordId, id });
  };
  for (const [table, { record, idColumn }] of auditedTables) {
    const texts = (db.raw.pragma(`table_info("${table}")`) as { name: string; type: string }[])
      .filter(({ name, type }) => type === 'TEXT' && name !== 'id')
      .map(({ name }) => name);
    for (const column of texts.filter((name) => name.endsWith('_id')))
      for (const row of db.raw
        .prepare(
          `SELECT "${idColumn}" AS owner, "${column}" AS id FROM "${table}"
           WHERE "${column}" IN (SELECT value FROM json_each(?))`,
        )
        .all(wanted) as { owner: string; id: string }[])
        add(record, row.owner, row.id);
    const others = texts.filter((name) => !name.endsWith('_id'));
    if (others.length === 0) continue;
    // A few ids are looked for by the database, many here.
    const isFew = ids.size <= 4;
    const isAsked = others.flatMap((name) =>
      isFew ? [...ids].map(() => `instr("${name}", ?) > 0`) : [`"${name}" GLOB '[[{]*"*'`],
    );
    const asked = isFew ? others.flatMap(() => [...ids].map((id) => `"${id}"`)) : [];
    const rows = db.raw
      .prepare(
        `SELECT "${idColumn}" AS owner, ${others.map((name) => `"${name}"`).join(', ')} FROM "${table}" WHERE ${isAsked.join(' OR ')}`,
      )
      .iterate(...asked) as Iterable<Record<string, string | null> & { owner: string }>;
    for (const { owner, ...row } of rows)
      for (const value of Object.values(row))
        if (value !== null)
          for (const [, id = ''] of value.matchAll(/"([A-Za-z0-9_-]{1,40})"(?!:)/g))
            if (ids.has(id)) add(record, owner, id);
  }
  return [...found.values()];
}
