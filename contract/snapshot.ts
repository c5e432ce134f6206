import { z } from 'zod';
import { IsoDate, Label, Line, RecordId } from './values.ts';

/** SHA-256, 64 hexadecimal digits. */
export const Sha256 = z.string().regex(/^[a-f0-9]{64}$/);

/** A chain is what one receiver has got from one branch: numbered from 1, each step naming the one before. */
export const ChainId = z.string().regex(/^[a-f0-9]{32}$/);

/** Public key line as the minisign program writes it. */
export const SigningKey = z.string().regex(/^RW[A-Za-z0-9+/]{54}$/);

/**
 * Public age key: X25519 (`age1…`) or hybrid post-quantum (`age1pq1…`). Other kinds (SSH, plugins, tags) are refused.
 */
export const AgeRecipient = z.string().regex(/^age1(?:pq1[a-z0-9]{1900,2000}|[a-z0-9]{58})$/);

/** Names as they are in the archive; also the name of the file when the snapshot is opened, hence so narrow. */
const TableName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const FieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/);

const plainLimit = 1024 ** 3;

/** One table of the body: its fields, how many rows, and the SHA-256 of its rows as JSON lines. */
export const SnapshotTable = z.strictObject({
  name: TableName,
  fields: z.array(FieldName).min(1).max(200),
  rows: z.int().min(0),
  bytes: z.int().min(0).max(plainLimit),
  digest: Sha256,
});
export type SnapshotTable = z.infer<typeof SnapshotTable>;

export const Compression = z.enum(['zstd', 'gzip']);
export type Compression = z.infer<typeof Compression>;

/** The sealed body. `plainBytes` bounds what unpacking may yield. */
export const SnapshotBody = z.strictObject({
  name: z.enum(['body.zst.age', 'body.gz.age']),
  compression: Compression,
  bytes: z.int().min(1).max(plainLimit),
  sha256: Sha256,
  plainBytes: z.int().min(0).max(plainLimit),
});

/** Everything that is said in the clear about a snapshot; signed, so that nobody else can say it. */
export const SnapshotManifest = z
  .strictObject({
    format: z.literal('zhibu-snapshot'),
    version: z.literal(1),
    projection: z.literal('report'),
    branch: z.strictObject({ id: RecordId, code: Line, name: Label }),
    chain: ChainId,
    sequence: z.int().min(1),
    /** SHA-256 of the manifest before this one in the chain; null for the first. */
    previous: Sha256.nullable(),
    madeAt: z.iso.datetime(),
    asOf: IsoDate,
    schemaVersion: z.int().min(1),
    tables: z.array(SnapshotTable).min(1).max(100),
    body: SnapshotBody,
    recipients: z.array(AgeRecipient).min(1).max(10),
    signer: SigningKey,
  })
  .refine((manifest) => (manifest.sequence === 1) === (manifest.previous === null), 'a chain begins at 1')
  .refine(
    (manifest) => new Set(manifest.tables.map((table) => table.name)).size === manifest.tables.length,
    'a table is there twice',
  );
export type SnapshotManifest = z.infer<typeof SnapshotManifest>;

/** A receiver's promise: this file, this step of this chain, was whole when it came. Signed by the receiver. */
export const SnapshotReceipt = z.strictObject({
  format: z.literal('zhibu-receipt'),
  version: z.literal(1),
  number: z.string().regex(/^[0-9]{8}-[a-f0-9]{8}$/),
  branch: z.strictObject({ id: RecordId, name: Label }),
  chain: ChainId,
  sequence: z.int().min(1),
  manifest: Sha256,
  file: Sha256,
  bytes: z.int().min(1),
  receivedAt: z.iso.datetime(),
});
export type SnapshotReceipt = z.infer<typeof SnapshotReceipt>;

/** A receipt on its way: the very text that was signed, and the signature as a `.minisig` file. */
export const SignedReceipt = z.strictObject({ receipt: z.string().max(4096), signature: z.string().max(2048) });
export type SignedReceipt = z.infer<typeof SignedReceipt>;

/**
 * The upload protocol. Every request carries `Authorization: Bearer <token>`.
 * - `GET v1/status` → {@link ReceiverStatus}
 * - tus 1.0 at `uploads/`, one upload per snapshot file, metadata {@link UploadMetadata}; chunks of 1 to 2 MB;
 *   neither termination nor deferred lengths; refusals have a JSON body {@link Refusal}
 * - `GET v1/receipts/<file sha256>` → {@link SignedReceipt}, 404 while the file is not accepted
 */
export const uploadPaths = { status: '/v1/status', receipts: '/v1/receipts/', uploads: '/uploads' } as const;

export const uploadChunk = 1024 * 1024;

export const ReceiverStatus = z.strictObject({
  /** What the receiver calls this branch. */
  name: Label,
  /** Public key that signs receipts. */
  receiver: SigningKey,
  /** Signing key of the branch that the receiver has pinned; null before the first snapshot. */
  signer: SigningKey.nullable(),
  maximumBytes: z.int().min(1),
  last: SignedReceipt.nullable(),
});
export type ReceiverStatus = z.infer<typeof ReceiverStatus>;

export const UploadMetadata = z.object({ sha256: Sha256 });

/** Why an upload was refused. */
export const RefusalCode = z.enum([
  'bad-token',
  'bad-request',
  'too-large',
  'quota-exceeded',
  'already-received',
  'wrong-hash',
  'not-a-snapshot',
  'bad-signature',
  'unknown-signer',
  'wrong-branch',
  'replayed',
  'chain-broken',
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const Refusal = z.strictObject({ refused: RefusalCode, detail: z.string().max(500) });
export type Refusal = z.infer<typeof Refusal>;
