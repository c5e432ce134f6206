import { z } from 'zod';
import { operation } from './operation.ts';
import { AgeRecipient, Sha256, SignedReceipt, SigningKey, SnapshotReceipt } from './snapshot.ts';
import { Grant, IsoDate } from './values.ts';

/** Address of a receiver: HTTPS, or HTTP on this machine. Judged by the engine, whose refusal has its own code. */
const ReceiverAddress = z.string().trim().min(1).max(300);

/** Token a receiver gave out; it is never read back. */
const UploadToken = z.string().regex(/^[A-Za-z0-9_-]{10,100}$/);

/** PEM of the office's own certificate authority. */
const Authority = z
  .string()
  .max(20_000)
  .regex(/-----BEGIN CERTIFICATE-----/);

const Recipients = z.array(AgeRecipient).max(8);

/** A table as it leaves the machine: readable names of its fields, and how much. */
const LeavingTable = z.strictObject({
  name: z.string(),
  fields: z.array(z.string()),
  rows: z.int(),
  bytes: z.int(),
});

/** The public half of the branch's keys, to be handed to the superior on paper. */
const PublicIdentity = z.strictObject({ signer: SigningKey, fingerprint: z.string(), recipient: AgeRecipient });

export const SnapshotStatus = z.strictObject({
  /** Null before they were made. */
  identity: PublicIdentity.nullable(),
  target: z.strictObject({
    url: z.string(),
    hasToken: z.boolean(),
    hasAuthority: z.boolean(),
    recipients: z.array(AgeRecipient),
  }),
  /** Newest receipt, and how many whole days old it is; null when nothing was ever delivered. */
  lastDelivered: SnapshotReceipt.extend({ ageDays: z.int() }).nullable(),
  /** A sealed file that is still on its way. */
  pending: z.strictObject({ sequence: z.int(), sealedAt: z.string() }).nullable(),
  /** Short form of the key that the receiver signs receipts with; null before first contact. */
  receiverFingerprint: z.string().nullable(),
});
export type SnapshotStatus = z.infer<typeof SnapshotStatus>;

const Described = z.strictObject({
  branchName: z.string(),
  sequence: z.int(),
  madeAt: z.string(),
  asOf: IsoDate,
  tables: z.array(LeavingTable),
  signer: SigningKey,
  fingerprint: z.string(),
  recipients: z.array(AgeRecipient),
  manifestHash: Sha256,
  bytes: z.int(),
});

export const Delivery = z.strictObject({ receipt: SnapshotReceipt, signed: SignedReceipt });

export const snapshotOperations = {
  'snapshot.status': operation('read', z.strictObject({}), SnapshotStatus),
  /** The branch's public keys; made at the first call, then always the same. */
  'snapshot.identity': operation('write', z.strictObject({}), PublicIdentity, 'open', 'configure'),
  /** Where snapshots go. What is left out keeps its value. Another address begins a new chain. */
  'snapshot.saveTarget': operation(
    'write',
    z.strictObject({
      url: ReceiverAddress.or(z.literal('')).optional(),
      token: UploadToken.or(z.literal('')).optional(),
      authority: Authority.or(z.literal('')).optional(),
      recipients: Recipients.optional(),
    }),
    SnapshotStatus,
    'open',
    'configure',
  ),
  /** Forgets the receiver's key and begins a new chain: after the receiver was set up anew. Receipts stay. */
  'snapshot.startOver': operation('write', z.strictObject({}), SnapshotStatus, 'open', 'configure'),
  /** Which tables and fields would leave, and how much. */
  'snapshot.preview': operation('job', z.strictObject({}), z.array(LeavingTable), 'open', 'decide'),
  /** Seals a snapshot into a file. Recipients left out are those of the target; given ones are kept for it if it has none. */
  'snapshot.seal': operation(
    'job',
    z.strictObject({ file: Grant, recipients: Recipients.optional() }),
    Described,
    'open',
    'decide',
  ),
  /** Brings a snapshot to the receiver and its receipt home; goes on where an earlier push was cut off. */
  'snapshot.push': operation(
    'job',
    z.strictObject({}),
    z.strictObject({ ...Delivery.shape, resumed: z.boolean() }),
    'open',
    'decide',
  ),
  /** Receipts, newest first. */
  'snapshot.deliveries': operation('read', z.strictObject({}), z.array(Delivery)),
  /** What can be said of a snapshot file without a secret key; its signature is checked. */
  'snapshot.inspect': operation('job', z.strictObject({ file: Grant }), Described, 'none'),
  /**
   * Opens a snapshot into a folder, everything verified before anything is written. Without `signer` the first
   * snapshot of a branch is taken at its word and its signer remembered beside the identity file.
   */
  'snapshot.open': operation(
    'job',
    z.strictObject({ file: Grant, identity: Grant, folder: Grant, signer: SigningKey.optional() }),
    Described.extend({ isKnownSigner: z.boolean() }),
    'none',
  ),
};
