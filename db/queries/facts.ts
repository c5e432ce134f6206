import { eq } from '../drizzle.ts';
import type { ReadableDb, WritableDb } from '../open.ts';
import { archiveFact } from '../schema/index.ts';

/** Facts about the archive itself, kept inside it. */
export type FactName = 'archive-id' | 'is-demo' | 'created-at';

export function readFact(db: ReadableDb, name: FactName): string | undefined {
  return db.select().from(archiveFact).where(eq(archiveFact.name, name)).get()?.value;
}

export function writeFact(db: WritableDb, name: FactName, value: string): void {
  db.insert(archiveFact).values({ name, value }).onConflictDoUpdate({ target: archiveFact.name, set: { value } }).run();
}
