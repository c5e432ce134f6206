import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { auditedWrite, registerAudit } from '../../db/audit.ts';
import { foundVersion, migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import type { WritableDb } from '../../db/open.ts';

test('v20: before it there are no files of development, after it there are, audited, and nothing else changes', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 10);
  const tables = () =>
    (raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all() as { name: string }[]).map(
      (row) => row.name,
    );
  const before = tables();
  migrate(raw, migrations, 20);
  expect(foundVersion(raw)).toBe(20);
  expect(tables().filter((name) => !before.includes(name))).toEqual(['development_case', 'development_plan']);
  const triggers = raw.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'audit_development_%'`).get();
  expect(triggers).toEqual({ n: 6 });
});

test('v150: versions of the steps with their triggers; files of before have no change of unit and are otherwise the same', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 140);
  const context = { at: '2026-11-24T10:00:00Z', actor: '', operation: '', reason: '', batch: '' };
  auditedWrite({ raw } as WritableDb, context, () => {
    insertBlank(raw, 'branch', 'b');
    insertBlank(raw, 'development_case', 'c', { branch_id: 'b' });
  });
  const columns = 'id, name, steps, note';
  const before = raw.prepare(`SELECT ${columns} FROM development_case`).all();
  migrate(raw, migrations, 150);
  expect(foundVersion(raw)).toBe(150);
  expect(raw.prepare(`SELECT ${columns} FROM development_case`).all()).toEqual(before);
  expect(raw.prepare('SELECT moves FROM development_case').get()).toEqual({ moves: '[]' });
  const triggers = raw.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'audit_development_template_%'`).all();
  expect(triggers).toHaveLength(3);
});

/** A row with the id, the values given, and nothing in it otherwise. */
function insertBlank(raw: Database.Database, table: string, id: string, values: Record<string, string> = {}): void {
  const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number }[];
  const row = columns.map(({ name, type, notnull }) =>
    name === 'id' ? id : (values[name] ?? (notnull === 0 ? null : type === 'INTEGER' ? 0 : '')),
  );
  raw.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`).run(row);
}
