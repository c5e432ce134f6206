import type { ReadableDb } from '../db/open.ts';

/** Which record types a write touched, read off the audit, so that windows refresh just what changed. */
export const changedRecords = {
  mark: (db: ReadableDb): number =>
    (db.raw.prepare('SELECT max(sequence) AS last FROM audit').get() as { last: number | null }).last ?? 0,
  since: (db: ReadableDb, mark: number): string[] =>
    (db.raw.prepare('SELECT DISTINCT record FROM audit WHERE sequence > ?').all(mark) as { record: string }[]).map(
      (row) => row.record,
    ),
};
