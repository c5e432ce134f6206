import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { lastSequence } from './audit.ts';
import { assertEncrypted, changeKey, openForReading, type ReadableDb } from './open.ts';

/** What a database holds, so that a copy can prove itself: rows in all tables and a hash over every value. */
export interface Contents {
  schemaVersion: number;
  rows: number;
  tables: Record<string, number>;
  digest: string;
}

/** Told how much is done, 0 to 1; may throw to end the work. */
export type Tell = (share: number) => void;

const nobody: Tell = () => {};
/** A copy in a thread of its own meets the writes of the engine; the moment in which one can come between is short. */
const mostAttempts = 5;

/** Counts and hashes every row of every table in primary-key order. */
export function readContents(db: ReadableDb, tell: Tell = nobody): Contents {
  const size = sizeOf(db);
  let read = 0;
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
      const image = JSON.stringify((row as unknown[]).map(inShort));
      hash.update(name).update(image);
      count++;
      read += image.length + lengthOfContents(row as unknown[]);
      tell(Math.min(1, read / size));
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

function lengthOfContents(row: readonly unknown[]): number {
  return row.reduce<number>((sum, value) => (Buffer.isBuffer(value) ? sum + value.length : sum), 0);
}

function sizeOf(db: ReadableDb): number {
  const pages = db.raw.pragma('page_count', { simple: true }) as number;
  return Math.max(1, pages * (db.raw.pragma('page_size', { simple: true }) as number));
}

/**
 * Writes a consistent copy of a database, which may be in use, to `target` (which must not exist), encrypted with the
 * same key, opens it again, checks its pages and compares every row. The file appears under its name only when all
 * this held. It reads over connections of its own: whoever has the archive open writes on meanwhile.
 *
 * @returns what the copy holds and the number of the last change that is in it
 * @throws Error when the copy cannot be written or differs, AppError `archive-damaged`; nothing is left behind
 */
export function writeVerifiedCopy(
  source: { file: string; hexKey: string },
  target: string,
  tell: Tell = nobody,
): Contents & { lastChange: number } {
  const partial = `${target}.part`;
  rmSync(partial, { force: true });
  const [still, writer] = [openForReading(source.file, source.hexKey), openForReading(source.file, source.hexKey)];
  try {
    for (let attempt = 1; ; attempt++) {
      const version = dataVersion(writer);
      // From its first read on this connection sees the archive as it is now, whatever is written.
      still.raw.prepare('BEGIN').run();
      const lastChange = lastSequence(still);
      writer.raw.prepare('VACUUM INTO ?').run(partial);
      flush(partial);
      tell(0.3);
      const expected = readContents(still, (share) => tell(0.3 + 0.3 * share));
      still.raw.prepare('COMMIT').run();
      const found = verifyCopy(partial, source.hexKey, (share) => tell(0.6 + 0.4 * share));
      if (found.digest === expected.digest) {
        renameSync(partial, target);
        tell(1);
        return { ...found, lastChange };
      }
      const wasWritten = dataVersion(writer) !== version;
      if (!wasWritten || attempt === mostAttempts) throw new Error('the copy differs from the archive');
      rmSync(partial, { force: true });
    }
  } finally {
    still.close();
    writer.close();
    rmSync(partial, { force: true });
  }
}

/** Another number once somebody else has written. */
function dataVersion(db: ReadableDb): number {
  return db.raw.pragma('data_version', { simple: true }) as number;
}

/**
 * Opens a copy, checks its pages and reads it whole.
 *
 * @throws AppError `archive-damaged` when it does not open, Error when a page is broken
 */
export function verifyCopy(file: string, hexKey: string, tell: Tell = nobody): Contents {
  const copy = openForReading(file, hexKey);
  try {
    const problems = integrityProblems(copy);
    if (problems.length > 0) throw new Error(problems[0]);
    tell(0.4);
    return readContents(copy, (share) => tell(0.4 + 0.6 * share));
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
