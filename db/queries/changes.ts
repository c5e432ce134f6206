import type { ReadableDb } from '../open.ts';
import type { AuditRow } from './history.ts';

/** The writes of the archive as such: found, counted, and which took back which. */

export interface ChangeRow {
  number: number;
  last: number;
  at: string;
  actor: string;
  operation: string;
  reason: string;
  batch: string;
  isAccess: boolean;
}

export interface ChangeFilter {
  /** Instants, ISO: from this one, before that one. */
  from?: string | undefined;
  before?: string | undefined;
  actor?: string | undefined;
  record?: string | undefined;
  id?: string | undefined;
  memberId?: string | undefined;
  batch?: string | undefined;
  search: string;
  includeAccess: boolean;
  /** Record types whose changes are left out. */
  without: readonly string[];
}

type Stored = Omit<ChangeRow, 'isAccess'> & { isAccess: number };

const columns = 'number, last, at, actor, operation, reason, batch, is_access AS isAccess';

/** A page of changes, newest first. */
export function listChanges(
  db: ReadableDb,
  filter: ChangeFilter,
  page: { offset: number; limit: number },
): { rows: ChangeRow[]; total: number } {
  const { where, values } = conditions(filter);
  const rows = db.raw
    .prepare(`SELECT ${columns} FROM change ${where} ORDER BY number DESC LIMIT ? OFFSET ?`)
    .all(...values, page.limit, page.offset) as Stored[];
  const { total } = db.raw.prepare(`SELECT count(*) AS total FROM change ${where}`).get(...values) as { total: number };
  return { rows: rows.map(toRow), total };
}

