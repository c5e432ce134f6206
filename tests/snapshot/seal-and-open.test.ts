import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../contract/failure.ts';
import { ownIdentity, ownSigningKey } from '../../service/snapshot/branch-keys.ts';
import { inspectSnapshot, openSnapshot, writeOpenedSnapshot } from '../../service/snapshot/open.ts';
import { MemorySecrets, plantedName, sealSample } from './sample.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-snapshot-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function superior(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

function lines(content: Buffer | undefined): unknown[] {
  return (content ?? Buffer.alloc(0))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('round trip', () => {
  test('the superior reads exactly the declared fields, in order, with counts', async () => {
    const secrets = new MemorySecrets();
    const { identity, recipient } = await superior();
    const sealed = await sealSample([recipient], secrets);
    const opened = await openSnapshot(sealed.file, identity, ownSigningKey(secrets).publicKey);
    expect(lines(opened.tables.get('member'))).toEqual([
      { id: 'm000000', name: plantedName, joinedOn: '1998-05', note: '' },
      { id: 'm000001', name: '党员1', joinedOn: null, note: '' },
      { id: 'm000002', name: '党员2', joinedOn: '1998-05', note: '' },
    ]);
    expect(opened.manifest.tables.map((table) => [table.name, table.rows])).toEqual([
      ['branch', 1],
      ['member', 3],
    ]);
    expect(opened.manifestHash).toBe(sealed.manifestHash);
  });

  test('the branch opens what it sealed with its own key', async () => {
    const secrets = new MemorySecrets();
    const sealed = await sealSample([(await superior()).recipient], secrets);
    const own = await ownIdentity(secrets, 'x25519');
    expect((await openSnapshot(sealed.file, own.identity, null)).tables.size).toBe(2);
  });

  test('an identity file with comments and several identities is read', async () => {
    const { identity, recipient } = await superior();
    const sealed = await sealSample([recipient], new MemorySecrets());
    const text = `# created: 2026\r\n# public key: ${recipient}\r\n${await generateX25519Identity()}\r\n${identity}\r\n`;
    expect((await openSnapshot(sealed.file, text, null)).tables.size).toBe(2);
  });

  test('empty tables and no rows at all come back empty', async () => {
    const { identity, recipient } = await superior();
    const streams = [{ table: 'member', fields: ['id'], rows: [] }];
    const sealed = await sealSample([recipient], new MemorySecrets(), { streams });
    const opened = await openSnapshot(sealed.file, identity, null);
    expect(opened.tables.get('member')?.length).toBe(0);
  });

  test('post-quantum recipients get a branch key of their own kind', async () => {
    const identity = await generateHybridIdentity();
    const secrets = new MemorySecrets();
    const sealed = await sealSample([await identityToRecipient(identity)], secrets);
    expect(sealed.manifest.recipients.every((recipient) => recipient.startsWith('age1pq1'))).toBe(true);
    expect((await openSnapshot(sealed.file, identity, null)).tables.size).toBe(2);
  });

  test('no planted name and no undeclared field is readable in the file', async () => {
    const sealed = await sealSample([(await superior()).recipient], new MemorySecrets());
    expect(sealed.file.includes(Buffer.from(plantedName))).toBe(false);
    expect(sealed.file.includes('idNumber')).toBe(false);
    expect(sealed.file.includes('11010119800101123X')).toBe(false);
  });

  test('the signing key and the own identity are made once', async () => {
    const secrets = new MemorySecrets();
    expect(ownSigningKey(secrets).publicKey).toBe(ownSigningKey(secrets).publicKey);
    expect(await ownIdentity(secrets, 'x25519')).toEqual(await ownIdentity(secrets, 'x25519'));
  });
});

describe('sealing refuses', () => {
  test.each([
    ['no recipient', []],
    ['nonsense', ['age1nonsense']],
    ['a mistyped key', ['age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gp']],
    ['an SSH key', ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN']],
  ])('%s', async (_, recipients) => {
    await expect(sealSample(recipients, new MemorySecrets())).rejects.toMatchObject({
      failure: { code: 'snapshot-refused', reason: 'bad-recipient' },
    });
  });

  test('a post-quantum and an ordinary key for one file', async () => {
    const hybrid = await identityToRecipient(await generateHybridIdentity());
    const { recipient } = await superior();
    for (const recipients of [
      [hybrid, recipient],
      [recipient, hybrid],
    ]) {
      await expect(sealSample(recipients, new MemorySecrets())).rejects.toMatchObject({
        failure: { reason: 'bad-recipient', detail: 'mixed' },
      });
    }
  });

  test('when it was cancelled, between tables', async () => {
    const cancel = new AbortController();
    const onProgress = (): void => cancel.abort();
    const { recipient } = await superior();
    await expect(
      sealSample([recipient], new MemorySecrets(), { signal: cancel.signal, onProgress }),
    ).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });
});

describe('writing out', () => {
  test('one JSON-lines file per table, the manifest and its signature, nothing else', async () => {
    const { identity, recipient } = await superior();
    const sealed = await sealSample([recipient], new MemorySecrets());
    const opened = await openSnapshot(sealed.file, identity, null);
    const target = join(folder, '深', '层');
    await writeOpenedSnapshot(opened, target);
    expect((await readdir(target)).sort()).toEqual([
      'branch.jsonl',
      'manifest.json',
      'manifest.json.minisig',
      'member.jsonl',
    ]);
    expect(lines(await readFile(join(target, 'member.jsonl')))).toHaveLength(3);
    expect(await readdir(join(folder, '深'))).toEqual(['层']);
  });

  test('an empty folder is taken, one with files is left as it is', async () => {
    const { identity, recipient } = await superior();
    const sealed = await sealSample([recipient], new MemorySecrets());
    const opened = await openSnapshot(sealed.file, identity, null);
    const target = join(folder, 'there');
    await mkdir(target);
    await writeOpenedSnapshot(opened, target);
    await writeFile(join(target, 'note.txt'), 'hers');
    await expect(writeOpenedSnapshot(opened, target)).rejects.toMatchObject({
      failure: { code: 'file-unwritable', reason: 'exists' },
    });
    expect(await readFile(join(target, 'note.txt'), 'utf8')).toBe('hers');
    expect(await readdir(folder)).toEqual(['there']);
  });
});

describe('inspecting needs no secret', () => {
  test('and tells the branch, the step and the signer', async () => {
    const secrets = new MemorySecrets();
    const sealed = await sealSample([(await superior()).recipient], secrets);
    const { manifest } = inspectSnapshot(sealed.file, ownSigningKey(secrets).publicKey, 'b1');
    expect(manifest).toMatchObject({ sequence: 1, previous: null, branch: { name: '示例第一支部' } });
  });
});

test('a row that JSON cannot say is a fault, never silently changed', async () => {
  const { recipient } = await superior();
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, Buffer.from('x')]) {
    const streams = [{ table: 'member', fields: ['id'], rows: [{ id: value }] }];
    const failed = await sealSample([recipient], new MemorySecrets(), { streams }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(AppError);
  }
});
