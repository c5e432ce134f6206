import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { auditedWrite } from '../../db/audit.ts';
import { keptAnswer, keptRecords, keptResult, keptUntilWrite } from '../../db/kept.ts';
import { openForReading, openForWriting, type ReadableDb, type WritableDb } from '../../db/open.ts';

const key = 'a'.repeat(64);
const context = { at: '2026-11-24T10:00:00+08:00', actor: '欧阳静', operation: 'test', reason: '', batch: '' };
const ids = ['a', 'b', 'c', 'd'];

function openTwice(): { writer: WritableDb; reader: ReadableDb } {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-kept-'));
  const file = join(folder, 'archive.db');
  const writer = openForWriting(file, key);
  const reader = openForReading(file, key);
  onTestFinished(() => {
    reader.close();
    writer.raw.close();
    rmSync(folder, { recursive: true });
  });
  return { writer, reader };
}

function put(db: WritableDb, id: string, value: number): void {
  db.raw
    .prepare(`INSERT INTO setting VALUES (:id, 1, 'k', :value, '2026-01-01', NULL, 's', '')
      ON CONFLICT (id) DO UPDATE SET value = :value`)
    .run({ id, value: String(value) });
}

interface Row {
  id: string;
  value: string;
}

const stored = (db: ReadableDb) => db.raw.prepare('SELECT id, value FROM setting ORDER BY id').all() as Row[];

/** The same question by every way of keeping, and what is really there. */
function answers(db: ReadableDb) {
  const read = () => stored(db);
  const records = () =>
    keptRecords(
      db,
      'setting',
      ids,
      (wanted) => new Map(read().flatMap((row) => (wanted.includes(row.id) ? [[row.id, row]] : []))),
    );
  return {
    truth: read(),
    kept: [
      records(),
      keptResult(db, 'all', read),
      // What is kept already runs no statement that could be seen.
      keptResult(db, 'of records', records),
      keptResult(db, 'of an answer', () => keptAnswer(db, ['setting'], 'all', read)),
      keptResult(db, 'of a result', () => keptResult(db, 'all', read)),
      keptResult(db, 'of what is kept until a write', () => keptUntilWrite(db, 'all', read)),
      keptAnswer(db, ['setting'], 'all', read),
      keptUntilWrite(db, 'all', read),
      keptUntilWrite(db, 'nested', () => keptAnswer(db, ['setting'], 'all', read)),
    ],
  };
}

function demandTruth(db: ReadableDb): void {
  const { truth, kept } = answers(db);
  for (const answer of kept) expect(answer).toEqual(truth);
}

const step = fc.record({
  id: fc.constantFrom(...ids),
  /** Null takes the row away. */
  value: fc.option(fc.integer({ min: 0, max: 3 })),
  isUndone: fc.boolean(),
  /** Done and taken back within the write, before. */
  trial: fc.option(fc.integer({ min: 0, max: 3 })),
  asked: fc.subarray(['writer', 'reader', 'within'] as const),
});

test('no kept answer outlives a write: not of the same connection, not of another, not when it is rolled back', () => {
  const { writer, reader } = openTwice();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      for (const { id, value, isUndone, trial, asked } of steps) {
        const change = () => {
          if (asked.includes('within')) demandTruth(writer);
          if (trial !== null) {
            const tried = writer.raw.transaction(() => {
              put(writer, id, trial);
              if (asked.includes('within')) demandTruth(writer);
              throw new Error('tried');
            });
            expect(tried).toThrow('tried');
            if (asked.includes('writer')) demandTruth(writer);
          }
          if (value === null) writer.raw.prepare('DELETE FROM setting WHERE id = ?').run(id);
          else put(writer, id, value);
          if (asked.includes('within')) demandTruth(writer);
          if (isUndone) throw new Error('undone');
        };
        if (isUndone) expect(() => auditedWrite(writer, context, change)).toThrow('undone');
        else auditedWrite(writer, context, change);
        if (asked.includes('writer')) demandTruth(writer);
        if (asked.includes('reader')) demandTruth(reader);
      }
      demandTruth(writer);
      demandTruth(reader);
    }),
    { numRuns: 60 },
  );
});

test('what nobody changed is read once; a change of another table leaves it', () => {
  const { writer } = openTwice();
  let readings = 0;
  const ask = () => keptAnswer(writer, ['member'], 'members', () => ++readings);
  expect([ask(), ask()]).toEqual([1, 1]);
  auditedWrite(writer, context, () => put(writer, 'a', 1));
  expect(ask()).toBe(1);
  const rows: string[][] = [];
  const askRows = () =>
    keptRecords(writer, 'setting', ['a', 'b'], (wanted) => {
      rows.push([...wanted]);
      return new Map(stored(writer).map((row) => [row.id, row]));
    });
  auditedWrite(writer, context, () => put(writer, 'b', 1));
  askRows();
  auditedWrite(writer, context, () => put(writer, 'b', 2));
  expect(askRows().map(({ value }) => value)).toEqual(['1', '2']);
  expect(rows).toEqual([['a', 'b'], ['b']]);
});

test('an answer that was overtaken while it was being read is not kept', () => {
  const { writer, reader } = openTwice();
  const overtaken = () =>
    keptAnswer(reader, ['setting'], 'all', () => {
      const before = stored(reader).length;
      auditedWrite(writer, context, () => put(writer, ids[before] ?? 'z', 1));
      keptAnswer(reader, ['setting'], 'other', () => stored(reader).length);
      return before;
    });
  expect([overtaken(), overtaken()]).toEqual([0, 1]);
});

test('a result is read again only when a table it was read from changes, and always when it has no history', () => {
  const { writer } = openTwice();
  const readings = { members: 0, settings: 0, facts: 0 };
  const count = (what: keyof typeof readings, sql: string) => () => {
    writer.raw.prepare(sql).all();
    return ++readings[what];
  };
  const ask = () => {
    keptResult(writer, 'members', count('members', 'SELECT name FROM member'));
    keptResult(writer, 'settings', count('settings', 'SELECT 1 FROM branch JOIN setting ON 1'));
    keptResult(writer, 'facts', count('facts', 'SELECT value FROM archive_fact'));
  };
  ask();
  ask();
  expect(readings).toEqual({ members: 1, settings: 1, facts: 2 });
  auditedWrite(writer, context, () => put(writer, 'a', 1));
  ask();
  expect(readings).toEqual({ members: 1, settings: 2, facts: 3 });
});
