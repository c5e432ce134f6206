import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { appendPending } from './audit-triggers.ts';
import type { ReadableDb, WritableDb } from './open.ts';
import { writeChange } from './write-change.ts';

/** Who changes what, and why: travels into every audit row of one write. */
export interface AuditContext {
  /** ISO time with offset; the caller's clock. */
  at: string;
  actor: string;
  operation: string;
  reason: string;
  /** Groups the rows of one import or undo; empty otherwise. */
  batch: string;
  /** Changes that this one takes back. */
  undoes?: readonly number[];
}

interface Pending extends AuditContext {
  record: string;
  recordId: string;
  part: string;
  rowId: string;
  action: string;
  before: string | null;
  after: string | null;
  previousHash: string;
  hash: string;
}

const hashed = [
  'previousHash',
  'at',
  'actor',
  'operation',
  'reason',
  'batch',
  'record',
  'recordId',
  'part',
  'rowId',
  'action',
  'before',
  'after',
] as const;

const contexts = new WeakMap<Database.Database, AuditContext>();

/** Registers the functions that the audit triggers call; without them, and outside a write, a change fails. */
export function registerAudit(raw: Database.Database): void {
  let pending: Pending | undefined;
  raw.function(
    'audit_append',
    { varargs: true },
    (record, recordId, part, rowId, action, before, after, previousHash) => {
      const context = contexts.get(raw);
      if (context === undefined) throw new Error('a change outside an audited write');
      const row = { ...context, record, recordId, part, rowId, action, before, after } as Omit<Pending, 'hash'>;
      row.previousHash = (previousHash as string | null) ?? '';
      pending = { ...row, hash: auditHash(row) };
      return null;
    },
  );
  raw.function('audit_pending', (column) => {
    if (pending === undefined) throw new Error('no audit row pending');
    return pending[column as keyof Pending];
  });
}

/** Hash of one audit row over the hash before it and every column, in a fixed order. */
export function auditHash(row: Omit<Pending, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify(hashed.map((column) => row[column])))
    .digest('hex');
}

/**
 * Runs `change` in one immediate transaction under `context`; the triggers record each row it touches.
 * Rolled back whole when `change` throws. Inside another audited write it joins that one.
 */
export function auditedWrite<Result>(db: WritableDb, context: AuditContext, change: () => Result): Result {
  if (isInAuditedWrite(db)) return change();
  contexts.set(db.raw, context);
  try {
    return db.raw
      .transaction(() => {
        const before = lastSequence(db);
        const result = change();
        const last = lastSequence(db);
        if (last > before) writeChange(db.raw, before + 1, last, context.undoes);
        return result;
      })
      .immediate();
  } finally {
    contexts.delete(db.raw);
  }
}

/** Sequence of the last change of the archive, 0 when there is none. */
export function lastSequence(db: ReadableDb): number {
  return (db.raw.prepare('SELECT max(sequence) AS last FROM audit').get() as { last: number | null }).last ?? 0;
}

/** Whether an {@link auditedWrite} is running on this connection. */
export function isInAuditedWrite(db: WritableDb): boolean {
  return contexts.has(db.raw);
}

/** Records that something was shown or left the archive, inside an `auditedWrite`. */
export function recordAccess(
  db: WritableDb,
  access: { action: 'reveal' | 'export'; record: string; recordId: string; part: string; what: string },
): void {
  db.raw
    .prepare(`SELECT audit_append(?, ?, ?, ?, ?, NULL, ?, (SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1))`)
    .get(access.record, access.recordId, access.part, access.recordId, access.action, JSON.stringify(access.what));
  db.raw.prepare(appendPending).run();
}
