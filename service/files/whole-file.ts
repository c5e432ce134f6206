import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError, type FileReason } from '../../contract/failure.ts';

export interface WriteOptions {
  /** Replace a file that is there; otherwise it is refused with the reason `exists`. */
  replace: boolean;
  /** Who may read it, where the system knows such a thing: by default only the user. */
  mode?: number;
}

/** What she exports is hers to hand on: readable as other programs would write it. */
export const sharedFile = 0o666;

/**
 * Lets `write` fill a file that appears under its name only when it is whole: it grows beside the target under a
 * temporary name, is flushed, renamed, and its folder flushed. A failure or a cancel leaves nothing behind, and a file
 * that stood there before untouched. What is written must not be secret plaintext, for the temporary neighbour may
 * survive a power cut.
 *
 * @throws AppError `file-unwritable` (named by its file name, never by path), or what `write` throws
 */
export async function fillWholeFile<Result>(
  target: string,
  { replace, mode = 0o600 }: WriteOptions,
  write: (out: Writable) => Promise<Result>,
): Promise<Result> {
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await checkTarget(target, replace);
    const out = createWriteStream(temporary, { flags: 'wx', mode });
    try {
      const broken = new Promise<never>((_, reject) => out.on('error', reject));
      const work = write(out);
      work.catch(() => undefined);
      broken.catch(() => undefined);
      const result = await Promise.race([work, broken]);
      await flush(temporary, 'r+');
      await renamePatiently(temporary, target);
      await syncFolder(dirname(target));
      return result;
    } finally {
      out.destroy();
      if (!out.closed) await once(out, 'close');
      await rm(temporary, { force: true });
    }
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError({ code: 'file-unwritable', file: basename(target), reason: fileReason(error) });
  }
}

/** Writes content that is at hand in the way of {@link fillWholeFile}, over what is there. Same errors. */
export async function writeWholeFile(path: string, content: Uint8Array | string): Promise<void> {
  await fillWholeFile(path, { replace: true }, async (out) => {
    out.end(content);
    await finished(out);
  });
}

/** Finds out before the work whether the target may be replaced: another program may hold it open. */
async function checkTarget(target: string, replace: boolean): Promise<void> {
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  if (!replace) throw new AppError({ code: 'file-unwritable', file: basename(target), reason: 'exists' });
  await (await open(target, 'r+')).close();
}

/** Makes a rename or a new name in the folder survive a power cut, where the system lets a folder be synced. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await flush(folder, 'r');
}

async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
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
