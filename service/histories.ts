import type { HistoryEntry } from '../contract/history.ts';
import { type AuditRow, listAudit } from '../db/queries/history.ts';
import { maskIdNumber, maskPhone } from '../rules/id-number.ts';
import type { HandlersOf } from './handler-types.ts';

export const historyHandlers = {
  'history.list': ({ archive }, { offset, limit, ...filter }) => {
    const { rows, total } = listAudit(archive.db, filter, { offset, limit });
    return { entries: rows.map(toEntry), total };
  },
} satisfies HandlersOf<'history.list'>;

const masks: Record<string, (value: string) => string> = {
  id_number: maskIdNumber,
  mobile_phone: maskPhone,
  landline: maskPhone,
  contact_phone: maskPhone,
  emergency_contact: maskPhone,
};

/** Sort and search keys, revisions: bookkeeping, not something a person changed. */
const bookkeeping = new Set([
  'id',
  'revision',
  'initials',
  'pinyin_search',
  'pinyin_key',
  'strokes_key',
  'member_id',
  'meeting_id',
]);

function toEntry(row: AuditRow): HistoryEntry {
  const { sequence, at, actor, operation, reason, batch, record, recordId, part, action } = row;
  return { sequence, at, actor, operation, reason, batch, record, recordId, part, action, changes: changesOf(row) };
}

function changesOf(row: AuditRow): HistoryEntry['changes'] {
  if (row.action === 'reveal' || row.action === 'export')
    return [{ field: String(JSON.parse(row.after ?? '""')), before: null, after: null }];
  const before = parse(row.before);
  const after = parse(row.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !bookkeeping.has(field) && before[field] !== after[field])
    .map((field) => ({
      field: fieldName(row.part, field),
      before: masked(field, before[field]),
      after: masked(field, after[field]),
    }));
}

/** The field as the contract calls it; periods of most records are stored as `valid_from` and `valid_to`. */
function fieldName(part: string, column: string): string {
  if (part !== 'setting' && column === 'valid_from') return 'from';
  if (part !== 'setting' && column === 'valid_to') return 'to';
  return column.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function parse(image: string | null): Record<string, unknown> {
  return image === null ? {} : (JSON.parse(image) as Record<string, unknown>);
}

function masked(field: string, value: unknown): unknown {
  if (value === undefined) return null;
  const mask = masks[field];
  return mask !== undefined && typeof value === 'string' && value !== '' ? mask(value) : value;
}
