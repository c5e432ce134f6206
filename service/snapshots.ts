import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../contract/failure.ts';
import type { Output } from '../contract/operations.ts';
import { type SnapshotManifest, SnapshotReceipt } from '../contract/snapshot.ts';
import { recordAccess } from '../db/audit.ts';
import { schemaVersion } from '../db/migrate.ts';
import type { WritableDb } from '../db/open.ts';
import { listBranches } from '../db/queries/branches.ts';
import type { ArchiveContext } from './context.ts';
import { fileReason, writeWholeFile } from './files/whole-file.ts';
import type { HandlersOf } from './handler-types.ts';
import { runJob } from './jobs/runner.ts';
import { fingerprint, hasSigningKey, ownIdentity, ownSigningKey, recipientKind } from './snapshot/branch-keys.ts';
import {
  chainStore,
  dropPending,
  fileChainIn,
  saveFileChain,
  saveTarget,
  secretsOf,
  startOver,
  targetIn,
} from './snapshot/keeping.ts';
import { knownSigners, rememberSigner } from './snapshot/known-signers.ts';
import { inspectSnapshot } from './snapshot/open.ts';
import type { ChainPosition } from './snapshot/seal.ts';
import type { SecretStore } from './snapshot/secrets.ts';
import { pushSnapshot } from './upload/push.ts';
import { receiverOrigin } from './upload/target.ts';

/** Larger files are not read at all. */
const fileLimit = 512 * 1024 * 1024;

export const snapshotHandlers = {
  'snapshot.status': (context) => status(context),

  'snapshot.identity': (context) => publicIdentity(secretsOf(context.archive.db)),

  'snapshot.saveTarget': (context, input) => {
    const secrets = secretsOf(context.archive.db);
    const before = targetIn(secrets);
    const url = input.url === undefined ? before.url : input.url === '' ? '' : receiverOrigin(input.url);
    const recipients = acceptable(input.recipients ?? before.recipients);
    if (url !== before.url) startOver(secrets);
    if (recipients.join() !== before.recipients.join()) dropPending(secrets);
    saveTarget(secrets, {
      url,
      token: input.token ?? before.token,
      authority: input.authority ?? before.authority,
      recipients,
    });
    return status(context);
  },

  'snapshot.startOver': (context) => {
    startOver(secretsOf(context.archive.db));
    return status(context);
  },

  'snapshot.preview': async (context) => {
    const { tables } = await runJob('previewSnapshot', undefined, from(context));
    return tables.map(({ name, fields, rows, bytes }) => ({ name, fields, rows, bytes }));
  },

  'snapshot.seal': async (context, input) => {
    const path = context.grants.take(input.file, 'write-file');
    const secrets = secretsOf(context.archive.db);
    const target = targetIn(secrets);
    const recipients = acceptable(input.recipients ?? target.recipients);
    const chain = fileChainIn(secrets);
    const sealed = await seal(context, recipients, {
      chain: chain.chain,
      sequence: chain.sequence + 1,
      previous: chain.manifestHash,
    });
    context.job.signal.throwIfAborted();
    await writeWholeFile(path, sealed.file);
    const { sequence } = sealed.manifest;
    saveFileChain(secrets, { chain: chain.chain, sequence, manifestHash: sealed.manifestHash });
    if (target.recipients.length === 0) saveTarget(secrets, { ...target, recipients });
    recordLeaving(context, sealed);
    return described(sealed.manifest, sealed.manifestHash, sealed.file.length);
  },

  'snapshot.push': async (context) => {
    const secrets = secretsOf(context.archive.db);
    const target = targetIn(secrets);
    if (target.url === '') throw new AppError({ code: 'invalid-input', fields: { url: ['missing'] } });
    if (target.token === '') throw new AppError({ code: 'invalid-input', fields: { token: ['missing'] } });
    const recipients = acceptable(target.recipients);
    const result = await oneByOne(context, () =>
      pushSnapshot({
        target: { url: target.url, token: target.token, authority: target.authority === '' ? null : target.authority },
        branchId: rootBranch(context).id,
        outbox: join(context.archive.folder, 'outbox'),
        store: chainStore(secrets),
        contentHash: async () => {
          const { contentHash } = await runJob('previewSnapshot', undefined, silent(context));
          return contentHash;
        },
        seal: async (position) => {
          const sealed = await seal(context, recipients, position);
          recordLeaving(context, sealed);
          return sealed;
        },
        now: () => context.now(),
        onProgress: (done, total) => context.job.progress({ done, total, label: target.url }),
        signal: context.job.signal,
      }),
    );
    return { receipt: result.receipt, signed: result.signed, resumed: result.resumed };
  },

  'snapshot.deliveries': (context) =>
    chainStore(secretsOf(context.archive.db))
      .load()
      .receipts.map((signed) => ({ signed, receipt: SnapshotReceipt.parse(JSON.parse(signed.receipt)) }))
      .reverse(),

  'snapshot.inspect': async (context, input) => {
    const file = await readSnapshotFile(context.grants.take(input.file, 'read-file'));
    const { manifest, manifestHash } = inspectSnapshot(file, null);
    return described(manifest, manifestHash, file.length);
  },

  'snapshot.open': async (context, input) => {
    const path = context.grants.take(input.file, 'read-file');
    const identityFile = context.grants.take(input.identity, 'read-file');
    const folder = context.grants.take(input.folder, 'write-folder');
    const file = await readSnapshotFile(path);
    const identity = (await readSmallFile(identityFile)).toString('utf8');
    const opened = await runJob(
      'openSnapshot',
      { file, identity, signer: input.signer ?? null, remembered: await knownSigners(identityFile), folder },
      unopened(context),
    );
    const { manifest, manifestHash, isKnownSigner } = opened;
    await rememberSigner(identityFile, manifest.branch.id, manifest.signer);
    return { ...described(manifest, manifestHash, file.length), isKnownSigner };
  },
} satisfies HandlersOf<
  | 'snapshot.status'
  | 'snapshot.identity'
  | 'snapshot.saveTarget'
  | 'snapshot.startOver'
  | 'snapshot.preview'
  | 'snapshot.seal'
  | 'snapshot.push'
  | 'snapshot.deliveries'
  | 'snapshot.inspect'
  | 'snapshot.open'
