import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/failure.ts';
import type { Output, Parsed } from '../../contract/operations.ts';
import { lockArchive } from '../../db/lock.ts';
import { unlockWithPassphrase } from '../keys/key-file.ts';
import { readKeys } from '../keys/key-store.ts';
import { checkCopy, listCopies, placeCopy } from './copies.ts';
import type { SessionContext } from './handlers.ts';
import { identifyRescued } from './people.ts';
import { demandLocalDrive, place } from './place.ts';

/** The copies of an archive that does not open; only their descriptions, for which no key is needed. */
export function listCopiesOfClosed(
  { grants }: SessionContext,
  input: Parsed<'archive.copies'>,
): Output<'archive.copies'> {
  const folder = grants.take(input.folder, 'read-folder');
  demandLocalDrive(folder);
  return listCopies(folder);
}

/**
 * Puts a verified copy in the place of an archive that does not open, and opens it. What was there goes aside
 * under a dated name.
 *
 * @throws AppError `wrong-passphrase`, `copy-unverified`, `archive-in-use`
 */
export async function restoreClosed(
  context: SessionContext,
  input: Parsed<'archive.restoreCopy'>,
): Promise<Output<'archive.restoreCopy'>> {
  const { grants, session, now, job } = context;
  const folder = grants.take(input.folder, 'read-folder');
  demandLocalDrive(folder);
  const keys = await readKeys(folder);
  const unlocked = await unlockWithPassphrase(keys, input.passphrase, input.person);
  const hexKey = unlocked.dataKey.toString('hex');
  if ((await checkCopy({ folder, hexKey }, input.id, context)).verifiedAt === null)
    throw new AppError({ code: 'copy-unverified', detail: input.id });
  session.stop();
  const lock = lockArchive(place.lock(folder));
  let keptAside = '';
  try {
    const restoring = `${place.database(folder)}.restoring`;
    await placeCopy({ folder, hexKey }, input.id, restoring, context);
    keptAside = putAside(folder, now());
    renameSync(restoring, place.database(folder));
  } finally {
    lock.release();
  }
  await session.start({ folder, ...unlocked, isRecoveryConfirmed: keys.recoveryConfirmed, job });
  identifyRescued(context, keys);
  return { keptAside, status: session.status() };
}

/** Renames the database and its side files; empty when there was none. */
function putAside(folder: string, at: Date): string {
  const file = place.database(folder);
  const aside = `archive-${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}.db`;
  for (const side of ['', '-wal', '-shm'])
    if (existsSync(`${file}${side}`)) renameSync(`${file}${side}`, join(folder, `${aside}${side}`));
  return existsSync(join(folder, aside)) ? aside : '';
}
