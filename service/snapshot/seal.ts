import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { AppError } from '../../contract/failure.ts';
import { AgeRecipient, SnapshotManifest } from '../../contract/snapshot.ts';
import { writeContainer } from '../../contract/snapshot-container.ts';
import { ownIdentity, ownSigningKey, recipientKind } from './branch-keys.ts';
import { bestCompression, bodyName, pack } from './compression.ts';
import { signMinisign } from './minisign.ts';
import { type RowStream, writeRows } from './rows.ts';
import type { SecretStore } from './secrets.ts';

/** Where in its chain a snapshot stands. */
export interface ChainPosition {
  chain: string;
  sequence: number;
  /** SHA-256 of the manifest before; null for the first. */
  previous: string | null;
}

export interface SealRequest {
  branch: { id: string; code: string; name: string };
  streams: readonly RowStream[];
  /** The superior's public keys; the branch's own is added. */
  recipients: readonly string[];
  position: ChainPosition;
  schemaVersion: number;
  asOf: string;
  madeAt: Date;
  secrets: SecretStore;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number, label: string) => void;
}

export interface SealedSnapshot {
  file: Buffer;
  fileHash: string;
  manifest: SnapshotManifest;
  manifestHash: string;
}

/**
 * Makes a snapshot in memory: rows as JSON lines, packed, sealed to the recipients and to the branch itself, with a
 * signed manifest. Nothing touches the disk; what comes out can be written anywhere.
 *
 * @throws AppError `snapshot-refused` (`bad-recipient`, `too-large`), `cancelled`
 */
export async function sealSnapshot(request: SealRequest): Promise<SealedSnapshot> {
  const steps = request.streams.length + 2;
  const recipients = await allRecipients(request.secrets, request.recipients);
  const written = await writeRows(request.streams, (done, table) => {
    stopIfCancelled(request.signal);
    request.onProgress?.(done, steps, table);
  });
  const compression = bestCompression();
  const packed = await pack(compression, written.text);
  stopIfCancelled(request.signal);
  request.onProgress?.(steps - 1, steps, '');
  const body = await encrypted(packed, recipients);
  stopIfCancelled(request.signal);

  const signer = ownSigningKey(request.secrets);
  const manifest = SnapshotManifest.parse({
    format: 'zhibu-snapshot',
    version: 1,
    projection: 'report',
    branch: request.branch,
    ...request.position,
    madeAt: request.madeAt.toISOString(),
    asOf: request.asOf,
    schemaVersion: request.schemaVersion,
    tables: written.tables,
    body: {
      name: bodyName(compression),
      compression,
      bytes: body.length,
      sha256: sha256(body),
      plainBytes: written.text.length,
    },
    recipients,
    signer: signer.publicKey,
  } satisfies SnapshotManifest);
  const manifestText = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`, 'utf8');
  const seconds = Math.floor(request.madeAt.getTime() / 1000);
  const signature = signMinisign(signer, manifestText, `timestamp:${seconds}\tfile:manifest.json\thashed`);
  const file = Buffer.concat(
    writeContainer(
      { manifest: manifestText, signature: Buffer.from(signature, 'utf8'), bodyName: manifest.body.name, body },
      seconds,
    ),
  );
  request.onProgress?.(steps, steps, '');
  return { file, fileHash: sha256(file), manifest, manifestHash: sha256(manifestText) };
}

/**
 * The given recipients and the branch's own key of the same kind. One file never has both kinds: it would be only
 * as strong as the weaker one while looking like the stronger.
 */
async function allRecipients(secrets: SecretStore, given: readonly string[]): Promise<string[]> {
  const first = given[0];
  if (first === undefined) throw badRecipient('none');
  for (const recipient of given) {
    if (!AgeRecipient.safeParse(recipient).success) throw badRecipient(recipient.slice(0, 80));
    if (recipientKind(recipient) !== recipientKind(first)) throw badRecipient('mixed');
  }
  const own = await ownIdentity(secrets, recipientKind(first));
  return [...new Set([...given, own.recipient])];
}

async function encrypted(packed: Buffer, recipients: readonly string[]): Promise<Buffer> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw badRecipient(recipient.slice(0, 80));
    }
  }
  return Buffer.from(await encrypter.encrypt(packed));
}

function badRecipient(detail: string): AppError {
  return new AppError({ code: 'snapshot-refused', reason: 'bad-recipient', detail });
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError({ code: 'cancelled' });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
