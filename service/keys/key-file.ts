import { randomBytes, timingSafeEqual } from 'node:crypto';
import { passphraseMinimum } from '../../contract/archive.ts';
import { AppError } from '../../contract/failure.ts';
import type { KeyCost, KeyFile, Slot } from './key-schema.ts';
import { newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import {
  keyCheckOf,
  newSlotId,
  openRetired,
  openWithPassphrase,
  openWithRecovery,
  rewrap,
  sealForPerson,
  sealForRecovery,
  sealRetired,
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
  const owner = { id: newSlotId(), name: options.person };
  const slot = await sealForPerson(owner, passphrase, dataKey, options.cost ?? standardCost);
  const file: KeyFile = {
    format: 'zhibu-keys',
    version: 2,
    keyCheck: keyCheckOf(dataKey),
    recoveryConfirmed: false,
    passphrases: [slot],
    recovery: sealForRecovery(parseRecoveryCode(recoveryCode), dataKey),
  };
  return { file, dataKey, recoveryCode };
}

/**
 * Tries the passphrase on the slot of the person named, or on everybody's.
 *
 * @throws AppError `wrong-passphrase`; `person-unclear` when it is the passphrase of several people and none is named
 */
export async function unlockWithPassphrase(file: KeyFile, passphrase: string, person?: string): Promise<Unlocked> {
  const normalised = passphrase.normalize('NFKC');
  if (normalised === '') throw new AppError({ code: 'wrong-passphrase' });
  const opened: Unlocked[] = [];
  for (const slot of file.passphrases) {
    if (person !== undefined && slot.person !== person) continue;
    const dataKey = await openWithPassphrase(slot, normalised);
    if (dataKey && isDataKey(file, dataKey)) opened.push({ dataKey, slotId: slot.id, person: slot.person });
  }
  const [only, another] = opened;
  if (only === undefined) throw new AppError({ code: 'wrong-passphrase' });
  if (another !== undefined) throw new AppError({ code: 'person-unclear' });
  return only;
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
 * A new passphrase, and with it a new identity, for the same person. The old passphrase opens nothing any more.
 *
 * @throws AppError `weak-passphrase`, `no-such-record`
 */
export async function changePassphrase(
  file: KeyFile,
  dataKey: Uint8Array,
  slotId: string,
  newPassphrase: string,
  cost: KeyCost = standardCost,
): Promise<KeyFile> {
  const passphrase = acceptable(newPassphrase);
  const { id, person: name } = passphraseSlot(file, slotId);
  return upgradeSlot(file, dataKey, { id, name }, passphrase, cost);
}

/** Gives a slot of the older kind an identity of its own; the passphrase stays. A slot that has one is left. */
export async function giveIdentity(
  file: KeyFile,
  { dataKey, slotId }: Unlocked,
  passphrase: string,
  cost: KeyCost = standardCost,
): Promise<KeyFile> {
  const { id, kind, person: name } = passphraseSlot(file, slotId);
  if (kind === 'person') return file;
  return upgradeSlot(file, dataKey, { id, name }, passphrase.normalize('NFKC'), cost);
}

async function upgradeSlot(
  file: KeyFile,
  dataKey: Uint8Array,
  person: { id: string; name: string },
  passphrase: string,
  cost: KeyCost,
): Promise<KeyFile> {
  demandDataKey(file, dataKey);
  const renewed = await sealForPerson(person, passphrase, dataKey, cost);
  return withSlots(
    file,
    file.passphrases.map((slot) => (slot.id === person.id ? renewed : slot)),
  );
}

/** A passphrase for one more person. @throws AppError `weak-passphrase`, `duplicate-record` when the name is taken */
export async function addPassphraseSlot(
  file: KeyFile,
  dataKey: Uint8Array,
  person: string,
  passphrase: string,
  cost: KeyCost = standardCost,
): Promise<{ file: KeyFile; slotId: string }> {
  const accepted = acceptable(passphrase);
  demandDataKey(file, dataKey);
  const id = newSlotId();
  demandFreeName(file, person, id);
  const slot = await sealForPerson({ id, name: person }, accepted, dataKey, cost);
  return { file: withSlots(file, [...file.passphrases, slot]), slotId: id };
}

/**
 * The name shown at the entrance; a slot of the older kind is bound to its name and keeps it until it is given an
 * identity.
 *
 * @throws AppError `no-such-record`, `duplicate-record`
 */
export function renameSlot(file: KeyFile, slotId: string, name: string): KeyFile {
  if (passphraseSlot(file, slotId).kind === 'passphrase') return file;
  demandFreeName(file, name, slotId);
  return withSlots(
    file,
    file.passphrases.map((slot) => (slot.id === slotId ? { ...slot, person: name } : slot)),
  );
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
  return withSlots(file, passphrases);
}

/**
 * A new data key and a new recovery code. Who stays opens with the passphrase they have; slots of the older kind
 * cannot be handed a new key and are taken out. The key before is kept, sealed, until `forgetRetired`: the database
 * and its copies are still to be brought over.
 */
export async function rotateDataKey(
  file: KeyFile,
  dataKey: Uint8Array,
): Promise<{ file: KeyFile; dataKey: Buffer; recoveryCode: string; dropped: string[] }> {
  demandDataKey(file, dataKey);
  const next = randomBytes(32);
  const kept: Slot[] = [];
  const dropped: string[] = [];
  for (const slot of file.passphrases) {
    if (slot.kind === 'person') kept.push(await rewrap(slot, next));
    else dropped.push(slot.person);
  }
  if (kept.length === 0) throw new AppError({ code: 'last-key-slot' });
  const recoveryCode = newRecoveryCode();
  const rotated: KeyFile = {
    ...file,
    version: 2,
    keyCheck: keyCheckOf(next),
    recoveryConfirmed: false,
    passphrases: kept,
    recovery: sealForRecovery(parseRecoveryCode(recoveryCode), next),
    retired: sealRetired(dataKey, next),
  };
  return { file: rotated, dataKey: next, recoveryCode, dropped };
}

/** The data key before this one, while a change of keys is not finished. */
export function retiredKey(file: KeyFile, dataKey: Uint8Array): Buffer | null {
  return file.retired === undefined ? null : openRetired(file.retired, dataKey);
}

/** Everything is under the new key. */
export function forgetRetired(file: KeyFile): KeyFile {
  const { retired: _retired, ...rest } = file;
  return rest;
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

function withSlots(file: KeyFile, passphrases: Slot[]): KeyFile {
  return { ...file, version: 2, passphrases };
}

function demandFreeName(file: KeyFile, name: string, slotId: string): void {
  const holder = file.passphrases.find((slot) => slot.person === name && slot.id !== slotId);
  if (holder !== undefined)
    throw new AppError({ code: 'duplicate-record', record: 'person', field: 'name', id: holder.id });
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
