import { createHash } from 'node:crypto';
import type { UndoEffect, UndoObstacle, UndoPlan, UndoTarget } from '../../contract/change.ts';
import { AppError } from '../../contract/failure.ts';
import { needsOf, type OperationName, operations } from '../../contract/operations.ts';
import { subjectOf } from '../../contract/permission.ts';
import { recordTables } from '../../db/audit-triggers.ts';
import type { WritableDb } from '../../db/open.ts';
import { type ChangeRow, changesOfBatch, findChange, recordTypesOfChange } from '../../db/queries/changes.ts';
import { storedRow } from '../../db/queries/stored-rows.ts';
import type { ArchiveContext } from '../context.ts';
import { fieldChanges } from '../history/entries.ts';
import { labelOfRecord, namesIn, rowLabelOf } from '../history/names.ts';
import { summaryOf } from '../history/summary.ts';
import { type NetRow, netRows } from './net-rows.ts';
import { obstacle, obstaclesOfKind, obstaclesOfRows } from './obstacles.ts';
import { obstaclesOfTrial } from './trial.ts';

/** Effects spelled out in full; of an import only the first. */
const mostEffects = 300;
/** Obstacles named. */
const mostObstacles = 100;

/** An undo worked out: what is put back, and what stands in the way. */
export interface Undo {
  changes: ChangeRow[];
  rows: NetRow[];
  obstacles: UndoObstacle[];
  /** Binds to everything that was looked at. */
  digest: string;
  counts: UndoPlan['counts'];
}

/**
 * Works an undo out: what stands in the way by the history, and then by trying it and taking the trial back.
 *
 * @throws AppError `no-such-record`
 */
export function workOut(context: ArchiveContext, target: UndoTarget): Undo {
  const { db } = context.archive;
  const changes = changesOf(db, target);
  demandReadable(context, changes);
  const ofKind = obstaclesOfKind(db, changes);
  if (ofKind.length > 0)
    return { changes, rows: [], obstacles: ofKind, digest: digestOf(db, changes, [], ofKind), counts: countsOf([]) };
  const rows = netRows(db, changes);
  const found = rows.some(saysSomething)
    ? obstaclesOfRows(db, changes, rows)
    : [obstacle(db, 'nothing-to-undo', { record: '', recordId: '' })];
  const obstacles = found.length > 0 ? found : obstaclesOfTrial(context, rows);
  return { changes, rows, obstacles, digest: digestOf(db, changes, rows, obstacles), counts: countsOf(rows) };
}

/** Changes of a restricted subject are for those who may read it. @throws AppError `not-permitted` */
export function demandReadable(context: ArchiveContext, changes: readonly ChangeRow[]): void {
  for (const { number } of changes)
    for (const record of recordTypesOfChange(context.archive.db, number)) {
      const subject = subjectOf(record);
      if (subject !== undefined) context.demand({ right: 'read', subject });
    }
}

/** Own changes are taken back by whoever may do the same again; somebody else's by who decides. */
export function demandWritable(context: ArchiveContext, changes: readonly ChangeRow[]): void {
  for (const { actor, operation } of changes) {
    if (actor !== context.archive.person) context.demand({ right: 'decide' });
    if (Object.hasOwn(operations, operation)) context.demand(needsOf(operation as OperationName, { draft: {} }));
  }
}

function changesOf(db: WritableDb, target: UndoTarget): ChangeRow[] {
  const [id, found] =
    'batch' in target
      ? [target.batch, changesOfBatch(db, target.batch)]
      : [String(target.change), [findChange(db, target.change)].filter((change) => change !== undefined)];
  if (found.length === 0) throw new AppError({ code: 'no-such-record', record: 'change', id });
  return found;
}

function saysSomething({ before, after, columns }: NetRow): boolean {
  return before === null || after === null || columns.length > 0;
}

/** The plan as it is shown: field by field, in the words of the history. */
export function describe(db: WritableDb, { changes, rows, obstacles, digest, counts }: Undo): UndoPlan {
  const told = rows.filter(saysSomething);
  const effects = told.slice(0, mostEffects).map((row) => effectOf(db, row));
  return {
    plan: digest,
    changes: changes.slice(0, 20).map((change) => summaryOf(db, change)),
    effects,
    counts,
    names: namesIn(
      db,
      effects.map((effect) => effect.changes),
    ),
    obstacles: obstacles.slice(0, mostObstacles),
  };
}

function effectOf(db: WritableDb, { record, recordId, part, before, after }: NetRow): UndoEffect {
  return {
    kind: before === null ? 'goes' : after === null ? 'returns' : 'restored',
    record,
    recordId,
    label: labelOfRecord(db, recordTables.get(record), recordId),
    part,
    rowLabel: rowLabelOf(db, part, after ?? before),
    changes: fieldChanges(part, after, before),
  };
}

/** Records by what becomes of them: one that goes or comes back is not also restored. */
function countsOf(rows: readonly NetRow[]): UndoPlan['counts'] {
  const own = (row: NetRow) => recordTables.get(row.record) === row.part;
  const of = (chosen: readonly NetRow[]) => new Set(chosen.map(({ record, recordId }) => `${record} ${recordId}`));
  const removed = of(rows.filter((row) => own(row) && row.before === null));
  const returned = of(rows.filter((row) => own(row) && row.after === null));
  const touched = of(rows.filter(saysSomething));
  const restored = [...touched].filter((record) => !removed.has(record) && !returned.has(record));
  return {
    effects: rows.filter(saysSomething).length,
    restored: restored.length,
    returned: returned.size,
    removed: removed.size,
  };
}

function digestOf(
  db: WritableDb,
  changes: readonly ChangeRow[],
  rows: readonly NetRow[],
  obstacles: readonly UndoObstacle[],
): string {
  const seen = {
    changes: changes.map(({ number }) => number),
    rows: rows.map(({ part, rowId }) => [part, rowId, storedRow(db, part, rowId) ?? null]),
    obstacles: obstacles.map(({ code, record, id, change }) => [code, record, id, change?.number ?? null]),
  };
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}
