import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import { fileReason, writeWholeFile } from '../files/whole-file.ts';
import { KeyFile } from './key-schema.ts';

const firstName = 'keys.json';
const secondName = 'keys.backup.json';

/** A key file has a few kilobytes; more is not one. */
const sizeLimit = 256 * 1024;

/**
 * Reads the key file of an archive's folder. The second copy is used when the first is missing or damaged.
 *
 * @throws AppError `archive-missing` when neither is there, `archive-damaged` when none can be read
 */
export async function readKeys(folder: string): Promise<KeyFile> {
  const first = await readCopy(join(folder, firstName));
  if (first.file) return first.file;
  const second = await readCopy(join(folder, secondName));
  if (second.file) return second.file;
  if (first.missing && second.missing) throw new AppError({ code: 'archive-missing' });
  throw new AppError({ code: 'archive-damaged', detail: firstName });
}

/**
 * Writes both copies, the first one first: whichever moment the power fails, at least one is whole, and the first one
 * is never older than the second.
 *
 * @throws AppError `file-unwritable`
 */
export async function writeKeys(folder: string, file: KeyFile): Promise<void> {
  const text = `${JSON.stringify(KeyFile.parse(file), null, 2)}\n`;
  await writeWholeFile(join(folder, firstName), text);
  await writeWholeFile(join(folder, secondName), text);
}

/**
 * Makes the two copies equal again after a write that was cut off between them (a removed slot must not live on in
 * the second copy) or after damage. Call it when the archive is opened for writing.
 *
 * @returns whether something was mended
 */
export async function mendKeys(folder: string): Promise<boolean> {
  const file = await readKeys(folder);
  const first = await readCopy(join(folder, firstName));
  const second = await readCopy(join(folder, secondName));
  const text = JSON.stringify(file);
  if (JSON.stringify(first.file) === text && JSON.stringify(second.file) === text) return false;
  await writeKeys(folder, file);
  return true;
}

interface Copy {
  file: KeyFile | null;
  missing: boolean;
}

/** A copy that cannot be read for whatever reason is a copy not to be had; the other one decides. */
async function readCopy(path: string): Promise<Copy> {
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (error) {
    return { file: null, missing: fileReason(error) === 'missing' };
  }
  if (content.length > sizeLimit) return { file: null, missing: false };
  try {
    return { file: KeyFile.parse(JSON.parse(content.toString('utf8'))), missing: false };
  } catch {
    return { file: null, missing: false };
  }
}
