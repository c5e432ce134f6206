import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { AppError } from '../contract/failure.ts';
import { registerAudit } from './audit.ts';
import { drizzle } from './drizzle.ts';
import { foundVersion, migrate, schemaVersion } from './migrate.ts';
import * as schema from './schema/index.ts';
import { cacheStatements } from './statement-cache.ts';

type Orm = BetterSQLite3Database<typeof schema>;

/** A connection that can only read; a function that takes it cannot be handed a write. */
export interface ReadableDb {
  readonly select: Orm['select'];
  readonly selectDistinct: Orm['selectDistinct'];
  readonly raw: Pick<Database.Database, 'prepare' | 'pragma' | 'name' | 'inTransaction'>;
  readonly readable: true;
}

/** The one writer. Records are changed inside `auditedWrite` (db/audit.ts) only. */
export interface WritableDb extends ReadableDb {
  readonly insert: Orm['insert'];
  readonly update: Orm['update'];
  readonly delete: Orm['delete'];
  readonly raw: Database.Database;
  readonly writable: true;
}

const pageCacheKilobytes = 32 * 1024;
const applicationId = 0x5a42_4c47; // 'ZBLG'

/**
 * Opens an archive's database with its raw 32-byte key (64 hex digits) in the SQLCipher 4 scheme.
 * A new file is created, encrypted from the first byte. An older schema is left as it is: see {@link upgrade}.
 *
 * @throws AppError `archive-damaged` when no page can be read with the key, `schema-too-new`.
 */
export function openForWriting(file: string, hexKey: string): WritableDb {
  const raw = openKeyed(file, hexKey, {});
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  registerAudit(raw);
  if (foundVersion(raw) === 0) {
    raw.pragma(`application_id = ${applicationId}`);
    migrate(raw);
  }
  assertEncrypted(file);
  const orm = drizzle(raw, { schema });
  return {
    select: orm.select.bind(orm),
    selectDistinct: orm.selectDistinct.bind(orm),
    insert: orm.insert.bind(orm),
    update: orm.update.bind(orm),
    delete: orm.delete.bind(orm),
    raw,
    readable: true,
    writable: true,
  };
}

/** Opens for reading, also a copy on read-only media. Same errors as {@link openForWriting}. */
export function openForReading(file: string, hexKey: string): ReadableDb & { close(): void } {
  const raw = openKeyed(file, hexKey, { readonly: true, fileMustExist: true });
  const orm = drizzle(raw, { schema });
  return {
    select: orm.select.bind(orm),
    selectDistinct: orm.selectDistinct.bind(orm),
    raw,
    readable: true,
    close: () => raw.close(),
  };
}

/** Another key for a database file that nobody has open; every page is written anew. */
export function changeKey(file: string, oldHexKey: string, newHexKey: string): void {
  if (!/^[0-9a-f]{64}$/.test(newHexKey)) throw new Error('the database key must be 64 hex digits');
  const raw = openKeyed(file, oldHexKey, { fileMustExist: true });
  try {
    // In WAL mode the pages would pass through a log in two keys.
    raw.pragma('journal_mode = DELETE');
    raw.pragma(`rekey = "x'${newHexKey}'"`);
  } finally {
    raw.close();
  }
}

/** Whether an open database has to be brought to this program's schema. */
export function needsUpgrade(db: ReadableDb): boolean {
  return (db.raw.pragma('user_version', { simple: true }) as number) < schemaVersion;
}

/** Runs the migrations that are due; a verified copy is made before (service/archive.ts). */
export function upgrade(db: WritableDb): void {
  migrate(db.raw);
}

function openKeyed(file: string, hexKey: string, options: Database.Options): Database.Database {
  if (!/^[0-9a-f]{64}$/.test(hexKey)) throw new Error('the database key must be 64 hex digits');
  const raw = new Database(file, options);
  try {
    raw.pragma(`cipher = 'sqlcipher'`);
    raw.pragma('legacy = 4');
    raw.pragma(`key = "x'${hexKey}'"`);
    // Sorts, VACUUM and savepoints would otherwise spill plaintext into temporary files.
    raw.pragma('temp_store = MEMORY');
    raw.pragma('busy_timeout = 5000');
    // Pages are decrypted when they are read: with the 2 MB of the default a list of five years decrypts them all anew.
    raw.pragma(`cache_size = -${pageCacheKilobytes}`);
    cacheStatements(raw);
    // A wrong key or a damaged first page shows only here.
    raw.pragma('schema_version');
    const found = foundVersion(raw);
    if (found > schemaVersion) throw new AppError({ code: 'schema-too-new', found, supported: schemaVersion });
    return raw;
  } catch (error) {
    raw.close();
    if (error instanceof AppError) throw error;
    throw new AppError({ code: 'archive-damaged', detail: sqliteCode(error) });
  }
}

/** Belt and braces: a build without the cipher would write a plain file and say nothing. */
export function assertEncrypted(file: string): void {
  if (!existsSync(file)) return;
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, head, 0, 16, 0) === 16 && head.toString('latin1') === 'SQLite format 3\0')
      throw new Error('the archive is not encrypted');
  } finally {
    closeSync(handle);
  }
}

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
