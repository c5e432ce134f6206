import { keptAnswer } from '../kept.ts';
import type { ReadableDb } from '../open.ts';

/** The name of everybody, by id; for what walks over many records. Shared by all who ask. */
export function everyName(db: ReadableDb): ReadonlyMap<string, string> {
  return keptAnswer(db, ['member'], 'names', () => {
    const rows = db.raw.prepare('SELECT id, name FROM member').all() as { id: string; name: string }[];
    return new Map(rows.map((row) => [row.id, row.name]));
  });
}
