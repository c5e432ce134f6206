import Database from 'better-sqlite3';

/** The message of a constraint that a write broke, or `null` when the error is another one. */
export function brokenConstraint(error: unknown): string | null {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT') ? error.message : null;
}
