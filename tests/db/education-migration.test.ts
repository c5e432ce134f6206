import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

test('v40 adds the trainings with their triggers, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const found = () =>
    (
      raw.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE '%training%' ORDER BY name`).all() as {
        name: string;
      }[]
    )
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('sqlite_'));
  migrate(raw, migrations, 39);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  expect(found()).toEqual([]);
  migrate(raw, migrations, 40);
  expect(raw.pragma('user_version', { simple: true })).toBe(40);
  expect(found()).toEqual([
    'audit_training_delete',
    'audit_training_insert',
    'audit_training_update',
    'training',
    'training_year',
  ]);
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});
