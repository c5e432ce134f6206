/** Columns every record table has. */
export const recordColumns = { id: text().primaryKey(), revision: integer().notNull() };

/** A list or object kept whole in one column: read and written only with its record. */
export const json = <Value>(name: string) => text(name, { mode: 'json' }).$type<Value>().notNull();

import { integer, text } from '../drizzle.ts';
