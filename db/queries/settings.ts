import { asc } from 'drizzle-orm';
import type { ReadableDb } from '../open.ts';
import { setting } from '../schema/index.ts';

/** The archive's own dated settings, oldest first. */
export function listSettings(db: ReadableDb) {
  return db.select().from(setting).orderBy(asc(setting.key), asc(setting.validFrom), asc(setting.id)).all();
}
