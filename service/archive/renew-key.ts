import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { KeyChange } from '../../contract/person.ts';
import { rekeyFile, verifyCopy, writeVerifiedCopy } from '../../db/copy.ts';
import { lockArchive } from '../../db/lock.ts';
import { openForReading, openForWriting } from '../../db/open.ts';
import type { JobControl } from '../context.ts';
import { forgetRetired, retiredKey, rotateDataKey } from '../keys/key-file.ts';
import type { KeyFile } from '../keys/key-schema.ts';
import { readKeys, writeKeys } from '../keys/key-store.ts';
import { copyFile, listCopies } from './copies.ts';
import type { SessionContext } from './handlers.ts';
import { place } from './place.ts';
import type { ArchiveSession } from './session.ts';

/**
 * Gives the open archive a new data key: key file, database, copies, in this order. Cut off at any moment, the archive
 * opens with everybody's own passphrase and `finishKeyChange` brings the rest over. The session is another one
 * afterwards.
 *
 * @throws Error when the database could not be brought over; everything is then under the old key
 */
export async function renewKey({ session, job }: SessionContext): Promise<KeyChange> {
  const { folder, hexKey } = session.open;
  const oldKey = Buffer.from(hexKey, 'hex');
  const keys = await readKeys(folder);
  const { file, dataKey, recoveryCode, dropped } = await rotateDataKey(keys, oldKey);
  await writeKeys(folder, file);
  try {
    // From the copy to the new session without a pause: what somebody saves in between would be lost.
    await replaceDatabase(session, job, dataKey, recoveryCode);
  } catch (error) {
    await writeKeys(folder, keys);
    throw error;
  }
  const copies = rekeyCopies(folder, oldKey, dataKey);
  await writeKeys(folder, forgetRetired(await readKeys(folder)));
  return { recoveryCode, dropped, ...copies };
}

async function replaceDatabase(
  session: ArchiveSession,
  job: JobControl,
  dataKey: Buffer,
  recoveryCode: string,
): Promise<void> {
  const { folder, hexKey, slotId, person, isRecoveryConfirmed } = session.open;
  const prepared = preparedFile(folder);
  rmSync(prepared, { force: true });
  const contents = writeVerifiedCopy({ file: place.database(folder), hexKey }, prepared);
  rekeyFile(prepared, hexKey, dataKey.toString('hex'), contents.digest);
  session.stop();
  const who = { folder, slotId, person, job };
  try {
    locked(folder, () => swap(folder));
  } catch (error) {
    // A reader on Windows holds the file.
    await session.start({ ...who, dataKey: Buffer.from(hexKey, 'hex'), isRecoveryConfirmed });
    throw error;
  }
  await session.start({ ...who, dataKey, isRecoveryConfirmed: false, recoveryCode });
}

/** Finishes a change of keys that was cut off; nothing to do when there is none. Before the archive is opened. */
export async function finishKeyChange(folder: string, keys: KeyFile, dataKey: Buffer): Promise<void> {
  const oldKey = retiredKey(keys, dataKey);
  if (oldKey === null) return;
  locked(folder, () => {
    if (!opens(place.database(folder), dataKey.toString('hex'))) rekeyDatabase(folder, oldKey, dataKey);
    rekeyCopies(folder, oldKey, dataKey);
  });
  await writeKeys(folder, forgetRetired(keys));
}

function rekeyDatabase(folder: string, oldKey: Buffer, newKey: Buffer): void {
  const prepared = preparedFile(folder);
  rmSync(prepared, { force: true });
  const oldHex = oldKey.toString('hex');
  // A writer first: it brings a log that was left into the database.
  const db = openForWriting(place.database(folder), oldHex);
  try {
    const contents = writeVerifiedCopy({ file: place.database(folder), hexKey: oldHex }, prepared);
    rekeyFile(prepared, oldHex, newKey.toString('hex'), contents.digest);
  } finally {
    db.raw.close();
  }
  swap(folder);
}

/** @throws AppError `archive-in-use` */
function locked(folder: string, work: () => void): void {
  const lock = lockArchive(place.lock(folder));
  try {
    work();
  } finally {
    lock.release();
  }
}

function preparedFile(folder: string): string {
  return `${place.database(folder)}.rekeyed`;
}

/** The prepared database takes the place of the old one, which is gone afterwards: it opened with the old key. */
function swap(folder: string): void {
  const file = place.database(folder);
  for (const side of ['-wal', '-shm']) rmSync(`${file}${side}`, { force: true });
  renameSync(preparedFile(folder), file);
}

/** Every copy under the new key; one that cannot be read stays as it is and is named. */
function rekeyCopies(folder: string, oldKey: Buffer, newKey: Buffer): { copies: number; copiesLeft: string[] } {
  const [oldHex, newHex] = [oldKey.toString('hex'), newKey.toString('hex')];
  const left: string[] = [];
  let done = 0;
  for (const { id } of listCopies(folder)) {
    const file = copyFile(folder, id);
    if (opens(file, newHex)) {
      done++;
      continue;
    }
    const partial = `${file}.rekeyed`;
    try {
      cpSync(file, partial);
      const { digest } = verifyCopy(partial, oldHex);
      rekeyFile(partial, oldHex, newHex, digest);
      renameSync(partial, file);
      done++;
    } catch {
      rmSync(partial, { force: true });
      left.push(id);
    }
  }
  return { copies: done, copiesLeft: left };
}

function opens(file: string, hexKey: string): boolean {
  if (!existsSync(file)) return false;
  try {
    openForReading(file, hexKey).close();
    return true;
  } catch {
    return false;
  }
}
