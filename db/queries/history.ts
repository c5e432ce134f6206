import { auditHash } from '../audit.ts';
import { and, desc, eq, notInArray, sql } from '../drizzle.ts';
import type { ReadableDb } from '../open.ts';
import { audit } from '../schema/index.ts';

export type AuditRow = typeof audit.$inferSelect;

/** A save that changed only rows of its record (a stay, an attendance) leaves a new revision here and nothing else. */
const saysSomething = sql`(${audit.action} <> 'update'
  OR json_remove(${audit.before}, '$.revision') IS NOT json_remove(${audit.after}, '$.revision'))`;

/** Files hang on a record, and are left out with it. */
function notAttachedTo(records: readonly string[]) {
  return sql`(${audit.record} <> 'attachment' OR coalesce(json_extract(${audit.after}, '$.record'),
    json_extract(${audit.before}, '$.record'), '') NOT IN (SELECT value FROM json_each(${JSON.stringify(records)})))`;
}

/** Audit rows of a record, a batch, or all, newest first. */
export function listAudit(
  db: ReadableDb,
  filter: {
    record?: string | undefined;
    id?: string | undefined;
    batch?: string | undefined;
    /** Record types left out. */
    without?: readonly string[];
  },
  page: { offset: number; limit: number },
): { rows: AuditRow[]; total: number } {
  const where = and(
    filter.record === undefined ? undefined : eq(audit.record, filter.record),
    filter.id === undefined ? undefined : eq(audit.recordId, filter.id),
    filter.batch === undefined ? undefined : eq(audit.batch, filter.batch),
    filter.without?.length ? notInArray(audit.record, [...filter.without]) : undefined,
    filter.without?.length ? notAttachedTo(filter.without) : undefined,
    filter.id === undefined ? undefined : saysSomething,
  );
  const rows = db
    .select()
    .from(audit)
    .where(where)
    .orderBy(desc(audit.sequence))
    .limit(page.limit)
    .offset(page.offset)
    .all();
  const total = db.select({ count: sql<number>`count(*)` }).from(audit).where(where).get()?.count ?? 0;
  return { rows, total };
}

/** Record types touched since a sequence. */
export function recordsChangedSince(db: ReadableDb, sequence: number): string[] {
  // The last few rows by their sequence: left alone, SQLite walks the index by record through the whole history.
  const rows = db.raw.prepare('SELECT DISTINCT record FROM audit NOT INDEXED WHERE sequence > ?').all(sequence);
  return (rows as { record: string }[]).map((row) => row.record);
}

/** Recomputes the hash chain. `brokenAt` is the first row that does not follow from the one before, or null. */
export function verifyChain(db: ReadableDb): { entries: number; brokenAt: number | null } {
  let previousHash = '';
  let entries = 0;
  for (const row of db.raw.prepare('SELECT * FROM audit ORDER BY sequence').iterate() as Iterable<StoredAudit>) {
    entries++;
    const { record_id, row_id, previous_hash, hash, sequence, ...rest } = row;
    const expected = auditHash({ ...rest, recordId: record_id, rowId: row_id, previousHash });
    if (previous_hash !== previousHash || hash !== expected || sequence !== entries)
      return { entries, brokenAt: sequence };
    previousHash = hash;
  }
  return { entries, brokenAt: null };
}

interface StoredAudit {
  sequence: number;
  at: string;
  actor: string;
  operation: string;
  reason: string;
  batch: string;
  record: string;
  record_id: string;
  part: string;
  row_id: string;
  action: string;
  before: string | null;
  after: string | null;
  previous_hash: string;
  hash: string;
}
