import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

test('v115 adds the library, the courses and the progress in them with their triggers, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const found = () =>
    (
      raw
        .prepare(
          `SELECT name FROM sqlite_schema WHERE (name LIKE '%course%' OR name LIKE '%resource%')
           AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'attachment_%' ORDER BY name`,
        )
        .all() as { name: string }[]
    ).map(({ name }) => name);
  const triggers = (table: string) => ['delete', 'insert', 'update'].map((action) => `audit_${table}_${action}`);
  migrate(raw, migrations, 114);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  const before = found().filter((name) => !name.startsWith('exam'));
  expect(before).toEqual([]);
  migrate(raw, migrations, 115);
  expect(raw.pragma('user_version', { simple: true })).toBe(115);
  const made = [
    ...['course', 'course_progress', 'resource'].flatMap(triggers),
    ...['course', 'course_progress', 'course_progress_member', 'course_progress_of', 'course_year'],
    ...['resource', 'resource_day'],
  ].sort();
  expect(found()).toEqual(made);
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});
