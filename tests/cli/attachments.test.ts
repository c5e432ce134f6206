import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawPdf } from '../../service/demo/drawn-files.ts';
import { commandLine } from './run.ts';

test('a file is attached and saved again from the terminal', () => {
  const cli = commandLine();
  const { branchId } = cli.json('new', cli.archive) as { branchId: string };
  const scan = join(cli.folder, '扫描.pdf');
  const out = join(cli.folder, '另存');
  writeFileSync(scan, drawPdf(2));
  const added = cli.json('attach', cli.archive, 'branch', branchId, scan, '--location', '一号柜') as { id: string };
  expect(added).toMatchObject({ slot: 'scan', pageCount: 2, originalLocation: '一号柜' });
  expect(cli.json('attachment', 'save', cli.archive, added.id, out)).toEqual({ files: ['扫描.pdf'] });
  expect(readFileSync(`${out}.pdf`).equals(drawPdf(2))).toBe(true);
});
