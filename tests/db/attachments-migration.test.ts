import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { auditedWrite, registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import type { WritableDb } from '../../db/open.ts';

test('v70 adds attachments and their content, holds what has any, and leaves what was there', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const found = (kind: string) =>
    (
      raw
        .prepare(`SELECT name FROM sqlite_schema WHERE type = ? AND (name LIKE '%attachment%' OR name LIKE 'content%')`)
        .all(kind) as { name: string }[]
    ).map(({ name }) => name);
  migrate(raw, migrations, 69);
  raw.exec(`INSERT INTO archive_fact VALUES ('id', '1')`);
  expect([...found('table'), ...found('trigger')]).toEqual([]);
  migrate(raw, migrations, 70);
  expect(raw.pragma('user_version', { simple: true })).toBe(70);
  expect(found('table')).toEqual(['content', 'content_piece', 'attachment']);
  expect(found('trigger')).toEqual(
    expect.arrayContaining(['attachment_frees_content', 'audit_attachment_delete', 'attachment_holds_meeting']),
  );
  expect(raw.prepare('SELECT value FROM archive_fact').get()).toEqual({ value: '1' });
  expect(raw.pragma('foreign_key_check')).toEqual([]);
});

test('the database itself refuses a link without content and lets nobody remove a record with attachments', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  migrate(raw);
  const context = { at: '2026-11-24T10:00:00', actor: '测试', operation: 'test', reason: '', batch: '' };
  const write = (sql: string) => auditedWrite({ raw } as WritableDb, context, () => raw.exec(sql));
  const link = (hash: string) =>
    write(`INSERT INTO attachment VALUES ('a1', 1, 'setting', 's1', '', 'scan', '', NULL, '',
      '[{"hash":"${hash}"}]', 3, NULL, '测试', '2026-11-24')`);
  write(`INSERT INTO setting VALUES ('s1', 1, 'k', '1', '2026-01-01', NULL, '测试', '')`);
  write(`INSERT INTO content VALUES ('h1', 3, 'image/png', NULL)`);
  expect(() => link('h2')).toThrow('without its content');
  link('h1');
  expect(() => write(`DELETE FROM setting WHERE id = 's1'`)).toThrow('with attachments');
  write(`DELETE FROM attachment WHERE id = 'a1'`);
  expect(raw.prepare('SELECT count(*) AS n FROM content').get()).toEqual({ n: 0 });
  write(`DELETE FROM setting WHERE id = 's1'`);
});
