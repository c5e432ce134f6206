import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from '../command.ts';
import { root } from '../folders.ts';
import { PlainError, say } from '../say.ts';
import { substituteRuntime } from './substitute.ts';

/** An unpacked Electron. */
export interface Runtime {
  folder: string;
  executable: string;
  version: string;
  /** True for the older runtime that stands in where the official one cannot be fetched; see docs/decisions/runtime.md. */
  isSubstitute: boolean;
}

const override = 'ZHIBU_ELECTRON_DIST';
const officialDownloadLimit = 120_000;

/**
 * Finds the Electron to run, test and package with: a folder named by the override variable, the official one when
 * it is installed, the official download, then the substitute.
 * @throws PlainError when none can be had
 */
export async function findRuntime(): Promise<Runtime> {
  const named = process.env[override];
  if (named) return describe(named, `${override} names ${named}, but there is no Electron in it.`);

  const official = officialFolder();
  if (isComplete(official)) return describe(official, '');
  if (await fetchOfficial()) return describe(official, '');

  const substitute = await substituteRuntime();
  if (substitute !== null) return describe(substitute, '');
  throw new PlainError(
    `Electron ${wantedVersion()} could not be fetched. Get electron-v${wantedVersion()}-${process.platform}-${process.arch}.zip ` +
      `from Electron's releases, unpack it, and set ${override} to that folder.`,
  );
}

function electronPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

function officialFolder(): string {
  return join(electronPackage(), 'dist');
}

function wantedVersion(): string {
  return JSON.parse(readFileSync(join(electronPackage(), 'package.json'), 'utf8')).version;
}

async function fetchOfficial(): Promise<boolean> {
  const marker = join(root, '.cache', 'official-electron-unreachable');
  if (isRecent(marker)) return false;
  say(`Fetching Electron ${wantedVersion()} …`);
  const result = await run(process.execPath, [join(electronPackage(), 'install.js')], {
    timeout: officialDownloadLimit,
  });
  if (result.code === 0 && isComplete(officialFolder())) return true;
  remember(marker);
  return false;
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'version')) && existsSync(join(folder, executableName()));
}

function describe(folder: string, complaint: string): Runtime {
  if (!isComplete(folder)) throw new PlainError(complaint);
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return {
    folder,
    executable: join(folder, executableName()),
    version,
    isSubstitute: Number.parseInt(version, 10) < 35,
  };
}

/** A refused download is not tried again for an hour, so that offline work does not wait for it each time. */
function isRecent(marker: string): boolean {
  return existsSync(marker) && Date.now() - statSync(marker).mtimeMs < 3_600_000;
}

function remember(marker: string): void {
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, '');
}
