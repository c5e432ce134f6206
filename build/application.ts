import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build as buildShell } from 'electron-vite';
import { build as buildEngine } from 'vite';
import { appFolder, root } from './folders.ts';
import { PlainError, say } from './say.ts';

const sources = '{contract,rules,db,templates,service,electron,renderer}/**/*.{ts,tsx,html,css,sql,json,svg,png}';
const buildFolder = join(root, 'out', 'app-in-work');
const stampFile = join(appFolder, 'built-from');
const lockFolder = join(root, '.cache', 'building');
const lockLimit = 300_000;

/** Bundles the application into out/app, unless what is there was built from these very sources. */
export async function ensureBuilt(): Promise<void> {
  await takingTurns(buildIfStale);
}

async function buildIfStale(): Promise<void> {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return;
  await buildApplication();
}

/** Does something with a fresh build while nobody builds anew. */
export async function withBuilt<Result>(work: () => Promise<Result>): Promise<Result> {
  return takingTurns(async () => {
    await buildIfStale();
    return work();
  });
}

/**
 * Lays a copy of the freshly built application into a folder, ready to be started from there: a build that somebody
 * starts meanwhile does not pull the files away from under a running window.
 */
export async function copyBuilt(folder: string): Promise<void> {
  await withBuilt(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(appFolder, join(folder, 'out', 'app'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  });
}

/** Bundles it whatever is there. */
export async function buildAnew(): Promise<void> {
  await takingTurns(buildApplication);
}

async function buildApplication(): Promise<void> {
  const before = stamp();
  const start = performance.now();
  rmSync(buildFolder, { recursive: true, force: true });
  process.env.ZHIBU_BUILD_FOLDER = buildFolder;
  try {
    await buildShell({ root, logLevel: 'warn' });
    await buildEngine({ root, configFile: join(root, 'engine.vite.config.ts') });
  } catch (error) {
    throw new PlainError(`The build failed.\n${error instanceof Error ? error.message : String(error)}`);
  }
  // In a package these files lie outside the archive, away from the package.json that says so for the rest.
  writeFileSync(join(buildFolder, 'engine', 'package.json'), '{ "type": "module" }\n');
  rmSync(appFolder, { recursive: true, force: true });
  renameSync(buildFolder, appFolder);
  writeFileSync(stampFile, before);
  say(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/** Names, sizes and times of all sources: changes whenever one of them does. */
function stamp(): string {
  const files = [
    ...globSync(sources, { cwd: root }),
    'electron.vite.config.ts',
    'engine.vite.config.ts',
    'package-lock.json',
  ].toSorted();
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Two scripts at once must not write the same folder. */
async function takingTurns<Result>(work: () => Promise<Result>): Promise<Result> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  while (!lock()) await pause(200);
  try {
    return await work();
  } finally {
    rmdirSync(lockFolder);
  }
}

function lock(): boolean {
  try {
    mkdirSync(lockFolder);
    return true;
  } catch {
    const since = statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    // Whoever held it was killed.
    if (Date.now() - since > lockLimit) rmdirSync(lockFolder);
    return false;
  }
}
