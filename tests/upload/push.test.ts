import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError, type Failure } from '../../contract/failure.ts';
import { openSnapshot } from '../../service/snapshot/open.ts';
import { newChain } from '../../service/upload/chain.ts';
import { type PushRequest, pushSnapshot } from '../../service/upload/push.ts';
import { receiverOrigin } from '../../service/upload/target.ts';
import { hasProgram, run } from '../snapshot/programs.ts';
import { MemorySecrets, plantedName } from '../snapshot/sample.ts';
import { pushRequest } from './pusher.ts';
import {
  MemoryChain,
  newFolder,
  portOf,
  type RunningReceiver,
  removeFolders,
  startReceiver,
  stopServer,
} from './setting.ts';

let identity = '';
let recipient = '';
let running: RunningReceiver;
let store: MemoryChain;
let outbox = '';
let secrets: MemorySecrets;

beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});
beforeEach(async () => {
  running = await startReceiver();
  store = new MemoryChain();
  outbox = join(newFolder('outbox'), 'outbox');
  secrets = new MemorySecrets();
});
afterEach(async () => {
  await running.stop();
  removeFolders();
});

function target(): PushRequest['target'] {
  return { url: running.url, token: running.token, authority: null };
}

function request(change: Partial<Parameters<typeof pushRequest>[0]> = {}): PushRequest {
  return pushRequest({ target: target(), outbox, store, secrets, recipient, ...change });
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.failure;
    throw error;
  }
  throw new Error('nothing failed');
}

