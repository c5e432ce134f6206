import type { UndoObstacle, UndoObstacleCode } from '../../contract/change.ts';
import { recordTables } from '../../db/audit-triggers.ts';
import { fieldOfColumn } from '../../db/field-names.ts';
import type { ReadableDb } from '../../db/open.ts';
import {
  type ChangeRow,
  changeOfSequence,
  laterOfRecord,
  laterOfRow,
  standingUndo,
  undoneBy,
} from '../../db/queries/changes.ts';
import type { AuditRow } from '../../db/queries/history.ts';
import { type StoredRow, storedRow } from '../../db/queries/stored-rows.ts';
import { changedColumns, imageOf } from '../history/entries.ts';
import { labelOfRecord } from '../history/names.ts';
import type { NetRow } from './net-rows.ts';
import { isUndoable } from './undoable.ts';

/** Finds what stands in the way of an undo, from the history and the rows as they are; changes nothing. */

export function obstacle(
  db: ReadableDb,
  code: UndoObstacleCode,
  of: { record: string; recordId: string },
  more: Partial<UndoObstacle> = {},
): UndoObstacle {
  const label = labelOfRecord(db, recordTables.get(of.record), of.recordId);
  return { code, record: of.record, id: of.recordId, label, fields: [], change: null, failure: null, ...more };
}

/** Obstacles that lie in the changes themselves: kinds that are final, and those taken back already. */
export function obstaclesOfKind(db: ReadableDb, changes: readonly ChangeRow[]): UndoObstacle[] {
  const none = { record: '', recordId: '' };
  return changes.flatMap((change) => {
    const undo = standingUndo(db, change.number);
    if (undo !== null) return [obstacle(db, 'already-undone', none, { change: shortOf(changeOfSequence(db, undo)) })];
    if (change.isAccess) return [obstacle(db, 'nothing-to-undo', none)];
    const { number, at, actor, reason } = change;
    return isUndoable(change.operation)
      ? []
      : [obstacle(db, 'operation-final', none, { change: { number, at, actor, reason } })];
  });
}

/** Obstacles from signatures, receipts, and whatever changed since. */
export function obstaclesOfRows(
  db: ReadableDb,
  changes: readonly ChangeRow[],
  rows: readonly NetRow[],
): UndoObstacle[] {
  const later = new LaterChanges(db, changes);
  const found = rows.flatMap((row) => sealedOr(db, row) ?? later.ofRow(row));
  const all = [...found, ...rows.flatMap((row) => later.ofRecord(row))];
  const seen = new Map<string, UndoObstacle>();
  for (const each of all) {
    const key = `${each.code} ${each.record} ${each.id} ${each.change?.number ?? ''}`;
    const known = seen.get(key);
    seen.set(key, known === undefined ? each : { ...known, fields: merged(known.fields, each.fields) });
  }
  return [...seen.values()];
}

function merged(one: UndoObstacle['fields'], other: UndoObstacle['fields']): UndoObstacle['fields'] {
  return [...new Map([...one, ...other].map((each) => [`${each.part} ${each.field}`, each])).values()];
}

/** Columns that stay free after the member signed the fixing (service/dues/fixings.ts). */
const freeOfFixing = new Set(['signed_on', 'change_note', 'note']);
/** What a receipt says. */
const onReceipt = new Set(['member_id', 'kind', 'lines', 'amount', 'paid_on', 'receipt_number']);

