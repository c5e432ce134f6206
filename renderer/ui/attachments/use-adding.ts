import { useCallback, useState } from 'react';
import type { AttachmentSlot } from '../../../contract/attachment.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { RecordName } from '../../../contract/history.ts';
import { sendFile } from '../../data/attachment-bytes.ts';
import type { Client } from '../../data/client.ts';
import { useClient } from '../../data/client-context.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { newId } from '../../data/new-id.ts';
import { sendShrunk, takeGranted } from '../../data/shrink-photo.ts';
import { looksLikeImage, type PendingFile } from './pending.ts';

export interface Owner {
  record: RecordName;
  recordId: string;
  /** A line inside the record; empty for the record itself. */
  part?: string;
}

/** How files are attached. */
export interface AddingAs {
  slot: AttachmentSlot;
  asPages: boolean;
  /** Points of a photo's longer side; 0 keeps photos as they are. */
  photoEdge: number;
}

/** A photo that was made smaller; sizes in bytes. */
export interface ShrunkPhoto {
  name: string;
  before: number;
  after: number;
}

export interface Adding {
  /** Attaches the files, each by itself or all as pages of one; what is refused is told by name, the rest is attached. */
  add(files: readonly PendingFile[], as: AddingAs): Promise<void>;
  progress: { done: number; total: number; name: string } | undefined;
  /** Of the files that were attached last. */
  shrunk: readonly ShrunkPhoto[];
  failures: readonly Failure[];
  clearFailures(): void;
}

export function useAdding(owner: Owner): Adding {
  const client = useClient();
  const [progress, setProgress] = useState<Adding['progress']>();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [shrunk, setShrunk] = useState<readonly ShrunkPhoto[]>([]);
  const { record, recordId, part = '' } = owner;
  const add = useCallback<Adding['add']>(
    async (files, { slot, asPages, photoEdge }) => {
      const groups = asPages ? [files] : files.map((file) => [file]);
      const refused: Failure[] = [];
      const smaller: ShrunkPhoto[] = [];
      setShrunk([]);
      let done = 0;
      for (const group of groups) {
        const sources = [];
        const smallerOfGroup: ShrunkPhoto[] = [];
        try {
          for (const file of group) {
            done += 1;
            setProgress({ done, total: files.length, name: file.name });
            const { source, made } = await sourceOf(client, file, slot === 'photo' ? photoEdge : 0);
            sources.push(source);
            if (made !== undefined) smallerOfGroup.push({ name: file.name, ...made });
          }
          await client.call('attachment.add', { id: newId(), record, recordId, part, slot, files: sources });
          smaller.push(...smallerOfGroup);
        } catch (error) {
          refused.push(failureOf(error));
        }
      }
      setProgress(undefined);
      setFailures(refused);
      setShrunk(smaller);
    },
    [client, record, recordId, part],
  );
  const clearFailures = useCallback(() => setFailures([]), []);
  return { add, progress, shrunk, failures, clearFailures };
}

type Source = { grant: string } | { transferId: string; shrunkFrom?: string };

async function sourceOf(
  client: Client,
  file: PendingFile,
  photoEdge: number,
): Promise<{ source: Source; made?: { before: number; after: number } }> {
  const { name, source } = file;
  const mayShrink = photoEdge > 0 && looksLikeImage(file);
  if (source.kind === 'file') {
    const small = mayShrink ? await sendShrunk(client, source.file, name, photoEdge) : null;
    return small === null
      ? { source: await sendFile(client, source.file, name) }
      : { source: small.source, made: sizesOf(small) };
  }
  if (!mayShrink) return { source: { grant: source.token } };
  const { transferId, file: blob } = await takeGranted(client, source.token);
  const small = await sendShrunk(client, blob, name, photoEdge, transferId);
  return small === null ? { source: { transferId } } : { source: small.source, made: sizesOf(small) };
}

function sizesOf({ before, after }: { before: number; after: number }) {
  return { before, after };
}
