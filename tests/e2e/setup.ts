import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { copyBuilt } from '../../build/application.ts';
import { root } from '../../build/folders.ts';
import { prepare } from '../../build/prepare.ts';
import { echoHost } from './launch.ts';

/** Before the first window: a runtime and a fresh build in a folder of its own. Returns what ends it all. */
export default async function setUp(): Promise<() => void> {
  await prepare('tests');
  const folder = join(root, '.cache', 'e2e', `program-${process.pid}`);
  await copyBuilt(folder);
  process.env.ZHIBU_E2E_PROGRAM = folder;
  await buildEchoHost();
  return () => rmSync(folder, { recursive: true, force: true });
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
      emptyOutDir: false,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].js' } },
    },
  });
}