async function received(): Promise<Buffer[]> {
  const folder = join(running.dataFolder, 'snapshots');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tar')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

describe('delivering', () => {
  test('a push brings the snapshot there and the receipt home, and leaves nothing behind', async () => {
    const result = await pushSnapshot(request());
    expect(result).toMatchObject({ resumed: false, receipt: { sequence: 1, branch: { id: 'b1' } } });
    expect(store.state).toMatchObject({ sequence: 1, pending: null, manifestHash: result.receipt.manifest });
    expect(store.state.receipts).toEqual([result.signed]);
    expect(await readdir(outbox)).toEqual([]);
    const [file] = await received();
    const opened = await openSnapshot(file ?? Buffer.alloc(0), identity, null);
    expect(opened.tables.get('member')?.includes(Buffer.from(plantedName))).toBe(true);
  });

  test.runIf(hasProgram('minisign'))('minisign verifies the receipt with the pinned key', async () => {
    const { signed } = await pushSnapshot(request());
    const folder = newFolder('receipt');
    await writeFile(join(folder, 'receipt.json'), signed.receipt);
    await writeFile(join(folder, 'receipt.json.minisig'), signed.signature);
    expect(run('minisign', ['-Vm', join(folder, 'receipt.json'), '-P', store.state.receiver ?? '']).ok).toBe(true);
  });

  test('each push is the next step; the second one goes on from the first', async () => {
    const first = await pushSnapshot(request());
    const second = await pushSnapshot(request());
    expect(second.receipt.sequence).toBe(2);
    const opened = await openSnapshot((await received())[1] ?? Buffer.alloc(0), identity, null);
    expect(opened.manifest.previous).toBe(first.receipt.manifest);
  });

  test('progress reaches the length of the file', async () => {
    const seen: [number, number][] = [];
    await pushSnapshot(request({ members: 300, onProgress: (done, total) => seen.push([done, total]) }));
    const last = seen.at(-1);
    expect(last?.[0]).toBe(last?.[1]);
    expect(last?.[1]).toBe((await received())[0]?.length);
  });
});

describe('cut off', () => {
  test('a cancelled push stops, keeps its place and goes on', async () => {
    const cancel = new AbortController();
    const transport = { chunkBytes: 16 * 1024 };
    const onProgress = (done: number, total: number): void => {
      if (done > total / 2) cancel.abort();
    };
    const push = pushSnapshot(request({ members: 300, signal: cancel.signal, transport, onProgress }));
    expect(await failureOf(push)).toEqual({ code: 'cancelled' });
    expect(store.state.pending?.uploadUrl).toContain('/uploads/');

    const starts: number[] = [];
    const result = await pushSnapshot(request({ members: 300, transport, onProgress: (done) => starts.push(done) }));
    expect(result.resumed).toBe(true);
    expect(starts[0]).toBeGreaterThan(16 * 1024);
    expect(await received()).toHaveLength(1);
  });

  test('when the archive changed meanwhile, a new snapshot is sealed in place of the old one', async () => {
    const cancel = new AbortController();
    const onProgress = (done: number): void => {
      if (done > 0) cancel.abort();
    };
    const transport = { chunkBytes: 16 * 1024 };
    await failureOf(pushSnapshot(request({ members: 300, signal: cancel.signal, transport, onProgress })));
    const result = await pushSnapshot(request({ content: 'changed' }));
    expect(result).toMatchObject({ resumed: false, receipt: { sequence: 1 } });
    expect(await readdir(outbox)).toEqual([]);
  });

  test('a waiting file that is no longer whole is sealed again', async () => {
    const cancel = new AbortController();
    const transport = { chunkBytes: 16 * 1024 };
    const onProgress = (done: number): void => {
      if (done > 0) cancel.abort();
    };
    await failureOf(pushSnapshot(request({ members: 300, signal: cancel.signal, transport, onProgress })));
    const [name] = await readdir(outbox);
    await writeFile(join(outbox, name ?? ''), 'torn');
    expect(await pushSnapshot(request({ members: 300 }))).toMatchObject({ resumed: false, receipt: { sequence: 1 } });
  });

  test('a receipt that was lost on its way is fetched, and nothing is sent twice', async () => {
    await pushSnapshot(request());
    const afterFirst = structuredClone(store.state);
    const second = await pushSnapshot(request());
    store.state = {
      ...afterFirst,
      pending: {
        sequence: 2,
        fileHash: second.receipt.file,
        manifestHash: second.receipt.manifest,
        contentHash: await request().contentHash(),
        sealedAt: '2026-11-24T03:00:00Z',
        uploadUrl: null,
      },
    };
    expect(await pushSnapshot(request())).toMatchObject({ resumed: true, receipt: { sequence: 2 } });
    expect(await received()).toHaveLength(2);
  });

  test('a given-up upload that the receiver takes while the next push is under way is not sent again', async () => {
    const first = await pushSnapshot(request());
    let isLate = true;
    const late = request({
      seal: async (position) => {
        if (isLate) {
          isLate = false;
          await pushSnapshot(request({ store: Object.assign(new MemoryChain(), { state: store.load() }) }));
        }
        return request().seal(position);
      },
    });
    const result = await pushSnapshot(late);
    expect(result.receipt.sequence).toBe(first.receipt.sequence + 2);
    expect(await received()).toHaveLength(3);
  });

  test('an archive that came from an older copy goes on where the receiver is', async () => {
    await pushSnapshot(request());
    const older = structuredClone(store.state);
    await pushSnapshot(request());
    store.state = older;
    expect((await pushSnapshot(request())).receipt.sequence).toBe(3);
  });

  test('nobody there: told so, and the sealed file waits', async () => {
    await running.stop();
    expect(await failureOf(pushSnapshot(request()))).toMatchObject({ code: 'server-unreachable' });
    running = await startReceiver({ dataFolder: running.dataFolder, token: running.token });
  });
});

describe('a receiver that is not what it was', () => {
  test('one that lost or hides what it gave receipts for is noticed, and gets nothing', async () => {
    await pushSnapshot(request());
    const copy = newFolder('rollback');
    await running.stop();
    await cp(running.dataFolder, copy, { recursive: true });
    running = await startReceiver({ dataFolder: running.dataFolder, token: running.token });
    await pushSnapshot(request());
    await running.stop();
    running = await startReceiver({ dataFolder: copy, token: running.token });
    expect(await failureOf(pushSnapshot(request()))).toMatchObject({
      code: 'snapshot-refused',
      reason: 'receiver-behind',
    });
    expect(await received()).toHaveLength(1);
  });

  test('one with another key is refused', async () => {
    await pushSnapshot(request());
    const other = await startReceiver();
    const push = pushSnapshot(request({ target: { url: other.url, token: other.token, authority: null } }));
    expect(await failureOf(push)).toMatchObject({ code: 'snapshot-refused', reason: 'unknown-signer' });
    await other.stop();
  });

  test('one that shows another branch its receipts is noticed', async () => {
    await pushSnapshot(request());
    expect(await failureOf(pushSnapshot(request({ branchId: 'b2' })))).toMatchObject({ reason: 'wrong-branch' });
  });

  test('a chain begun elsewhere with the same token is not mixed with this one', async () => {
    await pushSnapshot(request());
    store.state = { ...newChain(), sequence: 1, manifestHash: 'a'.repeat(64) };
    expect(await failureOf(pushSnapshot(request()))).toMatchObject({ reason: 'chain-broken' });
  });

  test('a wrong token is told as such, before anything is sealed', async () => {
    const wrong = { ...target(), token: 'zb_wrongwrongwrongwrong' };
    expect(await failureOf(pushSnapshot(request({ target: wrong })))).toMatchObject({ reason: 'bad-token' });
    expect(existsSync(outbox)).toBe(false);
  });

  test('a snapshot larger than it takes is told as such and does not wait for ever', async () => {
    await running.stop();
    running = await startReceiver({ maximumBytes: 8192, dataFolder: running.dataFolder, token: running.token });
    expect(await failureOf(pushSnapshot(request({ members: 300 })))).toMatchObject({ reason: 'too-large' });
    expect(store.state.pending).toBeNull();
    expect(await readdir(outbox)).toEqual([]);
  });

  test('the token never follows an upload to another host', async () => {
    const asked: string[] = [];
    const thief = createServer((incoming, response) => {
      asked.push(incoming.headers.authorization ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    const front = await frontOf((incoming, response, pass) => {
      if (incoming.method !== 'POST') return pass();
      response.writeHead(201, { Location: `http://127.0.0.1:${portOf(thief)}/uploads/x`, 'Tus-Resumable': '1.0.0' });
      response.end();
    });
    const push = pushSnapshot(request({ target: { ...target(), url: front.url } }));
    expect(await failureOf(push)).toMatchObject({ code: 'server-unreachable' });
    expect(asked).toEqual([]);
    await front.stop();
    await stopServer(thief, () => undefined);
  });

  test('answers that are not those of a receiver are refused', async () => {
    for (const body of ['', 'null', '{}', '[]', '<html>', 'x'.repeat(200_000)]) {
      const front = await frontOf((_incoming, response) => void response.end(body));
      const failure = await failureOf(pushSnapshot(request({ target: { ...target(), url: front.url } })));
      expect(['server-refused', 'server-unreachable']).toContain(failure.code);
      await front.stop();
    }
  });

  test('a redirection is not followed', async () => {
    const front = await frontOf((_incoming, response) => {
      response.writeHead(302, { Location: `${running.url}/v1/status` });
      response.end();
    });
    const failure = await failureOf(pushSnapshot(request({ target: { ...target(), url: front.url } })));
    expect(failure).toMatchObject({ code: 'server-refused', status: 302 });
    await front.stop();
  });
});

describe('the way there', () => {
  test.each(['http://example.org', 'http://192.168.1.5:8787', 'http://127.0.0.1.example.org', 'http://[::2]'])(
    'plain HTTP to %s is refused',
    async (url) => {
      expect(await failureOf(pushSnapshot(request({ target: { ...target(), url } })))).toMatchObject({
        code: 'server-insecure',
      });
    },
  );

  test.each(['', 'x', 'ftp://a', 'file:///etc/passwd', 'https://a/b', 'https://u:p@a', 'https://a/?x', 'javascript:1'])(
    '%j is no address',
    (url) => {
      expect(() => receiverOrigin(url)).toThrow(AppError);
    },
  );

  test('HTTPS: a certificate nobody vouches for is refused, that of the office is taken', async () => {
    const folder = join(import.meta.dirname, 'fixtures');
    const cert = await readFile(join(folder, 'localhost-cert.pem'), 'utf8');
    const key = await readFile(join(folder, 'localhost-key.pem'), 'utf8');
    const server = createHttpsServer({ cert, key }, (incoming, response) => {
      void running.receiver.handle(incoming, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${portOf(server)}`;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const unknown = pushSnapshot(request({ target: { ...target(), url } }));
      expect(await failureOf(unknown)).toMatchObject({
        code: 'server-unreachable',
        detail: expect.stringMatching(/CERT/),
      });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
    const known = await pushSnapshot(request({ target: { ...target(), url, authority: cert } }));
    expect(known.receipt.sequence).toBe(1);
    await stopServer(server, () => undefined);
  });
});

test('an outbox folder that holds other files keeps them', async () => {
  await mkdir(outbox, { recursive: true });
  await writeFile(join(outbox, 'note.txt'), 'hers');
  await pushSnapshot(request());
  expect(await readdir(outbox)).toEqual(['note.txt']);
});

/** A server in front of the receiver that may answer in its place. */
async function frontOf(
  answer: (incoming: IncomingMessage, response: ServerResponse, pass: () => void) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((incoming, response) => {
    answer(incoming, response, () => void running.receiver.handle(incoming, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, stop: () => stopServer(server, () => undefined) };
}
