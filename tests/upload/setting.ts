import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Receiver, type ReceiverOptions, standardLimits } from '../../server/receiver.ts';
import { type ChainState, type ChainStore, newChain } from '../../service/upload/chain.ts';

/** A receiver in this process, on loopback, with one branch. */
export interface RunningReceiver {
  receiver: Receiver;
  url: string;
  token: string;
  dataFolder: string;
  stop(): Promise<void>;
}

/** Starts one on a new data folder, or again on an old one. */
export async function startReceiver(
  options: Partial<ReceiverOptions> & { token?: string } = {},
): Promise<RunningReceiver> {
  const { token: oldToken, ...limits } = options;
  const dataFolder = options.dataFolder ?? newFolder('receiver');
  const receiver = new Receiver({ ...standardLimits, ...limits, dataFolder });
  // The library looks at its folder some time after it was made; what comes here after it has waited for that.
  await mkdir(join(dataFolder, 'uploads'), { recursive: true });
  const token = oldToken ?? receiver.store.addBranch('示例第一支部', null);
  await receiver.finishInterrupted();
  const server = createServer((request, response) => void receiver.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    receiver,
    url: `http://127.0.0.1:${portOf(server)}`,
    token,
    dataFolder,
    stop: () => stopServer(server, () => receiver.close()),
  };
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

export async function stopServer(server: Server, then: () => void): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
  then();
}

const folders: string[] = [];

/** A temporary folder, gone after {@link removeFolders}. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `zhibu-${name}-`));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Chain state that lives as long as the test. */
export class MemoryChain implements ChainStore {
  state: ChainState = newChain();
  load(): ChainState {
    return structuredClone(this.state);
  }
  save(state: ChainState): void {
    this.state = structuredClone(state);
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One raw request, as an attacker or a broken client would send it: no library tidies the path. */
export async function begin(
  to: { url: string; token: string },
  length: number,
  hash: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${to.url}/uploads`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${to.token}`,
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(length),
      'Upload-Metadata': `sha256 ${Buffer.from(hash).toString('base64')}`,
      ...headers,
    },
  });
}

export async function append(
  to: { url: string; token: string },
  location: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Response> {
  return fetch(to.url + location, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${to.token}`,
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
}

/** Sends a whole file in one go; the answer to its last byte. */
export async function sendWhole(
  to: { url: string; token: string },
  file: Buffer,
  hash: string = sha256(file),
): Promise<Response> {
  const begun = await begin(to, file.length, hash);
  if (begun.status !== 201) return begun;
  return append(to, begun.headers.get('location') ?? '', 0, file);
}

/** The refusal code of an answer. */
export async function refusalIn(response: Response): Promise<string> {
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('refused' in body)) throw new Error('not a refusal');
  return String(body.refused);
}