/** Signatures, amendments and receipts are never taken back; `undefined` when there are none. */
function sealedOr(db: ReadableDb, row: NetRow): UndoObstacle[] | undefined {
  const touches = (columns: ReadonlySet<string>) =>
    row.before === null || row.after === null || row.columns.some((column) => columns.has(column));
  if (row.part === 'amendment') return [obstacle(db, 'sealed', row)];
  if (row.part === 'meeting' && row.after !== null && row.before !== null) {
    const seals = ['signed_on', 'voided_on'];
    if (row.columns.some((column) => seals.includes(column))) return [obstacle(db, 'sealed', row)];
  }
  if (row.part === 'meeting' || row.part === 'attendance') {
    const now = storedRow(db, 'meeting', row.recordId);
    if (isSet(now, 'signed_on') || isSet(now, 'voided_on')) return [obstacle(db, 'signed', row)];
  }
  const now = storedRow(db, row.part, row.rowId);
  if (row.part === 'dues_fixing' && isSet(now, 'signed_on')) {
    const isBound = row.before === null || row.columns.some((column) => !freeOfFixing.has(column));
    if (isBound && !(row.columns.includes('signed_on') && row.before !== null && row.before.signed_on === null))
      return [obstacle(db, 'signed', row)];
  }
  if (row.part === 'dues_payment' && isSet(now, 'receipt_number') && touches(onReceipt))
    return [obstacle(db, 'receipt-issued', row)];
  return undefined;
}

function isSet(row: StoredRow | undefined, column: string): boolean {
  const value = row?.[column];
  return value !== undefined && value !== null && value !== '';
}

/** What happened to the same fields and records after the changes, without what was taken back again. */
class LaterChanges {
  readonly #db: ReadableDb;
  readonly #own: ReadonlySet<number>;
  readonly #begin: number;
  readonly #judged = new Map<number, boolean>();

  constructor(db: ReadableDb, changes: readonly ChangeRow[]) {
    this.#db = db;
    this.#own = new Set(changes.map(({ number }) => number));
    this.#begin = Math.min(...this.#own);
  }

  /** The same columns of the same row; any column of one that came with the change, or went. */
  ofRow(row: NetRow): UndoObstacle[] {
    const isWhole = row.before === null || row.after === null;
    return laterOfRow(this.#db, row.part, row.rowId, row.first).flatMap((later) => {
      const [before, after] = [imageOf(later.before), imageOf(later.after)];
      const columns = [...Object.keys(before ?? {}), ...Object.keys(after ?? {})].filter(
        (column, at, all) =>
          all.indexOf(column) === at && column !== 'revision' && before?.[column] !== after?.[column],
      );
      const shared =
        isWhole || later.action !== 'update' ? columns : columns.filter((each) => row.columns.includes(each));
      if (shared.length === 0 && later.action === 'update') return [];
      return this.#obstacle(
        row,
        later,
        shared.map((column) => ({ part: row.part, field: fieldOfColumn(row.part, column) })),
      );
    });
  }

  /** Of a record that came with the change, whatever was done to it since. */
  ofRecord(row: NetRow): UndoObstacle[] {
    if (row.before !== null || recordTables.get(row.record) !== row.part) return [];
    return laterOfRecord(this.#db, row.record, row.recordId, row.first).flatMap((later) => {
      const columns = changedColumns(later.part, imageOf(later.before), imageOf(later.after));
      if (columns.length === 0) return [];
      const whole = later.action !== 'update' && later.part !== row.part;
      const fields = whole ? [''] : columns.map((column) => fieldOfColumn(later.part, column));
      return this.#obstacle(
        row,
        later,
        fields.map((field) => ({ part: later.part, field })),
      );
    });
  }

  #obstacle(row: NetRow, later: AuditRow, fields: UndoObstacle['fields']): UndoObstacle[] {
    const change = changeOfSequence(this.#db, later.sequence);
    if (change === undefined || this.#own.has(change.number) || this.#isVoid(change.number)) return [];
    return [obstacle(this.#db, 'changed-since', row, { fields, change: shortOf(change) })];
  }

  /** Taken back by an undo that stands, or itself an undo of nothing but later changes: together they did nothing. */
  #isVoid(number: number): boolean {
    const known = this.#judged.get(number);
    if (known !== undefined) return known;
    const taken = undoneBy(this.#db, number);
    const isVoid =
      standingUndo(this.#db, number) !== null ||
      (taken.length > 0 && taken.every((each) => each > this.#begin && !this.#own.has(each)));
    this.#judged.set(number, isVoid);
    return isVoid;
  }
}

function shortOf(change: ChangeRow | undefined): UndoObstacle['change'] {
  if (change === undefined) return null;
  const { number, at, actor, reason } = change;
  return { number, at, actor, reason };
}
