import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { foundVersion, migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

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
