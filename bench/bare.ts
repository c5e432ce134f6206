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
