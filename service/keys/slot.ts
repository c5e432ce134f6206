import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { argon2id } from 'hash-wasm';
import type { KeyCost, PassphraseSlot, PersonSlot, RecoverySlot, Sealed, Slot } from './key-schema.ts';

/** 64 MiB, three passes, one lane: about a quarter of a second on an office PC. */
export const standardCost: KeyCost = { memory: 65_536, passes: 3, lanes: 1 };

/** A new identity under a passphrase that is already normalised, with the data key sealed to it. */
export async function sealForPerson(
  person: { id: string; name: string },
  passphrase: string,
  dataKey: Uint8Array,
  cost: KeyCost,
): Promise<PersonSlot> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const salt = randomBytes(16);
  const wrappingKey = await passphraseKey(passphrase, salt, cost);
  return {
    kind: 'person',
    id: person.id,
    person: person.name,
    salt: salt.toString('base64'),
    cost,
    recipient,
    identity: seal(wrappingKey, Buffer.from(identity, 'utf8'), boundToPerson(person.id, recipient)),
    wrapped: await wrap(recipient, dataKey),
  };
}

/** The same slot for another data key; needs no passphrase. */
export async function rewrap(slot: PersonSlot, dataKey: Uint8Array): Promise<PersonSlot> {
  return { ...slot, wrapped: await wrap(slot.recipient, dataKey) };
}

/** The data key, or null when the passphrase is not that of the slot (or the slot was tampered with). */
export async function openWithPassphrase(slot: Slot, passphrase: string): Promise<Buffer | null> {
  const wrappingKey = await passphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), slot.cost);
  if (slot.kind === 'passphrase') return openOldSlot(slot, wrappingKey);
  const identity = open(wrappingKey, slot.identity, boundToPerson(slot.id, slot.recipient));
  return identity && unwrap(identity.toString('utf8'), slot.wrapped);
}

function openOldSlot(slot: PassphraseSlot, wrappingKey: Uint8Array): Buffer | null {
  return open(wrappingKey, slot.sealed, boundTo('passphrase', slot.id, slot.person));
}

async function wrap(recipient: string, dataKey: Uint8Array): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(new Uint8Array(dataKey))).toString('base64');
}

async function unwrap(identity: string, wrapped: string): Promise<Buffer | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const dataKey = Buffer.from(await decrypter.decrypt(Buffer.from(wrapped, 'base64')));
    return dataKey.length === 32 ? dataKey : null;
  } catch {
    return null;
  }
}

/** Wraps the data key under the 16 secret bytes of a recovery code. */
export function sealForRecovery(secret: Uint8Array, dataKey: Uint8Array): RecoverySlot {
  const id = newSlotId();
  const salt = randomBytes(16);
  return {
    kind: 'recovery',
    id,
    salt: salt.toString('base64'),
    sealed: seal(recoveryKey(secret, salt), dataKey, boundTo('recovery', id, '')),
  };
}

/** The data key, or null when the secret is not that of the slot. */
export function openWithRecovery(slot: RecoverySlot, secret: Uint8Array): Buffer | null {
  return open(recoveryKey(secret, Buffer.from(slot.salt, 'base64')), slot.sealed, boundTo('recovery', slot.id, ''));
}

/** Seals one data key under another one, for the time a change of keys takes. */
export function sealRetired(retired: Uint8Array, dataKey: Uint8Array): Sealed {
  return seal(retiredKey(dataKey), retired, boundTo('retired', '', ''));
}

/** The data key before; null when it was sealed under another one. */
export function openRetired(sealed: Sealed, dataKey: Uint8Array): Buffer | null {
  return open(retiredKey(dataKey), sealed, boundTo('retired', '', ''));
}

/** Keyed hash by which the data key is recognised, base64 of 16 bytes. */
export function keyCheckOf(dataKey: Uint8Array): string {
  return createHmac('sha256', dataKey).update('zhibu-keys key check').digest().subarray(0, 16).toString('base64');
}

export function newSlotId(): string {
  return randomBytes(8).toString('hex');
}

async function passphraseKey(passphrase: string, salt: Uint8Array, cost: KeyCost): Promise<Uint8Array> {
  return argon2id({
    password: passphrase,
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}

/** The code has 128 bits of its own, so a fast derivation is enough. */
function recoveryKey(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'zhibu-keys recovery', 32));
}

function retiredKey(dataKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'zhibu-keys retired', 32));
}

/**
 * The name is left out, so that it can be corrected without the passphrase; the recipient is in: exchanged for
 * another one, to be handed the next data key, the slot no longer opens for its owner.
 */
function boundToPerson(id: string, recipient: string): Buffer {
  return Buffer.from(JSON.stringify(['zhibu-keys', 2, 'person', id, recipient]), 'utf8');
}

/** A sealed key belongs to one slot: moved to another, or given to another person, it no longer opens. */
function boundTo(kind: string, id: string, person: string): Buffer {
  return Buffer.from(JSON.stringify(['zhibu-keys', 1, kind, id, person]), 'utf8');
}

function seal(wrappingKey: Uint8Array, dataKey: Uint8Array, associated: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(associated);
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

function open(wrappingKey: Uint8Array, sealed: Sealed, associated: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(sealed.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(associated);
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const dataKey = decipher.update(Buffer.from(sealed.ciphertext, 'base64'));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return dataKey;
}
