import type { ReadableDb, WritableDb } from '../open.ts';
import { archiveFact } from '../schema/index.ts';

/** Facts about the archive itself, kept inside it. */
export type FactName = 'archive-id' | 'is-demo' | 'created-at';

export function readFact(db: ReadableDb, name: FactName): string | undefined {
  // Asked before every write.
  const row = db.raw.prepare('SELECT value FROM archive_fact WHERE name = ?').get(name);
  return (row as { value: string } | undefined)?.value;
}

export function writeFact(db: WritableDb, name: FactName, value: string): void {
  db.insert(archiveFact).values({ name, value }).onConflictDoUpdate({ target: archiveFact.name, set: { value } }).run();
}
