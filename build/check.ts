import { join } from 'node:path';
import { houseProblems } from './check/house.ts';
import { type CommandResult, run } from './command.ts';
import { root } from './folders.ts';
import { runScript, say } from './say.ts';

interface Check {
  name: string;
  run: () => Promise<CommandResult> | CommandResult;
}

function tool(name: string, ...args: string[]): () => Promise<CommandResult> {
  return () =>
    run(join(root, 'node_modules', '.bin', name), args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
}

const checks: Check[] = [
  { name: 'types', run: tool('tsc', '-b') },
  {
    name: 'lint and format',
    run: tool('biome', 'ci', '--colors=off', '--error-on-warnings', '--diagnostic-level=warn'),
  },
  { name: 'dead code', run: tool('knip', '--no-progress') },
  { name: 'layers, circles, forbidden words, length', run: house },
];

function house(): CommandResult {
  const problems = houseProblems(root);
  return { code: problems.length === 0 ? 0 : 1, output: problems.join('\n') };
}

/** Runs every check, all at once; each says what is wrong, and the exit code whether anything is. */
async function check(): Promise<number> {
  const failed = await Promise.all(
    checks.map(async ({ name, run }) => {
      const start = performance.now();
      const { code, output } = await run();
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      say(code === 0 ? `ok    ${name} (${seconds} s)` : `FAIL  ${name} (${seconds} s)\n${output.trimEnd()}\n`);
      return code !== 0;
    }),
  );
  return failed.some(Boolean) ? 1 : 0;
}

await runScript(check);
