import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { foundVersion, type Migration, migrate, schemaVersion } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

function memory(): Database.Database {
  const raw = new Database(':memory:');
  registerAudit(raw);
  return raw;
}

const parents: Migration = {
  version: 10,
  name: 'parents',
  up: (raw) =>
    raw.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE);`),
};

const rebuilt: Migration = {
  version: 20,
  name: 'rebuilt',
  up: (raw) =>
    raw.exec(`CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      INSERT INTO parent_new SELECT id, coalesce(name, '') FROM parent;
      DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent;`),
};

test('v10: an empty file gets every table, triggers included, and the version', () => {
  const raw = memory();
  expect(foundVersion(raw)).toBe(0);
  migrate(raw);
  expect(foundVersion(raw)).toBe(schemaVersion);
  const triggers = raw.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name LIKE 'audit_member_%'`).get();
  expect(triggers).toMatchObject({ n: expect.any(Number) });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});

test('v20 of a rebuilt table keeps every row that refers to it', () => {
  const raw = memory();
  migrate(raw, [parents, rebuilt], 10);
  raw.exec(`INSERT INTO parent VALUES (1, '甲'), (2, NULL); INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)`);
  migrate(raw, [parents, rebuilt], 20);
  expect(raw.prepare('SELECT id, name FROM parent').all()).toEqual([
    { id: 1, name: '甲' },
    { id: 2, name: '' },
  ]);
  expect(raw.prepare('SELECT count(*) AS n FROM child').get()).toEqual({ n: 3 });
});

test('a step that fails leaves the version and the tables before it', () => {
  const raw = memory();
  const failing: Migration = {
    version: 20,
    name: 'failing',
    up: (db) => {
      db.exec('CREATE TABLE half (id INTEGER)');
      throw new Error('no');
    },
  };
  expect(() => migrate(raw, [parents, failing])).toThrow('no');
  expect(foundVersion(raw)).toBe(10);
  expect(raw.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`).get()).toEqual({ n: 0 });
});

test('a step that breaks a reference is undone', () => {
  const raw = memory();
  const breaking: Migration = { version: 20, name: 'breaking', up: (db) => db.exec('DELETE FROM parent') };
  migrate(raw, [parents, breaking], 10);
  raw.exec(`INSERT INTO parent VALUES (1, '甲'); INSERT INTO child VALUES (1, 1)`);
  expect(() => migrate(raw, [parents, breaking])).toThrow('broken references');
  expect(raw.prepare('SELECT count(*) AS n FROM parent').get()).toEqual({ n: 1 });
});

test('a newer database is refused', () => {
  const raw = memory();
  raw.pragma('user_version = 9000');
  expect(() => migrate(raw)).toThrow('schema-too-new');
});

test('steps stand in order, each once', () => {
  const versions = migrations.map((step) => step.version);
  expect(versions).toEqual([...versions].sort((left, right) => left - right));
  expect(new Set(versions).size).toBe(versions.length);
});
