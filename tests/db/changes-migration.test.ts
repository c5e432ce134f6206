import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { registerAudit } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

test('v90 finds the writes of an older history: what belongs together, whom it is about, which undo took which import', () => {
  const raw = new Database(':memory:');
  registerAudit(raw);
  const before = migrations.filter(({ version }) => version < 90).at(-1)?.version ?? 0;
  migrate(raw, migrations, before);
  const add = raw.prepare(
    `INSERT INTO audit (at, actor, operation, reason, batch, record, record_id, part, row_id, action, before, after,
       previous_hash, hash) VALUES (?, '欧阳静', ?, '', ?, ?, ?, ?, ?, ?, NULL, ?, '', ?)`,
  );
  const rows: [string, string, string, string, string, string, string, string, string | null][] = [
    ['1', 'import.apply', 'import-1', 'member', 'm1', 'member', 'm1', 'insert', '{"id":"m1"}'],
    ['1', 'import.apply', 'import-1', 'member', 'm1', 'membership', 's1', 'insert', '{"id":"s1","member_id":"m1"}'],
    ['2', 'talk.save', '', 'talk', 't1', 'talk', 't1', 'insert', '{"id":"t1","subject_id":"m1"}'],
    ['2', 'member.reveal', '', 'member', 'm1', 'member', 'm1', 'reveal', '"idNumber"'],
    ['3', 'import.undo', 'import-1-undo', 'member', 'm1', 'member', 'm1', 'delete', null],
  ];
  for (const [index, row] of rows.entries()) add.run(...row, String(index));
  migrate(raw, migrations, 90);
  expect(raw.prepare('SELECT number, last, operation, is_access FROM change').all()).toEqual([
    { number: 1, last: 2, operation: 'import.apply', is_access: 0 },
    { number: 3, last: 3, operation: 'talk.save', is_access: 0 },
    { number: 4, last: 4, operation: 'member.reveal', is_access: 1 },
    { number: 5, last: 5, operation: 'import.undo', is_access: 0 },
  ]);
  expect(raw.prepare('SELECT change FROM change_member WHERE member_id = ? ORDER BY change').pluck().all('m1')).toEqual(
    [1, 3, 4, 5],
  );
  expect(raw.prepare(`SELECT change FROM change_record WHERE record = 'talk'`).pluck().all()).toEqual([3]);
  expect(raw.prepare('SELECT change, undone FROM undo').all()).toEqual([{ change: 5, undone: 1 }]);
  expect(() => raw.exec('DELETE FROM change')).toThrow('append-only');
});
