import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Both runtimes must run what is built: the official Electron and the older one that stands in for it where the
// official one cannot be fetched (docs/decisions/runtime.md). Hence the targets.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

/** build/application.ts builds aside and swaps, so that a failed build leaves the last good one. */
const out = process.env.ZHIBU_BUILD_FOLDER ?? 'out/app';

/** Holds native code, which cannot be bundled. */
const native = 'better-sqlite3';

// Everything else is bundled, so that the package carries one dependency and not the tree of all of them.
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const bundled = Object.keys(dependencies).filter((name) => name !== native);

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      target: nodeTarget,
      sourcemap: true,
      externalizeDeps: { exclude: bundled },
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'data-host': 'electron/data-host.ts',
          // Found by its built name beside the engine's own files (service/jobs/runner.ts), hence no folder for chunks.
          'job-worker': 'service/jobs/worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      target: nodeTarget,
      // A sandboxed preload cannot be a module.
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    // Replaced by the nonce of each load when the page is served (electron/protocol.ts).
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: `${out}/renderer`,
      target: pageTarget,
      minify: true,
      // Its fallback for old browsers fetches, which the content security policy forbids.
      modulePreload: { polyfill: false },
      // Read from the disk of the same machine.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
