import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

const tables = [
  'dues_account_entry',
  'dues_fixing',
  'dues_payment',
  'dues_publication',
  'dues_reduction',
  'dues_remittance',
  'dues_spending',
];

test('v30 adds the tables of the dues with their triggers, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const found = (kind: string) =>
    (
      raw.prepare(`SELECT name FROM sqlite_schema WHERE type = ? AND name LIKE '%dues_%' ORDER BY name`).all(kind) as {
        name: string;
      }[]
    ).map(({ name }) => name);
  migrate(raw, migrations, 29);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  expect(found('table')).toEqual([]);
  migrate(raw, migrations, 30);
  expect(raw.pragma('user_version', { simple: true })).toBe(30);
  expect(found('table')).toEqual(tables);
  for (const table of tables)
    for (const action of ['insert', 'update', 'delete']) expect(found('trigger')).toContain(`audit_${table}_${action}`);
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});

test('v30: first and last month of a payment are read from its lines', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 30);
  raw.pragma('foreign_keys = OFF');
  raw.exec('DROP TRIGGER audit_dues_payment_insert');
  const lines = JSON.stringify([
    { month: '2026-01', amount: 1 },
    { month: '2026-03', amount: 1 },
  ]);
  raw
    .prepare(
      `INSERT INTO dues_payment VALUES ('p', 1, 'b', 'm', 'monthly', ?, 2, '2026-03-01', 'cash', '', '', 0, '', '', '')`,
    )
    .run(lines);
  expect(raw.prepare('SELECT first_month, last_month FROM dues_payment').get()).toEqual({
    first_month: '2026-01',
    last_month: '2026-03',
  });
});
