import type { Setting } from '../../contract/setting.ts';
import { blob, integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const setting = sqliteTable('setting', {
  ...recordColumns,
  key: text().notNull(),
  value: json<Setting['value']>('value'),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  source: text().notNull(),
  note: text().notNull(),
} satisfies Record<keyof Setting, unknown>);

export const workLogEntry = sqliteTable('work_log_entry', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  happenedOn: text('happened_on').notNull(),
  title: text().notNull(),
  content: text().notNull(),
  handler: text().notNull(),
});

/** Facts about the archive itself: its id, whether it is a demo. */
export const archiveFact = sqliteTable('archive_fact', { name: text().primaryKey(), value: text().notNull() });

/** Keys that live inside the encrypted file only: signing key, own age identity, upload token. Never in the audit. */
export const secret = sqliteTable('secret', { name: text().primaryKey(), value: blob({ mode: 'buffer' }).notNull() });

/** Append-only, hash-chained; written by triggers alone. */
export const audit = sqliteTable('audit', {
  sequence: integer().primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  operation: text().notNull(),
  reason: text().notNull(),
  batch: text().notNull(),
  record: text().notNull(),
  recordId: text('record_id').notNull(),
  part: text().notNull(),
  rowId: text('row_id').notNull(),
  action: text().notNull().$type<'insert' | 'update' | 'delete' | 'reveal' | 'export'>(),
  before: text(),
  after: text(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
});
