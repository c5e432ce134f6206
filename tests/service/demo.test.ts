import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RecordName } from '../../contract/history.ts';
import { readIdNumber } from '../../rules/id-number.ts';
import { createService } from '../../service/service.ts';
import { passphrase, testKeyCost } from './open-archive.ts';

const records = ['branch', 'group', 'committeeTerm', 'post', 'member', 'meeting', 'appraisal'] as const;

async function demo(seed: number, members = 14) {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-demo-'));
  const service = createService({ keyCost: testKeyCost, now: () => new Date('2026-11-24T10:00:00') });
  onTestFinished(() => {
    service.stop();
    rmSync(root, { recursive: true });
  });
  const input = { folder: service.grant(join(root, '演示.zhibu'), 'write-folder'), person: '演示', passphrase };
  const made = await service.call('archive.createDemo', { ...input, members, years: 1, seed });
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const dump = async (record: RecordName) => {
    const result = await service.call('record.dump', { record, unmask: true });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value as Record<string, unknown>[];
  };
  return Object.assign(dump, { service });
}

test('every ledger of the practice archive has something in it', async () => {
  const { service } = await demo(1, 24);
  const options = { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' };
  const listed = await service.call('ledger.list', options);
  if (!listed.ok) throw new Error(JSON.stringify(listed.failure));
  const empty = (listed.value as { id: string; entries: number }[]).filter(({ entries }) => entries === 0);
  expect(empty.map(({ id }) => id)).toEqual([]);
});

test('the same seed gives the same records, another seed gives others', async () => {
  const [first, again, other] = [await demo(7), await demo(7), await demo(8)];
  for (const record of records) expect(await again(record)).toEqual(await first(record));
  expect(await other('member')).not.toEqual(await first('member'));
});

test('ID numbers of the demo carry a right checksum, sex and birth date, and an address code that is not in use', async () => {
  const dump = await demo(3, 40);
  const members = await dump('member');
  expect(members.length).toBe(40);
  for (const member of members) {
    const idNumber = String(member.idNumber);
    const facts = readIdNumber(idNumber);
    expect(facts).toMatchObject({ problem: null, bornOn: member.bornOn, sex: member.sex });
    expect(idNumber.slice(0, 6)).toBe('999901');
  }
});

test('votes of the demo stand up to recomputation: every V1 vote has its quorum and majority', async () => {
  const dump = await demo(1, 30);
  const votes = (await dump('meeting')).flatMap((meeting) => meeting.votes as { recordedResult: string }[]);
  expect(votes.length).toBeGreaterThan(0);
  expect(votes.every((vote) => vote.recordedResult === 'passed')).toBe(true);
});
