import type { UndoObstacle } from '../../contract/change.ts';
import { AppError, type Failure } from '../../contract/failure.ts';
import { type OperationName, operations } from '../../contract/operations.ts';
import { auditedWrite } from '../../db/audit.ts';
import { auditedTables, recordTables } from '../../db/audit-triggers.ts';
import { brokenConstraint } from '../../db/constraint.ts';
import type { WritableDb } from '../../db/open.ts';
import { ownerOfTaken, referencedTables, referencesTo, storedRow } from '../../db/queries/stored-rows.ts';
import type { ArchiveContext } from '../context.ts';
import { type NetRow, revert } from './net-rows.ts';
import { obstacle } from './obstacles.ts';

/** Takes a trial back, whatever it found. */
class TrialOver extends Error {
  readonly obstacles: UndoObstacle[];
  constructor(obstacles: UndoObstacle[]) {
    super('a trial is taken back');
    this.obstacles = obstacles;
  }
}

/**
 * Does the undo and looks: whether the rows are what the history says, whether anything refers to what went, whether
 * every record still passes the checks of its own save. Then everything is as before.
 */
export function obstaclesOfTrial(context: ArchiveContext, rows: readonly NetRow[]): UndoObstacle[] {
  const { db, person } = context.archive;
  const strayed = rows.filter((row) => !isAsLeft(db, row));
  if (strayed.length > 0) return strayed.map((row) => obstacle(db, 'changed-since', row));
  const audit = { at: context.now().toISOString(), actor: person, operation: 'change.undo', reason: '', batch: '' };
  return takenBack(() =>
    auditedWrite(db, audit, () =>
      // A savepoint inside a write that is under way, so that only the trial is taken back.
      db.raw.transaction(() => {
        throw new TrialOver(tried(context, rows));
      })(),
    ),
  );
}

function takenBack(run: () => never): UndoObstacle[] {
  try {
    return run();
  } catch (error) {
    if (error instanceof TrialOver) return error.obstacles;
    throw error;
  }
}

/** Whether the row is still what the changes made of it. */
function isAsLeft(db: WritableDb, { part, rowId, after, columns, before }: NetRow): boolean {
  const now = storedRow(db, part, rowId);
  if (after === null || now === undefined) return after === null && now === undefined;
  const wanted = before === null ? Object.keys(after).filter((column) => column !== 'revision') : columns;
  return wanted.every((column) => !(column in now) || now[column] === after[column]);
}

function tried(context: ArchiveContext, rows: readonly NetRow[]): UndoObstacle[] {
  const { db } = context.archive;
  try {
    revert(db, rows);
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === null) throw error;
    const held = referencesTo(db, goneOf(rows)).filter(({ record }) => record === 'attachment');
    if (held.length > 0) return held.map((reference) => obstacle(db, 'used-since', reference));
    return [obstacleOfConstraint(db, rows, broken)];
  }
  const used = referencesTo(db, goneOf(rows));
  if (used.length > 0) return used.map((reference) => obstacle(db, 'used-since', reference));
  const lacking = missingReferences(context, rows);
  return lacking.length > 0 ? lacking : unsound(context, rows);
}

/** Records that would go. */
function goneOf(rows: readonly NetRow[]): Set<string> {
  const gone = rows.filter((row) => row.before === null && recordTables.get(row.record) === row.part);
  return new Set(gone.map(({ rowId }) => rowId));
}

/** What comes back names something that is no more. */
function missingReferences({ archive: { db } }: ArchiveContext, rows: readonly NetRow[]): UndoObstacle[] {
  return rows.flatMap(({ part, before, after, columns }) => {
    if (before === null) return [];
    const named = referencedTables(db, part).filter(({ column }) => after === null || columns.includes(column));
    return named.flatMap(({ column, table }) => {
      const id = before[column];
      if (typeof id !== 'string' || storedRow(db, table, id) !== undefined) return [];
      return [obstacle(db, 'reference-gone', { record: auditedTables.get(table)?.record ?? '', recordId: id })];
    });
  });
}

/** What the save of each record says of it as it would be then. */
function unsound(context: ArchiveContext, rows: readonly NetRow[]): UndoObstacle[] {
  const { db } = context.archive;
  const records = new Map(rows.map((row) => [`${row.record} ${row.recordId}`, row]));
  return [...records.values()].flatMap((row) => {
    const table = recordTables.get(row.record);
    const name = `${row.record}.save`;
    const now = table === undefined ? undefined : storedRow(db, table, row.recordId);
    if (now === undefined || !isOperation(name)) return [];
    const failure = failureOf(() =>
      context.call(name, { draft: { id: row.recordId, revision: now.revision } } as never),
    );
    return failure === null
      ? []
      : [obstacle(db, failure.code === 'record-signed' ? 'signed' : 'rule-broken', row, { failure })];
  });
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

function failureOf(save: () => unknown): Failure | null {
  try {
    save();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
}

/** Somebody else has what would come back, or a trigger keeps it. */
function obstacleOfConstraint(db: WritableDb, rows: readonly NetRow[], message: string): UndoObstacle {
  const back = rows.filter(({ before }) => before !== null);
  for (const row of back) {
    const owner = row.before === null ? null : ownerOfTaken(db, message, row.before);
    if (owner !== null && owner.recordId !== row.recordId) return obstacle(db, 'contradicts', owner);
  }
  return obstacle(db, 'contradicts', back[0] ?? { record: '', recordId: '' });
}
