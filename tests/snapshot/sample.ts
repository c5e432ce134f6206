import { newChainId } from '../../service/snapshot/branch-keys.ts';
import type { RowStream } from '../../service/snapshot/rows.ts';
import { type SealedSnapshot, type SealRequest, sealSnapshot } from '../../service/snapshot/seal.ts';
import type { SecretStore } from '../../service/snapshot/secrets.ts';

/** Secrets that live as long as the test. */
export class MemorySecrets implements SecretStore {
  readonly #values = new Map<string, Buffer>();
  getSecret(name: string): Buffer | null {
    return this.#values.get(name) ?? null;
  }
  setSecret(name: string, value: Buffer): void {
    this.#values.set(name, value);
  }
}

/** A name that must never be readable outside a sealed body. */
export const plantedName = '欧阳暗夜行者';

/** Two small tables; `members` makes the body as long as a test needs (random notes do not compress). */
export function sampleStreams(members = 3, note: () => string = () => ''): RowStream[] {
  const rows = Array.from({ length: members }, (_, index) => ({
    id: `m${String(index).padStart(6, '0')}`,
    name: index === 0 ? plantedName : `党员${index}`,
    joinedOn: index % 2 === 0 ? '1998-05' : null,
    note: note(),
    idNumber: '11010119800101123X',
  }));
  return [
    { table: 'branch', fields: ['id', 'fullName'], rows: [{ id: 'b1', fullName: '中共示例第一支部委员会' }] },
    { table: 'member', fields: ['id', 'name', 'joinedOn', 'note'], rows },
  ];
}

/** Seals the sample; what is given replaces the defaults. */
export async function sealSample(
  recipients: readonly string[],
  secrets: SecretStore,
  change: Partial<SealRequest> = {},
): Promise<SealedSnapshot> {
  return sealSnapshot({
    branch: { id: 'b1', code: '370100001', name: '示例第一支部' },
    streams: sampleStreams(),
    recipients,
    position: { chain: newChainId(), sequence: 1, previous: null },
    schemaVersion: 10,
    asOf: '2026-11-24',
    madeAt: new Date('2026-11-24T03:00:00Z'),
    secrets,
    ...change,
  });
}
