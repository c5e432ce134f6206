import type { HistoryEntry, Names } from '../../contract/history.ts';
import { auditedTables } from '../../db/audit-triggers.ts';
import type { ReadableDb } from '../../db/open.ts';
import { lastImage } from '../../db/queries/changes.ts';
import { storedRow } from '../../db/queries/stored-rows.ts';
import { type Image, imageOf } from './entries.ts';

/** Tables whose rows other records name by id, by the end of the field's name. */
const named: readonly { field: RegExp; table: string; columns: readonly string[] }[] = [
  { field: /^branchId$/, table: 'branch', columns: ['short_name', 'full_name'] },
  { field: /^groupId$/, table: 'party_group', columns: ['name'] },
  { field: /^termId$/, table: 'committee_term', columns: ['number'] },
  { field: /^templateId$/, table: 'election_template', columns: ['source'] },
  { field: /[mM]eetingIds?$/, table: 'meeting', columns: ['title'] },
  { field: /Ids?$/, table: 'member', columns: ['name'] },
];

/** Names of everything that entries name by id, also of what is no more. */
export function namesIn(db: ReadableDb, changes: readonly HistoryEntry['changes'][]): Names {
  const names: Names = {};
  const look = (field: string, value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(field, each);
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) look(key, inner);
    else if (typeof value === 'string' && value !== '' && names[value] === undefined) {
      const kind = named.find((each) => each.field.test(field));
      const name = kind && nameOfRow(db, kind.table, value, kind.columns);
      if (name) names[value] = name;
    }
  };
  for (const { field, before, after } of changes.flat()) {
    look(field, before);
    look(field, after);
  }
  return names;
}

function nameOfRow(db: ReadableDb, table: string, id: string, columns: readonly string[]): string {
  const row = storedRow(db, table, id) ?? imageOf(lastImage(db, table, id));
  for (const column of columns) {
    const value = row?.[column];
    if (value !== undefined && value !== null && value !== '') return String(value);
  }
  return '';
}

/** Columns that name a record, the first that says something. */
const titles = ['name', 'title', 'topic', 'problem', 'lesson_topic', 'full_name', 'reporter_name', 'key'] as const;
const people = ['member_id', 'subject_id'] as const;
const days = [
  ...['held_on', 'happened_on', 'paid_on', 'remitted_on', 'spent_on', 'published_on', 'started_on', 'decided_on'],
  ...['granted_on', 'served_on', 'found_on', 'lost_on', 'left_on', 'since', 'elected_on', 'from_month', 'valid_from'],
  ...['year', 'number'],
];

/** What a record is called in a list: whom it is about, its title, its day. Data, not a sentence. */
export function labelOf(db: ReadableDb, table: string, image: Image | null): string {
  if (image === null) return '';
  const text = (column: string) => {
    const value = image[column];
    return value === undefined || value === null ? '' : String(value).trim();
  };
  if (table === 'member') return text('name');
  const person = people.map((column) => text(column)).find((id) => id !== '');
  const title = table === 'post' ? undefined : titles.map((column) => text(column)).find((each) => each !== '');
  const day = table === 'branch' || table === 'party_group' ? undefined : days.map(text).find((each) => each !== '');
  const name = person === undefined ? '' : nameOfRow(db, 'member', person, ['name']);
  return [name, title ?? '', day ?? ''].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join(' ');
}

/** Whom a row that belongs to a record is about; empty for the record's own row. */
export function rowLabelOf(db: ReadableDb, table: string, image: Image | null): string {
  const owner = auditedTables.get(table)?.idColumn;
  if (owner === undefined || owner === 'id' || image === null) return '';
  const { member_id: member, valid_from: from } = image;
  if (owner !== 'member_id' && typeof member === 'string') return nameOfRow(db, 'member', member, ['name']);
  return typeof from === 'string' ? from : '';
}

/** The label of a record as it is, or as the history last saw it. */
export function labelOfRecord(db: ReadableDb, table: string | undefined, id: string): string {
  if (table === undefined) return '';
  return labelOf(db, table, storedRow(db, table, id) ?? imageOf(lastImage(db, table, id)));
}
