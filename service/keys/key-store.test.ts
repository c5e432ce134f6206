import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPassphraseSlot, createKeyFile, removeSlot } from './key-file.ts';
import type { KeyCost, KeyFile } from './key-schema.ts';
import { mendKeys, readKeys, writeKeys } from './key-store.ts';

const cost: KeyCost = { memory: 64, passes: 1, lanes: 1 };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-keys-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function someKeys(): Promise<{ file: KeyFile; dataKey: Buffer }> {
  return createKeyFile({ person: '王芳', passphrase: '一个足够长的口令', cost });
}

test('what was written is read, from two equal copies and no leftovers', async () => {
  const { file } = await someKeys();
  await writeKeys(folder, file);
  expect(await readKeys(folder)).toEqual(file);
  expect((await readdir(folder)).sort()).toEqual(['keys.backup.json', 'keys.json']);
  expect(await readFile(join(folder, 'keys.json'))).toEqual(await readFile(join(folder, 'keys.backup.json')));
});

test.each(['keys.json', 'keys.backup.json'])('wherever a write of %s was torn, the other copy opens', async (name) => {
  const { file } = await someKeys();
  await writeKeys(folder, file);
  const path = join(folder, name);
  const whole = await readFile(path);
  for (const length of [0, 1, 100, whole.length >> 1, whole.length - 2]) {
    await writeFile(path, whole);
    await truncate(path, length);
    expect(await readKeys(folder)).toEqual(file);
  }
  await writeFile(path, Buffer.alloc(whole.length));
  expect(await readKeys(folder)).toEqual(file);
  await rm(path);
  expect(await readKeys(folder)).toEqual(file);
});

test('JSON that is not a key file counts as damaged', async () => {
  const { file } = await someKeys();
  await writeKeys(folder, file);
  for (const text of ['null', '{}', '[]', '"x"', JSON.stringify({ ...file, version: 2 }), ' '.repeat(300_000)]) {
    await writeFile(join(folder, 'keys.json'), text);
    expect(await readKeys(folder)).toEqual(file);
  }
});

test('no copy: missing; two damaged copies: damaged', async () => {
  await expect(readKeys(folder)).rejects.toMatchObject({ failure: { code: 'archive-missing' } });
  await writeFile(join(folder, 'keys.json'), '{');
  await expect(readKeys(folder)).rejects.toMatchObject({ failure: { code: 'archive-damaged' } });
  await writeFile(join(folder, 'keys.backup.json'), '');
  await expect(readKeys(folder)).rejects.toMatchObject({ failure: { code: 'archive-damaged' } });
});

test('a write cut off between the copies is mended, so that a removed slot does not live on', async () => {
  const made = await someKeys();
  const added = await addPassphraseSlot(made.file, made.dataKey, '李强', '李强自己的长口令', cost);
  await writeKeys(folder, added.file);
  const before = await readFile(join(folder, 'keys.backup.json'));
  const removed = removeSlot(added.file, added.slotId);
  await writeKeys(folder, removed);
  await writeFile(join(folder, 'keys.backup.json'), before);

  expect(await readKeys(folder)).toEqual(removed);
  expect(await mendKeys(folder)).toBe(true);
  expect(await readFile(join(folder, 'keys.backup.json'), 'utf8')).not.toContain('李强');
  expect(await mendKeys(folder)).toBe(false);
});

test('a folder that is not there is told as unwritable', async () => {
  const { file } = await someKeys();
  await expect(writeKeys(join(folder, 'gone'), file)).rejects.toMatchObject({
    failure: { code: 'file-unwritable', reason: 'missing' },
  });
});
