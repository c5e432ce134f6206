import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import { fileReason } from '../files/whole-file.ts';
import type { ReceivedFile } from './inspect.ts';
import { refused } from './refuse.ts';

/**
 * Reads a file the user chose, whole.
 *
 * @param limit most bytes
 * @throws AppError `attachment-refused` (`too-large`), `file-unreadable`, with the name of the file and never its path
 */
export async function readGranted(path: string, limit: number): Promise<ReceivedFile> {
  const fileName = basename(path);
  try {
    const handle = await open(path, 'r');
    try {
      const found = await handle.stat();
      // A device or a pipe would never end.
      if (!found.isFile()) throw new AppError({ code: 'file-unreadable', file: fileName, reason: 'other' });
      if (found.size > limit) throw refused(fileName, 'too-large', limit);
      const bytes = await handle.readFile();
      if (bytes.length > limit) throw refused(fileName, 'too-large', limit);
      return { fileName, bytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError({ code: 'file-unreadable', file: fileName, reason: fileReason(error) });
  }
}
