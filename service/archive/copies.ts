import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ArchiveCopy, type CopyReason } from '../../contract/archive.ts';
import { AppError } from '../../contract/failure.ts';
import { lastSequence } from '../../db/audit.ts';
import { verifyCopy, writeVerifiedCopy } from '../../db/copy.ts';
import type { WritableDb } from '../../db/open.ts';
import { place } from './place.ts';

type Copy = z.infer<typeof ArchiveCopy>;
type Reason = z.infer<typeof CopyReason>;

/** The copies kept in the archive's folder, newest first. A copy whose description is unreadable is not listed. */
export function listCopies(folder: string): Copy[] {
  return readNames(place.copies(folder))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readDescription(join(place.copies(folder), name)))
    .sort((left, right) => right.madeAt.localeCompare(left.madeAt) || right.id.localeCompare(left.id));
}

/**
 * Writes a verified copy into `copies/` and lets older ones go by rule.
 *
 * @throws AppError `copy-unverified`; the archive and the other copies are as before
 */
export function makeCopy(archive: { folder: string; db: WritableDb; hexKey: string }, reason: Reason, now: Date): Copy {
  const folder = place.copies(archive.folder);
  mkdirSync(folder, { recursive: true });
  const id = freeId(folder, `${now.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}-${reason}`);
  const file = copyFile(archive.folder, id);
  try {
    const contents = writeVerifiedCopy(archive.db, archive.hexKey, file);
    const copy: Copy = {
      id,
      madeAt: now.toISOString(),
      reason,
      bytes: statSync(file).size,
      schemaVersion: contents.schemaVersion,
      rows: contents.rows,
      digest: contents.digest,
      verifiedAt: now.toISOString(),
      lastChange: lastSequence(archive.db),
    };
    writeDescription(archive.folder, copy);
    dropOldCopies(archive.folder);
    return copy;
  } catch (error) {
    throw new AppError({ code: 'copy-unverified', detail: error instanceof Error ? error.message : 'unknown' });
  }
}

/** A copy at closing: the newest one serves when nothing changed since. @throws AppError `copy-unverified` */
export function copyAtClose(archive: { folder: string; db: WritableDb; hexKey: string }, now: Date): Copy {
  const newest = listCopies(archive.folder).find((copy) => copy.verifiedAt !== null);
  if (newest !== undefined && newest.lastChange === lastSequence(archive.db)) return newest;
  return makeCopy(archive, 'close', now);
}

/** Opens a copy again and compares it with its description. @throws AppError `no-such-record` */
export function checkCopy(folder: string, id: string, hexKey: string, now: Date): Copy {
  const copy = listCopies(folder).find((candidate) => candidate.id === id);
  if (copy === undefined) throw new AppError({ code: 'no-such-record', record: 'copy', id });
  const verifiedAt = isIntact(folder, copy, hexKey) ? now.toISOString() : null;
  const checked = { ...copy, verifiedAt };
  writeDescription(folder, checked);
  return checked;
}

export function copyFile(folder: string, id: string): string {
  if (!/^[\w-]{1,80}$/.test(id)) throw new AppError({ code: 'no-such-record', record: 'copy', id });
  return join(place.copies(folder), `${id}.db`);
}

function isIntact(folder: string, copy: Copy, hexKey: string): boolean {
  try {
    return verifyCopy(copyFile(folder, copy.id), hexKey).digest === copy.digest;
  } catch {
    return false;
  }
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

function writeDescription(folder: string, copy: Copy): void {
  const target = descriptionFile(folder, copy.id);
  writeFileSync(`${target}.part`, `${JSON.stringify(copy, null, 2)}\n`);
  renameSync(`${target}.part`, target);
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
 * @throws AppError `archive-exists`, `copy-unverified`
 */
export function carryAway(folder: string, id: string, hexKey: string, target: string): void {
  const destination = join(target, basename(folder));
  if (existsSync(destination)) throw new AppError({ code: 'archive-exists' });
  const partial = `${destination}.part`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    cpSync(copyFile(folder, id), place.database(partial));
    for (const name of ['keys.json', 'keys.backup.json']) cpSync(join(folder, name), join(partial, name));
    verifyCopy(place.database(partial), hexKey);
    renameSync(partial, destination);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (error instanceof AppError) throw error;
    throw new AppError({ code: 'copy-unverified', detail: error instanceof Error ? error.message : 'unknown' });
  }
}
