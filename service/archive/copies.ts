import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ArchiveCopy, type CopyReason } from '../../contract/archive.ts';
import { AppError } from '../../contract/failure.ts';
import { lastSequence } from '../../db/audit.ts';
import type { WritableDb } from '../../db/open.ts';
import type { JobControl } from '../context.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { runJob } from '../jobs/runner.ts';
import { place } from './place.ts';

type Copy = z.infer<typeof ArchiveCopy>;
type Reason = z.infer<typeof CopyReason>;

/** An archive, open or not, and the key its copies are under. */
interface Keyed {
  readonly folder: string;
  readonly hexKey: string;
}

/** Who waits for a copy. The work itself is done in a thread: reading and writing go on meanwhile. */
export interface CopyCaller {
  readonly job: JobControl;
  now(): Date;
}

/** So often a closing copies anew because something was written meanwhile. */
const mostAtClose = 3;

/** The copies kept in the archive's folder, newest first. A copy whose description is unreadable is not listed. */
export function listCopies(folder: string): Copy[] {
  return readNames(place.copies(folder))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readDescription(join(place.copies(folder), name)))
    .sort((left, right) => right.madeAt.localeCompare(left.madeAt) || right.id.localeCompare(left.id));
}

/**
 * Writes a verified copy into `copies/` and lets older ones go by rule. One at a time for an archive (`Turnstile`).
 *
 * @throws AppError `copy-unverified`, `cancelled`; the archive and the other copies are as before
 */
export async function makeCopy(archive: Keyed, reason: Reason, caller: CopyCaller): Promise<Copy> {
  const now = caller.now();
  const folder = place.copies(archive.folder);
  try {
    mkdirSync(folder, { recursive: true });
    removePartials(folder);
    const id = freeId(folder, `${now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}-${reason}`);
    const target = copyFile(archive.folder, id);
    const order = { file: place.database(archive.folder), hexKey: archive.hexKey, target };
    const contents = await runJob('writeCopy', order, inThread(caller));
    const copy: Copy = {
      id,
      madeAt: now.toISOString(),
      reason,
      bytes: statSync(target).size,
      schemaVersion: contents.schemaVersion,
      rows: contents.rows,
      digest: contents.digest,
      verifiedAt: now.toISOString(),
      lastChange: contents.lastChange,
    };
    await writeDescription(archive.folder, copy);
    dropOldCopies(archive.folder);
    return copy;
  } catch (error) {
    throw asUnverified(error);
  }
}

/**
 * A copy at closing: the newest one serves when nothing changed since, and what was written while it was made is
 * copied too.
 *
 * @throws AppError `copy-unverified`
 */
export async function copyAtClose(archive: Keyed & { db: WritableDb }, caller: CopyCaller): Promise<Copy> {
  let newest = listCopies(archive.folder).find((copy) => copy.verifiedAt !== null);
  for (let made = 0; made < mostAtClose; made++) {
    if (newest !== undefined && newest.lastChange === lastSequence(archive.db)) break;
    newest = await makeCopy(archive, 'close', caller);
  }
  if (newest === undefined) throw new AppError({ code: 'copy-unverified', detail: 'none' });
  return newest;
}

/** Opens a copy again and compares it with its description. @throws AppError `no-such-record`, `cancelled` */
export async function checkCopy(archive: Keyed, id: string, caller: CopyCaller): Promise<Copy> {
  const copy = listCopies(archive.folder).find((candidate) => candidate.id === id);
  if (copy === undefined) throw new AppError({ code: 'no-such-record', record: 'copy', id });
  const verifiedAt = (await isIntact(archive, copy, caller)) ? caller.now().toISOString() : null;
  const checked = { ...copy, verifiedAt };
  await writeDescription(archive.folder, checked);
  return checked;
}

/** Brings a copy to another place and reads it there. @throws AppError `copy-unverified`, `cancelled` */
export async function placeCopy(archive: Keyed, id: string, target: string, caller: CopyCaller): Promise<void> {
  const order = { file: copyFile(archive.folder, id), hexKey: archive.hexKey, target };
  await runJob('placeCopy', order, inThread(caller));
}

