import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

test('v80 adds the people with their triggers and who confirmed a void, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const columns = (table: string) => (raw.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const triggers = () =>
    (
      raw
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit_person_%' ORDER BY name`)
        .all() as { name: string }[]
    ).map(({ name }) => name);
  migrate(raw, migrations, 79);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  const before = columns('meeting');
  expect([columns('person'), triggers()]).toEqual([[], []]);
  migrate(raw, migrations, 80);
  expect(raw.pragma('user_version', { simple: true })).toBe(80);
  expect(columns('person')).toEqual(['id', 'revision', 'name', 'role', 'added_on', 'passphrase_set_at']);
  expect(columns('meeting')).toEqual([...before, 'void_confirmed_by']);
  expect(triggers()).toEqual(['audit_person_delete', 'audit_person_insert', 'audit_person_update']);
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(() => raw.exec(`INSERT INTO person VALUES ('p', 1, 'n', 'secretary', '2026-01-01', '')`)).toThrow(/audited/);
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});
