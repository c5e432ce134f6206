import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import { AppError } from '../../contract/failure.ts';
import { fileReason, renamePatiently } from '../files/whole-file.ts';

export interface WriteOptions {
  /** Replace a file that is there; otherwise it is refused with the reason `exists`. */
  replace: boolean;
}

/**
 * Lets `write` fill a file that appears under its name only when it is whole: it grows beside the target under
 * a temporary name and is renamed at the end. A failure or a cancel leaves nothing behind, and a file that
 * stood there before untouched.
 * @throws AppError `file-unwritable` (named by its file name, never by path), or what `write` throws
 */
export async function writeFileWhole<Result>(
  target: string,
  options: WriteOptions,
  write: (out: Writable) => Promise<Result>,
): Promise<Result> {
  const file = basename(target);
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await checkTarget(target, options);
    const out = createWriteStream(temporary, { flags: 'wx' });
    try {
      const broken = new Promise<never>((_, reject) => out.on('error', reject));
      const work = write(out);
      work.catch(() => undefined);
      broken.catch(() => undefined);
      const result = await Promise.race([work, broken]);
      await synced(temporary);
      await renamePatiently(temporary, target);
      return result;
    } finally {
      out.destroy();
      if (!out.closed) await once(out, 'close');
      await rm(temporary, { force: true });
    }
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError({ code: 'file-unwritable', file, reason: fileReason(error) });
  }
}

/** Finds out before the work whether the target may be replaced: another program may hold it open. */
async function checkTarget(target: string, { replace }: WriteOptions): Promise<void> {
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  if (!replace) throw new AppError({ code: 'file-unwritable', file: basename(target), reason: 'exists' });
  await (await open(target, 'r+')).close();
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
