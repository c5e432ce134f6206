import { useCallback, useState } from 'react';
import type { AttachmentSlot } from '../../../contract/attachment.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { RecordName } from '../../../contract/history.ts';
import { sendFile } from '../../data/attachment-bytes.ts';
import type { Client } from '../../data/client.ts';
import { useClient } from '../../data/client-context.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { newId } from '../../data/new-id.ts';
import type { PendingFile } from './pending.ts';

export interface Owner {
  record: RecordName;
  recordId: string;
  /** A line inside the record; empty for the record itself. */
  part?: string;
}

export interface Adding {
  /** Attaches the files, each by itself or all as pages of one; what is refused is told by name, the rest is attached. */
  add(files: readonly PendingFile[], as: { slot: AttachmentSlot; asPages: boolean }): Promise<void>;
  progress: { done: number; total: number; name: string } | undefined;
  failures: readonly Failure[];
  clearFailures(): void;
}

export function useAdding(owner: Owner): Adding {
  const client = useClient();
  const [progress, setProgress] = useState<Adding['progress']>();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const { record, recordId, part = '' } = owner;
  const add = useCallback<Adding['add']>(
    async (files, { slot, asPages }) => {
      const groups = asPages ? [files] : files.map((file) => [file]);
      const refused: Failure[] = [];
      let done = 0;
      for (const group of groups) {
        const sources = [];
        try {
          for (const file of group) {
            done += 1;
            setProgress({ done, total: files.length, name: file.name });
            sources.push(await sourceOf(client, file));
          }
          await client.call('attachment.add', { id: newId(), record, recordId, part, slot, files: sources });
        } catch (error) {
          refused.push(failureOf(error));
        }
      }
      setProgress(undefined);
      setFailures(refused);
    },
    [client, record, recordId, part],
  );
  const clearFailures = useCallback(() => setFailures([]), []);
  return { add, progress, failures, clearFailures };
}

async function sourceOf(
  client: Client,
  { name, source }: PendingFile,
): Promise<{ grant: string } | { transferId: string }> {
  return source.kind === 'grant' ? { grant: source.token } : sendFile(client, source.file, name);
}
