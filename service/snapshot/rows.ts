import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../contract/failure.ts';
import type { SnapshotTable } from '../../contract/snapshot.ts';

/** Rows of one table in primary-key order; read once. Values are what JSON can say; a field left out becomes null. */
export interface RowStream {
  table: string;
  fields: readonly string[];
  rows: Iterable<Record<string, unknown>>;
}

/** More text than this is not a report of a branch. */
const textLimit = 512 * 1024 * 1024;
const turnRows = 2000;

/** The body before compression: one line per row, `{"table":"member","row":{…}}`. */
export interface WrittenRows {
  text: Buffer;
  tables: SnapshotTable[];
}

/**
 * Writes the streams out. Nothing but the declared fields is taken over from a row. The event loop gets a turn every
 * so many rows; who needs all tables of one moment opens a read transaction around it.
 *
 * @param onTurn told at every turn how many tables are done; may throw to stop
 * @throws AppError `snapshot-refused` `too-large`
 */
export async function writeRows(
  streams: readonly RowStream[],
  onTurn: (done: number, table: string) => void,
): Promise<WrittenRows> {
  const pieces: Buffer[] = [];
  const tables: SnapshotTable[] = [];
  let total = 0;
  for (const [index, stream] of streams.entries()) {
    const hash = createHash('sha256');
    const start = lineStart(stream.table);
    let rows = 0;
    let bytes = 0;
    for (const row of stream.rows) {
      const line = Buffer.from(JSON.stringify(pick(row, stream.fields)), 'utf8');
      hash.update(line).update('\n');
      pieces.push(Buffer.concat([start, line, lineEnd]));
      rows += 1;
      bytes += line.length + 1;
      total += start.length + line.length + lineEnd.length;
      if (total > textLimit) throw tooLarge(stream.table);
      if (rows % turnRows === 0) {
        await setImmediate();
        onTurn(index, stream.table);
      }
    }
    tables.push({ name: stream.table, fields: [...stream.fields], rows, bytes, digest: hash.digest('hex') });
    await setImmediate();
    onTurn(index + 1, stream.table);
  }
  return { text: Buffer.concat(pieces), tables };
}

/**
 * Takes the body apart again, against what the manifest says of it: tables in their order, no other fields, counts
 * and digests. Nothing is trusted that is not said there.
 *
 * @returns for each table its JSON lines, as slices of `text` put together
 * @throws AppError `snapshot-refused` `tampered`
 */
export function readRows(text: Buffer, tables: readonly SnapshotTable[]): Map<string, Buffer> {
  const result = new Map<string, Buffer>();
  let at = 0;
  for (const table of tables) {
    const start = lineStart(table.name);
    const fields = new Set(table.fields);
    const lines: Buffer[] = [];
    for (let row = 0; row < table.rows; row += 1) {
      const end = text.indexOf(10, at);
      if (end < 0 || !text.subarray(at, at + start.length).equals(start) || text[end - 1] !== 0x7d)
        throw differs(table);
      const line = text.subarray(at + start.length, end - 1);
      if (!hasOnly(line, fields)) throw differs(table);
      lines.push(line, newLine);
      at = end + 1;
    }
    const content = Buffer.concat(lines);
    const digest = createHash('sha256').update(content).digest('hex');
    if (content.length !== table.bytes || digest !== table.digest) throw differs(table);
    result.set(table.name, content);
  }
  if (at !== text.length)
    throw new AppError({ code: 'snapshot-refused', reason: 'tampered', detail: 'rows left over' });
  return result;
}

/** One digest over all tables: equal when the archive still says the same. */
export function contentHashOf(tables: readonly SnapshotTable[]): string {
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex');
}

const newLine = Buffer.from('\n');
const lineEnd = Buffer.from('}\n');

function lineStart(table: string): Buffer {
  return Buffer.from(`{"table":${JSON.stringify(table)},"row":`, 'utf8');
}

function pick(row: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const field of fields) {
    const value = row[field] ?? null;
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${field} is not a number JSON can say`);
    if (typeof value === 'bigint' || value instanceof Uint8Array) throw new Error(`${field} is not a JSON value`);
    picked[field] = value;
  }
  return picked;
}

function hasOnly(line: Buffer, fields: ReadonlySet<string>): boolean {
  try {
    const row: unknown = JSON.parse(line.toString('utf8'));
    return (
      typeof row === 'object' && row !== null && !Array.isArray(row) && Object.keys(row).every((key) => fields.has(key))
    );
  } catch {
    return false;
  }
}

function differs(table: SnapshotTable): AppError {
  return new AppError({ code: 'snapshot-refused', reason: 'tampered', detail: table.name });
}

function tooLarge(table: string): AppError {
  return new AppError({ code: 'snapshot-refused', reason: 'too-large', detail: table });
}
