import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { assertEncrypted, changeKey, openForReading, type ReadableDb, type WritableDb } from './open.ts';

/** What a database holds, so that a copy can prove itself: rows in all tables and a hash over every value. */
export interface Contents {
  schemaVersion: number;
  rows: number;
  tables: Record<string, number>;
  digest: string;
}

/** Counts and hashes every row of every table in primary-key order. */
export function readContents(db: ReadableDb): Contents {
  const names = (
    db.raw
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
      .all() as { name: string }[]
  ).map((table) => table.name);
  const hash = createHash('sha256');
  const tables: Record<string, number> = {};
  for (const name of names) {
    let count = 0;
    for (const row of db.raw.prepare(`SELECT * FROM "${name}" ORDER BY 1`).raw().iterate()) {
      hash.update(name).update(JSON.stringify((row as unknown[]).map(inShort)));
      count++;
    }
    tables[name] = count;
  }
  return {
    schemaVersion: db.raw.pragma('user_version', { simple: true }) as number,
    rows: Object.values(tables).reduce((sum, count) => sum + count, 0),
    tables,
    digest: hash.digest('hex'),
  };
}

/** Contents of attachments are megabytes, which as JSON are four times that; their own hash says as much. */
function inShort(value: unknown): unknown {
  return Buffer.isBuffer(value) && value.length > 1024 ? createHash('sha256').update(value).digest('hex') : value;
}

/**
 * Writes a consistent copy of a live database to `target` (which must not exist), encrypted with the same key,
 * opens it again, checks its pages and compares every row. The file appears under its name only when all this held.
 *
 * @throws Error when the copy cannot be written or differs; nothing is left behind
 */
export function writeVerifiedCopy(db: WritableDb, hexKey: string, target: string): Contents {
  const partial = `${target}.part`;
  rmSync(partial, { force: true });
  try {
    const expected = readContents(db);
    db.raw.prepare('VACUUM INTO ?').run(partial);
    flush(partial);
    const found = verifyCopy(partial, hexKey);
    if (found.digest !== expected.digest) throw new Error('the copy differs from the archive');
    renameSync(partial, target);
    return found;
  } finally {
    rmSync(partial, { force: true });
  }
}

/**
 * Opens a copy, checks its pages and reads it whole.
 *
 * @throws AppError `archive-damaged` when it does not open, Error when a page is broken
 */
export function verifyCopy(file: string, hexKey: string): Contents {
  const copy = openForReading(file, hexKey);
  try {
    const problems = integrityProblems(copy);
    if (problems.length > 0) throw new Error(problems[0]);
    return readContents(copy);
  } finally {
    copy.close();
  }
}

/** What `integrity_check` finds; empty when the file is sound. */
export function integrityProblems(db: ReadableDb): string[] {
  const rows = db.raw.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts a database file that nobody has open under another key, and proves by its digest that it holds what it held.
 *
 * @throws AppError `archive-damaged`, Error when it differs afterwards; the file is then not to be used
 */
export function rekeyFile(file: string, oldHexKey: string, newHexKey: string, digest: string): void {
  changeKey(file, oldHexKey, newHexKey);
  assertEncrypted(file);
  flush(file);
  if (verifyCopy(file, newHexKey).digest !== digest) throw new Error('the database differs under its new key');
}
