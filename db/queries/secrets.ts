import { eq } from '../drizzle.ts';
import type { ReadableDb, WritableDb } from '../open.ts';
import { secret } from '../schema/index.ts';

/** A key or state that lives inside the encrypted file only; null when there is none. */
export function readSecret(db: ReadableDb, name: string): Buffer | null {
  return db.select().from(secret).where(eq(secret.name, name)).get()?.value ?? null;
}

/** Stores it; secrets are not part of the audit. */
export function writeSecret(db: WritableDb, name: string, value: Buffer): void {
  db.insert(secret).values({ name, value }).onConflictDoUpdate({ target: secret.name, set: { value } }).run();
}
