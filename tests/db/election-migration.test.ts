import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** A row with what is given; what must not be empty and is not given is empty text or 0. */
function insert(raw: Database.Database, table: string, given: Record<string, unknown>): void {
  raw.exec(`DROP TRIGGER IF EXISTS audit_${table}_insert`);
  const columns = raw.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number }[];
  const values = columns.map(({ name, type, notnull }) => given[name] ?? (notnull ? (type === 'TEXT' ? '' : 0) : null));
  raw.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`).run(values);
}

test('v130 adds the elections; who was found after 停止党籍 stays restored from that day, without a number', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 129);
  insert(raw, 'branch', { id: 'b' });
  insert(raw, 'member', { id: 'm' });
  const line = { branch_id: 'b', member_id: 'm', lost_on: '2022', circumstance: '7', found_on: '2026-02-01' };
  insert(raw, 'lost_contact', { ...line, id: 'found', membership_stopped_on: '2025-03-01' });
  insert(raw, 'lost_contact', { ...line, id: 'never-stopped' });
  insert(raw, 'lost_contact', {
    ...{ ...line, id: 'struck-off', membership_stopped_on: '2022-03-01', struck_off_on: '2024-03-02' },
  });
  const tables = () =>
    raw.prepare(`SELECT name FROM sqlite_schema WHERE name IN ('election', 'election_template')`).all();
  expect(tables()).toEqual([]);
  migrate(raw, migrations, 130);
  expect(tables()).toHaveLength(2);
  const lines = raw.prepare(
    'SELECT id, restored_on AS day, restoration_number AS number FROM lost_contact ORDER BY id',
  );
  expect(lines.all()).toEqual([
    { id: 'found', day: '2026-02-01', number: '' },
    { id: 'never-stopped', day: null, number: '' },
    { id: 'struck-off', day: null, number: '' },
  ]);
  expect(raw.prepare('SELECT committee_since, committee_until FROM branch').get()).toEqual({
    committee_since: null,
    committee_until: null,
  });
  const triggers = raw.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'audit_lost_contact_%'`).get();
  expect(triggers).toEqual({ n: 3 });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});

test('v170 keeps every branch as it is, with no committee before the one it has', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 169);
  insert(raw, 'branch', { id: 'b', committee_since: '2020-01-01' });
  migrate(raw, migrations, 170);
  expect(raw.prepare('SELECT committee_since AS since, former_committees AS former FROM branch').get()).toEqual({
    since: '2020-01-01',
    former: '[]',
  });
});

test('v190: a file planned before says of no checklist that it was planned by it', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 189);
  insert(raw, 'branch', { id: 'b' });
  insert(raw, 'election', { id: 'e', branch_id: 'b' });
  migrate(raw, migrations, 190);
  expect(raw.prepare('SELECT id, template_id AS template FROM election').all()).toEqual([{ id: 'e', template: null }]);
});

test('v200 keeps every branch under its name, with none before it', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw, migrations, 199);
  insert(raw, 'branch', { id: 'b', full_name: '中共甲支部' });
  migrate(raw, migrations, 200);
  expect(raw.prepare('SELECT full_name AS name, former_names AS former FROM branch').get()).toEqual({
    name: '中共甲支部',
    former: '[]',
  });
});