>;

const pushes = new WeakMap<WritableDb, Promise<unknown>>();

/** Two pushes at once would take each other's place in the chain; the second waits. */
async function oneByOne<Result>(context: ArchiveContext, push: () => Promise<Result>): Promise<Result> {
  const { db } = context.archive;
  const work = (pushes.get(db) ?? Promise.resolve()).then(push);
  pushes.set(
    db,
    work.catch(() => undefined),
  );
  return work;
}

async function seal(context: ArchiveContext, recipients: string[], position: ChainPosition) {
  const first = recipients[0];
  if (first === undefined) throw new AppError({ code: 'snapshot-refused', reason: 'bad-recipient', detail: 'none' });
  const secrets = secretsOf(context.archive.db);
  ownSigningKey(secrets);
  await ownIdentity(secrets, recipientKind(first));
  const { id, code, fullName, shortName } = rootBranch(context);
  const sealed = await runJob(
    'sealSnapshot',
    {
      branch: { id, code, name: shortName || fullName },
      recipients,
      position,
      schemaVersion,
      asOf: context.today(),
    },
    from(context),
  );
  return { ...sealed, file: Buffer.from(sealed.file) };
}

async function status(context: ArchiveContext): Promise<Output<'snapshot.status'>> {
  const secrets = secretsOf(context.archive.db);
  const target = targetIn(secrets);
  const chain = chainStore(secrets).load();
  const last = chain.receipts.at(-1);
  const receipt = last === undefined ? null : SnapshotReceipt.parse(JSON.parse(last.receipt));
  return {
    identity: hasSigningKey(secrets) ? await publicIdentity(secrets) : null,
    target: {
      url: target.url,
      hasToken: target.token !== '',
      hasAuthority: target.authority !== '',
      recipients: target.recipients,
    },
    lastDelivered: receipt === null ? null : { ...receipt, ageDays: daysSince(receipt.receivedAt, context.now()) },
    pending: chain.pending && { sequence: chain.pending.sequence, sealedAt: chain.pending.sealedAt },
    receiverFingerprint: chain.receiver === null ? null : fingerprint(chain.receiver),
  };
}

async function publicIdentity(secrets: SecretStore): Promise<Output<'snapshot.identity'>> {
  const { publicKey } = ownSigningKey(secrets);
  const { recipient } = await ownIdentity(secrets, 'x25519');
  return { signer: publicKey, fingerprint: fingerprint(publicKey), recipient };
}

/** Recipients of one kind only; see `sealSnapshot`. Said here already, so that a wrong one is never kept. */
function acceptable(recipients: string[]): string[] {
  const kinds = new Set(recipients.map(recipientKind));
  if (kinds.size > 1) throw new AppError({ code: 'snapshot-refused', reason: 'bad-recipient', detail: 'mixed' });
  return [...new Set(recipients)];
}

/** The snapshot is that of the branch at the top of the archive's tree. */
function rootBranch(context: ArchiveContext) {
  const root = listBranches(context.archive.db).find((candidate) => candidate.parentId === null);
  if (root === undefined) throw new AppError({ code: 'no-such-record', record: 'branch', id: '' });
  return root;
}

/** What left the archive is in its history: which step, and the hash of the very file. */
function recordLeaving(context: ArchiveContext, sealed: { fileHash: string; manifest: SnapshotManifest }): void {
  const recordId = rootBranch(context).id;
  const what = `${sealed.manifest.sequence} ${sealed.fileHash}`;
  context.write(() =>
    recordAccess(context.archive.db, { action: 'export', record: 'branch', recordId, part: 'snapshot', what }),
  );
}

function described(manifest: SnapshotManifest, manifestHash: string, bytes: number): Output<'snapshot.inspect'> {
  return {
    branchName: manifest.branch.name,
    sequence: manifest.sequence,
    madeAt: manifest.madeAt,
    asOf: manifest.asOf,
    tables: manifest.tables.map(({ name, fields, rows, bytes }) => ({ name, fields, rows, bytes })),
    signer: manifest.signer,
    fingerprint: fingerprint(manifest.signer),
    recipients: manifest.recipients,
    manifestHash,
    bytes,
  };
}

async function readSnapshotFile(path: string): Promise<Buffer> {
  return readBounded(path, fileLimit);
}

async function readSmallFile(path: string): Promise<Buffer> {
  return readBounded(path, 64 * 1024);
}

async function readBounded(path: string, limit: number): Promise<Buffer> {
  try {
    if ((await stat(path)).size <= limit) return await readFile(path);
  } catch (error) {
    throw new AppError({ code: 'file-unreadable', file: basename(path), reason: fileReason(error) });
  }
  throw new AppError({ code: 'file-unreadable', file: basename(path), reason: 'too-large' });
}

function from(context: ArchiveContext) {
  return { archive: context.archive, job: context.job, now: () => context.now() };
}

function silent(context: ArchiveContext) {
  return { ...from(context), job: { signal: context.job.signal, progress: () => undefined } };
}

function unopened(context: ArchiveContext) {
  return { archive: undefined, job: context.job, now: () => context.now() };
}

function daysSince(at: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 86_400_000));
}
