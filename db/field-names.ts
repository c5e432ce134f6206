import { getTableColumns, getTableName, is, SQLiteTable } from './drizzle.ts';
import * as schema from './schema/index.ts';

/** Field of each column as the contract calls it, by table. */
const fields: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.values(schema).flatMap((table) =>
    is(table, SQLiteTable)
      ? [
          [
            getTableName(table),
            new Map(Object.entries(getTableColumns(table)).map(([field, { name }]) => [name, field])),
          ] as const,
        ]
      : [],
  ),
);

/** The field that a column holds, as the contract calls it; a column the tables no longer have, in the same manner. */
export function fieldOfColumn(table: string, column: string): string {
  return (
    fields.get(table)?.get(column) ?? column.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())
  );
}
