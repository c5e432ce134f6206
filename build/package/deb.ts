import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.ts';
import { root } from '../folders.ts';
import { PlainError } from '../say.ts';

/** What a desktop needs to know of the program. */
const desktopEntry = `[Desktop Entry]
Type=Application
Name=支部台账
Comment=党支部台账
Exec=/opt/zhibu-ledger/zhibu-ledger %U
Icon=zhibu-ledger
StartupWMClass=zhibu-ledger
Terminal=false
Categories=Office;
`;

/**
 * Makes a Debian package of an unpacked program with Debian's own tool, where the builder's cannot be had. Returns its
 * path. @throws PlainError where there is no dpkg-deb
 */
export async function makeDeb(folder: string, output: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const tree = join(output, 'deb');
  const target = join(output, `zhibu-ledger-${version}-${architecture}.deb`);
  rmSync(tree, { recursive: true, force: true });
  layOut(folder, tree);
  mkdirSync(join(tree, 'DEBIAN'));
  writeFileSync(join(tree, 'DEBIAN', 'control'), control(version, architecture));
  const result = await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z3', '--build', tree, target]);
  rmSync(tree, { recursive: true });
  if (result.code !== 0 || !existsSync(target)) throw new PlainError(`dpkg-deb: ${result.output}`);
  return target;
}

function layOut(folder: string, tree: string): void {
  const program = join(tree, 'opt', 'zhibu-ledger');
  cpSync(folder, program, { recursive: true, verbatimSymlinks: true });
  // Where the kernel gives users no name spaces of their own, Chromium's sandbox needs this helper to be root's.
  chmodSync(join(program, 'chrome-sandbox'), 0o4755);
  mkdirSync(join(tree, 'usr', 'bin'), { recursive: true });
  symlinkSync('/opt/zhibu-ledger/zhibu-ledger', join(tree, 'usr', 'bin', 'zhibu-ledger'));
  symlinkSync('/opt/zhibu-ledger/resources/bin/zhibu', join(tree, 'usr', 'bin', 'zhibu'));
  mkdirSync(join(tree, 'usr', 'share', 'applications'), { recursive: true });
  writeFileSync(join(tree, 'usr', 'share', 'applications', 'zhibu-ledger.desktop'), desktopEntry);
  for (const size of ['16x16', '32x32', '48x48', '64x64', '128x128', '256x256', '512x512']) {
    const icons = join(tree, 'usr', 'share', 'icons', 'hicolor', size, 'apps');
    mkdirSync(icons, { recursive: true });
    cpSync(join(root, 'build', 'icons', 'linux', `${size}.png`), join(icons, 'zhibu-ledger.png'));
  }
}

function control(version: string, architecture: string): string {
  return `Package: zhibu-ledger
Version: ${version}
Architecture: ${architecture}
Maintainer: Zhibu Ledger contributors <zhibu-ledger@users.noreply.example>
Section: misc
Priority: optional
Depends: libgtk-3-0, libnss3, libasound2, libgbm1, libxss1, libatspi2.0-0, libsecret-1-0, xdg-utils
Recommends: fonts-noto-cjk
Description: The ledger of a Party branch
 Encrypted archive, meetings, assessments, printable ledgers, sealed snapshots.
`;
}
