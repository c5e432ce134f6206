import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../contract/failure.ts';
import { ReceiverStatus, SignedReceipt, type SnapshotReceipt, uploadPaths } from '../../contract/snapshot.ts';
import { writeWholeFile } from '../files/whole-file.ts';
import { contentHashOf } from '../snapshot/rows.ts';
import type { ChainPosition, SealedSnapshot } from '../snapshot/seal.ts';
import { askReceiver } from './ask.ts';
import {
  type ChainState,
  type ChainStore,
  delivered,
  type PendingSnapshot,
  reconcile,
  verifiedReceipt,
} from './chain.ts';
import type { SendRequest } from './send.ts';
import type { ServerTarget } from './target.ts';

export interface PushRequest {
  target: ServerTarget;
  branchId: string;
  /** Folder for the sealed file while it is under way; ciphertext only. */
  outbox: string;
  store: ChainStore;
  /** Digest of what would be sealed now (`contentHashOf`); asked only when an earlier push was cut off. */
  contentHash(): Promise<string>;
  seal(position: ChainPosition): Promise<SealedSnapshot>;
  now(): Date;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  transport?: Pick<SendRequest, 'chunkBytes' | 'retryDelays'>;
}

export interface PushResult {
  receipt: SnapshotReceipt;
  signed: SignedReceipt;
  /** An earlier attempt was gone on with. */
  resumed: boolean;
}

/**
 * Brings a snapshot to the receiver and its receipt home. What an earlier push left half sent goes on, when the archive
 * still says the same; otherwise a new one is sealed in its place. However often it is cut off and called again, the
 * receiver gets each step once.
 *
 * @throws AppError `server-unreachable`, `server-refused`, `server-insecure`, `snapshot-refused`, `cancelled`
 */
export async function pushSnapshot(request: PushRequest): Promise<PushResult> {
  try {
    return await pushOnce(request);
  } catch (error) {
    // An upload that was given up may have been accepted after all, just after the receiver was asked where it is.
    if (!isOvertaken(error)) throw error;
    return pushOnce(request);
  }
}

async function pushOnce(request: PushRequest): Promise<PushResult> {
  const { store, target, signal } = request;
  const before = store.load();
  const answer = ReceiverStatus.safeParse(await askReceiver(target, uploadPaths.status, signal));
  if (!answer.success) throw new AppError({ code: 'server-refused', status: 200, detail: 'status' });
  const state = reconcile(before, answer.data, request.branchId);
  store.save(state);

  const contentHash = before.pending === null ? null : await request.contentHash();
  const home = receiptOf(before.pending, state);
  if (home && before.pending?.contentHash === contentHash) {
    await clearOutbox(request.outbox);
    return { ...home, resumed: true };
  }

  const kept = await pendingFile(request.outbox, state, contentHash);
  const { file, pending } = kept ?? (await sealed(request, state));
  if (file.length > answer.data.maximumBytes) {
    await discard(request, state);
    throw new AppError({ code: 'snapshot-refused', reason: 'too-large', detail: String(answer.data.maximumBytes) });
  }
  const signed = await sentAndConfirmed(request, file, pending);
  const receipt = verifiedReceipt(signed, answer.data.receiver);
  const fits =
    receipt.file === pending.fileHash &&
    receipt.manifest === pending.manifestHash &&
    receipt.sequence === pending.sequence &&
    receipt.chain === state.chain &&
    receipt.branch.id === request.branchId;
  if (!fits) throw new AppError({ code: 'snapshot-refused', reason: 'tampered', detail: 'receipt' });
  store.save(delivered(store.load(), signed, receipt));
  await clearOutbox(request.outbox);
  return { receipt, signed, resumed: kept !== null };
}

/** The receipt that reconciling brought home for the pending file, if that is what it was for. */
function receiptOf(pending: PendingSnapshot | null, state: ChainState): Omit<PushResult, 'resumed'> | null {
  const signed = state.receipts.at(-1);
  if (!pending || state.pending !== null || !signed || state.receiver === null) return null;
  const receipt = verifiedReceipt(signed, state.receiver);
  return receipt.file === pending.fileHash ? { receipt, signed } : null;
}

