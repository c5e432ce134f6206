import type Database from 'better-sqlite3';
import { auditedTables } from './audit-triggers.ts';

/**
 * Which tables a piece of work reads, seen from the statements it prepares, so that nobody has to list them beside
 * it and forget one. Rather too many than too few: the name of an audited table counts wherever it stands.
 */

/** Stands for what no row of the history tells of: other tables, and answers kept until any write. */
export const anything = '*';

type Connection = Pick<Database.Database, 'prepare'>;

const watching = new WeakMap<Connection, Set<string>[]>();
const tablesOf = new Map<string, readonly string[]>();
const mostTexts = 2000;

/** Runs `work`; gives what it gives and the tables it read. Work inside it counts for both. */
export function tablesRead<Value>(raw: Connection, work: () => Value): { value: Value; tables: ReadonlySet<string> } {
  const watchers = watching.get(raw) ?? [];
  watching.set(raw, watchers);
  const tables = new Set<string>();
  watchers.push(tables);
  try {
    return { value: work(), tables };
  } finally {
    watchers.splice(watchers.indexOf(tables), 1);
  }
}

/** To be told of every statement that is about to run on the connection. */
export function noteStatement(raw: Connection, statement: string): void {
  const watchers = watching.get(raw);
  if (watchers === undefined || watchers.length === 0) return;
  noteTables(raw, tablesIn(statement));
}

/** For what is answered without a statement, since it was read before. */
export function noteTables(raw: Connection, tables: Iterable<string>): void {
  for (const watcher of watching.get(raw) ?? []) for (const table of tables) watcher.add(table);
}

/** Runs `work` unseen: the looks of the keeper itself. */
export function unseen<Value>(raw: Connection, work: () => Value): Value {
  const watchers = watching.get(raw);
  watching.delete(raw);
  try {
    return work();
  } finally {
    if (watchers !== undefined) watching.set(raw, watchers);
  }
}

/** The audited tables a statement names anywhere; {@link anything} where it reads from another one. */
export function tablesIn(statement: string): readonly string[] {
  const known = tablesOf.get(statement);
  if (known !== undefined) return known;
  const words = new Set(statement.match(/\w+/g) ?? []);
  const tables = [...words].filter((word) => auditedTables.has(word));
  // Names made by WITH stand for what is read in it; functions that make tables are followed by their arguments.
  const made = new Set(
    [...statement.matchAll(/(\w+)\s+AS\s+(?:NOT\s+|MATERIALIZED\s+)*\(\s*SELECT/gi)].map(([, name]) => name),
  );
  const sources = statement.matchAll(/\b(?:FROM|JOIN)\s+["`[]?(\w+)["`\]]?(?!\s*\()(?!\w)/gi);
  for (const [, name = ''] of sources)
    if (!auditedTables.has(name) && !made.has(name) && !/^pragma_|^sqlite_/.test(name)) tables.push(anything);
  if (tablesOf.size >= mostTexts) tablesOf.clear();
  tablesOf.set(statement, tables);
  return tables;
}
