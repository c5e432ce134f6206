import { z } from 'zod';
import { AppError, type SnapshotReason } from '../../contract/failure.ts';
import {
  ChainId,
  type ReceiverStatus,
  Sha256,
  SignedReceipt,
  SigningKey,
  SnapshotReceipt,
} from '../../contract/snapshot.ts';
import { newChainId } from '../snapshot/branch-keys.ts';
import { verifyMinisign } from '../snapshot/minisign.ts';

/** A sealed file that waits in the outbox or is half sent. */
export const PendingSnapshot = z.strictObject({
  sequence: z.int().min(1),
  fileHash: Sha256,
  manifestHash: Sha256,
  /** Digest of what it says, so that an unchanged archive goes on with it instead of sealing anew. */
  contentHash: Sha256,
  sealedAt: z.iso.datetime(),
  uploadUrl: z.string().nullable(),
});
export type PendingSnapshot = z.infer<typeof PendingSnapshot>;

/** What the branch knows of one receiver. It lives inside the encrypted archive. */
export const ChainState = z.strictObject({
  chain: ChainId,
  /** Last step the receiver gave a receipt for; 0 for none. */
  sequence: z.int().min(0),
  manifestHash: Sha256.nullable(),
  /** Key the receiver signs receipts with, pinned at first contact. */
  receiver: SigningKey.nullable(),
  pending: PendingSnapshot.nullable(),
  receipts: z.array(SignedReceipt),
});
export type ChainState = z.infer<typeof ChainState>;

/** Where the state is kept; saved before anything depends on it. */
export interface ChainStore {
  load(): ChainState;
  save(state: ChainState): void;
}

/** A receiver nothing was ever sent to. */
export function newChain(): ChainState {
  return { chain: newChainId(), sequence: 0, manifestHash: null, receiver: null, pending: null, receipts: [] };
}

/** A receipt that holds: signed by the pinned receiver, well formed. @throws AppError `snapshot-refused` */
export function verifiedReceipt(signed: SignedReceipt, receiver: string): SnapshotReceipt {
  if (!verifyMinisign(receiver, Buffer.from(signed.receipt, 'utf8'), signed.signature)) {
    throw refused('bad-signature', 'receipt');
  }
  try {
    return SnapshotReceipt.parse(JSON.parse(signed.receipt));
  } catch {
    throw refused('tampered', 'receipt');
  }
}

/**
 * Holds what the receiver says against what the branch remembers.
 * - The receiver's key is pinned, and a changed one refused.
 * - It is ahead: its signed receipt is believed (the receipt was lost, or the archive came from an older copy).
 * - It is behind: it lost or hides what it has given receipts for. Nothing is sent, a person has to look.
 *
 * @throws AppError `snapshot-refused` with `unknown-signer`, `wrong-branch`, `chain-broken`, `receiver-behind`
 */
export function reconcile(state: ChainState, status: ReceiverStatus, branchId: string): ChainState {
  if (state.receiver !== null && state.receiver !== status.receiver) throw refused('unknown-signer', 'receiver');
  const pinned: ChainState = { ...state, receiver: status.receiver };
  if (status.last === null) {
    if (state.sequence > 0) throw refused('receiver-behind', `0 < ${state.sequence}`);
    return pinned;
  }
  const last = verifiedReceipt(status.last, status.receiver);
  if (last.branch.id !== branchId) throw refused('wrong-branch', last.branch.name);
  const isUntouched = state.sequence === 0 && state.pending === null;
  if (last.chain !== state.chain && !isUntouched) throw refused('chain-broken', 'chain');
  if (last.sequence < state.sequence) throw refused('receiver-behind', `${last.sequence} < ${state.sequence}`);
  if (last.sequence === state.sequence) {
    if (last.manifest !== state.manifestHash) throw refused('chain-broken', 'manifest');
    return pinned;
  }
  return delivered(pinned, status.last, last);
}

/** The state after a receipt. */
export function delivered(state: ChainState, signed: SignedReceipt, receipt: SnapshotReceipt): ChainState {
  return {
    ...state,
    chain: receipt.chain,
    sequence: receipt.sequence,
    manifestHash: receipt.manifest,
    pending: null,
    receipts: [...state.receipts, signed],
  };
}

function refused(reason: SnapshotReason, detail: string): AppError {
  return new AppError({ code: 'snapshot-refused', reason, detail });
}
