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

export const PassphraseSlot = z.strictObject({
  kind: z.literal('passphrase'),
  id: RecordId,
  person: Label,
  salt: bytes(16),
  cost: KeyCost,
  sealed: Sealed,
});
export type PassphraseSlot = z.infer<typeof PassphraseSlot>;

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
    version: z.literal(1),
    keyCheck: bytes(16),
    /** Part of the recovery code was typed back: set-up is finished. */
    recoveryConfirmed: z.boolean(),
    passphrases: z.array(PassphraseSlot).min(1).max(32),
    recovery: RecoverySlot,
  })
  .refine(
    (file) =>
      new Set([file.recovery.id, ...file.passphrases.map((slot) => slot.id)]).size === file.passphrases.length + 1,
    'two slots with one id',
  );
export type KeyFile = z.infer<typeof KeyFile>;
