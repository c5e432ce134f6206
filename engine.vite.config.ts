import { defineConfig } from 'vite';

// The engine, bundled by itself: its files lie unpacked beside the archive of the program, because worker threads and
// the database's native module need real files, while the shell's own code stays inside, where its integrity is checked.
export default defineConfig({
  logLevel: 'warn',
  // Everything but native code is bundled, so that the package carries one dependency and not the tree of all of them.
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    outDir: `${process.env.ZHIBU_BUILD_FOLDER ?? 'out/app'}/engine`,
    target: 'node20.18',
    sourcemap: true,
    rolldownOptions: {
      input: {
        'data-host': 'electron/data-host.ts',
        // Found by its built name beside the engine's own files (service/jobs/thread.ts), hence no folder for chunks.
        'job-worker': 'service/jobs/worker.ts',
        cli: 'service/cli/main.ts',
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // Bundled CommonJS modules know it by this name.
        banner: 'const __dirname = import.meta.dirname;',
      },
    },
  },
});
