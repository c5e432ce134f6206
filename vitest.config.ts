import { defineConfig } from 'vitest/config';

const hasRealDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{contract,rules,db,templates,service,electron,renderer,server,build,bench,tests}/**/*.test.{ts,tsx}',
          ],
          exclude: ['tests/e2e/**', '**/node_modules/**'],
          environment: 'node',
          testTimeout: 30_000,
          // All processors: the default leaves one of two idle.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          setupFiles: ['tests/e2e/each-file.ts'],
          // Each file has a display of its own; on a real one its windows would take the focus from each other.
          maxWorkers: hasRealDisplay ? 1 : 2,
          // After the others, so that a window does not wait for a processor.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A window on a shared machine may stall once; twice in a row is ours.
          retry: 1,
        },
      },
    ],
  },
});
