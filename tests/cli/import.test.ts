import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testId, type Value, xlsx } from '../fixtures/rosters.ts';
import { commandLine } from './run.ts';

const headings = ['姓名', '性别', '身份证号', '入党时间', '转正时间'];
const sound: Value[] = ['张秀兰', '女', testId('1970-11-02', 2), '1998.05', '1999.05'];
const wrong: Value[] = ['李建国', '男', 999901198105160000, '2001.13', '2002.07'];

// Each command is a process of its own and derives the key anew.
test('a roster is refused, imported on purpose and taken back from the terminal', async () => {
  const cli = commandLine();
  cli.json('new', cli.archive, '--branch', '中共测试支部委员会');
  const file = join(cli.folder, '名册.xlsx');
  writeFileSync(file, await xlsx([headings, sound, wrong]));
  const run = (...args: string[]) => cli.run([...args, '--json', '--passphrase-file', cli.passphraseFile]);

  const refused = run('import', cli.archive, file);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({
    new: 1,
    changed: 0,
    same: 0,
    batch: null,
    problems: [
      { sheet: '名册', cell: 'C3', code: 'id-digits-lost', message: expect.stringContaining('丢失') },
      { sheet: '名册', cell: 'D3', code: 'date-impossible' },
    ],
  });

  const marked = join(cli.folder, '标注.xlsx');
  const imported = run('import', cli.archive, file, '--skip-problem-rows', '--marked-copy', marked);
  expect(imported.code).toBe(0);
  const { batch } = JSON.parse(imported.out) as { batch: string };
  expect(existsSync(marked)).toBe(true);
  const undone = cli.json('undo', cli.archive, batch) as { change: number };
  expect(undone).toMatchObject({ removed: 1, restored: 0 });
  expect(cli.run(['dump', cli.archive, 'member', '--passphrase-file', cli.passphraseFile]).out).toBe('');
  // An undo is a change with a number, and can be looked at in turn; a batch is taken back once.
  expect(run('undo', cli.archive, String(undone.change), '--plan-only').code).toBe(0);
  const again = run('undo', cli.archive, batch);
  expect(again.code).toBe(1);
  expect(again.out + again.err).toMatch(/cannot-undo|已经撤销过/);
}, 120_000);
