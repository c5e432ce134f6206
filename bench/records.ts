import { join } from 'node:path';
import { openBare } from './bare.ts';
import { compare, demand, type Measurement, median, openDemo, withFolder } from './measure.ts';

interface Page {
  rows: { id: string }[];
  total: number;
}

const asOf = '2026-11-24';

/** A page of 200 of 10,000 members. */
export function benchRecords(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    const large = await openDemo(folder, 10_000, 1);
    const page = await median(9, (run) =>
      demand<Page>(large, 'member.list', { asOf, offset: run * 200, limit: 200, order: 'pinyin' }),
    );
    const scan = await bareScan(join(folder, 'bare-10k.db'), 10_000);
    large.stop();
    return [compare('page of 200 of 10,000 members', page, 'bare read of 200 of 10,000 rows by the same key', scan)];
  });
}

async function bareScan(file: string, count: number): Promise<number> {
  const raw = openBare(file);
  raw.exec('CREATE TABLE page (id TEXT PRIMARY KEY, sort TEXT, value TEXT)');
  const insert = raw.prepare('INSERT INTO page VALUES (?, ?, ?)');
  raw.transaction(() => {
    for (let row = 0; row < count; row++) insert.run(`row-${row}`, `key ${(row * 7919) % count}`, 'x'.repeat(700));
  })();
  const page = raw.prepare('SELECT * FROM page ORDER BY sort LIMIT 200 OFFSET ?');
  const time = await median(9, (run) => page.all(run * 200));
  raw.close();
  return time;
}
