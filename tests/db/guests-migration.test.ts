import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { auditedWrite, registerAudit } from '../../db/audit.ts';
import { foundVersion, migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import type { WritableDb } from '../../db/open.ts';

test('v180: a line of before knows neither sex nor birth nor admission, and is otherwise the same', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 179);
  const context = { at: '2026-11-24T10:00:00Z', actor: '', operation: '', reason: '', batch: '' };
  auditedWrite({ raw } as WritableDb, context, () => {
    insertBlank(raw, 'branch', { id: 'b' });
    insertBlank(raw, 'mobile_member', { id: 'f', branch_id: 'b', direction: 'in', name: '甲', left_on: '2025-08' });
  });
  const kept = 'SELECT id, direction, name, left_on, note FROM mobile_member';
  const before = raw.prepare(kept).all();
  expect(before).toHaveLength(1);
  expect(() => raw.prepare('SELECT sex FROM mobile_member').all()).toThrow();
  migrate(raw, migrations, 180);
  expect(foundVersion(raw)).toBe(180);
  expect(raw.prepare(kept).all()).toEqual(before);
  expect(raw.prepare('SELECT sex, born_on, joined_on FROM mobile_member').get()).toEqual({
    sex: '9',
    born_on: null,
    joined_on: null,
  });
});

/** A row with the values given, and nothing in it otherwise. */
function insertBlank(raw: Database.Database, table: string, values: Record<string, string>): void {
  const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number }[];
  const row = columns.map(({ name, type, notnull }) =>
    notnull === 0 ? (values[name] ?? null) : (values[name] ?? (type === 'INTEGER' ? 0 : '')),
  );
  raw.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(row);
}
