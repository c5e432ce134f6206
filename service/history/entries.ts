import type { HistoryEntry } from '../../contract/history.ts';
import { auditedTables } from '../../db/audit-triggers.ts';
import { fieldOfColumn } from '../../db/field-names.ts';
import type { AuditRow } from '../../db/queries/history.ts';
import { maskIdNumber, maskPhone } from '../../rules/id-number.ts';
import { ledgers } from '../../templates/ledgers/index.ts';
import { prints } from '../../templates/ledgers/prints.ts';
import { isUndoable as isUndoableOperation } from '../changes/undoable.ts';

/** A row as the history keeps it: columns and what was in them. */
export type Image = Record<string, string | number | null>;

const masks: Record<string, (value: string) => string> = {
  id_number: maskIdNumber,
  mobile_phone: maskPhone,
  landline: maskPhone,
  contact_phone: maskPhone,
  emergency_contact: maskPhone,
};

/** Sort and search keys, revisions: bookkeeping, not something a person changed. */
const bookkeeping = new Set(['id', 'revision', 'initials', 'pinyin_search', 'pinyin_key', 'strokes_key']);

/** A row of the history as it is shown: fields as the contract calls them, sensitive values masked. */
export function toEntry(
  row: AuditRow,
  of: { change: number; undoneBy: number | null; rowLabel: string },
): HistoryEntry {
  const { sequence, at, actor, operation, reason, batch, record, recordId, part, action } = row;
  const changes =
    action === 'reveal' || action === 'export'
      ? [{ field: accessed(part, String(JSON.parse(row.after ?? '""'))), before: null, after: null }]
      : fieldChanges(part, imageOf(row.before), imageOf(row.after));
  const isUndoable = action !== 'reveal' && action !== 'export' && isUndoableOperation(operation);
  return { sequence, ...of, isUndoable, at, actor, operation, reason, batch, record, recordId, part, action, changes };
}

/** Ledgers are kept by their numbers and told by their titles. */
function accessed(part: string, what: string): string {
  if (part !== 'ledger') return what;
  const titles = new Map([...ledgers, ...prints].map(({ id, title }) => [id, title]));
  return what
    .split(' ')
    .map((word) => titles.get(word) ?? word)
    .join(' ');
}

/** The columns in which two images differ, those that a person changed. */
export function changedColumns(part: string, before: Image | null, after: Image | null): string[] {
  const owner = auditedTables.get(part)?.idColumn;
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (column) => !bookkeeping.has(column) && column !== owner && before?.[column] !== after?.[column],
  );
}

export function fieldChanges(part: string, before: Image | null, after: Image | null): HistoryEntry['changes'] {
  return changedColumns(part, before, after).map((column) => ({
    field: fieldOfColumn(part, column),
    before: shown(column, before?.[column]),
    after: shown(column, after?.[column]),
  }));
}

export function imageOf(json: string | null): Image | null {
  return json === null ? null : (JSON.parse(json) as Image);
}

/** Masked where it identifies; lists and objects as such. */
function shown(column: string, value: string | number | null | undefined): unknown {
  if (value === undefined || value === null || value === '') return value ?? null;
  if (typeof value !== 'string') return value;
  const mask = masks[column];
  if (mask !== undefined) return mask(value);
  return /^[[{]/.test(value) ? listOf(value) : value;
}

function listOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    // Text that only begins like a list.
    return value;
  }
}
