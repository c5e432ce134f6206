import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { operations } from '../../contract/operations.ts';
import { commandLine } from './run.ts';

test('an archive is made, written, read back and verified from the terminal alone', () => {
  const cli = commandLine();
  const made = cli.json('new', cli.archive, '--branch', '中共测试支部委员会', '--person', '王书记') as {
    branchId: string;
  };
  expect(made).toMatchObject({ archive: cli.archive, recoveryCode: expect.stringMatching(/^[0-9A-Z-]{34}$/) });
  const input = join(cli.folder, 'member.json');
  writeFileSync(
    input,
    JSON.stringify({ draft: { id: 'm1', revision: 0, name: '欧阳䶮', idNumber: '999901199001011232' } }),
  );
  expect(cli.json('call', cli.archive, 'member.save', '--input', input)).toMatchObject({ id: 'm1', revision: 1 });
  const dump = cli.run(['dump', cli.archive, 'member', '--passphrase-file', cli.passphraseFile]);
  expect(JSON.parse(dump.out)).toMatchObject({ name: '欧阳䶮', idNumber: '999901********1232' });
  const open = cli.run(['dump', cli.archive, 'member', '--unmask', '--passphrase-file', cli.passphraseFile]);
  expect(JSON.parse(open.out)).toMatchObject({ idNumber: '999901199001011232' });
  expect(cli.json('verify', cli.archive)).toMatchObject({ ok: true, brokenCopies: [] });
});

test('input comes from standard input with -, and a refusal is exit code 1 with its code', () => {
  const cli = commandLine();
  cli.json('new', cli.archive);
  const call = ['call', cli.archive, 'branch.get', '--input', '-', '--json', '--passphrase-file', cli.passphraseFile];
  const done = cli.run(call, JSON.stringify({ id: 'nobody' }));
  expect(done.code).toBe(1);
  expect(JSON.parse(done.out)).toEqual({ failure: { code: 'no-such-record', record: 'branch', id: 'nobody' } });
});

test('wrong usage is exit code 2 and says how', () => {
  const cli = commandLine();
  for (const args of [['call'], ['fly'], ['dump', 'x'], ['new', cli.archive], ['new', cli.archive, '--colour']]) {
    const done = cli.run(args);
    expect({ args, code: done.code }).toEqual({ args, code: 2 });
    expect(done.err).toContain('zhibu');
  }
  expect(existsSync(cli.archive)).toBe(false);
});

test('a wrong passphrase opens nothing, and the words on the terminal are Chinese', () => {
  const cli = commandLine();
  cli.json('new', cli.archive);
  const wrong = join(cli.folder, 'wrong');
  writeFileSync(wrong, '不是这个口令');
  const done = cli.run(['verify', cli.archive, '--passphrase-file', wrong]);
  expect(done).toMatchObject({ code: 1, out: '', err: '口令不对\n' });
});

test('every operation is listed with the JSON Schema of its input', () => {
  const cli = commandLine();
  type Schema = { type?: string; anyOf?: Schema[] };
  const rows = JSON.parse(cli.run(['operations', '--json']).out) as { name: string; input: Schema }[];
  const isObject = ({ type, anyOf = [] }: Schema): boolean =>
    type === 'object' || (anyOf.length > 0 && anyOf.every(isObject));
  expect(rows.map((row) => row.name)).toEqual(Object.keys(operations));
  expect(rows.filter(({ input }) => !isObject(input)).map(({ name }) => name)).toEqual([]);
});

test('the revealed key opens the file in the SQLCipher 4 scheme, and no other key does', () => {
  const cli = commandLine();
  cli.json('new', cli.archive, '--branch', '中共测试支部委员会');
  const { key } = cli.json('key', 'reveal', cli.archive) as { key: string };
  const readWith = (hexKey: string) => {
    const raw = new Database(join(cli.archive, 'archive.db'), { readonly: true });
    try {
      raw.pragma(`cipher = 'sqlcipher'`);
      raw.pragma('legacy = 4');
      raw.pragma(`key = "x'${hexKey}'"`);
      return raw.prepare('SELECT full_name FROM branch').pluck().get();
    } finally {
      raw.close();
    }
  };
  expect(readWith(key)).toBe('中共测试支部委员会');
  expect(() => readWith('0'.repeat(64))).toThrow('not a database');
});

test('a restore from the terminal brings back the last verified copy', () => {
  const cli = commandLine();
  cli.json('new', cli.archive);
  const copy = cli.json('copy', cli.archive) as { id: string };
  const save = ['call', cli.archive, 'member.save', '--input', '-', '--passphrase-file', cli.passphraseFile];
  cli.run(save, JSON.stringify({ draft: { id: 'm1', revision: 0, name: '后来的人' } }));
  expect(cli.json('restore', cli.archive, copy.id)).toMatchObject({ restored: copy.id });
  expect(cli.run(['dump', cli.archive, 'member', '--passphrase-file', cli.passphraseFile]).out).toBe('');
});
