import type { RecordName } from '../contract/history.ts';
import { auditedTables } from './audit-triggers.ts';
import type { ReadableDb } from './open.ts';
import { anything, noteTables, tablesRead, unseen } from './tables-read.ts';

/**
 * What was read once and is read again and again, kept per connection until the archive says it changed. The history
 * is the witness: triggers write a row of it for every change of an audited table, so that whatever was changed since
 * the last look is named there. The hash of its last row stands for everything before: where another has taken its
 * place, something was rolled back, and all is forgotten.
 *
 * What is handed out is shared by all who ask: nobody changes it.
 */
interface Kept {
  /** Last row of the history that was looked at, and its hash. */
  sequence: number;
  hash: string;
  readonly records: Map<RecordName, Map<string, unknown>>;
  readonly answers: Map<string, Answer>;
  /** Small ones, of which there may be more. */
  readonly results: Map<string, Answer>;
  /** Answers that any change ends, and the state they were made in. */
  state: string;
  readonly passing: Map<string, unknown>;
}

interface Answer {
  readonly reads: Iterable<string>;
  readonly value: unknown;
}

/** More changes than this are not looked through one by one. */
const mostChanges = 5000;
/** Answers to questions with a free part, such as a day, are many; the oldest go. */
const mostAnswers = 64;
const mostResults = 400;
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
  noteTables(db.raw, tablesOfRecord.get(record) ?? [anything]);
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
  noteTables(db.raw, reads);
  const known = kept.answers.get(key);
  if (known !== undefined) return known.value as Value;
  const { hash } = kept;
  const value = read();
  // Another connection may have written meanwhile, and a question within this one have seen it.
  if (kept.hash !== hash) return value;
  kept.answers.set(key, { reads, value });
  forgetOldest(kept.answers, mostAnswers);
  return value;
}

/**
 * A small result kept until a row changes of any table that was read for it. Which those are is seen from the
 * statements that ran; a result that looks into tables without a history is not kept.
 *
 * @param read reads all it needs by this connection, and nothing that somebody read before and holds
 * @param key the question, with everything it depends on besides the archive
 */
export function keptResult<Value>(db: ReadableDb, key: string, read: () => Value): Value {
  const kept = lookAt(db);
  const known = kept.results.get(key);
  if (known !== undefined) {
    noteTables(db.raw, known.reads);
    return known.value as Value;
  }
  const { hash } = kept;
  const { value, tables } = tablesRead(db.raw, read);
  // As above.
  if (kept.hash !== hash || tables.has(anything)) return value;
  kept.results.set(key, { reads: tables, value });
  forgetOldest(kept.results, mostResults);
  return value;
}

/**
 * An answer kept until anything at all is written, by whichever connection: for what looks everywhere. Not inside a
 * transaction, whose changes may be rolled back uncounted.
 */
export function keptUntilWrite<Value>(db: ReadableDb, key: string, read: () => Value): Value {
  if (db.raw.inTransaction) return read();
  const kept = lookAt(db);
  noteTables(db.raw, [anything]);
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
  forgetOldest(kept.passing, mostAnswers);
  return value;
}

/** The tables of each record type: its own and those of its parts. */
const tablesOfRecord: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(auditedTables, ([, { record }]) => record)].map(([record, tables]) => [
    record,
    tables.map(([table]) => table),
  ]),
);

/** What is kept, rid of what was changed since. */
function lookAt({ raw }: ReadableDb): Kept {
  return unseen(raw, () => look(raw));
}

function look(raw: ReadableDb['raw']): Kept {
  const kept = connections.get(raw) ?? {
    sequence: 0,
    hash: '',
    records: new Map(),
    answers: new Map(),
    results: new Map(),
    state: '',
    passing: new Map(),
  };
  connections.set(raw, kept);
  const last = (raw.prepare('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1').get() as
    | { sequence: number; hash: string }
    | undefined) ?? { sequence: 0, hash: '' };
  if (last.hash !== kept.hash) forgetChanged(raw, kept, last.sequence);
  kept.sequence = last.sequence;
  kept.hash = last.hash;
  return kept;
}

function forgetChanged(raw: ReadableDb['raw'], kept: Kept, last: number): void {
  if (kept.records.size === 0 && kept.answers.size === 0 && kept.results.size === 0) return;
  if (last - kept.sequence > mostChanges || !stillStands(raw, kept)) {
    kept.records.clear();
    kept.answers.clear();
    kept.results.clear();
    return;
  }
  const changes = raw
    .prepare('SELECT DISTINCT record, record_id AS id, part FROM audit NOT INDEXED WHERE sequence > ?')
    .all(kept.sequence) as { record: RecordName; id: string; part: string }[];
  for (const { record, id } of changes) kept.records.get(record)?.delete(id);
  const parts = new Set(changes.map(({ part }) => part));
  for (const answers of [kept.answers, kept.results])
    for (const [key, { reads }] of answers) for (const table of reads) if (parts.has(table)) answers.delete(key);
}

/** Whether the row that was the last is there as it was: nothing before it was rolled back. */
function stillStands(raw: ReadableDb['raw'], { sequence, hash }: Kept): boolean {
  if (sequence === 0) return true;
  const row = raw.prepare('SELECT hash FROM audit WHERE sequence = ?').get(sequence) as { hash: string } | undefined;
  return row?.hash === hash;
}

function forgetOldest(answers: Map<string, unknown>, most: number): void {
  const oldest = answers.keys().next();
  if (answers.size > most && !oldest.done) answers.delete(oldest.value);
}
