import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { startDisplay } from '../build/display.ts';
import { root } from '../build/folders.ts';
import { findRuntime } from '../build/runtime/runtime.ts';
import { demoPassphrase, openDemo } from '../tests/e2e/demo-archive.ts';
import { launch } from '../tests/e2e/launch.ts';
import { compare, type Measurement, middle, withFolder } from './measure.ts';

const runs = 5;

/** From the start of the process to data on screen, against a window of the same runtime that shows one word. */
export async function benchStartup(): Promise<Measurement[]> {
  const display = process.platform === 'linux' && !process.env.DISPLAY ? await startDisplay() : null;
  if (display) process.env.DISPLAY = display.name;
  const executable = join(root, 'dist', 'linux-unpacked-for-tests', 'zhibu-ledger');
  if (!existsSync(executable)) execFileSync(process.execPath, ['build/dist.ts', '--folder-only'], { cwd: root });
  try {
    // The first launch makes the archive, so that the later ones find it in their list.
    const first = await launch({ executable });
    await openDemo(first, 40);
    await first.close({ keepFolder: true });
    const times = await withFolder((folder) =>
      inTurns({
        entrance: () => openProgram(executable, first.folder, false),
        data: () => openProgram(executable, first.folder, true),
        empty: () => openEmptyWindow(folder),
      }),
    );
    return [
      compare(
        'start of the package to the entrance',
        times.entrance,
        'an empty window of the same runtime',
        times.empty,
      ),
      compare(
        'start of the package to data on screen, passphrase and key derivation included',
        times.data,
        'an empty window of the same runtime',
        times.empty,
      ),
    ];
  } finally {
    display?.stop();
  }
}

/**
 * Median of the time until each has something on screen, each once a round, so that whatever else the machine does
 * meets them alike; what they return closes them again, which is not counted.
 */
async function inTurns<Name extends string>(
  opens: Record<Name, () => Promise<() => Promise<void>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(opens) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let run = 0; run < runs; run++)
    for (const name of names) {
      const start = performance.now();
      const close = await opens[name]();
      times[name].push(performance.now() - start);
      await close();
    }
  return Object.fromEntries(names.map((name) => [name, middle(times[name])])) as Record<Name, number>;
}

async function openProgram(executable: string, folder: string, isOpened: boolean): Promise<() => Promise<void>> {
  const window = await launch({ executable, folder });
  const passphrase = window.page.locator('input[type=password]');
  await passphrase.waitFor();
  if (isOpened) {
    await passphrase.fill(demoPassphrase);
    await window.page.keyboard.press('Enter');
    await window.page.getByText('三会一课').first().waitFor();
  }
  return () => window.close({ keepFolder: true });
}

/** The least program there is: one window, one word. */
async function openEmptyWindow(folder: string): Promise<() => Promise<void>> {
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"empty","productName":"empty","version":"1.0.0","main":"main.js"}',
  );
  writeFileSync(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
    app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<p>empty'));`,
  );
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: (await findRuntime()).executable,
    chromiumSandbox: !isRoot,
    args: [folder, '--disable-gpu'],
  });
  const page = await app.firstWindow();
  await page.getByText('empty').waitFor();
  return () => app.close();
}
