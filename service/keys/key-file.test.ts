import { argon2Sync, createCipheriv, createDecipheriv } from 'node:crypto';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { argon2id } from 'hash-wasm';
import { describe, expect, test } from 'vitest';
import { AppError, type Failure } from '../../contract/failure.ts';
import {
  addPassphraseSlot,
  changePassphrase,
  confirmRecovery,
  createKeyFile,
  forgetRetired,
  giveIdentity,
  removeSlot,
  renameSlot,
  renewRecoveryCode,
  retiredKey,
  rotateDataKey,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
} from './key-file.ts';
import { type KeyCost, KeyFile, type PassphraseSlot, type PersonSlot } from './key-schema.ts';
import { newRecoveryCode } from './recovery-code.ts';

/** Cheap on purpose: these tests are about the slots, not about the cost of guessing. */
const cost: KeyCost = { memory: 64, passes: 1, lanes: 1 };
const passphrase = '红船精神 1921 号';

async function failureOf(work: () => unknown): Promise<Failure> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  throw new Error('nothing failed');
}

function firstSlot(file: KeyFile): PersonSlot {
  const slot = file.passphrases[0];
  if (slot?.kind !== 'person') throw new Error('no slot');
  return slot;
}

/** The same base64 with one bit of its first byte turned. */
function flipped(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
}

describe('argon2id', () => {
  test('hash-wasm and the core give the same bytes', async () => {
    const salt = Buffer.alloc(16, 2);
    const own = await argon2id({
      password: passphrase,
      salt,
      memorySize: 65_536,
      iterations: 3,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    });
    const core = argon2Sync('argon2id', {
      message: passphrase,
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 65_536,
      passes: 3,
    });
    expect(Buffer.from(own).equals(core)).toBe(true);
  });

  test('a slot can be opened with the core and age alone, by what the file says', async () => {
    const { file, dataKey } = await createKeyFile({ person: '王芳', passphrase, cost });
    const slot = firstSlot(file);
    const key = argon2Sync('argon2id', {
      message: passphrase.normalize('NFKC'),
      nonce: Buffer.from(slot.salt, 'base64'),
      parallelism: slot.cost.lanes,
      tagLength: 32,
      memory: slot.cost.memory,
      passes: slot.cost.passes,
    });
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.identity.nonce, 'base64'));
    decipher.setAAD(Buffer.from(JSON.stringify(['zhibu-keys', 2, 'person', slot.id, slot.recipient])));
    decipher.setAuthTag(Buffer.from(slot.identity.tag, 'base64'));
    const identity = Buffer.concat([decipher.update(slot.identity.ciphertext, 'base64'), decipher.final()]);
    expect(await identityToRecipient(identity.toString())).toBe(slot.recipient);
    const age = new Decrypter();
    age.addIdentity(identity.toString());
    const opened = await age.decrypt(Buffer.from(slot.wrapped, 'base64'));
    expect(Buffer.from(opened).equals(dataKey)).toBe(true);
  });

  test('without a cost the slot carries 64 MiB and three passes', async () => {
    const { file } = await createKeyFile({ person: '王芳', passphrase });
    expect(firstSlot(file).cost).toEqual({ memory: 65_536, passes: 3, lanes: 1 });
  });
});

