import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Both runtimes must run what is built: the official Electron and the older one that stands in for it where the
// official one cannot be fetched (docs/decisions/runtime.md). Hence the targets.
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

/** build/application.ts builds aside and swaps, so that a failed build leaves the last good one. */
const out = process.env.ZHIBU_BUILD_FOLDER ?? 'out/app';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      target: nodeTarget,
      sourcemap: true,
      // Bundled, so that the package carries no tree of dependencies.
      externalizeDeps: { exclude: Object.keys(dependencies) },
      rolldownOptions: {
        input: { main: 'electron/main.ts' },
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
      rolldownOptions: {
        input: 'renderer/index.html',
        // What the first screen needs, in one file: each file is a round through the main process.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});
