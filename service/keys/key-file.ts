import { randomBytes, timingSafeEqual } from 'node:crypto';
import { passphraseMinimum } from '../../contract/archive.ts';
import { AppError } from '../../contract/failure.ts';
import type { KeyCost, KeyFile } from './key-schema.ts';
import { newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import {
  keyCheckOf,
  openWithPassphrase,
  openWithRecovery,
  sealForPassphrase,
  sealForRecovery,
  standardCost,
} from './slot.ts';

/** What an opened slot yields. The data key is the raw 32-byte key of the archive. */
export interface Unlocked {
  dataKey: Buffer;
  slotId: string;
  person: string;
}

/**
 * Makes a new data key with one passphrase slot and a recovery code. The code is returned once and kept nowhere.
 *
 * @throws AppError `weak-passphrase`
 */
export async function createKeyFile(options: {
  person: string;
  passphrase: string;
  cost?: KeyCost;
}): Promise<{ file: KeyFile; dataKey: Buffer; recoveryCode: string }> {
  const passphrase = acceptable(options.passphrase);
  const dataKey = randomBytes(32);
  const recoveryCode = newRecoveryCode();
  const slot = await sealForPassphrase(options.person, passphrase, dataKey, options.cost ?? standardCost);
  const file: KeyFile = {
    format: 'zhibu-keys',
    version: 1,
    keyCheck: keyCheckOf(dataKey),
    recoveryConfirmed: false,
    passphrases: [slot],
    recovery: sealForRecovery(parseRecoveryCode(recoveryCode), dataKey),
  };
  return { file, dataKey, recoveryCode };
}

/** Tries the passphrase on every person's slot. @throws AppError `wrong-passphrase` */
export async function unlockWithPassphrase(file: KeyFile, passphrase: string): Promise<Unlocked> {
  const normalised = passphrase.normalize('NFKC');
  if (normalised === '') throw new AppError({ code: 'wrong-passphrase' });
  for (const slot of file.passphrases) {
    const dataKey = await openWithPassphrase(slot, normalised);
    if (dataKey && isDataKey(file, dataKey)) return { dataKey, slotId: slot.id, person: slot.person };
  }
  throw new AppError({ code: 'wrong-passphrase' });
}

/**
 * @returns the data key; a recovery code belongs to no person
 * @throws AppError `wrong-recovery-code`: `mistyped` when it cannot be a code at all, else it is that of another archive
 */
export function unlockWithRecoveryCode(file: KeyFile, typed: string): { dataKey: Buffer } {
  const dataKey = openWithRecovery(file.recovery, parseRecoveryCode(typed));
  if (!dataKey || !isDataKey(file, dataKey)) throw new AppError({ code: 'wrong-recovery-code', mistyped: false });
  return { dataKey };
}

/**
 * A new passphrase for the same person; the slot gets a new id. The old passphrase opens nothing any more.
 *
 * @throws AppError `weak-passphrase`, `no-such-record`
 */
export async function changePassphrase(
  file: KeyFile,
  dataKey: Uint8Array,
  slotId: string,
  newPassphrase: string,
  cost: KeyCost = standardCost,
): Promise<{ file: KeyFile; slotId: string }> {
  const passphrase = acceptable(newPassphrase);
  demandDataKey(file, dataKey);
  const old = passphraseSlot(file, slotId);
  const renewed = await sealForPassphrase(old.person, passphrase, dataKey, cost);
  const passphrases = file.passphrases.map((slot) => (slot.id === slotId ? renewed : slot));
  return { file: { ...file, passphrases }, slotId: renewed.id };
}

/** A passphrase for one more person (handover). @throws AppError `weak-passphrase` */
export async function addPassphraseSlot(
  file: KeyFile,
  dataKey: Uint8Array,
  person: string,
  passphrase: string,
  cost: KeyCost = standardCost,
): Promise<{ file: KeyFile; slotId: string }> {
  const accepted = acceptable(passphrase);
  demandDataKey(file, dataKey);
  const slot = await sealForPassphrase(person, accepted, dataKey, cost);
  return { file: { ...file, passphrases: [...file.passphrases, slot] }, slotId: slot.id };
}

/**
 * Takes a person's slot away; the last one stays. Who once knew the data key is not made to forget it by this.
 *
 * @throws AppError `no-such-record`, `last-key-slot`
 */
export function removeSlot(file: KeyFile, slotId: string): KeyFile {
  passphraseSlot(file, slotId);
  const passphrases = file.passphrases.filter((slot) => slot.id !== slotId);
  if (passphrases.length === 0) throw new AppError({ code: 'last-key-slot' });
  return { ...file, passphrases };
}

/** A new recovery code; the printed old one opens nothing any more, and the new one has to be confirmed. */
export function renewRecoveryCode(file: KeyFile, dataKey: Uint8Array): { file: KeyFile; recoveryCode: string } {
  demandDataKey(file, dataKey);
  const recoveryCode = newRecoveryCode();
  const recovery = sealForRecovery(parseRecoveryCode(recoveryCode), dataKey);
  return { file: { ...file, recovery, recoveryConfirmed: false }, recoveryCode };
}

/** Marks set-up as finished; the caller has checked the groups typed back (`checkRecoveryGroups`). */
export function confirmRecovery(file: KeyFile): KeyFile {
  return { ...file, recoveryConfirmed: true };
}

function acceptable(passphrase: string): string {
  const normalised = passphrase.normalize('NFKC');
  if ([...normalised.trim()].length < passphraseMinimum) {
    throw new AppError({ code: 'weak-passphrase', minimum: passphraseMinimum });
  }
  return normalised;
}

function passphraseSlot(file: KeyFile, slotId: string): KeyFile['passphrases'][number] {
  const slot = file.passphrases.find((candidate) => candidate.id === slotId);
  if (!slot) throw new AppError({ code: 'no-such-record', record: 'key-slot', id: slotId });
  return slot;
}

function isDataKey(file: KeyFile, dataKey: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(keyCheckOf(dataKey)), Buffer.from(file.keyCheck));
}

/** Wrapping a foreign key would lock everybody out, so it is a fault of the program to try. */
function demandDataKey(file: KeyFile, dataKey: Uint8Array): void {
  if (!isDataKey(file, dataKey)) throw new Error('not the data key of this key file');
}
