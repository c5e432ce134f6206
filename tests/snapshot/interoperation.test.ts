import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownSigningKey } from '../../service/snapshot/branch-keys.ts';
import { signMinisign, verifyMinisign } from '../../service/snapshot/minisign.ts';
import { openSnapshot } from '../../service/snapshot/open.ts';
import { hasProgram, run } from './programs.ts';
import { MemorySecrets, plantedName, sealSample } from './sample.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-interoperation-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('in thirty years, with the programs of the system alone', () => {
  test.runIf(hasProgram('tar'))('tar unpacks the three parts', async () => {
    const sealed = await sealSample([await someRecipient()], new MemorySecrets());
    const file = join(folder, 'snapshot.tar');
    await writeFile(file, sealed.file);
    expect(run('tar', ['-tf', file]).output.toString()).toBe('manifest.json\nmanifest.json.minisig\nbody.zst.age\n');
  });

  test.runIf(hasProgram('tar') && hasProgram('age') && hasProgram('age-keygen'))(
    'age opens the body for a key made by age-keygen',
    async () => {
      const identityFile = join(folder, 'superior.key');
      expect(run('age-keygen', ['-o', identityFile]).ok).toBe(true);
      const recipient = run('age-keygen', ['-y', identityFile]).output.toString().trim();
      const secrets = new MemorySecrets();
      const sealed = await sealSample([recipient], secrets);
      const file = join(folder, 'snapshot.tar');
      await writeFile(file, sealed.file);
      expect(run('tar', ['-xf', file, '-C', folder]).ok).toBe(true);
      const opened = run('age', ['-d', '-i', identityFile, join(folder, 'body.zst.age')]);
      expect(opened.ok).toBe(true);
      const text = zstdDecompressSync(opened.output).toString('utf8');
      expect(text).toContain(`{"table":"member","row":{"id":"m000000","name":"${plantedName}"`);
      expect(text.trimEnd().split('\n')).toHaveLength(4);

      const identityText = await readFile(identityFile, 'utf8');
      expect((await openSnapshot(sealed.file, identityText, ownSigningKey(secrets).publicKey)).tables.size).toBe(2);
    },
  );

  test.runIf(hasProgram('tar') && hasProgram('minisign'))(
    'minisign verifies the manifest and sees a change',
    async () => {
      const secrets = new MemorySecrets();
      const sealed = await sealSample([await someRecipient()], secrets);
      const file = join(folder, 'snapshot.tar');
      const manifest = join(folder, 'manifest.json');
      await writeFile(file, sealed.file);
      run('tar', ['-xf', file, '-C', folder]);
      const verify = ['-Vm', manifest, '-P', ownSigningKey(secrets).publicKey];
      expect(run('minisign', verify)).toMatchObject({ ok: true });
      await writeFile(manifest, `${await readFile(manifest, 'utf8')} `);
      expect(run('minisign', verify).ok).toBe(false);
    },
  );

  test.runIf(hasProgram('minisign'))('a signature made by minisign is verified here', async () => {
    const path = (name: string): string => join(folder, name);
    const made = run('minisign', ['-GW', '-p', path('key.pub'), '-s', path('key.sec')]);
    expect(made.ok).toBe(true);
    await writeFile(path('text'), '党费收据');
    expect(run('minisign', ['-Sm', path('text'), '-s', path('key.sec')]).ok).toBe(true);
    const publicKey = (await readFile(path('key.pub'), 'utf8')).trim().split('\n').at(-1) ?? '';
    const signature = await readFile(path('text.minisig'), 'utf8');
    expect(verifyMinisign(publicKey, Buffer.from('党费收据'), signature)).toBe(true);
    expect(verifyMinisign(publicKey, Buffer.from('党费收掘'), signature)).toBe(false);
    expect(verifyMinisign(publicKey, Buffer.from('党费收据'), signature.replace('timestamp', 'timestomp'))).toBe(false);
  });
});

test('a signature holds for its key, its content and its trusted comment only', () => {
  const key = ownSigningKey(new MemorySecrets());
  const other = ownSigningKey(new MemorySecrets());
  const content = Buffer.from('内容');
  const signature = signMinisign(key, content, 'timestamp:1');
  expect(verifyMinisign(key.publicKey, content, signature)).toBe(true);
  expect(verifyMinisign(other.publicKey, content, signature)).toBe(false);
  expect(verifyMinisign(key.publicKey, Buffer.from('内容 '), signature)).toBe(false);
  expect(verifyMinisign(key.publicKey, content, signature.replace('timestamp:1', 'timestamp:2'))).toBe(false);
  for (const text of ['', 'x', signature.slice(0, -20), `${signature}x\n`]) {
    expect(verifyMinisign(key.publicKey, content, text)).toBe(false);
  }
  expect(() => signMinisign(key, content, 'one\ntwo')).toThrow();
});

async function someRecipient(): Promise<string> {
  return identityToRecipient(await generateX25519Identity());
}
