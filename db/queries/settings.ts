import { keptAnswer } from '../kept.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import { setting } from '../schema/index.ts';

/** The archive's own dated settings, oldest first. Shared by all who ask: read at every turn, changed once a year. */
export function listSettings(db: ReadableDb) {
  return keptAnswer(db, ['setting'], 'settings', () => selectRows(db, setting, 'ORDER BY key, valid_from, id'));
}
