import type { ReadableDb } from '../open.ts';
import { changesOfBatch, standingUndo } from './changes.ts';

/** Imports as the history holds them. */

export interface BatchFacts {
  batch: string;
  at: string;
  actor: string;
  /** Reason of the write: the file's name. */
  reason: string;
  created: number;
  changed: number;
  isUndone: boolean;
}

/** Every batch of an operation, newest first. */
export function listBatches(db: ReadableDb, operation: string): BatchFacts[] {
  const rows = db.raw
    .prepare(
      `SELECT change.batch, min(change.at) AS at, min(change.actor) AS actor, min(change.reason) AS reason,
         count(DISTINCT CASE WHEN part = 'member' AND action = 'insert' THEN record_id END) AS created,
         count(DISTINCT CASE WHEN record = 'member' THEN record_id END) AS touched
       FROM change JOIN audit ON sequence BETWEEN change.number AND change.last
       WHERE change.operation = ? AND change.batch <> '' GROUP BY change.batch ORDER BY min(change.number) DESC`,
    )
    .all(operation) as (Omit<BatchFacts, 'changed' | 'isUndone'> & { touched: number })[];
  return rows.map(({ touched, ...row }) => ({
    ...row,
    changed: touched - row.created,
    isUndone: changesOfBatch(db, row.batch).every(({ number }) => standingUndo(db, number) !== null),
  }));
}

/** Whether people, groups or branches changed after a sequence; showing a number is no change. */
export function peopleChangedSince(db: ReadableDb, sequence: number): boolean {
  const row = db.raw
    .prepare(
      `SELECT 1 FROM audit WHERE sequence > ? AND record IN ('member', 'group', 'branch', 'post')
         AND action IN ('insert', 'update', 'delete') LIMIT 1`,
    )
    .get(sequence);
  return row !== undefined;
}
