import type Database from 'better-sqlite3';
import type { RecordName } from '../contract/history.ts';
import type { ReadableDb } from './open.ts';

/**
 * What was read once and is read again and again, kept per connection until the archive says it changed. The history
 * is the witness: triggers write a row of it for every change of an audited table, so that whatever was changed since
 * the last look is named there. Inside a transaction nothing is kept and nothing kept is used, since what was read
 * there may be rolled back.
 *
 * What is handed out is shared by all who ask: nobody changes it.
 */
interface Kept {
  /** Last row of the history that was looked at. */
  sequence: number;
  readonly records: Map<RecordName, Map<string, unknown>>;
  readonly answers: Map<string, { readonly reads: readonly string[]; readonly value: unknown }>;
  /** Answers that any change ends, and the state they were made in. */
  state: string;
  readonly passing: Map<string, unknown>;
}

/** More changes than this are not looked through one by one. */
const mostChanges = 5000;
/** Answers to questions with a free part, such as a day, are many; the oldest go. */
const mostAnswers = 64;
const mostRecords = 5000;

const connections = new WeakMap<ReadableDb['raw'], Kept>();

/**
 * Whole records of a type by id, in the order of `ids`; what is nobody's is left out. Only those are read that were
 * changed since they were last, or never were.
 *
 * @param read from the tables of this record alone (its row and its parts)
 */
export function keptRecords<Value>(
  db: ReadableDb,
  record: RecordName,
  ids: readonly string[],
  read: (ids: readonly string[]) => ReadonlyMap<string, Value>,
): Value[] {
  const kept = lookAt(db);
  if (kept === undefined) {
    const found = read(ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  }
  const known = (kept.records.get(record) ?? new Map()) as Map<string, Value>;
  kept.records.set(record, known);
  const unknown = ids.filter((id) => !known.has(id));
  const found = unknown.length === 0 ? undefined : read(unknown);
  const values = ids.flatMap((id) => known.get(id) ?? found?.get(id) ?? []);
  if (found !== undefined && known.size + found.size > mostRecords) known.clear();
  for (const [id, value] of found ?? []) if (known.size < mostRecords) known.set(id, value);
  return values;
}

/**
 * An answer kept until a row of one of `reads` changes.
 *
 * @param reads every audited table that `read` looks into
 * @param key the question, with everything it depends on besides the archive
 */
export function keptAnswer<Value>(db: ReadableDb, reads: readonly string[], key: string, read: () => Value): Value {
  const kept = lookAt(db);
  if (kept === undefined) return read();
  const known = kept.answers.get(key);
  if (known !== undefined) return known.value as Value;
  const { sequence } = kept;
  const value = read();
  // Another connection may have written meanwhile, and a question within this one have seen it.
  if (kept.sequence !== sequence) return value;
  kept.answers.set(key, { reads, value });
  forgetOldest(kept.answers);
  return value;
}

/** An answer kept until anything at all is written, by whichever connection: for what looks everywhere. */
export function keptUntilWrite<Value>(db: ReadableDb, key: string, read: () => Value): Value {
  const kept = lookAt(db);
  if (kept === undefined) return read();
  const { own, others } = db.raw
    .prepare('SELECT total_changes() AS own, data_version AS others FROM pragma_data_version')
    .get() as { own: number; others: number };
  const state = `${own} ${others}`;
  if (kept.state !== state) kept.passing.clear();
  kept.state = state;
  if (kept.passing.has(key)) return kept.passing.get(key) as Value;
  const value = read();
  if (kept.state !== state) return value;
  kept.passing.set(key, value);
  forgetOldest(kept.passing);
  return value;
}

/** What is kept, rid of what was changed since; undefined inside a transaction. */
function lookAt(db: ReadableDb): Kept | undefined {
  if (db.raw.inTransaction) return undefined;
  const kept = connections.get(db.raw) ?? {
    sequence: 0,
    records: new Map(),
    answers: new Map(),
    state: '',
    passing: new Map(),
  };
  connections.set(db.raw, kept);
  const { last } = db.raw.prepare('SELECT coalesce(max(sequence), 0) AS last FROM audit').get() as { last: number };
  if (last !== kept.sequence) forgetChanged(db.raw, kept, last);
  kept.sequence = last;
  return kept;
}

function forgetChanged(raw: Pick<Database.Database, 'prepare'>, kept: Kept, last: number): void {
  if (kept.records.size === 0 && kept.answers.size === 0) return;
  if (last < kept.sequence || last - kept.sequence > mostChanges) {
    kept.records.clear();
    kept.answers.clear();
    return;
  }
  const changes = raw
    .prepare('SELECT DISTINCT record, record_id AS id, part FROM audit NOT INDEXED WHERE sequence > ?')
    .all(kept.sequence) as { record: RecordName; id: string; part: string }[];
  for (const { record, id } of changes) kept.records.get(record)?.delete(id);
  const parts = new Set(changes.map(({ part }) => part));
  for (const [key, { reads }] of kept.answers) if (reads.some((table) => parts.has(table))) kept.answers.delete(key);
}

function forgetOldest(answers: Map<string, unknown>): void {
  const oldest = answers.keys().next();
  if (answers.size > mostAnswers && !oldest.done) answers.delete(oldest.value);
}
