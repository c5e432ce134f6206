import type { Attachment, AttachmentSlot } from '../../contract/attachment.ts';
import { AppError } from '../../contract/failure.ts';
import type { RecordName } from '../../contract/history.ts';
import { recordTables } from '../audit-triggers.ts';
import { and, asc, eq, inArray } from '../drizzle.ts';
import type { ReadableDb, WritableDb } from '../open.ts';
import { findRow, getRow } from '../records.ts';
import { attachment, content } from '../schema/index.ts';

/** How many attachments, and pages in them, a record has in a slot; pages that are not known count as one. */
export interface AttachmentCount {
  recordId: string;
  slot: AttachmentSlot;
  attachments: number;
  pages: number;
}

/** Of one record, or all; in the order of adding. */
export function listAttachments(
  db: ReadableDb,
  filter: { record?: RecordName | undefined; recordId?: string | undefined },
): Attachment[] {
  return db
    .select()
    .from(attachment)
    .where(
      and(
        filter.record === undefined ? undefined : eq(attachment.record, filter.record),
        filter.recordId === undefined ? undefined : eq(attachment.recordId, filter.recordId),
      ),
    )
    .orderBy(asc(attachment.addedAt), asc(attachment.id))
    .all();
}

export function findAttachment(db: ReadableDb, id: string): Attachment | undefined {
  return findRow(db, attachment, id);
}

/** @throws AppError `no-such-record` */
export function getAttachment(db: ReadableDb, id: string): Attachment {
  return getRow(db, attachment, 'attachment', id);
}

/** Counts by record and slot; of the given records, or of all records of the type. */
export function countAttachments(
  db: ReadableDb,
  record: RecordName,
  recordIds?: readonly string[] | undefined,
): AttachmentCount[] {
  if (recordIds?.length === 0) return [];
  const rows = db
    .select({
      recordId: attachment.recordId,
      slot: attachment.slot,
      pages: attachment.pages,
      count: attachment.pageCount,
    })
    .from(attachment)
    .where(
      and(
        eq(attachment.record, record),
        recordIds === undefined ? undefined : inArray(attachment.recordId, [...recordIds]),
      ),
    )
    .orderBy(asc(attachment.recordId), asc(attachment.slot))
    .all();
  const counts = new Map<string, AttachmentCount>();
  for (const { recordId, slot, pages, count } of rows) {
    const key = `${recordId} ${slot}`;
    const sum = counts.get(key) ?? { recordId, slot, attachments: 0, pages: 0 };
    counts.set(key, { ...sum, attachments: sum.attachments + 1, pages: sum.pages + (count ?? pages.length) });
  }
  return [...counts.values()];
}

/** Whether the record that something is to be attached to exists. */
export function hasRecord(db: ReadableDb, record: RecordName, id: string): boolean {
  const table = recordTables.get(record);
  if (table === undefined) return false;
  return db.raw.prepare(`SELECT 1 FROM "${table}" WHERE id = ?`).get(id) !== undefined;
}

/** Links, contents kept for them, and the bytes these take. */
export function attachmentSpace(db: ReadableDb): { attachments: number; contents: number; bytes: number } {
  return db.raw
    .prepare(
      `SELECT (SELECT count(*) FROM attachment) AS attachments, count(*) AS contents,
         coalesce(sum(bytes), 0) AS bytes FROM content`,
    )
    .get() as { attachments: number; contents: number; bytes: number };
}

/** Bytes in one stored piece. */
const storedPiece = 256 * 1024;

/** Keeps a content once; the same hash again is nothing new. Inside an audited write; contents are not in the history. */
export function keepContent(
  db: WritableDb,
  { hash, bytes, mediaType }: { hash: string; bytes: Uint8Array; mediaType: string },
): void {
  if (db.raw.prepare('SELECT 1 FROM content WHERE hash = ?').get(hash) !== undefined) return;
  db.raw
    .prepare('INSERT INTO content (hash, bytes, media_type, thumbnail) VALUES (?, ?, ?, NULL)')
    .run(hash, bytes.length, mediaType);
  const insert = db.raw.prepare('INSERT INTO content_piece (hash, position, data) VALUES (?, ?, ?)');
  for (let offset = 0; offset < bytes.length; offset += storedPiece)
    insert.run(hash, offset / storedPiece, bytes.subarray(offset, offset + storedPiece));
}

/**
 * Bytes of a content from an offset on, at most `length`.
 *
 * @throws AppError `no-such-record` when no content has the hash
 */
export function readContent(db: ReadableDb, hash: string, offset = 0, length = Number.MAX_SAFE_INTEGER): Buffer {
  const stored = db.raw.prepare('SELECT bytes FROM content WHERE hash = ?').get(hash) as { bytes: number } | undefined;
  if (stored === undefined) throw new AppError({ code: 'no-such-record', record: 'content', id: hash.slice(0, 12) });
  const end = Math.min(stored.bytes, offset + length);
  if (offset >= end) return Buffer.alloc(0);
  const first = Math.floor(offset / storedPiece);
  const last = Math.floor((end - 1) / storedPiece);
  const pieces = db.raw
    .prepare('SELECT data FROM content_piece WHERE hash = ? AND position BETWEEN ? AND ? ORDER BY position')
    .all(hash, first, last) as { data: Buffer }[];
  const start = first * storedPiece;
  return Buffer.concat(pieces.map(({ data }) => data)).subarray(offset - start, end - start);
}

/** The small picture of a content, or null. */
export function readThumbnail(db: ReadableDb, hash: string): Buffer | null {
  return (
    db.select({ thumbnail: content.thumbnail }).from(content).where(eq(content.hash, hash)).get()?.thumbnail ?? null
  );
}

/** Keeps the small picture of a content: derived from it, so not part of the history. */
export function keepThumbnail(db: WritableDb, hash: string, thumbnail: Uint8Array): void {
  db.raw.prepare('UPDATE content SET thumbnail = ? WHERE hash = ?').run(thumbnail, hash);
}
