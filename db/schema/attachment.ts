import type { Attachment } from '../../contract/attachment.ts';
import { blob, integer, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const attachment = sqliteTable('attachment', {
  ...recordColumns,
  record: text().notNull().$type<Attachment['record']>(),
  recordId: text('record_id').notNull(),
  part: text().notNull(),
  slot: text().notNull().$type<Attachment['slot']>(),
  title: text().notNull(),
  takenOn: text('taken_on'),
  originalLocation: text('original_location').notNull(),
  pages: json<Attachment['pages']>('pages'),
  byteSize: integer('byte_size').notNull(),
  pageCount: integer('page_count'),
  addedBy: text('added_by').notNull(),
  addedAt: text('added_at').notNull(),
} satisfies Record<keyof Attachment, unknown>);

/** What a file holds, once for each hash, however many links name it. */
export const content = sqliteTable('content', {
  hash: text().primaryKey(),
  bytes: integer().notNull(),
  mediaType: text('media_type').notNull(),
  thumbnail: blob({ mode: 'buffer' }),
});
