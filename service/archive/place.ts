import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve } from 'node:path';
import { AppError } from '../../contract/failure.ts';

/** Names inside an archive's folder (`名称.zhibu/`). */
export const place = {
  database: (folder: string) => join(folder, 'archive.db'),
  lock: (folder: string) => join(folder, 'archive.lock'),
  copies: (folder: string) => join(folder, 'copies'),
};

/** @throws AppError `archive-missing` when there is no archive in the folder, `archive-on-network-drive` */
export function demandArchive(folder: string): void {
  demandLocalDrive(folder);
  if (!existsSync(place.database(folder)) || !statSync(place.database(folder)).isFile())
    throw new AppError({ code: 'archive-missing' });
}

/** WAL is unreliable on network drives and redirected profiles, and offices have exactly these. */
export function demandLocalDrive(folder: string): void {
  if (isOnNetworkDrive(resolve(folder))) throw new AppError({ code: 'archive-on-network-drive' });
}

const networkFileSystems = /^(nfs4?|cifs|smb3?|smbfs|9p|fuse\.sshfs|davfs|ncpfs|afs|ceph|glusterfs)$/;

/** Whether a path lies on a share: UNC and mapped drives on Windows, the mount's type on Linux. */
export function isOnNetworkDrive(path: string, mounts: string | undefined = readMounts()): boolean {
  if (process.platform === 'win32') return path.startsWith('\\\\') || isMappedDrive(parse(path).root.slice(0, 2));
  if (mounts === undefined) return false;
  const points = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, point = '', type = '']) => ({ point: point.replaceAll('\\040', ' '), type }))
    .filter(({ point }) => path === point || path.startsWith(point === '/' ? '/' : `${point}/`));
  const nearest = points.sort((left, right) => right.point.length - left.point.length)[0];
  return nearest !== undefined && networkFileSystems.test(nearest.type);
}

function readMounts(): string | undefined {
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return undefined;
  }
}

function isMappedDrive(letter: string): boolean {
  try {
    execFileSync('net', ['use', letter], { stdio: 'ignore', timeout: 3000, windowsHide: true });
    return true;
  } catch {
    return false;
  }
}

/** Name of the archive as people see it: the folder without `.zhibu`. */
export function archiveName(folder: string): string {
  return parse(resolve(folder)).name || parse(dirname(folder)).name;
}
