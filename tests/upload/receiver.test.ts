import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, utimes } from 'node:fs/promises';
import { request as rawRequest } from 'node:http';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SignedReceipt, SnapshotReceipt } from '../../contract/snapshot.ts';
import { readContainerHead, writeContainer } from '../../contract/snapshot-container.ts';
import { ownSigningKey } from '../../service/snapshot/branch-keys.ts';
import { signMinisign, verifyMinisign } from '../../service/snapshot/minisign.ts';
import type { SealedSnapshot, SealRequest } from '../../service/snapshot/seal.ts';
import { MemorySecrets, plantedName, sealSample } from '../snapshot/sample.ts';
import {
  append,
  begin,
  newFolder,
  type RunningReceiver,
  refusalIn,
  removeFolders,
  sendWhole,
  sha256,
  startReceiver,
} from './setting.ts';

const chain = 'c'.repeat(32);
let recipient = '';
let running: RunningReceiver;
let secrets: MemorySecrets;

beforeAll(async () => {
  recipient = await identityToRecipient(await generateX25519Identity());
});
beforeEach(async () => {
  secrets = new MemorySecrets();
  running = await startReceiver();
});
afterEach(async () => {
  await running.stop();
  removeFolders();
});

async function step(
  sequence: number,
  previous: SealedSnapshot | null,
  change: Partial<SealRequest> = {},
): Promise<SealedSnapshot> {
  const position = { chain, sequence, previous: previous?.manifestHash ?? null };
  return sealSample([recipient], secrets, { position, ...change });
}

async function receiptIn(response: Response): Promise<SnapshotReceipt> {
  const signed = SignedReceipt.parse(await response.json());
  return SnapshotReceipt.parse(JSON.parse(signed.receipt));
}

async function kept(): Promise<string[]> {
  const folder = join(running.dataFolder, 'snapshots');
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.tar'));
}

async function partial(): Promise<string[]> {
  return readdir(join(running.dataFolder, 'uploads'));
}

function get(path: string, token = running.token): Promise<Response> {
  return fetch(running.url + path, { headers: { Authorization: `Bearer ${token}` } });
}

