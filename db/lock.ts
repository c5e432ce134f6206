import Database from 'better-sqlite3';
import { AppError } from '../contract/failure.ts';

/** Held while an archive is open for writing; released by the system itself when the process dies. */
export interface ArchiveLock {
  release(): void;
}

/**
 * One program at a time has an archive open. An exclusive lock on an empty SQLite file is used because the
 * system drops it with the process: no stale lock file, no guess whether a process id is still ours.
 *
 * @throws AppError `archive-in-use`
 */
export function lockArchive(file: string): ArchiveLock {
  const lock = new Database(file, { timeout: 200 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new AppError({ code: 'archive-in-use' });
  }
  return { release: () => lock.close() };
}
