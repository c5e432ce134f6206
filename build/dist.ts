import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { withBuilt } from './application.ts';
import { root } from './folders.ts';
import { packageProblems } from './package/check-package.ts';
import { makeDeb } from './package/deb.ts';
import { makeRpm } from './package/rpm.ts';
import { findRuntime, type Runtime } from './runtime/runtime.ts';
import { PlainError, runScript, say } from './say.ts';

const dist = join(root, 'dist');

/**
 * Makes a package for this system: the unpacked program, checked; a second copy of it that a test may drive; and, with
 * the official runtime, the installers. `--win` and `--linux` make the installers for that system,
 * `--folder-only` makes none.
 */
async function makePackages(): Promise<void> {
  const runtime = await findRuntime();
  const folder = await withBuilt(() => packFolder(runtime));
  const problems = await packageProblems(folder, runtime);
  if (problems.length > 0) throw new PlainError(problems.join('\n'));
  say(`${folder}: content and fuses are as they must be.`);
  say(`${await copyForTests(folder)}: the same with the debugger's fuse on, for tests.`);
  await makeInstallers(runtime, folder);
}

async function packFolder(runtime: Runtime): Promise<string> {
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config: { extends: join(root, 'electron-builder.yml'), ...runtimeOf(runtime) },
    publish: 'never',
  });
  if (process.platform === 'linux')
    return join(dist, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
  if (process.platform === 'win32') return join(dist, process.arch === 'arm64' ? 'win-arm64-unpacked' : 'win-unpacked');
  return join(dist, process.arch === 'arm64' ? 'mac-arm64' : 'mac');
}

function runtimeOf(runtime: Runtime) {
  return { electronDist: runtime.folder, electronVersion: runtime.version };
}

/** A debugger could read the archive of whoever runs the program, so only this copy lets one in. */
async function copyForTests(folder: string): Promise<string> {
  const copy = `${folder}-for-tests`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  await flipFuses(join(copy, process.platform === 'win32' ? 'zhibu-ledger.exe' : 'zhibu-ledger'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return copy;
}

async function makeInstallers(runtime: Runtime, folder: string): Promise<void> {
  const asked = process.argv.slice(2);
  if (asked.includes('--folder-only')) return;
  if (runtime.isSubstitute) {
    say(`${await makeDeb(folder, dist)}: for trying the installation; it carries the substitute runtime.`);
    const rpm = await makeRpm(folder, dist);
    say(rpm === null ? 'For an RPM package, install rpmbuild (Debian: apt install rpm).' : `${rpm}: likewise.`);
    say('The other installers need the official Electron and helper programs from GitHub, which cannot be had here.');
    return;
  }
  const platforms = [
    ...(asked.includes('--win') ? [Platform.WINDOWS] : []),
    ...(asked.includes('--linux') ? [Platform.LINUX] : []),
  ];
  for (const platform of platforms.length > 0 ? platforms : [Platform.current()]) {
    // Each system's runtime is fetched by the builder; only this system's own is already here.
    await build({ projectDir: root, targets: platform.createTarget(), publish: 'never' });
  }
}

await runScript(makePackages);
