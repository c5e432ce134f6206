import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** SQLite alone with the archive's cipher and durability, in a file of its own. */
export function openBare(file: string): Database.Database {
  const raw = new Database(file);
  raw.pragma(`cipher = 'sqlcipher'`);
  raw.pragma('legacy = 4');
  raw.pragma(`key = "x'${'b'.repeat(64)}'"`);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, value TEXT)');
  return raw;
}

/** Milliseconds of a commit of one row of so many characters. */
export function bareCommit(raw: Database.Database, characters: number): number {
  const insert = raw.prepare('INSERT INTO row (value) VALUES (?)');
  const value = 'x'.repeat(characters);
  const start = performance.now();
  insert.run(value);
  return performance.now() - start;
}

/** Milliseconds of so many small files beside `path` replaced as a file is that must be whole: synced, renamed, folder synced. */
export function bareFiles(path: string, count: number): number {
  const start = performance.now();
  for (let each = 0; each < count; each++) {
    const file = openSync(`${path}.${each}.tmp`, 'w');
    writeSync(file, 'x'.repeat(2000));
    fsyncSync(file);
    closeSync(file);
    renameSync(`${path}.${each}.tmp`, `${path}.${each}`);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
  return performance.now() - start;
}