describe('opening', () => {
  test('the passphrase gives the data key, the slot and the person', async () => {
    const { file, dataKey } = await createKeyFile({ person: '王芳', passphrase, cost });
    const unlocked = await unlockWithPassphrase(file, passphrase);
    expect(unlocked.dataKey.equals(dataKey)).toBe(true);
    expect(unlocked).toMatchObject({ slotId: firstSlot(file).id, person: '王芳' });
  });

  test('the file is plain JSON of its schema and holds neither key nor passphrase', async () => {
    const { file, dataKey, recoveryCode } = await createKeyFile({ person: '王芳', passphrase, cost });
    const text = JSON.stringify(file);
    expect(KeyFile.parse(JSON.parse(text))).toEqual(file);
    for (const secret of [passphrase, recoveryCode, dataKey.toString('base64'), dataKey.toString('hex')]) {
      expect(text).not.toContain(secret);
    }
  });

  test('other spellings of the same characters open it: full width, composed', async () => {
    const { file } = await createKeyFile({ person: '王芳', passphrase: 'Ａｂｃ１２３４５é', cost });
    await expect(unlockWithPassphrase(file, 'Abc12345e\u0301')).resolves.toMatchObject({ person: '王芳' });
  });

  test.each(['', ' ', '红船精神 1921', `${'红船精神 1921 号'} `, '红船精神 1921 號'])(
    'a wrong passphrase is told: %j',
    async (wrong) => {
      const { file } = await createKeyFile({ person: '王芳', passphrase, cost });
      expect(await failureOf(() => unlockWithPassphrase(file, wrong))).toEqual({ code: 'wrong-passphrase' });
    },
  );

  test('the recovery code opens it, that of another archive does not', async () => {
    const { file, dataKey, recoveryCode } = await createKeyFile({ person: '王芳', passphrase, cost });
    expect(unlockWithRecoveryCode(file, recoveryCode.toLowerCase()).dataKey.equals(dataKey)).toBe(true);
    expect(await failureOf(() => unlockWithRecoveryCode(file, newRecoveryCode()))).toEqual({
      code: 'wrong-recovery-code',
      mistyped: false,
    });
    expect(await failureOf(() => unlockWithRecoveryCode(file, recoveryCode.slice(1)))).toEqual({
      code: 'wrong-recovery-code',
      mistyped: true,
    });
  });
});

describe('a tampered file', () => {
  test('every field of a slot is bound: bytes, id and recipient', async () => {
    const { file } = await createKeyFile({ person: '王芳', passphrase, cost });
    const slot = firstSlot(file);
    const planted = await identityToRecipient(await generateX25519Identity());
    const changes: Partial<PersonSlot>[] = [
      { id: 'other' },
      { recipient: planted },
      { salt: flipped(slot.salt) },
      { cost: { ...slot.cost, passes: slot.cost.passes + 1 } },
      { identity: { ...slot.identity, nonce: flipped(slot.identity.nonce) } },
      { identity: { ...slot.identity, ciphertext: flipped(slot.identity.ciphertext) } },
      { identity: { ...slot.identity, tag: flipped(slot.identity.tag) } },
      { wrapped: flipped(slot.wrapped) },
    ];
    for (const change of changes) {
      const changed = { ...file, passphrases: [{ ...slot, ...change }] };
      expect(await failureOf(() => unlockWithPassphrase(changed, passphrase))).toEqual({ code: 'wrong-passphrase' });
    }
  });

  test('two slots with their contents swapped open for nobody', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const { file } = await addPassphraseSlot(made.file, made.dataKey, '李强', '另一个人的口令句子', cost);
    const [first, second] = file.passphrases;
    if (first?.kind !== 'person' || second?.kind !== 'person') throw new Error('two slots expected');
    const swapped: KeyFile = {
      ...file,
      passphrases: [
        { ...first, salt: second.salt, identity: second.identity, wrapped: second.wrapped },
        { ...second, salt: first.salt, identity: first.identity, wrapped: first.wrapped },
      ],
    };
    expect(await failureOf(() => unlockWithPassphrase(swapped, passphrase))).toEqual({ code: 'wrong-passphrase' });
    expect(await failureOf(() => unlockWithPassphrase(swapped, '另一个人的口令句子'))).toEqual({
      code: 'wrong-passphrase',
    });
  });

  test('a whole slot of another archive does not open this one', async () => {
    const own = await createKeyFile({ person: '王芳', passphrase, cost });
    const foreign = await createKeyFile({ person: '王芳', passphrase: '攻击者自己的口令', cost });
    const planted = { ...own.file, passphrases: foreign.file.passphrases, recovery: foreign.file.recovery };
    expect(await failureOf(() => unlockWithPassphrase(planted, '攻击者自己的口令'))).toEqual({
      code: 'wrong-passphrase',
    });
    expect(await failureOf(() => unlockWithRecoveryCode(planted, foreign.recoveryCode))).toEqual({
      code: 'wrong-recovery-code',
      mistyped: false,
    });
  });

  test('the schema refuses costs that would take all memory, short fields, extra fields and doubled ids', async () => {
    const { file } = await createKeyFile({ person: '王芳', passphrase, cost });
    const slot = firstSlot(file);
    const bad: unknown[] = [
      { ...file, passphrases: [{ ...slot, cost: { ...cost, memory: 2 ** 32 } }] },
      { ...file, passphrases: [{ ...slot, salt: 'AAAA' }] },
      { ...file, passphrases: [{ ...slot, note: 'x' }] },
      { ...file, passphrases: [slot, slot] },
      { ...file, passphrases: [] },
      { ...file, version: 3 },
      { ...file, recovery: { ...file.recovery, sealed: { ...file.recovery.sealed, tag: '' } } },
    ];
    for (const candidate of bad) expect(KeyFile.safeParse(candidate).success).toBe(false);
  });
});

