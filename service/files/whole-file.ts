import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError, type FileReason } from '../../contract/failure.ts';

/**
 * Writes a file so that it is there whole or not at all: a neighbour with a temporary name, fsync, rename, fsync of
 * the folder. What is written must not be secret plaintext, for the temporary neighbour may survive a power cut.
 *
 * @throws AppError `file-unwritable`, with the name of the file and never its path
 */
export async function writeWholeFile(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw new AppError({ code: 'file-unwritable', file: basename(path), reason: fileReason(error) });
  }
}

/** Makes a rename or a new name in the folder survive a power cut, where the system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames; virus scanners hold fresh files for a moment, so a refusal is tried again for about ten seconds. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (fileReason(error) !== 'busy' && !(process.platform === 'win32' && fileReason(error) === 'no-permission')) {
        throw error;
      }
      if (attempt === 9) throw error;
      await wait(50 * 2 ** Math.min(attempt, 5));
    }
  }
}

/** The reason a file-system error stands for. */
export function fileReason(error: unknown): FileReason {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return 'missing';
    case 'EBUSY':
      return 'busy';
    case 'EPERM':
    case 'EACCES':
    case 'EROFS':
      return 'no-permission';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EEXIST':
      return 'exists';
    default:
      return 'other';
  }
}
