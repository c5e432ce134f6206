import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, expect, test, vi } from 'vitest';
import { openSnapshot } from '../../service/snapshot/open.ts';
import { pushSnapshot } from '../../service/upload/push.ts';
import { MemorySecrets } from '../snapshot/sample.ts';
import { pushRequest } from './pusher.ts';
import { MemoryChain, newFolder, removeFolders, sha256 } from './setting.ts';

// Processes of their own take their time to start on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '..', '..');
const serverProgram = join(root, 'server', 'main.ts');
const clientProgram = join(import.meta.dirname, 'client-process.ts');

const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of running) await kill(child);
  removeFolders();
});

/** Starts the real server program and waits until it says where it listens. */
async function startServer(data: string, port = '0'): Promise<{ child: ChildProcess; url: string; port: string }> {
  const child = spawn(process.execPath, [serverProgram, '--data', data, '--port', port], { cwd: root });
  running.add(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
    if (url) return { child, url: url[0], port: url[1] ?? '' };
  }
  throw new Error('the server did not start');
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function addBranch(data: string): string {
  const done = spawnSync(process.execPath, [serverProgram, 'add-branch', '示例第一支部', '--data', data], {
    cwd: root,
  });
  return /zb_\S+/.exec(done.stdout.toString())?.[0] ?? '';
}

function receivedFiles(data: string): string[] {
  const folder = join(data, 'snapshots', '000001');
  return readdirSync(folder).map((name) => join(folder, name));
}

function partialBytes(data: string): number {
  const folder = join(data, 'uploads');
  const names = readdirSync(folder).filter((name) => !name.endsWith('.json'));
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

async function superior(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

test('the client is killed in the middle; the next one sends only the rest', async () => {
  const data = newFolder('receiver');
  const work = newFolder('client');
  const token = addBranch(data);
  const { identity, recipient } = await superior();
  const server = await startServer(data);
  const client = (mode: string) =>
    spawnClient([clientProgram, server.url, token, join(work, 'state.json'), join(work, 'outbox'), recipient, mode]);

  expect((await client('kill')).signal).toBe('SIGKILL');
  const arrived = partialBytes(data);
  expect(arrived).toBeGreaterThan(500_000);

  const second = await client('finish');
  expect(second.signal).toBeNull();
  const result = JSON.parse(second.output);
  expect(result.resumed).toBe(true);
  expect(result.first).toBeGreaterThanOrEqual(arrived);
  expect(result.bytes).toBeGreaterThan(arrived);

  const [file] = receivedFiles(data);
  const content = readFileSync(file ?? '');
  expect(sha256(content)).toBe(result.file);
  expect((await openSnapshot(content, identity, null)).manifest.tables[1]?.rows).toBe(2000);
});

test('the server is killed in the middle and started again; the same push ends', async () => {
  const data = newFolder('receiver');
  const token = addBranch(data);
  const { identity, recipient } = await superior();
  const first = await startServer(data);
  const seen: number[] = [];
  let restarted: Promise<{ child: ChildProcess }> | null = null;
  let arrived = 0;

  const restart = async (): Promise<{ child: ChildProcess }> => {
    await kill(first.child);
    arrived = partialBytes(data);
    return startServer(data, first.port);
  };
  const store = new MemoryChain();
  const result = await pushSnapshot(
    pushRequest({
      target: { url: first.url, token, authority: null },
      outbox: join(newFolder('client'), 'outbox'),
      store,
      secrets: new MemorySecrets(),
      recipient,
      members: 2000,
      transport: { chunkBytes: 64 * 1024, retryDelays: [100, 200, 400, 800, 1600, 3200, 6400, 6400] },
      onProgress: (done, total) => {
        seen.push(done);
        if (done > total / 2) restarted ??= restart();
      },
    }),
  );
  expect(restarted).not.toBeNull();
  await restarted;
  expect(arrived).toBeGreaterThan(500_000);
  expect(arrived).toBeLessThan(result.receipt.bytes);
  expect(store.state).toMatchObject({ sequence: 1, pending: null });
  const [file, ...others] = receivedFiles(data);
  expect(others).toEqual([]);
  const content = readFileSync(file ?? '');
  expect(sha256(content)).toBe(result.receipt.file);
  expect((await openSnapshot(content, identity, null)).manifest.tables[1]?.rows).toBe(2000);
});

function spawnClient(args: string[]): Promise<{ signal: NodeJS.Signals | null; output: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      running.delete(child);
      resolve({ signal, output });
    });
  });
}