/** A request whose path goes out letter by letter. */
function literal(method: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  const url = new URL(running.url);
  return new Promise((resolve, reject) => {
    const asked = rawRequest(
      {
        host: url.hostname,
        port: url.port,
        path,
        method,
        headers: { Authorization: `Bearer ${running.token}`, 'Tus-Resumable': '1.0.0', ...headers },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

describe('accepting', () => {
  test('a whole snapshot is kept byte for byte, with a signed receipt that can be asked for again', async () => {
    const sealed = await step(1, null);
    const answer = await sendWhole(running, sealed.file);
    expect(answer.status).toBe(200);
    const signed = SignedReceipt.parse(await answer.json());
    expect(JSON.parse(signed.receipt)).toMatchObject({
      chain,
      sequence: 1,
      manifest: sealed.manifestHash,
      file: sealed.fileHash,
      bytes: sealed.file.length,
      branch: { id: 'b1', name: '示例第一支部' },
    });
    const status = await (await get('/v1/status')).json();
    expect(status).toMatchObject({ signer: ownSigningKey(secrets).publicKey, last: signed });
    expect(verifyMinisign(status.receiver, Buffer.from(signed.receipt), signed.signature)).toBe(true);
    expect(await (await get(`/v1/receipts/${sealed.fileHash}`)).json()).toEqual(signed);

    const [name] = await kept();
    expect(await readFile(join(running.dataFolder, 'snapshots', name ?? ''))).toEqual(sealed.file);
    expect(await partial()).toEqual([]);
  });

  test('the next steps of the chain follow', async () => {
    const first = await step(1, null);
    const second = await step(2, first);
    expect((await sendWhole(running, first.file)).status).toBe(200);
    expect((await receiptIn(await sendWhole(running, second.file))).sequence).toBe(2);
    expect(await kept()).toHaveLength(2);
  });

  test('the receiver keeps no readable byte of a name, and no token', async () => {
    await sendWhole(running, (await step(1, null)).file);
    for (const name of await readdir(running.dataFolder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const content = await readFile(join(name.parentPath, name.name));
      expect(content.includes(Buffer.from(plantedName))).toBe(false);
      expect(content.includes(running.token)).toBe(false);
    }
  });
});

describe('who may send', () => {
  test.each(['', 'Bearer ', 'Bearer zb_wrongwrongwrongwrong', 'Basic abc'])('no entry with %j', async (header) => {
    for (const path of ['/v1/status', '/v1/receipts/x', '/uploads', '/nothing']) {
      const answer = await fetch(running.url + path, { headers: { Authorization: header } });
      expect(answer.status).toBe(401);
      expect(await refusalIn(answer)).toBe('bad-token');
    }
    expect((await begin({ ...running, token: 'zb_wrongwrongwrong' }, 5000, 'a'.repeat(64))).status).toBe(401);
    expect(await partial()).toEqual([]);
  });

  test('another branch can neither see nor write an upload, nor get the receipts', async () => {
    const other = { ...running, token: running.receiver.store.addBranch('别的支部', null) };
    const sealed = await step(1, null);
    const begun = await begin(running, sealed.file.length, sealed.fileHash);
    const location = begun.headers.get('location') ?? '';
    expect((await append(other, location, 0, sealed.file)).status).toBe(404);
    expect((await append(running, location, 0, sealed.file)).status).toBe(200);
    expect((await get(`/v1/receipts/${sealed.fileHash}`, other.token)).status).toBe(404);
    expect(await (await get('/v1/status', other.token)).json()).toMatchObject({ last: null, signer: null });
  });

  test('a renewed token replaces the old one', async () => {
    const renewed = running.receiver.store.renewToken('示例第一支部');
    expect((await get('/v1/status')).status).toBe(401);
    expect((await get('/v1/status', renewed ?? '')).status).toBe(200);
  });
});

describe('sizes and ids', () => {
  test('more than the limit is refused before a byte is taken', async () => {
    await running.stop();
    running = await startReceiver({ maximumBytes: 4096 });
    expect((await begin(running, 4097, 'a'.repeat(64))).status).toBe(413);
    expect(await partial()).toEqual([]);
  });

  test('an upload takes no more than it announced', async () => {
    const sealed = await step(1, null);
    const begun = await begin(running, sealed.file.length, sealed.fileHash);
    const more = Buffer.concat([sealed.file, Buffer.from('x')]);
    expect((await append(running, begun.headers.get('location') ?? '', 0, more)).status).toBeGreaterThanOrEqual(400);
    expect(await kept()).toEqual([]);
  });

  test('the quota of a branch holds for all its snapshots together', async () => {
    const first = await step(1, null);
    await running.stop();
    running = await startReceiver({ quotaBytes: first.file.length + 100 });
    expect((await sendWhole(running, first.file)).status).toBe(200);
    const answer = await sendWhole(running, (await step(2, first)).file);
    expect(answer.status).toBe(507);
    expect(await refusalIn(answer)).toBe('quota-exceeded');
  });

  test('no announced hash, no length, a deferred length, data with the creation: refused', async () => {
    for (const hash of ['', 'x', 'A'.repeat(64), '../../etc/passwd']) {
      expect((await begin(running, 5000, hash)).status).toBe(400);
    }
    expect((await begin(running, 10, 'a'.repeat(64))).status).toBe(400);
    expect(await literal('POST', '/uploads', { 'Upload-Defer-Length': '1' })).toBe(400);
    const type = { 'Content-Type': 'application/offset+octet-stream' };
    expect((await begin(running, 5000, 'a'.repeat(64), type)).status).toBe(400);
    expect(await partial()).toEqual([]);
  });

  test.each([
    '/uploads/../index.db',
    '/uploads/..%2findex.db',
    '/uploads/%2e%2e%2findex.db',
    '/uploads/..%5cindex.db',
    `/uploads/000001-${'a'.repeat(31)}`,
    `/uploads/000001-${'A'.repeat(32)}`,
    `/uploads/000001-${'a'.repeat(32)}.json`,
    `/uploads/000001-${'a'.repeat(32)}/`,
    `/uploads/000001-${'a'.repeat(32)}?x=1`,
    '/uploads//etc/passwd',
    '/uploadsx',
    '//uploads',
    '/',
  ])('nothing is behind the id %s', async (path) => {
    const patch = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };
    for (const method of ['HEAD', 'PATCH']) expect(await literal(method, path, patch)).toBe(404);
  });

  test('nothing can be fetched or deleted', async () => {
    const sealed = await step(1, null);
    const location = (await begin(running, sealed.file.length, sealed.fileHash)).headers.get('location') ?? '';
    for (const method of ['GET', 'DELETE', 'PUT', 'OPTIONS']) {
      expect(await literal(method, location)).toBe(405);
      expect(await literal(method, '/uploads')).toBe(405);
    }
    expect(await literal('PATCH', location, { 'X-HTTP-Method-Override': 'DELETE' })).not.toBe(204);
    expect(await partial()).toHaveLength(2);
  });
});

describe('bytes on their way', () => {
  test('a wrong offset changes nothing', async () => {
    const sealed = await step(1, null);
    const location = (await begin(running, sealed.file.length, sealed.fileHash)).headers.get('location') ?? '';
    expect((await append(running, location, 0, sealed.file.subarray(0, 1000))).status).toBe(204);
    for (const offset of [0, 999, 1001, sealed.file.length]) {
      expect((await append(running, location, offset, sealed.file.subarray(1000))).status).toBe(409);
    }
    expect((await append(running, location, 1000, sealed.file.subarray(1000))).status).toBe(200);
  });

  test('a file that is not what was announced is refused and gone', async () => {
    const sealed = await step(1, null);
    const answer = await sendWhole(running, sealed.file, sha256('something else'));
    expect(answer.status).toBe(460);
    expect(await refusalIn(answer)).toBe('wrong-hash');
    expect(await partial()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test('a finished upload is out of reach', async () => {
    const sealed = await step(1, null);
    const location = (await begin(running, sealed.file.length, sealed.fileHash)).headers.get('location') ?? '';
    await append(running, location, 0, sealed.file);
    for (const offset of [0, sealed.file.length]) {
      expect((await append(running, location, offset, Buffer.from('x'))).status).toBe(404);
    }
    expect(await literal('DELETE', location)).toBe(405);
    const [name] = await kept();
    expect(await readFile(join(running.dataFolder, 'snapshots', name ?? ''))).toEqual(sealed.file);
  });

  test('the oldest of too many unfinished uploads gives way', async () => {
    const locations: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      const location = (await begin(running, 5000, sha256(String(index)))).headers.get('location') ?? '';
      const file = join(running.dataFolder, location);
      await utimes(file, 1_000_000 + index, 1_000_000 + index);
      locations.push(location);
    }
    expect(await literal('HEAD', locations[0] ?? '')).toBe(404);
    for (const location of locations.slice(1)) expect(await literal('HEAD', location)).toBe(200);
  });

  test('unfinished uploads expire', async () => {
    await running.stop();
    running = await startReceiver({ partialLifetime: 1 });
    await begin(running, 5000, 'a'.repeat(64));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await running.receiver.removeExpired()).toBe(1);
    expect(await partial()).toEqual([]);
  });

  test('an upload that was complete when the process died is judged at the next start', async () => {
    const sealed = await step(1, null);
    const location = (await begin(running, sealed.file.length, sealed.fileHash)).headers.get('location') ?? '';
    await append(running, location, 0, sealed.file.subarray(0, -1));
    await running.stop();
    await appendFile(join(running.dataFolder, location), sealed.file.subarray(-1));
    running = await startReceiver({ dataFolder: running.dataFolder, token: running.token });
    expect((await receiptIn(await get(`/v1/receipts/${sealed.fileHash}`))).sequence).toBe(1);
  });
});

describe('what it holds', () => {
  async function refused(file: Buffer): Promise<string> {
    const before = await kept();
    const reason = await refusalIn(await sendWhole(running, file));
    expect(await kept()).toEqual(before);
    expect(await partial()).toEqual([]);
    return reason;
  }

  test('the same file again, and an older step again, are replays', async () => {
    const first = await step(1, null);
    const second = await step(2, first);
    await sendWhole(running, first.file);
    await sendWhole(running, second.file);
    expect(await refused(first.file)).toBe('already-received');
    expect(await refused(second.file)).toBe('already-received');
    expect(await refused((await step(1, null)).file)).toBe('replayed');
    expect(await refused((await step(2, first)).file)).toBe('replayed');
  });

  test('a step left out, a wrong predecessor and another chain do not fit', async () => {
    const first = await step(1, null);
    const stray = await step(1, null, { asOf: '2026-01-01' });
    expect(await refused((await step(2, first)).file)).toBe('chain-broken');
    await sendWhole(running, first.file);
    expect(await refused((await step(3, first)).file)).toBe('chain-broken');
    expect(await refused((await step(2, stray)).file)).toBe('chain-broken');
    const elsewhere = { chain: 'd'.repeat(32), sequence: 2, previous: first.manifestHash };
    expect(await refused((await step(2, first, { position: elsewhere })).file)).toBe('chain-broken');
    const anew = { chain: 'd'.repeat(32), sequence: 1, previous: null };
    expect(await refused((await step(1, null, { position: anew })).file)).toBe('chain-broken');
  });

  test('another branch and another signer are refused once the branch is enrolled', async () => {
    const first = await step(1, null);
    await sendWhole(running, first.file);
    const branch = { id: 'b2', code: '', name: '别的支部' };
    expect(await refused((await step(2, first, { branch })).file)).toBe('wrong-branch');
    expect(await refused((await step(2, first, { secrets: new MemorySecrets() })).file)).toBe('unknown-signer');
  });

  test('a signer pinned from paper holds from the first snapshot on', async () => {
    const token = running.receiver.store.addBranch('纸上登记', ownSigningKey(secrets).publicKey);
    const foreign = await step(1, null, { secrets: new MemorySecrets() });
    expect(await refusalIn(await sendWhole({ ...running, token }, foreign.file))).toBe('unknown-signer');
    expect((await sendWhole({ ...running, token }, (await step(1, null)).file)).status).toBe(200);
  });

  test('after its enrolment was forgotten a branch may begin a new chain with a new key', async () => {
    await sendWhole(running, (await step(1, null)).file);
    expect(running.receiver.store.forgetEnrolment('示例第一支部')).toBe(true);
    const position = { chain: 'e'.repeat(32), sequence: 1, previous: null };
    const anew = await step(1, null, { position, secrets: new MemorySecrets() });
    expect((await sendWhole(running, anew.file)).status).toBe(200);
    expect(await kept()).toHaveLength(2);
  });

  test('a cut snapshot, a foreign manifest, a broken signature and anything else are no snapshots', async () => {
    const sealed = await step(1, null);
    const other = await step(1, null, { asOf: '2026-01-01' });
    expect(await refused(sealed.file.subarray(0, -512))).toBe('not-a-snapshot');
    expect(await refused(Buffer.alloc(8000, 7))).toBe('not-a-snapshot');

    const own = readContainerHead(sealed.file);
    const foreign = readContainerHead(other.file);
    if (!own || !foreign) throw new Error('not containers');
    const body = sealed.file.subarray(own.bodyStart, own.bodyStart + own.bodyBytes);
    const joined = (manifest: Uint8Array, signature: Uint8Array): Buffer =>
      Buffer.concat(writeContainer({ manifest, signature, bodyName: own.bodyName, body }, 1));
    expect(await refused(joined(foreign.manifest, foreign.signature))).toBe('not-a-snapshot');
    expect(await refused(joined(own.manifest, foreign.signature))).toBe('bad-signature');
    const foreignKey = ownSigningKey(new MemorySecrets());
    const forged = Buffer.from(signMinisign(foreignKey, own.manifest, 'timestamp:1'));
    expect(await refused(joined(own.manifest, forged))).toBe('bad-signature');
  });
});

test('the journal tells what was accepted and what was refused, and cannot be changed', async () => {
  const first = await step(1, null);
  await sendWhole(running, first.file);
  await sendWhole(running, (await step(1, null)).file);
  await get('/v1/status', 'zb_wrongwrongwrong');
  const events = running.receiver.store.journal(10).map((line) => line.event);
  expect(events).toEqual(['bad-token', 'replayed', 'accepted']);
});

test('two receivers have two receipt keys, one keeps its own', async () => {
  const key = (await (await get('/v1/status')).json()).receiver;
  const other = await startReceiver({ dataFolder: newFolder('second') });
  expect(
    (await (await fetch(`${other.url}/v1/status`, { headers: { Authorization: `Bearer ${other.token}` } })).json())
      .receiver,
  ).not.toBe(key);
  await other.stop();
  await running.stop();
  running = await startReceiver({ dataFolder: running.dataFolder, token: running.token });
  expect((await (await get('/v1/status')).json()).receiver).toBe(key);
});
