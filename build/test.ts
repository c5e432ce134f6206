import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './application.ts';
import { root } from './folders.ts';
import { prepare } from './prepare.ts';
import { runScript, say } from './say.ts';

interface Totals {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that failed before any of their tests could run. */
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Prepares the machine, builds, and runs the whole suite, the real window included. */
async function test(): Promise<number> {
  await prepare('tests');
  await ensureBuilt();
  const report = join(root, '.cache', 'test-report.json');
  rmSync(report, { force: true });
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = await runTests(report);
  return conclude(report, code);
}

function runTests(report: string): Promise<number> {
  const vitest = spawn(
    process.execPath,
    [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  return new Promise((resolve, reject) => {
    vitest.on('error', reject);
    vitest.on('close', (code) => resolve(code ?? 1));
  });
}

/** The closing line, from the runner's own totals; a run that reports nothing has failed. */
function conclude(report: string, code: number): number {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read(report);
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  const skipped = numPendingTests + numTodoTests;
  say(`${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return code === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1;
}

function read(report: string): Totals {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}

await runScript(test);