function conditions(filter: ChangeFilter): { where: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (sql: string, ...given: (string | undefined)[]) => {
    if (given.some((value) => value === undefined)) return;
    parts.push(sql);
    values.push(...given.flatMap((value) => (value === undefined ? [] : [value])));
  };
  add('at >= ?', filter.from);
  add('at < ?', filter.before);
  add('actor = ?', filter.actor);
  add('batch = ?', filter.batch);
  if (filter.id === undefined) add('number IN (SELECT change FROM change_record WHERE record = ?)', filter.record);
  else
    add(
      'number IN (SELECT change FROM change_record WHERE record = ? AND record_id = ?)',
      filter.record ?? '',
      filter.id,
    );
  add('number IN (SELECT change FROM change_member WHERE member_id = ?)', filter.memberId);
  if (filter.search !== '') add('(instr(reason, ?) > 0 OR instr(batch, ?) > 0)', filter.search, filter.search);
  if (filter.without.length > 0) {
    const without = JSON.stringify(filter.without);
    add('number NOT IN (SELECT change FROM change_record WHERE record IN (SELECT value FROM json_each(?)))', without);
    add(
      `NOT EXISTS (SELECT 1 FROM change_record AS hung JOIN audit ON audit.sequence BETWEEN change.number AND change.last
        WHERE hung.change = change.number AND hung.record = 'attachment' AND audit.record = 'attachment'
          AND coalesce(json_extract(audit.after, '$.record'), json_extract(audit.before, '$.record'))
            IN (SELECT value FROM json_each(?)))`,
      without,
    );
  }
  if (!filter.includeAccess) parts.push('is_access = 0');
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

export function findChange(db: ReadableDb, number: number): ChangeRow | undefined {
  const row = db.raw.prepare(`SELECT ${columns} FROM change WHERE number = ?`).get(number) as Stored | undefined;
  return row && toRow(row);
}

/** Changes of a batch, in the order they happened. */
export function changesOfBatch(db: ReadableDb, batch: string): ChangeRow[] {
  return (db.raw.prepare(`SELECT ${columns} FROM change WHERE batch = ? ORDER BY number`).all(batch) as Stored[]).map(
    toRow,
  );
}

function toRow({ isAccess, ...row }: Stored): ChangeRow {
  return { ...row, isAccess: isAccess === 1 };
}

/** The write that a row of the history belongs to. */
export function changeOfSequence(db: ReadableDb, sequence: number): ChangeRow | undefined {
  const row = db.raw
    .prepare(`SELECT ${columns} FROM change WHERE number <= ? ORDER BY number DESC LIMIT 1`)
    .get(sequence) as Stored | undefined;
  return row && toRow(row);
}

/** Everybody who ever changed something. */
export function changeActors(db: ReadableDb): string[] {
  const rows = db.raw.prepare('SELECT DISTINCT actor FROM change WHERE is_access = 0 ORDER BY actor').all();
  return (rows as { actor: string }[]).map(({ actor }) => actor);
}

/** Changes that a change took back. */
export function undoneBy(db: ReadableDb, change: number): number[] {
  const rows = db.raw.prepare('SELECT undone FROM undo WHERE change = ? ORDER BY undone').all(change);
  return (rows as { undone: number }[]).map(({ undone }) => undone);
}

/** The undo of a change that still stands (was not itself undone), or `null`. */
export function standingUndo(db: ReadableDb, number: number): number | null {
  const undos = db.raw.prepare('SELECT change FROM undo WHERE undone = ? ORDER BY change DESC').all(number);
  for (const { change } of undos as { change: number }[]) if (standingUndo(db, change) === null) return change;
  return null;
}

/** How many records a change touched. */
export function recordsOfChange(db: ReadableDb, number: number): number {
  const row = db.raw.prepare('SELECT count(*) AS count FROM change_record WHERE change = ?').get(number);
  return (row as { count: number }).count;
}

/** Record types that a change touched. */
export function recordTypesOfChange(db: ReadableDb, number: number): string[] {
  const rows = db.raw.prepare('SELECT DISTINCT record FROM change_record WHERE change = ?').all(number);
  return (rows as { record: string }[]).map(({ record }) => record);
}

/** Rows of the history of one write, in the order they happened; at most `limit` of them. */
export function rowsOfChange(db: ReadableDb, { number, last }: ChangeRow, limit = -1): AuditRow[] {
  return db.raw
    .prepare(`SELECT ${auditColumns} FROM audit WHERE sequence BETWEEN ? AND ? ORDER BY sequence LIMIT ?`)
    .all(number, last, limit) as AuditRow[];
}

/** Later changes of one row. */
export function laterOfRow(db: ReadableDb, part: string, rowId: string, after: number): AuditRow[] {
  return db.raw
    .prepare(
      `SELECT ${auditColumns} FROM audit WHERE part = ? AND row_id = ? AND sequence > ?
         AND action IN ('insert', 'update', 'delete') ORDER BY sequence`,
    )
    .all(part, rowId, after) as AuditRow[];
}

/** Later changes of a record and its rows. */
export function laterOfRecord(db: ReadableDb, record: string, recordId: string, after: number): AuditRow[] {
  return db.raw
    .prepare(
      `SELECT ${auditColumns} FROM audit WHERE record = ? AND record_id = ? AND sequence > ?
         AND action IN ('insert', 'update', 'delete') ORDER BY sequence`,
    )
    .all(record, recordId, after) as AuditRow[];
}

const auditColumns = `sequence, at, actor, operation, reason, batch, record, record_id AS recordId, part, row_id AS rowId,
  action, before, after, previous_hash AS previousHash, hash`;

/** The last image of a row that the history holds, as JSON. */
export function lastImage(db: ReadableDb, part: string, rowId: string): string | null {
  const row = db.raw
    .prepare(
      `SELECT coalesce(after, before) AS image FROM audit WHERE part = ? AND row_id = ?
         AND action IN ('insert', 'update', 'delete') ORDER BY sequence DESC LIMIT 1`,
    )
    .get(part, rowId) as { image: string | null } | undefined;
  return row?.image ?? null;
}
