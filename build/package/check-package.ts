import { globSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { listPackage } from '@electron/asar';
import type { Runtime } from '../runtime/runtime.ts';
import { fuseProblems } from './fuses.ts';

/** Everything that may lie in the program's archive or beside it, by what it is for. */
const allowed = [
  /^package\.json$/,
  /^out\/app\/main\/[\w-]+\.js$/,
  /^out\/app\/preload\/preload\.cjs$/,
  /^out\/app\/renderer\/index\.html$/,
  /^out\/app\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|woff2)$/,
  /^out\/app\/engine\/(package\.json|[\w.-]+\.js)$/,
  /^out\/app\/engine\/fonts\/Noto(Serif|Sans)SC_\d+\w+\.ttf$/,
  /^node_modules\/better-sqlite3\/package\.json$/,
  /^node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/(linux|win32|darwin)-(x64|arm64)\.node$/,
];

/** Without these it would not run, or not print. */
const needed = [
  'package.json',
  'out/app/main/main.js',
  'out/app/preload/preload.cjs',
  'out/app/renderer/index.html',
  'out/app/engine/data-host.js',
  'out/app/engine/job-worker.js',
  'out/app/engine/cli.js',
  'out/app/engine/package.json',
  'out/app/engine/fonts/NotoSerifSC_400Regular.ttf',
  'out/app/engine/fonts/NotoSerifSC_900Black.ttf',
  'out/app/engine/fonts/NotoSansSC_500Medium.ttf',
];

/** What is in the lists that may not be, and what must be and is not. Paths with forward slashes. */
export function contentProblems(files: string[]): string[] {
  return [
    ...files.filter((file) => !allowed.some((pattern) => pattern.test(file))).map((file) => `does not belong: ${file}`),
    ...needed.filter((file) => !files.includes(file)).map((file) => `is missing: ${file}`),
  ];
}

/** Holds a packed program to its list of files and to its fuses. */
export async function packageProblems(folder: string, runtime: Runtime): Promise<string[]> {
  const resources = join(folder, 'resources');
  const archive = join(resources, 'app.asar');
  const packed = listPackage(archive, { isPack: false }).map((file) => file.replaceAll(sep, '/').replace(/^\//, ''));
  // The list names folders too; they are the beginnings of others.
  const files = packed.filter((file) => !packed.some((other) => other.startsWith(`${file}/`)));
  const unpacked = globSync('**/*', { cwd: `${archive}.unpacked` })
    .filter((file) => statSync(join(`${archive}.unpacked`, file)).isFile())
    .map((file) => file.replaceAll(sep, '/'));
  const buried = needed.filter((file) => file.includes('/engine/') && !unpacked.includes(file));
  const natives = unpacked.filter((file) => file.endsWith('.node'));
  const executable = join(folder, process.platform === 'win32' ? 'zhibu-ledger.exe' : 'zhibu-ledger');
  return [
    // A file in the archive's list may have been stripped from the unpacked folder; what is there counts.
    ...contentProblems([...new Set([...files.filter((file) => !isNative(file)), ...unpacked])]),
    ...buried.map((file) => `must be a real file, outside the archive: ${file}`),
    ...(natives.length === 1 ? [] : [`native modules: ${natives.length} instead of 1`]),
    ...(globSync('default_app.asar', { cwd: resources }).length === 0 ? [] : ['the sample application is still there']),
    ...(runtime.isSubstitute === (globSync('node/node', { cwd: resources }).length === 1) ? [] : ['the plain Node']),
    ...(await fuseProblems(executable)),
  ];
}

function isNative(file: string): boolean {
  return file.endsWith('.node');
}