async function pendingFile(
  outbox: string,
  state: ChainState,
  contentHash: string | null,
): Promise<{ file: Buffer; pending: PendingSnapshot } | null> {
  const { pending } = state;
  if (!pending || pending.contentHash !== contentHash || pending.sequence !== state.sequence + 1) return null;
  const file = await readFile(join(outbox, outboxName(pending.fileHash))).catch(() => null);
  if (!file || createHash('sha256').update(file).digest('hex') !== pending.fileHash) return null;
  return { file, pending };
}

async function sealed(request: PushRequest, state: ChainState): Promise<{ file: Buffer; pending: PendingSnapshot }> {
  const made = await request.seal({
    chain: state.chain,
    sequence: state.sequence + 1,
    previous: state.manifestHash,
  });
  const pending: PendingSnapshot = {
    sequence: state.sequence + 1,
    fileHash: made.fileHash,
    manifestHash: made.manifestHash,
    contentHash: contentHashOf(made.manifest.tables),
    sealedAt: request.now().toISOString(),
    uploadUrl: null,
  };
  await clearOutbox(request.outbox);
  await mkdir(request.outbox, { recursive: true });
  await writeWholeFile(join(request.outbox, outboxName(made.fileHash)), made.file);
  request.store.save({ ...state, pending });
  return { file: made.file, pending };
}

async function sentAndConfirmed(request: PushRequest, file: Buffer, pending: PendingSnapshot): Promise<SignedReceipt> {
  // With the library of the protocol: only who pushes has to load it.
  const { sendFile } = await import('./send.ts');
  try {
    await sendFile({
      target: request.target,
      file,
      fileHash: pending.fileHash,
      uploadUrl: pending.uploadUrl,
      onUploadUrl: (uploadUrl) => {
        const state = request.store.load();
        request.store.save({ ...state, pending: { ...pending, uploadUrl } });
      },
      ...(request.onProgress ? { onProgress: request.onProgress } : {}),
      ...(request.signal ? { signal: request.signal } : {}),
      ...request.transport,
    });
  } catch (error) {
    // The last answer may have been lost on its way although the receiver accepted: its receipt decides.
    const receipt = isCancelled(error) ? null : await receiptFor(request, pending, 1).catch(() => null);
    if (receipt) return receipt;
    if (isFinal(error)) await discard(request, request.store.load());
    throw error;
  }
  const receipt = await receiptFor(request, pending, 6);
  if (receipt) return receipt;
  throw new AppError({ code: 'server-unreachable', detail: 'no receipt' });
}

/** Asks for the receipt, a few times: the receiver may still be checking what it has just got. */
async function receiptFor(
  request: PushRequest,
  pending: PendingSnapshot,
  attempts: number,
): Promise<SignedReceipt | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await wait(200 * 2 ** attempt, undefined, request.signal ? { signal: request.signal } : {});
    const answer = await askReceiver(request.target, uploadPaths.receipts + pending.fileHash, request.signal);
    if (answer === null) continue;
    const signed = SignedReceipt.safeParse(answer);
    if (!signed.success) throw new AppError({ code: 'server-refused', status: 200, detail: 'receipt' });
    return signed.data;
  }
  return null;
}

/** A refusal of this very file: sending it again is of no use, the next push seals a new one. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  const { failure } = error;
  if (failure.code === 'snapshot-refused') return failure.reason !== 'bad-token';
  return failure.code === 'server-refused' && failure.status >= 400 && failure.status < 500;
}

function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'snapshot-refused' && error.failure.reason === 'replayed';
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'cancelled';
}

async function discard(request: PushRequest, state: ChainState): Promise<void> {
  request.store.save({ ...state, pending: null });
  await clearOutbox(request.outbox);
}

async function clearOutbox(outbox: string): Promise<void> {
  const names = await readdir(outbox).catch(() => []);
  for (const name of names) {
    if (/^[a-f0-9]{64}\.tar(\.[a-f0-9]{8}\.tmp)?$/.test(name)) await rm(join(outbox, name), { force: true });
  }
}

function outboxName(fileHash: string): string {
  return `${fileHash}.tar`;
}