describe('changing', () => {
  test('after a change only the new passphrase opens, the person and the recovery code stay', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const changed = await changePassphrase(made.file, made.dataKey, firstSlot(made.file).id, '新的口令二〇二六', cost);
    expect(await failureOf(() => unlockWithPassphrase(changed, passphrase))).toEqual({ code: 'wrong-passphrase' });
    const unlocked = await unlockWithPassphrase(changed, '新的口令二〇二六');
    expect(unlocked).toMatchObject({ slotId: firstSlot(made.file).id, person: '王芳' });
    expect(unlocked.dataKey.equals(made.dataKey)).toBe(true);
    expect(unlockWithRecoveryCode(changed, made.recoveryCode).dataKey.equals(made.dataKey)).toBe(true);
  });

  test('handover: a second person opens, the first is removed, the last stays', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const added = await addPassphraseSlot(made.file, made.dataKey, '李强', '李强自己的长口令', cost);
    expect((await unlockWithPassphrase(added.file, '李强自己的长口令')).person).toBe('李强');
    const removed = removeSlot(added.file, firstSlot(made.file).id);
    expect(await failureOf(() => unlockWithPassphrase(removed, passphrase))).toEqual({ code: 'wrong-passphrase' });
    expect((await unlockWithPassphrase(removed, '李强自己的长口令')).dataKey.equals(made.dataKey)).toBe(true);
    expect(await failureOf(() => removeSlot(removed, added.slotId))).toEqual({ code: 'last-key-slot' });
    expect(await failureOf(() => removeSlot(removed, 'nobody'))).toMatchObject({ code: 'no-such-record' });
  });

  test('a renewed recovery code replaces the printed one and has to be confirmed again', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    expect(made.file.recoveryConfirmed).toBe(false);
    const confirmed = confirmRecovery(made.file);
    expect(confirmed.recoveryConfirmed).toBe(true);
    const renewed = renewRecoveryCode(confirmed, made.dataKey);
    expect(renewed.file.recoveryConfirmed).toBe(false);
    expect(unlockWithRecoveryCode(renewed.file, renewed.recoveryCode).dataKey.equals(made.dataKey)).toBe(true);
    expect(await failureOf(() => unlockWithRecoveryCode(renewed.file, made.recoveryCode))).toMatchObject({
      code: 'wrong-recovery-code',
    });
  });

  test.each(['', '1234567', '       1       ', '口令口令口令口'])('a weak passphrase is refused: %j', async (weak) => {
    const expected = { code: 'weak-passphrase', minimum: 8 };
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const id = firstSlot(made.file).id;
    expect(await failureOf(() => createKeyFile({ person: '王芳', passphrase: weak, cost }))).toEqual(expected);
    expect(await failureOf(() => changePassphrase(made.file, made.dataKey, id, weak, cost))).toEqual(expected);
    expect(await failureOf(() => addPassphraseSlot(made.file, made.dataKey, '李强', weak, cost))).toEqual(expected);
  });

  test('a foreign data key is never wrapped', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const foreign = Buffer.alloc(32, 7);
    await expect(changePassphrase(made.file, foreign, firstSlot(made.file).id, passphrase, cost)).rejects.toThrow();
    await expect(addPassphraseSlot(made.file, foreign, '李强', passphrase, cost)).rejects.toThrow();
    expect(() => renewRecoveryCode(made.file, foreign)).toThrow();
  });
});

