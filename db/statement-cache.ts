import type Database from 'better-sqlite3';
import { noteStatement } from './tables-read.ts';

/** Enough for every query of the program in its usual shapes; texts that vary by their length come and go. */
const mostStatements = 300;

/**
 * Lets a connection keep its compiled statements. Compiling an insert with its audit triggers costs more than
 * running it, so that an import of thousands of people would spend its time on the same few texts.
 */
export function cacheStatements(raw: Database.Database): void {
  const compile = raw.prepare.bind(raw) as (sql: string) => Database.Statement;
  const kept = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    noteStatement(raw, sql);
    const found = kept.get(sql);
    // A statement under iteration belongs to whoever iterates.
    if (found?.busy) return compile(sql);
    const statement = found ?? compile(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const oldest = kept.keys().next();
    if (kept.size > mostStatements && !oldest.done) kept.delete(oldest.value);
    return statement.reader ? statement.raw(false) : statement;
  };
  raw.prepare = prepare as typeof raw.prepare;
}
