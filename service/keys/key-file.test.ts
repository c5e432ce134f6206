import { argon2Sync, createDecipheriv } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { describe, expect, test } from 'vitest';
import { AppError, type Failure } from '../../contract/failure.ts';
import {
  addPassphraseSlot,
  changePassphrase,
  confirmRecovery,
  createKeyFile,
  removeSlot,
  renewRecoveryCode,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
} from './key-file.ts';
import { type KeyCost, KeyFile, type PassphraseSlot } from './key-schema.ts';
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

function firstSlot(file: KeyFile): PassphraseSlot {
  const slot = file.passphrases[0];
  if (!slot) throw new Error('no slot');
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

  test('a slot can be opened with the core alone, by what the file says', async () => {
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
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.sealed.nonce, 'base64'));
    decipher.setAAD(Buffer.from(JSON.stringify(['zhibu-keys', 1, 'passphrase', slot.id, slot.person])));
    decipher.setAuthTag(Buffer.from(slot.sealed.tag, 'base64'));
    const opened = Buffer.concat([decipher.update(slot.sealed.ciphertext, 'base64'), decipher.final()]);
    expect(opened.equals(dataKey)).toBe(true);
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
  test('every field of a slot is bound: bytes, id and person', async () => {
    const { file } = await createKeyFile({ person: '王芳', passphrase, cost });
    const slot = firstSlot(file);
    const changes: Partial<PassphraseSlot>[] = [
      { id: 'other' },
      { person: '李强' },
      { salt: flipped(slot.salt) },
      { cost: { ...slot.cost, passes: slot.cost.passes + 1 } },
      { sealed: { ...slot.sealed, nonce: flipped(slot.sealed.nonce) } },
      { sealed: { ...slot.sealed, ciphertext: flipped(slot.sealed.ciphertext) } },
      { sealed: { ...slot.sealed, tag: flipped(slot.sealed.tag) } },
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
    if (!first || !second) throw new Error('two slots expected');
    const swapped: KeyFile = {
      ...file,
      passphrases: [
        { ...first, salt: second.salt, sealed: second.sealed },
        { ...second, salt: first.salt, sealed: first.sealed },
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
      { ...file, version: 2 },
      { ...file, recovery: { ...file.recovery, sealed: { ...file.recovery.sealed, tag: '' } } },
    ];
    for (const candidate of bad) expect(KeyFile.safeParse(candidate).success).toBe(false);
  });
});

describe('changing', () => {
  test('after a change only the new passphrase opens, the person and the recovery code stay', async () => {
    const made = await createKeyFile({ person: '王芳', passphrase, cost });
    const changed = await changePassphrase(made.file, made.dataKey, firstSlot(made.file).id, '新的口令二〇二六', cost);
    expect(await failureOf(() => unlockWithPassphrase(changed.file, passphrase))).toEqual({ code: 'wrong-passphrase' });
    const unlocked = await unlockWithPassphrase(changed.file, '新的口令二〇二六');
    expect(unlocked).toMatchObject({ slotId: changed.slotId, person: '王芳' });
    expect(unlocked.dataKey.equals(made.dataKey)).toBe(true);
    expect(unlockWithRecoveryCode(changed.file, made.recoveryCode).dataKey.equals(made.dataKey)).toBe(true);
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
