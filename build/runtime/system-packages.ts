import { existsSync } from 'node:fs';
import { run } from '../command.ts';
import { PlainError, say } from '../say.ts';

interface SystemPackage {
  name: string;
  /** What releases with 64-bit time call it; they keep the old name as a virtual package, which apt may refuse. */
  newerName?: string;
  /** Present as soon as one of these exists. */
  evidence: string[];
}

const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];
const programFolders = ['/usr/bin', '/usr/local/bin', '/bin'];

function library(name: string, file: string): SystemPackage {
  return { name, newerName: `${name}t64`, evidence: libraryFolders.map((folder) => `${folder}/${file}`) };
}

function program(name: string, file: string): SystemPackage {
  return { name, evidence: programFolders.map((folder) => `${folder}/${file}`) };
}

/** What the window needs to open on a Debian. */
export const windowPackages: SystemPackage[] = [
  library('libgtk-3-0', 'libgtk-3.so.0'),
  library('libnss3', 'libnss3.so'),
  library('libasound2', 'libasound.so.2'),
  library('libgbm1', 'libgbm.so.1'),
  { name: 'fonts-noto-cjk', evidence: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'] },
];

/** What the tests need besides: a display of their own, and the independent programs that read what we wrote. */
export const testPackages: SystemPackage[] = [
  ...windowPackages,
  program('xvfb', 'Xvfb'),
  program('poppler-utils', 'pdftotext'),
  program('age', 'age'),
  program('minisign', 'minisign'),
];

/** The packages of the list that are not on this machine. */
export function missingPackages(wanted: SystemPackage[]): SystemPackage[] {
  return wanted.filter(({ evidence }) => !evidence.some((file) => existsSync(file)));
}

/**
 * Installs what is missing where it may: on Debian and its kin, as root or with a sudo that asks no password.
 * @throws PlainError with the command to type, elsewhere on a Linux with apt
 */
export async function supplySystemPackages(wanted: SystemPackage[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(wanted);
  if (missing.length === 0) return;
  if (!existsSync('/usr/bin/apt-get')) {
    // Other distributions name and place these otherwise; the evidence above says nothing about them.
    say(`If the window does not open, install what your system calls: ${missing.map(({ name }) => name).join(' ')}`);
    return;
  }
  const prefix = await rootPrefix();
  if (prefix === null)
    throw new PlainError(`Missing on this system. Please run: sudo ${await installCommand(missing)}`);
  say(`Installing ${missing.map(({ name }) => name).join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const [first = '', ...rest] = [...prefix, 'apt-get'];
  await run(first, [...rest, 'update', '-qq'], { env });
  const command = await installCommand(missing);
  const result = await run(first, [...rest, ...command.split(' ').slice(1), '-qq'], { env });
  if (result.code !== 0) throw new PlainError(`${result.output.trim()}\nPlease run: sudo ${command}`);
}

async function installCommand(packages: SystemPackage[]): Promise<string> {
  const names = await Promise.all(packages.map(nameHere));
  return `apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

async function nameHere({ name, newerName }: SystemPackage): Promise<string> {
  if (newerName === undefined) return name;
  const known = await run('apt-cache', ['show', '--no-all-versions', newerName]);
  return known.code === 0 && known.output.includes(`Package: ${newerName}`) ? newerName : name;
}

async function rootPrefix(): Promise<string[] | null> {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : null;
}
