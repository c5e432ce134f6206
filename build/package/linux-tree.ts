import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../folders.ts';

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

/** The version that packages carry. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Lays an unpacked program out below `tree` as it will lie on the disk of a Linux system. */
export function layOut(folder: string, tree: string): void {
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
