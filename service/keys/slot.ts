import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import type { KeyCost, PassphraseSlot, RecoverySlot, Sealed } from './key-schema.ts';

/** 64 MiB, three passes, one lane: about a quarter of a second on an office PC. */
export const standardCost: KeyCost = { memory: 65_536, passes: 3, lanes: 1 };

/** Wraps the data key under a passphrase that is already normalised. */
export async function sealForPassphrase(
  person: string,
  passphrase: string,
  dataKey: Uint8Array,
  cost: KeyCost,
): Promise<PassphraseSlot> {
  const id = newSlotId();
  const salt = randomBytes(16);
  const wrappingKey = await passphraseKey(passphrase, salt, cost);
  return {
    kind: 'passphrase',
    id,
    person,
    salt: salt.toString('base64'),
    cost,
    sealed: seal(wrappingKey, dataKey, boundTo('passphrase', id, person)),
  };
}

/** The data key, or null when the passphrase is not that of the slot (or the slot was tampered with). */
export async function openWithPassphrase(slot: PassphraseSlot, passphrase: string): Promise<Buffer | null> {
  const wrappingKey = await passphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), slot.cost);
  return open(wrappingKey, slot.sealed, boundTo('passphrase', slot.id, slot.person));
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

/** Keyed hash by which the data key is recognised, base64 of 16 bytes. */
export function keyCheckOf(dataKey: Uint8Array): string {
  return createHmac('sha256', dataKey).update('zhibu-keys key check').digest().subarray(0, 16).toString('base64');
}

function newSlotId(): string {
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
