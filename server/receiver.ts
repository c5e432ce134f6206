import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { type ReceiverStatus, Sha256, type SignedReceipt, UploadMetadata, uploadPaths } from '../contract/snapshot.ts';
import { acceptSnapshot } from './accept.ts';
import { type BranchEntry, IndexStore } from './index-store.ts';
import { publicKeyLine } from './minisign.ts';
import { Refused } from './refusal.ts';
import { newUploadId, ownerOf, uploadIdIn } from './upload-id.ts';

export interface ReceiverOptions {
  dataFolder: string;
  /** Largest snapshot, bytes. */
  maximumBytes: number;
  /** All snapshots of one branch together, bytes. */
  quotaBytes: number;
  /** How long a partial upload is kept after it was begun, milliseconds. */
  partialLifetime: number;
}

export const standardLimits = {
  maximumBytes: 64 * 1024 ** 2,
  quotaBytes: 4 * 1024 ** 3,
  partialLifetime: 7 * 24 * 3600 * 1000,
};

/** So many unfinished uploads of a branch are kept; a client needs one. */
const partialLimit = 3;

/** Less than this is not even an empty snapshot. */
const minimumBytes = 6 * 512;

/**
 * The receiving side: tus for the bytes, an index, and a folder of files it cannot open. One process per data folder.
 */
export class Receiver {
  readonly store: IndexStore;
  readonly #options: ReceiverOptions;
  readonly #uploads: string;
  readonly #files: FileStore;
  readonly #tus: TusServer;
  /** Accepts of one branch go one after another; the second must see the chain as the first left it. */
  readonly #accepting = new Map<number, Promise<unknown>>();

  #lastBadToken = 0;

