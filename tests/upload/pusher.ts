import { createHash } from 'node:crypto';
import { contentHashOf, type RowStream, writeRows } from '../../service/snapshot/rows.ts';
import type { SealedSnapshot } from '../../service/snapshot/seal.ts';
import type { PushRequest } from '../../service/upload/push.ts';
import { type MemorySecrets, sampleStreams, sealSample } from '../snapshot/sample.ts';

/** What a push needs, over the sample; `content` is what the archive says, `members` how much of it. */
export function pushRequest(
  given: Pick<PushRequest, 'target' | 'outbox' | 'store'> & {
    secrets: MemorySecrets;
    recipient: string;
    content?: string;
    members?: number;
  } & Partial<PushRequest>,
): PushRequest {
  const { secrets, recipient, content = '', members, ...rest } = given;
  const streams = (): RowStream[] =>
    sampleStreams(members ?? 3, members === undefined ? () => content : notes(content));
  return {
    branchId: 'b1',
    contentHash: async () => contentHashOf((await writeRows(streams(), () => undefined)).tables),
    seal: (position): Promise<SealedSnapshot> => sealSample([recipient], secrets, { position, streams: streams() }),
    now: () => new Date('2026-11-24T03:00:00Z'),
    transport: { retryDelays: [50, 100, 200, 400, 800, 1600, 3200] },
    ...rest,
  };
}

/** Kilobytes that no compression makes shorter, the same for the same `content`. */
function notes(content: string): () => string {
  let last = createHash('sha512').update(content).digest();
  return () => {
    const pieces: Buffer[] = [];
    while (pieces.length < 12) {
      last = createHash('sha512').update(last).digest();
      pieces.push(last);
    }
    return Buffer.concat(pieces).toString('base64');
  };
}
