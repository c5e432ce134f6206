import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from './run.ts';

test('people are added and removed from the terminal, and each passphrase opens with the rights of its person', () => {
  const cli = commandLine();
  const clerkFile = join(cli.folder, 'clerk');
  writeFileSync(clerkFile, '录入员自己的口令\n');
  const clerk = ['--role', 'data-entry', '--new-passphrase-file', clerkFile];
  cli.json('new', cli.archive, '--person', '欧阳静');
  expect(cli.json('person', 'add', cli.archive, '赵录入', ...clerk)).toMatchObject({ role: 'data-entry' });
  const asClerk = (...args: string[]) => cli.run([...args, '--json', '--passphrase-file', clerkFile]);
  const refused = asClerk('dump', cli.archive, 'talk');
  expect([refused.code, JSON.parse(refused.out).failure]).toEqual([
    1,
    { code: 'not-permitted', right: 'read', subject: 'talk' },
  ]);
  const removed = cli.json('person', 'remove', cli.archive, '赵录入', '--reason', '调离');
  expect(removed).toMatchObject({ keyChange: { copiesLeft: [], dropped: [] } });
  expect(JSON.parse(asClerk('dump', cli.archive, 'member').out).failure).toEqual({ code: 'wrong-passphrase' });
}, 120_000);