describe('several people', () => {
  test('the passphrase of two opens for the one named, and for nobody when none is named', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const { file, slotId } = await addPassphraseSlot(made.file, made.dataKey, '李强', passphrase, cost);
    expect(await failureOf(() => unlockWithPassphrase(file, passphrase))).toEqual({ code: 'person-unclear' });
    expect(await unlockWithPassphrase(file, passphrase, '李强')).toMatchObject({ slotId, person: '李强' });
    expect(await failureOf(() => unlockWithPassphrase(file, passphrase, '赵敏'))).toEqual({ code: 'wrong-passphrase' });
  });

  test('a name is held by one person, and is corrected without a passphrase', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const added = await addPassphraseSlot(made.file, made.dataKey, '李强', '李强自己的长口令', cost);
    expect(await failureOf(() => renameSlot(added.file, added.slotId, '王芳'))).toMatchObject({
      code: 'duplicate-record',
    });
    const renamed = renameSlot(added.file, added.slotId, '李强生');
    expect((await unlockWithPassphrase(renamed, '李强自己的长口令')).person).toBe('李强生');
  });

  test('a new data key goes to everybody who stays, by their own passphrase; the old file gives only the old key', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const { file } = await addPassphraseSlot(made.file, made.dataKey, '李强', '李强自己的长口令', cost);
    const rotated = await rotateDataKey(file, made.dataKey);
    expect(rotated.dataKey.equals(made.dataKey)).toBe(false);
    for (const own of [passphrase, '李强自己的长口令'])
      expect((await unlockWithPassphrase(rotated.file, own)).dataKey.equals(rotated.dataKey)).toBe(true);
    expect((await unlockWithPassphrase(file, passphrase)).dataKey.equals(made.dataKey)).toBe(true);
    expect(await failureOf(() => unlockWithRecoveryCode(rotated.file, made.recoveryCode))).toMatchObject({
      code: 'wrong-recovery-code',
    });
    expect(unlockWithRecoveryCode(rotated.file, rotated.recoveryCode).dataKey.equals(rotated.dataKey)).toBe(true);
    expect(retiredKey(rotated.file, rotated.dataKey)?.equals(made.dataKey)).toBe(true);
    expect(retiredKey(rotated.file, made.dataKey)).toBeNull();
    expect(retiredKey(forgetRetired(rotated.file), rotated.dataKey)).toBeNull();
  });
});

/** A slot as the first version wrote it: the passphrase wraps the data key itself. */
function oldFile(file: KeyFile, dataKey: Buffer, person: string): KeyFile {
  const salt = Buffer.alloc(16, 3);
  const key = argon2Sync('argon2id', {
    message: passphrase.normalize('NFKC'),
    nonce: salt,
    parallelism: cost.lanes,
    tagLength: 32,
    memory: cost.memory,
    passes: cost.passes,
  });
  const nonce = Buffer.alloc(12, 5);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(JSON.stringify(['zhibu-keys', 1, 'passphrase', 'old', person])));
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()]).toString('base64');
  const sealed = { nonce: nonce.toString('base64'), ciphertext, tag: cipher.getAuthTag().toString('base64') };
  const slot: PassphraseSlot = { kind: 'passphrase', id: 'old', person, salt: salt.toString('base64'), cost, sealed };
  return KeyFile.parse({ ...file, version: 1, passphrases: [slot] });
}

describe('a file of the first version', () => {
  test('opens as before, is given an identity with the same passphrase and id, and can then be handed a new key', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const old = oldFile(made.file, made.dataKey, '王芳');
    const unlocked = await unlockWithPassphrase(old, passphrase);
    expect(unlocked.dataKey.equals(made.dataKey)).toBe(true);
    expect(await failureOf(() => rotateDataKey(old, made.dataKey))).toEqual({ code: 'last-key-slot' });
    const upgraded = await giveIdentity(old, unlocked, passphrase, cost);
    expect(upgraded).toMatchObject({ version: 2, passphrases: [{ kind: 'person', id: 'old', person: '王芳' }] });
    expect(await giveIdentity(upgraded, unlocked, passphrase, cost)).toBe(upgraded);
    const rotated = await rotateDataKey(upgraded, made.dataKey);
    expect((await unlockWithPassphrase(rotated.file, passphrase)).dataKey.equals(rotated.dataKey)).toBe(true);
  });
});
