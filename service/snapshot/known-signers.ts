import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/failure.ts';
import { SigningKey } from '../../contract/snapshot.ts';
import { RecordId } from '../../contract/values.ts';
import { fileReason, writeWholeFile } from '../files/whole-file.ts';

/** Which key each branch signs with, as the superior has come to know it. */
const KnownSigners = z.record(RecordId, SigningKey);

function placeOf(identityFile: string): string {
  return `${identityFile}.signers.json`;
}

/** Remembers it, beside the identity file that opens the branch's snapshots. @throws AppError `file-unwritable` */
export async function rememberSigner(identityFile: string, branchId: string, signer: string): Promise<void> {
  const known = { ...(await knownSigners(identityFile)), [branchId]: signer };
  await writeWholeFile(placeOf(identityFile), `${JSON.stringify(known, null, 1)}\n`);
}

/**
 * The remembered keys by branch. A file that is there and cannot be understood stops everything: taking it for empty
 * would trust anybody.
 *
 * @throws AppError `file-unreadable`
 */
export async function knownSigners(identityFile: string): Promise<Record<string, string>> {
  const file = placeOf(identityFile);
  try {
    return KnownSigners.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const reason = fileReason(error);
    if (reason === 'missing') return {};
    throw new AppError({ code: 'file-unreadable', file: basename(file), reason });
  }
}
