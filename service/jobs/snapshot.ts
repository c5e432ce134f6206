import type { SnapshotManifest, SnapshotTable } from '../../contract/snapshot.ts';
import type { ReadableDb } from '../../db/open.ts';
import { readSecret } from '../../db/queries/secrets.ts';
import { inspectSnapshot, openSnapshot, writeOpenedSnapshot } from '../snapshot/open.ts';
import { projectedStreams } from '../snapshot/projection.ts';
import { contentHashOf, writeRows } from '../snapshot/rows.ts';
import { type ChainPosition, sealSnapshot } from '../snapshot/seal.ts';
import type { JobContext } from './context.ts';

/** The tables as they would leave now, and one digest over all of them. */
export async function previewSnapshotJob(
  context: JobContext,
  _input: undefined,
): Promise<{ tables: SnapshotTable[]; contentHash: string }> {
  const { tables } = await atOneMoment(context.db, (db) => {
    const streams = projectedStreams(db);
    return writeRows(streams, (done, table) => {
      context.signal.throwIfAborted();
      context.progress({ done, total: streams.length, label: table });
    });
  });
  return { tables, contentHash: contentHashOf(tables) };
}

/** Seals the report snapshot. The branch's keys have been made before: here nothing can be written. */
export async function sealSnapshotJob(
  context: JobContext,
  input: {
    branch: { id: string; code: string; name: string };
    recipients: string[];
    position: ChainPosition;
    schemaVersion: number;
    asOf: string;
  },
): Promise<{ file: Uint8Array; fileHash: string; manifest: SnapshotManifest; manifestHash: string }> {
  return atOneMoment(context.db, (db) =>
    sealSnapshot({
      ...input,
      streams: projectedStreams(db),
      madeAt: context.now(),
      secrets: {
        getSecret: (name) => readSecret(db, name),
        setSecret: () => {
          throw new Error('keys are made before sealing');
        },
      },
      signal: context.signal,
      onProgress: (done, total, label) => context.progress({ done, total, label }),
    }),
  );
}

/**
 * Opens a snapshot into a folder, which is there whole or not at all.
 *
 * @param input.signer the key to hold it to; null takes the one remembered for its branch, or else its own
 */
export async function openSnapshotJob(
  context: JobContext,
  input: {
    file: Uint8Array;
    identity: string;
    signer: string | null;
    remembered: Record<string, string>;
    folder: string;
  },
): Promise<{ manifest: SnapshotManifest; manifestHash: string; isKnownSigner: boolean }> {
  const file = Buffer.from(input.file);
  const claimed = inspectSnapshot(file, input.signer);
  const known = input.signer ?? new Map(Object.entries(input.remembered)).get(claimed.manifest.branch.id) ?? null;
  const opened = await openSnapshot(file, input.identity, known);
  context.signal.throwIfAborted();
  await writeOpenedSnapshot(opened, input.folder);
  return { manifest: opened.manifest, manifestHash: opened.manifestHash, isKnownSigner: known !== null };
}

/** Runs `work` in a read transaction, so that every table is that of one moment while saving goes on. */
async function atOneMoment<Result>(db: ReadableDb, work: (db: ReadableDb) => Promise<Result>): Promise<Result> {
  db.raw.prepare('BEGIN').run();
  try {
    return await work(db);
  } finally {
    db.raw.prepare('COMMIT').run();
  }
}
