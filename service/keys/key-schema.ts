import { z } from 'zod';
import { Label, RecordId } from '../../contract/values.ts';

/** Bytes as base64, of exactly `length` bytes. */
function bytes(length: number): z.ZodBase64 {
  return z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `not ${length} bytes`);
}

/**
 * What a passphrase costs to try (argon2id): memory in KiB, passes, lanes. Kept with the slot, so that it can be
 * raised later; bounded, so that a planted file cannot make the program take all memory.
 */
export const KeyCost = z.strictObject({
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(32),
  lanes: z.int().min(1).max(16),
});
export type KeyCost = z.infer<typeof KeyCost>;

/** The data key under AES-256-GCM: 12 bytes of nonce, 32 of ciphertext, 16 of tag. */
const Sealed = z.strictObject({ nonce: bytes(12), ciphertext: bytes(32), tag: bytes(16) });
export type Sealed = z.infer<typeof Sealed>;

/** Slot of archives made before people had keys of their own: the passphrase wraps the data key itself. */
export const PassphraseSlot = z.strictObject({
  kind: z.literal('passphrase'),
  id: RecordId,
  person: Label,
  salt: bytes(16),
  cost: KeyCost,
  sealed: Sealed,
});
export type PassphraseSlot = z.infer<typeof PassphraseSlot>;

/**
 * One person: an age identity of their own under their passphrase, and the data key sealed to its recipient. A new
 * data key can so be handed to everybody without asking for anybody's passphrase.
 */
export const PersonSlot = z.strictObject({
  kind: z.literal('person'),
  id: RecordId,
  /** As shown before the archive is open; who somebody is, is decided by the id. */
  person: Label,
  salt: bytes(16),
  cost: KeyCost,
  recipient: z.string().regex(/^age1[a-z0-9]{20,100}$/),
  identity: z.strictObject({ nonce: bytes(12), ciphertext: z.base64().max(400), tag: bytes(16) }),
  /** age file that holds the 32 bytes of the data key. */
  wrapped: z.base64().max(4000),
});
export type PersonSlot = z.infer<typeof PersonSlot>;

export const Slot = z.discriminatedUnion('kind', [PersonSlot, PassphraseSlot]);
export type Slot = z.infer<typeof Slot>;

export const RecoverySlot = z.strictObject({
  kind: z.literal('recovery'),
  id: RecordId,
  salt: bytes(16),
  sealed: Sealed,
});
export type RecoverySlot = z.infer<typeof RecoverySlot>;

/**
 * Content of `keys.json`: one data key, wrapped once for each person and once for the printed recovery code.
 * `keyCheck` is a keyed hash that tells the right data key from a wrong one; it reveals nothing of it.
 */
export const KeyFile = z
  .strictObject({
    format: z.literal('zhibu-keys'),
    /** 1: only slots of the older kind. Written as 2. */
    version: z.union([z.literal(1), z.literal(2)]),
    keyCheck: bytes(16),
    /** Part of the recovery code was typed back: set-up is finished. */
    recoveryConfirmed: z.boolean(),
    passphrases: z.array(Slot).min(1).max(32),
    recovery: RecoverySlot,
    /** The data key before this one, sealed under this one: a change of keys that is not finished yet. */
    retired: Sealed.optional(),
  })
  .refine(
    (file) =>
      new Set([file.recovery.id, ...file.passphrases.map((slot) => slot.id)]).size === file.passphrases.length + 1,
    'two slots with one id',
  );
export type KeyFile = z.infer<typeof KeyFile>;
