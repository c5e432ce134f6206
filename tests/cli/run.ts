import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const main = resolve(import.meta.dirname, '../../service/cli/main.ts');

export const passphrase = '命令行测试用口令';

export interface CommandLine {
  folder: string;
  archive: string;
  passphraseFile: string;
  run(args: readonly string[], input?: string): { code: number | null; out: string; err: string };
  /** Runs with `--json` and the passphrase, and reads the answer. */
  json(...args: string[]): unknown;
}

/** The command line in a temporary folder, as a person or a script runs it: its own process each time. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const passphraseFile = join(folder, 'passphrase');
  writeFileSync(passphraseFile, `${passphrase}\n`);
  const run = (args: readonly string[], input = '') => {
    const done = spawnSync(process.execPath, [main, ...args], { cwd: folder, input, encoding: 'utf8' });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };
  return {
    folder,
    archive: join(folder, '支部.zhibu'),
    passphraseFile,
    run,
    json(...args) {
      const done = run([...args, '--json', '--passphrase-file', passphraseFile]);
      if (done.code !== 0) throw new Error(`${args.join(' ')}: ${done.out}${done.err}`);
      return JSON.parse(done.out);
    },
  };
}
