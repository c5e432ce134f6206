import type { InferSelectModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableColumns, getTableName } from './drizzle.ts';
import type { ReadableDb } from './open.ts';

type Row = Record<string, unknown>;

interface Reading {
  /** The columns under the names of the record's fields. */
  readonly columns: string;
  /** Fields that are stored as text or 0 and 1 and are something else in the record. */
  readonly decoders: readonly (readonly [field: string, decode: (stored: unknown) => unknown])[];
}

const readings = new WeakMap<SQLiteTable, Reading>();

/**
 * Rows of one table as its records, as drizzle's `select().from(table)` gives them. Drizzle builds its statement at
 * every call and asks of each value of each row what kind of column it is: several times what SQLite itself takes.
 *
 * @param tail the statement after `FROM`: condition, order, limit; a fixed text, its values bound by name
 */
export function selectRows<Table extends SQLiteTable>(
  db: ReadableDb,
  table: Table,
  tail: string,
  values: Readonly<Record<string, unknown>> = {},
): InferSelectModel<Table>[] {
  const { columns, decoders } = readingOf(table);
  const rows = db.raw.prepare(`SELECT ${columns} FROM "${getTableName(table)}" ${tail}`).all(values) as Row[];
  for (const row of rows)
    for (const [field, decode] of decoders) if (row[field] !== null) row[field] = decode(row[field]);
  return rows as InferSelectModel<Table>[];
}

function readingOf(table: SQLiteTable): Reading {
  const known = readings.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(getTableColumns(table));
  const reading: Reading = {
    columns: columns.map(([field, column]) => `"${column.name}" AS "${field}"`).join(', '),
    decoders: columns.flatMap(([field, column]) => {
      const isPlain = column.columnType === 'SQLiteText' || column.columnType === 'SQLiteInteger';
      return isPlain ? [] : [[field, (stored: unknown) => column.mapFromDriverValue(stored)] as const];
    }),
  };
  readings.set(table, reading);
  return reading;
}
