import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type SignedReceipt, SnapshotManifest, type SnapshotReceipt } from '../contract/snapshot.ts';
import { type ContainerHead, containerHeadLimit, readContainerHead } from '../contract/snapshot-container.ts';
import type { BranchEntry, IndexStore } from './index-store.ts';
import { isSignedBy, signReceipt } from './minisign.ts';
import { Refused } from './refusal.ts';

/**
 * Judges a complete upload and, when it is the next step of the branch's chain, moves it among the received files and
 * signs a receipt. Everything is checked that can be checked without a key; the body stays what it is, a closed box.
 * Order: whole → a snapshot → signed by the branch → this branch → next in the chain → kept → entered.
 *
 * @param uploaded the file in the upload folder; moved away on success, left to the caller on refusal
 * @throws Refused
 */
export async function acceptSnapshot(
  store: IndexStore,
  dataFolder: string,
  branchNumber: number,
  uploaded: string,
  statedHash: string,
): Promise<SignedReceipt> {
  const measured = await measure(uploaded);
  if (measured.fileHash !== statedHash) throw new Refused('wrong-hash', measured.fileHash);
  const branch = store.branchByNumber(branchNumber);
  if (!branch) throw new Refused('bad-token');
  const known = store.snapshotByFile(branch.number, measured.fileHash);
  if (known) throw new Refused('already-received', String(known.sequence));

  const { head } = measured;
  if (!head || head.fileBytes !== measured.bytes) throw new Refused('not-a-snapshot', 'container');
  const manifest = manifestOf(head);
  if (manifest.body.bytes !== head.bodyBytes || manifest.body.sha256 !== measured.bodyHash) {
    throw new Refused('not-a-snapshot', 'body');
  }
  const manifestHash = createHash('sha256').update(head.manifest).digest('hex');
  checkSigner(branch, manifest, head);
  checkChain(store, branch, manifest);

  const folder = join(dataFolder, 'snapshots', String(branch.number).padStart(6, '0'));
  const name = `${String(manifest.sequence).padStart(6, '0')}-${manifest.chain.slice(0, 8)}-${measured.fileHash.slice(0, 16)}.tar`;
  await keep(uploaded, folder, name);

  const receivedAt = new Date().toISOString();
  const text = `${JSON.stringify(
    {
      format: 'zhibu-receipt',
      version: 1,
      number: `${receivedAt.slice(0, 10).replaceAll('-', '')}-${randomBytes(4).toString('hex')}`,
      branch: { id: manifest.branch.id, name: branch.name },
      chain: manifest.chain,
      sequence: manifest.sequence,
      manifest: manifestHash,
      file: measured.fileHash,
      bytes: measured.bytes,
      receivedAt,
    } satisfies SnapshotReceipt,
    null,
    1,
  )}\n`;
  const comment = `timestamp:${Math.floor(Date.parse(receivedAt) / 1000)}\tfile:receipt.json\thashed`;
  const receipt = { receipt: text, signature: signReceipt(store.receiptKey(), text, comment) };
  store.accept(
    branch.number,
    { branchId: manifest.branch.id, signer: manifest.signer, chain: manifest.chain },
    {
      sequence: manifest.sequence,
      manifestHash,
      fileHash: measured.fileHash,
      bytes: measured.bytes,
      receivedAt,
      receipt,
    },
  );
  return receipt;
}

interface Measured {
  bytes: number;
  fileHash: string;
  bodyHash: string;
  head: ContainerHead | null;
}

/** One pass over the file: its hash, that of the body, and the head. */
async function measure(path: string): Promise<Measured> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Buffer.alloc(Math.min(size, containerHeadLimit));
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    const head = readContainerHead(start.subarray(0, bytesRead));
    const whole = createHash('sha256');
    const body = createHash('sha256');
    let at = 0;
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>) {
      whole.update(chunk);
      if (head) {
        const from = Math.max(head.bodyStart - at, 0);
        const to = Math.min(head.bodyStart + head.bodyBytes - at, chunk.length);
        if (from < to) body.update(chunk.subarray(from, to));
      }
      at += chunk.length;
    }
    return { bytes: at, fileHash: whole.digest('hex'), bodyHash: body.digest('hex'), head };
  } finally {
    await file.close();
  }
}

function manifestOf(head: ContainerHead): SnapshotManifest {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(head.manifest).toString('utf8'));
  } catch {
    throw new Refused('not-a-snapshot', 'manifest.json');
  }
  const parsed = SnapshotManifest.safeParse(json);
  if (!parsed.success || parsed.data.body.name !== head.bodyName) throw new Refused('not-a-snapshot', 'manifest.json');
  return parsed.data;
}

/** The first snapshot pins the branch's key, unless the clerk of the receiver did so from paper. */
function checkSigner(branch: BranchEntry, manifest: SnapshotManifest, head: ContainerHead): void {
  if (branch.signer !== null && manifest.signer !== branch.signer) throw new Refused('unknown-signer', manifest.signer);
  if (!isSignedBy(manifest.signer, head.manifest, Buffer.from(head.signature).toString('utf8'))) {
    throw new Refused('bad-signature');
  }
  if (branch.branchId !== null && manifest.branch.id !== branch.branchId) throw new Refused('wrong-branch');
}

/** Each step follows the one before: nothing older again, nothing left out, nothing beside it. */
function checkChain(store: IndexStore, branch: BranchEntry, manifest: SnapshotManifest): void {
  if (branch.chain !== null && manifest.chain !== branch.chain) throw new Refused('chain-broken', 'chain');
  const last = store.lastSnapshot(branch.number);
  const expected = (last?.sequence ?? 0) + 1;
  if (manifest.sequence < expected) throw new Refused('replayed', `${manifest.sequence} < ${expected}`);
  if (manifest.sequence > expected) throw new Refused('chain-broken', `${manifest.sequence} > ${expected}`);
  if (manifest.previous !== (last?.manifestHash ?? null)) throw new Refused('chain-broken', 'previous');
}

/** On the disk before anybody is told that it is. */
async function keep(uploaded: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await syncPath(uploaded, 'r+');
  await rename(uploaded, join(folder, name));
  if (process.platform !== 'win32') await syncPath(folder, 'r');
}

async function syncPath(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
