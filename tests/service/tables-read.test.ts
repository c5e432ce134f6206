import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { auditedTables } from '../../db/audit-triggers.ts';
import { anything, tablesIn } from '../../db/tables-read.ts';
import { createService } from '../../service/service.ts';
import { passphrase, testKeyCost } from './open-archive.ts';

const branchId = 'branch-1';
const asOf = '2026-11-24';

/** Texts that were prepared while `work` ran, and the connection of the last. */
async function preparedIn(work: () => Promise<void>): Promise<{ texts: Set<string>; raw: Database.Database }> {
  const prototype = Database.prototype as { prepare(sql: string): Database.Statement };
  const { prepare } = prototype;
  const texts = new Set<string>();
  let raw: Database.Database | undefined;
  prototype.prepare = function (this: Database.Database, sql: string) {
    texts.add(sql);
    raw = this;
    return prepare.call(this, sql);
  };
  try {
    await work();
  } finally {
    prototype.prepare = prepare;
  }
  if (raw === undefined) throw new Error('nothing was prepared');
  return { texts, raw };
}

/** The tables that SQLite opens for a statement, by its own account. */
function openedFor(raw: Database.Database, text: string): string[] {
  const names = new Map(
    (raw.prepare('SELECT rootpage, tbl_name FROM sqlite_master').raw().all() as [number, string][]).filter(
      ([page]) => page > 0,
    ),
  );
  const bound = Object.fromEntries([...text.matchAll(/[:@$](\w+)/g)].map(([, name]) => [name, null]));
  const places = [...text.replace(/'[^']*'/g, '').matchAll(/\?/g)].map(() => null);
  const explain = raw.prepare(`EXPLAIN ${text}`).raw(false);
  const steps = (places.length > 0 ? explain.all(...places) : explain.all(bound)) as {
    opcode: string;
    p2: number;
    p3: number;
  }[];
  return steps
    .filter(({ opcode, p3 }) => /^(OpenRead|ReopenIdx)$/.test(opcode) && p3 === 0)
    .map(({ p2 }) => names.get(p2) ?? 'sqlite_master');
}

test('of every statement behind the ledgers, the due items and the lists, all tables are seen that SQLite opens', async () => {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-tables-'));
  const service = createService({ keyCost: testKeyCost, now: () => new Date(`${asOf}T10:00:00`) });
  onTestFinished(() => {
    service.stop();
    rmSync(root, { recursive: true });
  });
  const folder = service.grant(join(root, '演示.zhibu'), 'write-folder');
  const made = { folder, person: '演示', passphrase, members: 9, years: 1, seed: 1 };
  const { texts, raw } = await preparedIn(async () => {
    expect(await service.call('archive.createDemo', made)).toMatchObject({ ok: true });
    for (const [name, input] of [
      ['ledger.list', { branchId, year: 2026, asOf }],
      ['due.list', { branchId, asOf }],
      ['dues.grid', { branchId, year: 2026, asOf }],
      ['exam.list', { branchId }],
      ['history.list', {}],
      ['change.list', {}],
      ['person.list', {}],
      ['snapshot.status', {}],
      ['attachment.counts', { record: 'meeting' }],
    ] as const)
      expect(await service.call(name, input)).toMatchObject({ ok: true });
  });
  const asked = [...texts].filter((text) => /^\s*(SELECT|WITH)\b/i.test(text));
  expect(asked.length).toBeGreaterThan(80);
  const everOpened = new Set<string>();
  const unseen = asked.flatMap((text) => {
    const seen = tablesIn(text);
    const opened = new Set(openedFor(raw, text));
    opened.delete('sqlite_master');
    for (const table of opened) everOpened.add(table);
    const missed = [...opened].filter((table) => !seen.includes(auditedTables.has(table) ? table : anything));
    return missed.map((table) => `${table}: ${text}`);
  });
  expect(unseen).toEqual([]);
  expect(everOpened.size).toBeGreaterThan(30);
});
