import type { Change, ChangedRecord } from '../../contract/change.ts';
import { recordTables } from '../../db/audit-triggers.ts';
import { fieldOfColumn } from '../../db/field-names.ts';
import type { ReadableDb } from '../../db/open.ts';
import { type ChangeRow, recordsOfChange, rowsOfChange, standingUndo, undoneBy } from '../../db/queries/changes.ts';
import type { AuditRow } from '../../db/queries/history.ts';
import { isUndoable } from '../changes/undoable.ts';
import { changedColumns, imageOf } from './entries.ts';
import { labelOf, labelOfRecord } from './names.ts';

/** Records named of one change, and rows of the history read for them: an import has thousands. */
const mostRecords = 5;
const mostRows = 60;

/** A change in short: what it touched and whether it still stands. */
export function summaryOf(db: ReadableDb, change: ChangeRow): Change {
  const { last: _last, ...facts } = change;
  const rows = rowsOfChange(db, change, mostRows);
  const byRecord = new Map<string, AuditRow[]>();
  for (const row of rows) {
    const key = `${row.record} ${row.recordId}`;
    byRecord.set(key, [...(byRecord.get(key) ?? []), row]);
  }
  const touched = [...byRecord.values()].map((ofRecord) => recordOf(db, ofRecord));
  // What only got a new revision because its neighbour changed comes last.
  const records = [...touched.filter(saysSomething), ...touched.filter((each) => !saysSomething(each))];
  return {
    ...facts,
    records: records.slice(0, mostRecords),
    recordCount: rows.length < mostRows ? records.length : recordsOfChange(db, change.number),
    undoneBy: standingUndo(db, change.number),
    undoes: undoneBy(db, change.number),
    isUndoable: !change.isAccess && isUndoable(change.operation),
  };
}

function saysSomething({ action, fields }: ChangedRecord): boolean {
  return action === 'insert' || action === 'delete' || action === 'access' || fields.length > 0;
}

function recordOf(db: ReadableDb, rows: readonly AuditRow[]): ChangedRecord {
  const { record = '', recordId = '' } = rows[0] ?? {};
  const table = recordTables.get(record);
  const own = rows.filter((row) => row.part === table);
  const image = imageOf(own.findLast((row) => row.after !== null)?.after ?? own[0]?.before ?? null);
  const label = table !== undefined && image !== null ? labelOf(db, table, image) : labelOfRecord(db, table, recordId);
  const changed = rows.flatMap((row) =>
    row.action === 'update'
      ? changedColumns(row.part, imageOf(row.before), imageOf(row.after)).map((column) => ({
          part: row.part,
          field: fieldOfColumn(row.part, column),
        }))
      : row.part === table
        ? []
        : [{ part: row.part, field: '' }],
  );
  const action = actionOf(own, rows);
  const fields = action === 'update' || action === 'parts' ? unique(changed) : [];
  return { record, id: recordId, label, action, fields };
}

function actionOf(own: readonly AuditRow[], all: readonly AuditRow[]): ChangedRecord['action'] {
  if (all.every((row) => row.action === 'reveal' || row.action === 'export')) return 'access';
  if (own.some((row) => row.action === 'insert')) return 'insert';
  if (own.some((row) => row.action === 'delete')) return 'delete';
  const isOwn = own.some((row) => changedColumns(row.part, imageOf(row.before), imageOf(row.after)).length > 0);
  return isOwn ? 'update' : 'parts';
}

function unique(fields: ChangedRecord['fields']): ChangedRecord['fields'] {
  const seen = new Map(fields.map((each) => [`${each.part} ${each.field}`, each]));
  return [...seen.values()].slice(0, 20);
}