export function copyFile(folder: string, id: string): string {
  if (!/^[\w-]{1,80}$/.test(id)) throw new AppError({ code: 'no-such-record', record: 'copy', id });
  return join(place.copies(folder), `${id}.db`);
}

async function isIntact({ folder, hexKey }: Keyed, copy: Copy, caller: CopyCaller): Promise<boolean> {
  try {
    const contents = await runJob('verifyCopy', { file: copyFile(folder, copy.id), hexKey }, inThread(caller));
    return contents.digest === copy.digest;
  } catch (error) {
    if (isCancelled(error)) throw error;
    return false;
  }
}

/** The key goes with the order: the thread is to read files, not the open archive. */
function inThread({ job, now }: CopyCaller) {
  return { archive: undefined, job, now };
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'cancelled';
}

function asUnverified(error: unknown): AppError {
  if (error instanceof AppError && (isCancelled(error) || error.failure.code === 'copy-unverified')) return error;
  return new AppError({ code: 'copy-unverified', detail: error instanceof Error ? error.message : 'unknown' });
}

/** What a copy left that was cut off; while one is made there is no other. */
function removePartials(folder: string): void {
  for (const name of readNames(folder)) if (/\.(part|tmp)$/.test(name)) rmSync(join(folder, name), { force: true });
}

/**
 * Which copies to keep: the newest 5 of all, the newest of each of the last 7 days, 4 weeks and 12 months, and the
 * newest 10 made before a change (import, migration, restore, undo).
 */
export function copiesToKeep(copies: readonly Copy[]): Set<string> {
  const keep = new Set<string>();
  const newestOf = (bucket: (copy: Copy) => string, count: number, among: readonly Copy[]) => {
    const seen = new Set<string>();
    for (const copy of among) {
      const key = bucket(copy);
      if (seen.has(key) || seen.size >= count) continue;
      seen.add(key);
      keep.add(copy.id);
    }
  };
  const verified = copies.filter((copy) => copy.verifiedAt !== null);
  const changes = verified.filter((copy) => copy.reason.startsWith('before-'));
  newestOf((copy) => copy.id, 5, verified);
  newestOf((copy) => copy.madeAt.slice(0, 10), 7, verified);
  newestOf((copy) => weekOf(copy.madeAt), 4, verified);
  newestOf((copy) => copy.madeAt.slice(0, 7), 12, verified);
  newestOf((copy) => copy.id, 10, changes);
  return keep;
}

function weekOf(instant: string): string {
  return String(Math.floor((Date.parse(instant) / 86_400_000 + 3) / 7));
}

function dropOldCopies(folder: string): void {
  const copies = listCopies(folder);
  const keep = copiesToKeep(copies);
  for (const copy of copies) {
    if (keep.has(copy.id)) continue;
    rmSync(copyFile(folder, copy.id), { force: true });
    rmSync(descriptionFile(folder, copy.id), { force: true });
  }
}

function freeId(folder: string, wanted: string): string {
  const taken = new Set(readNames(folder));
  let id = wanted;
  for (let number = 2; taken.has(`${id}.db`) || taken.has(`${id}.json`); number++) id = `${wanted}-${number}`;
  return id;
}

function descriptionFile(folder: string, id: string): string {
  return join(place.copies(folder), `${id}.json`);
}

async function writeDescription(folder: string, copy: Copy): Promise<void> {
  await writeWholeFile(descriptionFile(folder, copy.id), `${JSON.stringify(copy, null, 2)}\n`);
}

function readDescription(file: string): Copy[] {
  try {
    const parsed = ArchiveCopy.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Writes a whole archive folder (database and key slots) elsewhere, to a USB stick for instance.
 *
 * @throws AppError `archive-exists`, `copy-unverified`, `cancelled`
 */
export async function carryAway(archive: Keyed, id: string, target: string, caller: CopyCaller): Promise<void> {
  const destination = join(target, basename(archive.folder));
  if (existsSync(destination)) throw new AppError({ code: 'archive-exists' });
  const partial = `${destination}.part`;
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    for (const name of ['keys.json', 'keys.backup.json']) cpSync(join(archive.folder, name), join(partial, name));
    await placeCopy(archive, id, place.database(partial), caller);
    renameSync(partial, destination);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw asUnverified(error);
  }
}
