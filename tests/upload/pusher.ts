import { randomBytes } from 'node:crypto';
import type { SealedSnapshot } from '../../service/snapshot/seal.ts';
import type { PushRequest } from '../../service/upload/push.ts';
import { type MemorySecrets, sampleStreams, sealSample } from '../snapshot/sample.ts';
import { sha256 } from './setting.ts';

/** What a push needs, over the sample; `content` is what the archive says, `members` how much of it. */
export function pushRequest(
  given: Pick<PushRequest, 'target' | 'outbox' | 'store'> & {
    secrets: MemorySecrets;
    recipient: string;
    content?: string;
    members?: number;
  } & Partial<PushRequest>,
): PushRequest {
  const { secrets, recipient, content, members, ...rest } = given;
  return {
    branchId: 'b1',
    contentHash: async () => sha256(content ?? 'content'),
    seal: (position): Promise<SealedSnapshot> =>
      sealSample([recipient], secrets, {
        position,
        streams: sampleStreams(members ?? 3, members === undefined ? () => '' : longNote),
      }),
    now: () => new Date('2026-11-24T03:00:00Z'),
    transport: { retryDelays: [50, 100, 200, 400, 800, 1600, 3200] },
    ...rest,
  };
}

/** A kilobyte that no compression makes shorter. */
function longNote(): string {
  return randomBytes(768).toString('base64');
}
