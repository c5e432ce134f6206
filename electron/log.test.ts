import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';

test('a fault is logged without what the library said about the data, and without folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-log-'));
  const file = join(folder, 'logs', 'engine.log');
  const error = Object.assign(new TypeError('bad value 张三丰 110101199001011234'), { code: 'SQLITE_ERROR' });
  openLog(file).fault('ab12cd34', error);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/ab12cd34 TypeError SQLITE_ERROR\n\s+at /);
  expect(text).not.toMatch(/张三丰|110101|bad value/);
  expect(text).not.toContain(import.meta.dirname);
  rmSync(folder, { recursive: true });
});

test('the log does not grow without end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-log-'));
  const file = join(folder, 'shell.log');
  const log = openLog(file);
  for (let line = 0; line < 30; line += 1) log.note('x'.repeat(100_000));
  expect(statSync(file).size + statSync(`${file}.1`).size).toBeLessThan(2_400_000);
  rmSync(folder, { recursive: true });
});
