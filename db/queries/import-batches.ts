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

/**
 * Every batch of an operation, newest first, with how many records of a type it made and changed. The join says how:
 * from the few writes to their rows; SQLite would walk the whole history.
 */
export function listBatches(db: ReadableDb, operation: string, record: 'member' | 'question'): BatchFacts[] {
  const rows = db.raw
    .prepare(
      `SELECT change.batch, min(change.at) AS at, min(change.actor) AS actor, min(change.reason) AS reason,
         count(DISTINCT CASE WHEN part = :record AND action = 'insert' THEN record_id END) AS created,
         count(DISTINCT CASE WHEN record = :record THEN record_id END) AS touched
       FROM change CROSS JOIN audit NOT INDEXED ON sequence BETWEEN change.number AND change.last
       WHERE change.operation = :operation AND change.batch <> '' GROUP BY change.batch ORDER BY min(change.number) DESC`,
    )
    .all({ operation, record }) as (Omit<BatchFacts, 'changed' | 'isUndone'> & { touched: number })[];
  return rows.map(({ touched, ...row }) => ({
    ...row,
    changed: touched - row.created,
    isUndone: changesOfBatch(db, row.batch).every(({ number }) => standingUndo(db, number) !== null),
  }));
}

/** Whether records of some types changed after a sequence; showing a number is no change. */
export function changedSince(db: ReadableDb, sequence: number, records: readonly string[]): boolean {
  const row = db.raw
    .prepare(
      `SELECT 1 FROM audit WHERE sequence > ? AND record IN (SELECT value FROM json_each(?))
         AND action IN ('insert', 'update', 'delete') LIMIT 1`,
    )
    .get(sequence, JSON.stringify(records));
  return row !== undefined;
}
