import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

test('v100 adds bank, papers, exams, sittings and certificates, each change of them recorded, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const tables = ['question', 'exam_paper', 'exam', 'exam_sitting', 'exam_answer', 'exam_certificate'];
  const found = () => {
    const all = raw.prepare(`SELECT name FROM sqlite_schema WHERE type IN ('table', 'trigger')`).all() as {
      name: string;
    }[];
    const names = new Set(all.map(({ name }) => name));
    return tables.flatMap((table) => [table, `audit_${table}_update`]).filter((name) => names.has(name));
  };
  migrate(raw, migrations, 99);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  expect(found()).toEqual([]);
  migrate(raw, migrations, 100);
  expect(raw.pragma('user_version', { simple: true })).toBe(100);
  expect(found()).toEqual(tables.flatMap((table) => [table, `audit_${table}_update`]));
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});
