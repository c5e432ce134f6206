import type { WritableDb } from '../../db/open.ts';
import { type ChangeRow, rowsOfChange } from '../../db/queries/changes.ts';
import type { AuditRow } from '../../db/queries/history.ts';
import {
  columnsOf,
  deferReferences,
  insertStoredRow,
  removeStoredRow,
  restoreStoredRow,
} from '../../db/queries/stored-rows.ts';
import { type Image, imageOf } from '../history/entries.ts';

/** What one or more changes did to one row, taken together. */
export interface NetRow {
  record: string;
  recordId: string;
  part: string;
  rowId: string;
  /** As it was before and after; `null` where it was not there. */
  before: Image | null;
  after: Image | null;
  /** Columns to be put back; the revision is not one. */
  columns: string[];
  /** First and last row of the history that it comes from. */
  first: number;
  last: number;
}

/** What changes did, row by row; rows that are as before, and what was only shown, are left out. */
export function netRows(db: WritableDb, changes: readonly ChangeRow[]): NetRow[] {
  const rows = new Map<string, NetRow>();
  for (const row of changes.flatMap((change) => rowsOfChange(db, change))) {
    if (row.action === 'reveal' || row.action === 'export') continue;
    const key = `${row.part} ${row.rowId}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, netRow(row));
    else rows.set(key, { ...known, after: imageOf(row.after), last: row.sequence });
  }
  return [...rows.values()]
    .map((row) => ({ ...row, columns: row.before && row.after ? differing(row.before, row.after) : [] }))
    .filter(
      ({ before, after, columns }) =>
        (before === null) !== (after === null) || columns.length > 0 || isCounted(before, after),
    );
}

/** A record whose rows changed has a new revision and nothing else; it gets one again. */
function isCounted(before: Image | null, after: Image | null): boolean {
  return before !== null && after !== null && before.revision !== after.revision;
}

function netRow(row: AuditRow): NetRow {
  const { record, recordId, part, rowId, sequence } = row;
  const images = { before: imageOf(row.before), after: imageOf(row.after) };
  return { record, recordId, part, rowId, ...images, columns: [], first: sequence, last: sequence };
}

function differing(before: Image, after: Image): string[] {
  return Object.keys(before).filter((column) => column !== 'revision' && before[column] !== after[column]);
}

/** Puts rows back as they were before: what came goes, what changed is as before, what went comes back. */
export function revert(db: WritableDb, rows: readonly NetRow[]): void {
  deferReferences(db);
  for (const row of rows.toReversed()) if (row.before === null) removeStoredRow(db, row.part, row.rowId);
  for (const row of rows.toReversed()) {
    if (row.before === null || row.after === null) continue;
    const columns = columnsOf(db, row.part);
    const { before } = row;
    const values = row.columns.filter((column) => columns.includes(column));
    restoreStoredRow(
      db,
      row.part,
      row.rowId,
      Object.fromEntries(values.map((column) => [column, before[column] ?? null])),
    );
  }
  for (const row of rows.toReversed()) {
    if (row.before === null || row.after !== null) continue;
    const columns = columnsOf(db, row.part);
    insertStoredRow(
      db,
      row.part,
      Object.fromEntries(Object.entries(row.before).filter(([name]) => columns.includes(name))),
    );
  }
}
