import { spawn } from 'node:child_process';
import { ensureBuilt } from './application.ts';
import { root } from './folders.ts';
import { prepare } from './prepare.ts';
import { PlainError, runScript, say } from './say.ts';

/** Builds what changed and opens the window. */
async function start(): Promise<number> {
  demandDisplay();
  const runtime = await prepare('window');
  await ensureBuilt();
  const switches: string[] = [];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say("Started as root, where Chromium's sandbox cannot run: for development only.");
    switches.push('--no-sandbox');
  }
  // The older runtime sometimes never paints when it looks for a graphics card under a virtual display.
  if (runtime.isSubstitute) switches.push('--disable-gpu');
  const window = spawn(runtime.executable, [root, ...switches, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ZHIBU_NODE: process.execPath },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => window.kill(signal));
  return new Promise((resolve, reject) => {
    window.on('error', reject);
    window.on('close', (code) => resolve(code ?? 1));
  });
}

function demandDisplay(): void {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new PlainError(
    'There is no display here, so no window can open. `npm run demo` does the main job without one: ' +
      'a demo archive, all its ledgers in out/.',
  );
}

await runScript(start);