  constructor(options: ReceiverOptions) {
    this.#options = options;
    this.#uploads = join(options.dataFolder, 'uploads');
    mkdirSync(this.#uploads, { recursive: true, mode: 0o700 });
    this.store = new IndexStore(options.dataFolder);
    this.#files = new FileStore({
      directory: this.#uploads,
      expirationPeriodInMilliseconds: options.partialLifetime,
    });
    this.#tus = new TusServer({
      path: uploadPaths.uploads,
      datastore: this.#files,
      relativeLocation: true,
      allowedOrigins: [],
      maxSize: options.maximumBytes,
      disableTerminationForFinishedUploads: true,
      namingFunction: (request) => newUploadId(this.#branchOf(request.headers.get('authorization')).number),
      onUploadCreate: async (_request, upload) => {
        await this.#checkCreation(ownerOf(upload.id), upload.size, upload.metadata);
        return {};
      },
      onUploadFinish: async (_request, upload) => {
        const receipt = await this.#finish(upload.id, upload.metadata);
        return { status_code: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(receipt) };
      },
      onResponseError: (_request, error) => {
        if ('status_code' in error && typeof error.status_code === 'number') return undefined;
        this.store.record(null, 'fault', error instanceof Error ? error.name : 'unknown');
        return { status_code: 500, body: 'fault' };
      },
    });
  }

  /** Answers one request. Who has no token learns nothing but that. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response);
    } catch (error) {
      const refused = error instanceof Refused ? error : null;
      if (!refused) this.store.record(null, 'fault', error instanceof Error ? error.name : 'unknown');
      if (response.headersSent) response.destroy();
      else send(response, refused?.status_code ?? 500, refused?.body ?? '{"refused":"bad-request","detail":"fault"}');
    }
  }

  /** Removes partial uploads whose time is over. @returns how many */
  async removeExpired(): Promise<number> {
    const removed = await this.#tus.cleanUpExpiredUploads();
    if (removed > 0) this.store.record(null, 'expired', String(removed));
    return removed;
  }

  /** Judges uploads that were complete when the process was killed before it could. Call it before listening. */
  async finishInterrupted(): Promise<void> {
    for (const id of await this.#partialIds()) {
      const upload = await this.#files.getUpload(id).catch(() => null);
      if (!upload || upload.size === undefined || upload.offset !== upload.size) continue;
      await this.#finish(id, upload.metadata).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
      });
    }
  }

  close(): void {
    this.store.close();
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const method = request.method ?? '';
    const branch = this.#branchOf(request.headers.authorization ?? null);
    if (path === uploadPaths.status && method === 'GET') {
      return send(response, 200, JSON.stringify(this.#status(branch)));
    }
    if (path.startsWith(uploadPaths.receipts) && method === 'GET') {
      const hash = Sha256.safeParse(path.slice(uploadPaths.receipts.length));
      const found = hash.success ? this.store.snapshotByFile(branch.number, hash.data) : null;
      return found ? send(response, 200, JSON.stringify(found.receipt)) : send(response, 404, '{}');
    }
    if (path === uploadPaths.uploads || path.startsWith(`${uploadPaths.uploads}/`)) {
      return this.#upload(request, response, branch, path.slice(uploadPaths.uploads.length));
    }
    send(response, 404, '{}');
  }

  /** Only what an upload needs gets through to tus: beginning one, asking how far it came, going on with it. */
  async #upload(request: IncomingMessage, response: ServerResponse, branch: BranchEntry, rest: string): Promise<void> {
    if (rest === '') {
      if (request.method !== 'POST') return send(response, 405, '{}');
      if (request.headers['content-type'] !== undefined || Number(request.headers['content-length'] ?? '0') !== 0) {
        throw new Refused('bad-request', 'creation carries no data');
      }
      return this.#tus.handle(request, response);
    }
    if (request.method !== 'HEAD' && request.method !== 'PATCH') return send(response, 405, '{}');
    const id = uploadIdIn(rest);
    if (id === null || ownerOf(id) !== branch.number) return send(response, 404, '{}');
    return this.#tus.handle(request, response);
  }

  #branchOf(authorization: string | null): BranchEntry {
    const token = /^Bearer ([A-Za-z0-9_-]{10,100})$/.exec(authorization ?? '')?.[1];
    const branch = token === undefined ? null : this.store.branchByToken(token);
    if (branch) return branch;
    this.#recordBadToken();
    throw new Refused('bad-token');
  }

  /** At most one line a minute, so that guessing fills no disk. */
  #recordBadToken(): void {
    const now = Date.now();
    if (now - this.#lastBadToken < 60_000) return;
    this.#lastBadToken = now;
    this.store.record(null, 'bad-token', '');
  }

  #status(branch: BranchEntry): ReceiverStatus {
    return {
      name: branch.name,
      receiver: publicKeyLine(this.store.receiptKey()),
      signer: branch.signer,
      maximumBytes: this.#options.maximumBytes,
      last: this.store.lastSnapshot(branch.number)?.receipt ?? null,
    };
  }

  async #checkCreation(branch: number, size: number | undefined, metadata: unknown): Promise<void> {
    const stated = UploadMetadata.safeParse(metadata);
    if (!stated.success) throw new Refused('bad-request', 'sha256');
    if (size === undefined || size < minimumBytes) throw new Refused('bad-request', 'length');
    const known = this.store.snapshotByFile(branch, stated.data.sha256);
    if (known) throw new Refused('already-received', String(known.sequence));
    if (this.store.bytesOf(branch) + size > this.#options.quotaBytes) throw new Refused('quota-exceeded');
    await this.#makeRoom(branch);
  }

  /** A client that lost its place begins anew; its oldest unfinished upload then gives way. */
  async #makeRoom(branch: number): Promise<void> {
    const open: { id: string; touched: number }[] = [];
    for (const id of (await this.#partialIds()).filter((candidate) => ownerOf(candidate) === branch)) {
      const found = await stat(join(this.#uploads, id)).catch(() => null);
      if (found) open.push({ id, touched: found.mtimeMs });
    }
    open.sort((left, right) => left.touched - right.touched);
    for (const { id } of open.slice(0, Math.max(open.length - partialLimit + 1, 0))) await this.#discard(id);
  }

  async #finish(id: string, metadata: unknown): Promise<SignedReceipt> {
    const branch = ownerOf(id);
    const before = this.#accepting.get(branch) ?? Promise.resolve();
    const work = before.then(() => this.#acceptNow(branch, id, metadata));
    const settled = work.catch(() => undefined);
    this.#accepting.set(branch, settled);
    try {
      return await work;
    } finally {
      if (this.#accepting.get(branch) === settled) this.#accepting.delete(branch);
    }
  }

  async #acceptNow(branch: number, id: string, metadata: unknown): Promise<SignedReceipt> {
    const file = join(this.#uploads, id);
    try {
      const stated = UploadMetadata.safeParse(metadata);
      if (!stated.success) throw new Refused('bad-request', 'sha256');
      const receipt = await acceptSnapshot(this.store, this.#options.dataFolder, branch, file, stated.data.sha256);
      await this.#discard(id);
      return receipt;
    } catch (error) {
      if (error instanceof Refused) {
        await this.#discard(id);
        this.store.record(branch, error.refusal, error.body);
      }
      throw error;
    }
  }

  /** Takes an upload out of tus's sight; a later request for it finds nothing. */
  async #discard(id: string): Promise<void> {
    await rm(join(this.#uploads, id), { force: true });
    await rm(join(this.#uploads, `${id}.json`), { force: true });
  }

  async #partialIds(): Promise<string[]> {
    const names = await readdir(this.#uploads);
    return names.filter((name) => uploadIdIn(`/${name}`) !== null);
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
