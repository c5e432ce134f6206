import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

test('v110 adds schemes and entries of points with their triggers, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const found = () =>
    (
      raw
        .prepare(
          `SELECT name FROM sqlite_schema WHERE name LIKE '%points%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'attachment_%' ORDER BY name`,
        )
        .all() as { name: string }[]
    ).map(({ name }) => name);
  migrate(raw, migrations, 109);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  expect(found()).toEqual([]);
  migrate(raw, migrations, 110);
  expect(raw.pragma('user_version', { simple: true })).toBe(110);
  expect(found()).toEqual([
    'audit_points_entry_delete',
    'audit_points_entry_insert',
    'audit_points_entry_update',
    'audit_points_scheme_delete',
    'audit_points_scheme_insert',
    'audit_points_scheme_update',
    'points_entry',
    'points_entry_day',
    'points_entry_member',
    'points_entry_origin',
    'points_scheme',
  ]);
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});
