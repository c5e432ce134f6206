import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.ts';
import { PlainError } from '../say.ts';
import { layOut, packageVersion } from './linux-tree.ts';

/**
 * Makes an RPM package of an unpacked program with the system's own rpmbuild. Returns its path; null where there is no
 * rpmbuild. @throws PlainError when it fails
 */
export async function makeRpm(folder: string, output: string): Promise<string | null> {
  if ((await run('rpmbuild', ['--version'])).code !== 0) return null;
  const version = packageVersion();
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const work = join(output, 'rpm');
  const tree = join(work, 'tree');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  layOut(folder, tree);
  const spec = join(work, 'zhibu-ledger.spec');
  writeFileSync(spec, specification(version));
  const result = await run('rpmbuild', [
    '-bb',
    '--quiet',
    `--target=${architecture}-linux`,
    `--define=_topdir ${work}`,
    `--define=tree ${tree}`,
    `--define=_rpmdir ${output}`,
    `--define=_build_name_fmt zhibu-ledger-${version}-${architecture}.rpm`,
    spec,
  ]);
  rmSync(work, { recursive: true });
  const target = join(output, `zhibu-ledger-${version}-${architecture}.rpm`);
  if (result.code !== 0 || !existsSync(target)) throw new PlainError(`rpmbuild: ${result.output}`);
  return target;
}

/** Ready-made binaries: nothing is compiled, stripped or searched for what it needs. */
function specification(version: string): string {
  return `%global debug_package %{nil}
%global __strip /bin/true
%global __os_install_post %{nil}
%global _build_id_links none
%define _binary_payload w3.gzdio
Name: zhibu-ledger
Version: ${version}
Release: 1
Summary: The ledger of a Party branch
License: MIT
AutoReqProv: no
Requires: gtk3, nss, alsa-lib, mesa-libgbm, libXScrnSaver, at-spi2-core, libsecret, xdg-utils
Recommends: google-noto-sans-cjk-fonts
%description
Encrypted archive, meetings, assessments, printable ledgers, sealed snapshots.
%install
cp -a %{tree}/. %{buildroot}/
%files
/opt/zhibu-ledger
/usr/bin/zhibu-ledger
/usr/bin/zhibu
/usr/share/applications/zhibu-ledger.desktop
/usr/share/icons/hicolor/*/apps/zhibu-ledger.png
`;
}
