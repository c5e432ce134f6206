import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { auditedWrite } from '../../db/audit.ts';
import { openForWriting, type WritableDb } from '../../db/open.ts';
import { verifyChain } from '../../db/queries/history.ts';

const key = 'a'.repeat(64);

function openTemporary(): WritableDb {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-audit-'));
  const db = openForWriting(join(folder, 'archive.db'), key);
  onTestFinished(() => {
    db.raw.close();
    rmSync(folder, { recursive: true });
  });
  return db;
}

const context = { at: '2026-11-24T10:00:00+08:00', actor: '欧阳静', operation: 'test', reason: '更正', batch: '' };

function addSetting(db: WritableDb, id: string, value = '1'): void {
  db.raw.prepare(`INSERT INTO setting VALUES (?, 1, 'k', ?, '2026-01-01', NULL, 's', '')`).run(id, value);
}

test('a change outside an audited write is refused and leaves nothing', () => {
  const db = openTemporary();
  expect(() => addSetting(db, 'a')).toThrow('outside an audited write');
  expect(db.raw.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: 0 });
});

test('every insert, update and delete is recorded with before and after, who and why', () => {
  const db = openTemporary();
  auditedWrite(db, context, () => addSetting(db, 'a'));
  auditedWrite(db, context, () => db.raw.exec(`UPDATE setting SET value = '2'`));
  auditedWrite(db, context, () => db.raw.exec(`DELETE FROM setting`));
  const rows = db.raw
    .prepare(
      `SELECT action, actor, reason, before ->> 'value' AS b, after ->> 'value' AS a FROM audit ORDER BY sequence`,
    )
    .all();
  const who = { actor: '欧阳静', reason: '更正' };
  expect(rows).toEqual([
    { action: 'insert', ...who, b: null, a: '1' },
    { action: 'update', ...who, b: '1', a: '2' },
    { action: 'delete', ...who, b: '2', a: null },
  ]);
  expect(verifyChain(db)).toEqual({ entries: 3, brokenAt: null });
});

test('an update that changes nothing leaves no trace', () => {
  const db = openTemporary();
  auditedWrite(db, context, () => addSetting(db, 'a'));
  auditedWrite(db, context, () => db.raw.exec(`UPDATE setting SET value = value`));
  expect(verifyChain(db).entries).toBe(1);
});

test('the audit can be neither rewritten nor shortened', () => {
  const db = openTemporary();
  auditedWrite(db, context, () => addSetting(db, 'a'));
  expect(() => db.raw.exec(`UPDATE audit SET actor = 'x'`)).toThrow('append-only');
  expect(() => db.raw.exec(`DELETE FROM audit`)).toThrow('append-only');
});

test('an audit row changed behind our back, or taken out, breaks the chain at its place', () => {
  const db = openTemporary();
  for (const id of ['a', 'b', 'c']) auditedWrite(db, context, () => addSetting(db, id));
  db.raw.exec('DROP TRIGGER audit_never_changes; DROP TRIGGER audit_never_shrinks');
  db.raw.exec(`UPDATE audit SET actor = '别人' WHERE sequence = 2`);
  expect(verifyChain(db).brokenAt).toBe(2);
  db.raw.exec(`UPDATE audit SET actor = '欧阳静' WHERE sequence = 2`);
  expect(verifyChain(db).brokenAt).toBeNull();
  db.raw.exec(`DELETE FROM audit WHERE sequence = 2`);
  expect(verifyChain(db).brokenAt).toBe(3);
});

test('a write that fails leaves neither rows nor history', () => {
  const db = openTemporary();
  expect(() =>
    auditedWrite(db, context, () => {
      addSetting(db, 'a');
      throw new Error('half way');
    }),
  ).toThrow('half way');
  expect(verifyChain(db).entries).toBe(0);
  auditedWrite(db, context, () => addSetting(db, 'b'));
  expect(verifyChain(db)).toEqual({ entries: 1, brokenAt: null });
});
