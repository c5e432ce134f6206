import { spawnSync } from 'node:child_process';

/** Whether an independent program is there; the prepare step installs age and minisign where it may. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}

/** Runs a program; its output, or the error text it ended with. */
export function run(
  name: string,
  args: readonly string[],
  input?: Buffer,
): { ok: boolean; output: Buffer; error: string } {
  const done = spawnSync(name, args, { input, maxBuffer: 64 * 1024 * 1024 });
  return { ok: done.status === 0, output: done.stdout, error: done.stderr.toString() };
}
