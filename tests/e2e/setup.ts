import { join } from 'node:path';
import { build } from 'vite';
import { ensureBuilt } from '../../build/application.ts';
import { startDisplay } from '../../build/display.ts';
import { root } from '../../build/folders.ts';
import { prepare } from '../../build/prepare.ts';
import { echoHost } from './launch.ts';

/** Before the first window: a runtime, a fresh build, a display. */
export default async function setUp(): Promise<(() => void) | undefined> {
  await prepare('tests');
  await ensureBuilt();
  await buildEchoHost();
  if (process.env.DISPLAY) return undefined;
  const display = await startDisplay();
  process.env.DISPLAY = display.name;
  return display.stop;
}

/** Electron's own Node is too old to read TypeScript. */
async function buildEchoHost(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: 'tests/e2e/echo-host.ts',
      outDir: join(echoHost, '..'),
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].js' } },
    },
  });
}
