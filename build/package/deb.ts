import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.ts';
import { PlainError } from '../say.ts';
import { layOut, packageVersion } from './linux-tree.ts';

/**
 * Makes a Debian package of an unpacked program with Debian's own tool, where the builder's cannot be had. Returns its
 * path. @throws PlainError where there is no dpkg-deb
 */
export async function makeDeb(folder: string, output: string): Promise<string> {
  const version = packageVersion();
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
