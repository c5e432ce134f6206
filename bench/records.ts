import { join } from 'node:path';
import Database from 'better-sqlite3';
import { compare, demand, type Measurement, median, openDemo, withFolder } from './measure.ts';

interface Page {
  rows: { id: string }[];
  total: number;
}

const asOf = '2026-11-24';

/** Lists and saves of a branch of 300 over 5 years, and a page of 10,000 members. */
export function benchRecords(): Promise<Measurement[]> {
  return withFolder(async (folder) => {
    const large = await openDemo(folder, 10_000, 1);
    const page = await median(9, (run) =>
      demand<Page>(large, 'member.list', { asOf, offset: run * 200, limit: 200, order: 'pinyin' }),
    );
    const scan = await bareScan(join(folder, 'bare-10k.db'), 10_000);
    large.stop();

    const branch = await openDemo(folder, 300, 5);
    const lists: Record<string, unknown> = {
      'member.list': { asOf },
      'meeting.list': {},
      'meeting.board': { branchId: 'branch-1', year: 2026, asOf },
      'due.list': { branchId: 'branch-1', asOf },
      'workLog.list': { branchId: 'branch-1', from: '2026-01-01', to: '2026-12-31' },
    };
    const listTimes: Measurement[] = [];
    for (const [name, input] of Object.entries(lists)) {
      const time = await median(9, () => demand(branch, name, input));
      listTimes.push({
        what: `${name}, 300 members, 5 years`,
        ours: `${time.toFixed(1)} ms`,
        yardstick: '',
        ratio: null,
      });
    }
    const save = await median(51, (run) =>
      demand(branch, 'member.save', { draft: { id: `bench-${run}`, revision: 0, name: `新党员${run}` } }),
    );
    branch.stop();
    const commit = await bareCommit(join(folder, 'bare.db'));
    return [
      compare('page of 200 of 10,000 members', page, 'bare read of 200 of 10,000 rows by the same key', scan),
      ...listTimes,
      compare('save of a member, acknowledged', save, 'one bare encrypted commit of a row of that size', commit),
    ];
  });
}

function openBare(file: string): Database.Database {
  const raw = new Database(file);
  raw.pragma(`cipher = 'sqlcipher'`);
  raw.pragma('legacy = 4');
  raw.pragma(`key = "x'${'b'.repeat(64)}'"`);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  return raw;
}

/** What SQLite alone takes: the same cipher, the same durability, one row as large as a member's. */
async function bareCommit(file: string): Promise<number> {
  const raw = openBare(file);
  raw.exec('CREATE TABLE row (id TEXT PRIMARY KEY, value TEXT)');
  const insert = raw.prepare('INSERT INTO row VALUES (?, ?)');
  const value = 'x'.repeat(1500);
  const time = await median(51, (run) => insert.run(`row-${run}`, value));
  raw.close();
  return time;
}

async function bareScan(file: string, count: number): Promise<number> {
  const raw = openBare(file);
  raw.exec('CREATE TABLE row (id TEXT PRIMARY KEY, sort TEXT, value TEXT)');
  const insert = raw.prepare('INSERT INTO row VALUES (?, ?, ?)');
  raw.transaction(() => {
    for (let row = 0; row < count; row++) insert.run(`row-${row}`, `key ${(row * 7919) % count}`, 'x'.repeat(700));
  })();
  const page = raw.prepare('SELECT * FROM row ORDER BY sort LIMIT 200 OFFSET ?');
  const time = await median(9, (run) => page.all(run * 200));
  raw.close();
  return time;
}
