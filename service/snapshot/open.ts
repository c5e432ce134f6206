import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Decrypter } from 'age-encryption';
import { AppError, type SnapshotReason } from '../../contract/failure.ts';
import { SnapshotManifest } from '../../contract/snapshot.ts';
import { type ContainerHead, containerHeadLimit, readContainerHead } from '../../contract/snapshot-container.ts';
import { fileReason, renamePatiently, syncFolder } from '../files/whole-file.ts';
import { bodyName, canUnpack, unpack } from './compression.ts';
import { verifyMinisign } from './minisign.ts';
import { readRows } from './rows.ts';

/** What can be said of a snapshot without any secret key. */
export interface InspectedSnapshot {
  manifest: SnapshotManifest;
  manifestText: Buffer;
  manifestHash: string;
  signatureText: string;
  body: Buffer;
}

export interface OpenedSnapshot extends InspectedSnapshot {
  /** JSON lines by table. */
  tables: Map<string, Buffer>;
}

/**
 * Checks everything that needs no secret: layout, signature, signer, branch, length and hash of the body.
 *
 * @param pinnedSigner the key the branch is known by; null accepts the one the manifest names, which then says only
 *   that the file is whole, not who made it
 * @throws AppError `snapshot-refused`
 */
export function inspectSnapshot(
  file: Buffer,
  pinnedSigner: string | null,
  expectedBranch: string | null = null,
): InspectedSnapshot {
  const head = readContainerHead(file.subarray(0, containerHeadLimit));
  if (!head) throw refused('tampered', 'container');
  const manifestText = Buffer.from(head.manifest);
  const signatureText = Buffer.from(head.signature).toString('utf8');
  const claimed = claimOf(manifestText);
  const signer = pinnedSigner ?? claimed.signer;
  if (!verifyMinisign(signer, manifestText, signatureText)) {
    if (pinnedSigner !== null && claimed.signer !== pinnedSigner) throw refused('unknown-signer', claimed.signer);
    throw refused('bad-signature', 'manifest.json');
  }
  if (claimed.signer !== signer) throw refused('unknown-signer', claimed.signer);
  const manifest = parsed(manifestText);
  if (expectedBranch !== null && manifest.branch.id !== expectedBranch) {
    throw refused('wrong-branch', manifest.branch.name);
  }
  const body = bodyOf(file, head, manifest);
  return { manifest, manifestText, manifestHash: sha256(manifestText), signatureText, body };
}

/**
 * Opens a snapshot in memory and holds it against its manifest, to the last row.
 *
 * @param identity text of an age identity file (comments allowed), or one identity
 * @throws AppError `snapshot-refused`
 */
export async function openSnapshot(
  file: Buffer,
  identity: string,
  pinnedSigner: string | null,
  expectedBranch: string | null = null,
): Promise<OpenedSnapshot> {
  const inspected = inspectSnapshot(file, pinnedSigner, expectedBranch);
  const { compression, plainBytes } = inspected.manifest.body;
  if (!canUnpack(compression)) throw refused('too-new', compression);
  const packed = await decrypted(inspected.body, identity);
  let text: Buffer;
  try {
    text = await unpack(compression, packed, plainBytes);
  } catch {
    throw refused('tampered', 'compression');
  }
  if (text.length !== plainBytes) throw refused('tampered', 'length');
  return { ...inspected, tables: readRows(text, inspected.manifest.tables) };
}

/**
 * Writes an opened snapshot into a folder: `manifest.json`, its signature, and `<table>.jsonl` for each table. The
 * folder is there whole or not at all; it must not exist, or be empty. Names come from a schema that has no
 * separators, so nothing can land elsewhere.
 *
 * @throws AppError `file-unwritable`
 */
export async function writeOpenedSnapshot(opened: OpenedSnapshot, folder: string): Promise<void> {
  const target = resolve(folder);
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const present = await readdir(target).catch((error: unknown) => {
      if (fileReason(error) === 'missing') return null;
      throw error;
    });
    if (present && present.length > 0)
      throw new AppError({ code: 'file-unwritable', file: basename(target), reason: 'exists' });
    await mkdir(dirname(target), { recursive: true });
    await mkdir(temporary, { mode: 0o700 });
    const files: [string, Buffer | string][] = [
      ['manifest.json', opened.manifestText],
      ['manifest.json.minisig', opened.signatureText],
    ];
    for (const [table, lines] of opened.tables) files.push([`${table}.jsonl`, lines]);
    for (const [name, content] of files) await writeFile(join(temporary, name), content, { flag: 'wx', flush: true });
    if (present) await rmdir(target);
    await renamePatiently(temporary, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof AppError) throw error;
    throw new AppError({ code: 'file-unwritable', file: basename(target), reason: fileReason(error) });
  }
}

/** The signer and the version as the manifest claims them, before anything about it is believed. */
function claimOf(manifestText: Buffer): { signer: string } {
  let json: unknown;
  try {
    json = JSON.parse(manifestText.toString('utf8'));
  } catch {
    throw refused('tampered', 'manifest.json');
  }
  if (typeof json !== 'object' || json === null || !('signer' in json) || typeof json.signer !== 'string') {
    throw refused('tampered', 'manifest.json');
  }
  return { signer: json.signer };
}

function parsed(manifestText: Buffer): SnapshotManifest {
  const json = JSON.parse(manifestText.toString('utf8'));
  if (json.format === 'zhibu-snapshot' && Number.isInteger(json.version) && json.version > 1) {
    throw refused('too-new', String(json.version));
  }
  const result = SnapshotManifest.safeParse(json);
  if (!result.success) throw refused('tampered', 'manifest.json');
  return result.data;
}

function bodyOf(file: Buffer, head: ContainerHead, manifest: SnapshotManifest): Buffer {
  if (file.length < head.fileBytes) throw refused('truncated', `${file.length} < ${head.fileBytes}`);
  const body = file.subarray(head.bodyStart, head.bodyStart + head.bodyBytes);
  const behind = file.subarray(head.bodyStart + head.bodyBytes);
  if (file.length > head.fileBytes || behind.some((byte) => byte !== 0)) throw refused('tampered', 'container');
  const said = manifest.body;
  if (head.bodyName !== said.name || said.name !== bodyName(said.compression)) throw refused('tampered', 'body');
  if (body.length < said.bytes) throw refused('truncated', `${body.length} < ${said.bytes}`);
  if (body.length !== said.bytes || sha256(body) !== said.sha256) throw refused('tampered', 'body');
  return body;
}

async function decrypted(body: Buffer, identityText: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  const identities = identityText
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  try {
    if (identities.length === 0) throw new Error('no identity');
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw refused('bad-identity', 'age');
  }
  try {
    return Buffer.from(await decrypter.decrypt(body));
  } catch (error) {
    // The library has no error types; this one sentence means that no identity fitted any recipient.
    const foreign = error instanceof Error && error.message.startsWith('no identity matched');
    throw foreign ? refused('not-for-you', 'age') : refused('tampered', 'age');
  }
}

function refused(reason: SnapshotReason, detail: string): AppError {
  return new AppError({ code: 'snapshot-refused', reason, detail: detail.slice(0, 200) });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
