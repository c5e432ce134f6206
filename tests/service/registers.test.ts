import { expect, test } from 'vitest';
import { exportLedgers, sheetRows } from './ledger-files.ts';
import { fullMember } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

async function withMembers(): Promise<TestArchive> {
  const archive = await openTestArchive();
  for (const id of ['m1', 'm2', 'm3'])
    await archive.call('member.save', {
      draft: fullMember(id, archive.branchId),
    });
  return archive;
}

const asOf = '2026-11-24';

test('a person under 留党察看 loses the vote on the day it takes effect, and has it again when it is restored', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const draft = { id: 'd1', branchId, memberId: 'm1', kind: 'probation-within-party' as const, cause: '违纪' };
  const decided = { ...draft, revision: 0, decidedOn: '2025-03-01', effectiveOn: '2025-03-10', months: 12 as const };
  await archive.call('discipline.save', { draft: decided });
  const rightsOn = async (day: string) => (await archive.call('member.get', { id: 'm1', asOf: day })).hasVotingRights;
  expect([await rightsOn('2025-03-09'), await rightsOn('2025-03-10'), await rightsOn(asOf)]).toEqual([
    true,
    false,
    false,
  ]);
  await archive.call('discipline.save', { draft: { id: 'd1', revision: 1, rightsRestoredOn: '2026-03-12' } });
  expect([await rightsOn('2026-03-11'), await rightsOn('2026-03-12')]).toEqual([false, true]);
});

test('removing a line takes back what it said of the member', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  await archive.call('mobileMember.save', {
    draft: { id: 'f1', revision: 0, branchId, memberId: 'm2', name: '党员m2', leftOn: '2026-02' },
  });
  const statuses = async () => (await archive.call('member.get', { id: 'm2', asOf })).statuses.map(({ kind }) => kind);
  expect(await statuses()).toEqual(['mobile-out']);
  await archive.call('mobileMember.remove', { id: 'f1', revision: 1, reason: '登记错了人' });
  expect(await statuses()).toEqual([]);
});

test('a line about the wrong person moves to the right one with its state', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const draft = { id: 'h1', revision: 0, branchId, memberId: 'm1', category: 'illness' as const, since: '2026-01-01' };
  await archive.call('hardship.save', { draft });
  await archive.call('hardship.save', { draft: { id: 'h1', revision: 1, memberId: 'm2' } });
  const kinds = async (id: string) => (await archive.call('member.get', { id, asOf })).statuses.map(({ kind }) => kind);
  expect([await kinds('m1'), await kinds('m2')]).toEqual([[], ['hardship']]);
});

test('停止党籍 leaves the headcount from its day; the decision to restore gives the member back, being found does not', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const lost = { id: 'l1', branchId, memberId: 'm3', lostOn: '2025-01', membershipStoppedOn: '2025-09-01' };
  await archive.call('lostContact.save', { draft: { ...lost, revision: 0 } });
  const countOn = async (day: string) => (await archive.call('member.list', { asOf: day, branchId })).counts.full;
  expect([await countOn('2025-08-31'), await countOn('2025-09-01')]).toEqual([3, 2]);
  await archive.call('lostContact.save', { draft: { id: 'l1', revision: 1, foundOn: '2026-02-01' } });
  // Found again is not restored: that is a decision of its own.
  expect(await countOn('2026-02-01')).toBe(2);
  const decision = { restoredOn: '2026-03-05', restorationNumber: '临组〔2026〕3号' };
  await archive.call('lostContact.save', { draft: { id: 'l1', revision: 2, ...decision } });
  expect([await countOn('2026-03-04'), await countOn('2026-03-05')]).toEqual([2, 3]);
  expect(await archive.refused('lostContact.save', { draft: { id: 'l1', revision: 3, foundOn: null } })).toMatchObject({
    fields: { foundOn: ['missing'] },
  });
});

test('除名 never gives the member back to the headcount', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const stopped = { lostOn: '2023-01-10', membershipStoppedOn: '2023-09-01' };
  const draft = { id: 'l1', revision: 0, branchId, memberId: 'm3', ...stopped, struckOffOn: '2025-09-02' };
  await archive.call('lostContact.save', { draft });
  const standing = async (day: string) => {
    const { counts } = await archive.call('member.list', { asOf: day, branchId });
    return [counts.full, (await archive.call('member.get', { id: 'm3', asOf: day })).hasVotingRights];
  };
  expect([await standing('2025-09-01'), await standing('2025-09-02'), await standing(asOf)]).toEqual([
    [2, false],
    [2, false],
    [2, false],
  ]);
});

test('除名 without 停止党籍 before it is refused by field', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const draft = { id: 'l1', revision: 0, branchId, memberId: 'm3', lostOn: '2023-01', struckOffOn: '2026-01-01' };
  expect(await archive.refused('lostContact.save', { draft })).toMatchObject({
    code: 'invalid-input',
    fields: { membershipStoppedOn: ['missing'] },
  });
});

test('a member changes branch only when the transfer is accepted', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const draft = {
    id: 't1',
    revision: 0,
    branchId,
    memberId: 'm1',
    direction: 'out' as const,
    otherOrganisation: '中共滨河社区支部委员会',
    startedOn: '2026-10-08',
    issuedOn: '2026-10-09',
    state: 'issued' as const,
  };
  const issued = await archive.call('transfer.save', { draft });
  expect(issued.validUntil).toBe('2027-01-07');
  const here = async (day: string) => (await archive.call('member.list', { asOf: day, branchId })).total;
  expect(await here('2026-10-31')).toBe(3);
  await archive.call('transfer.accept', { id: 't1', revision: 1, receiptOn: '2026-11-02' });
  expect([await here('2026-11-01'), await here('2026-11-02')]).toEqual([3, 2]);
  expect((await archive.call('member.get', { id: 'm1', asOf })).memberships[0]).toMatchObject({
    to: '2026-11-02',
    leaveKind: 'transferred-out',
  });
});

test('a transfer cannot be written down as accepted without moving the member', async () => {
  const archive = await withMembers();
  const draft = {
    id: 't1',
    revision: 0,
    branchId: archive.branchId,
    memberId: 'm1',
    direction: 'out',
    otherOrganisation: '别处',
    startedOn: '2026-10-08',
    state: 'accepted',
  };
  expect(await archive.refused('transfer.save', { draft })).toMatchObject({
    fields: { state: ['use transfer.accept'] },
  });
});

test('nobody talks to themselves, and everybody in a talk is known', async () => {
  const archive = await withMembers();
  const { branchId } = archive;
  const draft = { id: 'k1', revision: 0, branchId, heldOn: '2026-05-01', talkerIds: ['m1'], subjectId: 'm1' };
  expect(await archive.refused('talk.save', { draft })).toMatchObject({ code: 'invalid-input' });
  expect(await archive.refused('talk.save', { draft: { ...draft, subjectId: 'nobody' } })).toMatchObject({
    fields: { subjectId: ['no such member'] },
  });
  await archive.call('talk.save', { draft: { ...draft, subjectId: 'm2' } });
  expect(await archive.call('talk.list', { branchId, from: '2026-01-01', to: '2026-12-31' })).toHaveLength(1);
  expect(await archive.call('record.dump', { record: 'talk', asOf: '2026-04-30' })).toEqual([]);
});

test('开除, 除名 and 劝退 end the stay on their day, and a line taken back gives it back', async () => {
  const archive = await withMembers();
  const { branchId, call } = archive;
  const stayOf = async (id: string) => {
    const [stay] = (await call('member.get', { id, asOf })).memberships;
    return [stay?.to, stay?.leaveKind];
  };
  await call('discipline.save', {
    draft: {
      id: 'd1',
      revision: 0,
      branchId,
      memberId: 'm1',
      kind: 'expulsion',
      cause: '违纪',
      decidedOn: '2026-03-02',
    },
  });
  expect(await stayOf('m1')).toEqual(['2026-03-02', 'expelled']);
  await call('discipline.save', { draft: { id: 'd1', revision: 1, effectiveOn: '2026-03-10' } });
  expect(await stayOf('m1')).toEqual(['2026-03-10', 'expelled']);
  await call('discipline.remove', { id: 'd1', revision: 2, reason: '登记错了人' });
  expect(await stayOf('m1')).toEqual([null, null]);
  const measure = { revision: 0, branchId, memberId: 'm2', cause: '长期不参加组织生活' };
  await call('organizationalMeasure.save', {
    draft: { ...measure, id: 'o1', kind: 'persuaded-to-resign', decidedOn: '2026-04-01' },
  });
  expect(await stayOf('m2')).toEqual(['2026-04-01', 'resigned']);
  await call('organizationalMeasure.save', {
    draft: { ...measure, id: 'o2', kind: 'struck-off-after-refusal', decidedOn: '2026-06-01' },
  });
  expect(await stayOf('m2')).toEqual(['2026-06-01', 'struck-off']);
});

test('between the end of probation and the approval of 转正 there is no vote, and 党龄 counts all the same', async () => {
  const { call } = await withMembers();
  const draft = {
    id: 'm1',
    revision: 1,
    joinedOn: '2024-03-10',
    confirmedOn: '2025-03-10',
    confirmApprovedOn: '2025-05-20',
  };
  await call('member.save', { draft });
  const on = async (day: string) => {
    const { category, hasVotingRights, partyYears } = await call('member.get', { id: 'm1', asOf: day });
    return [category, hasVotingRights, partyYears];
  };
  expect(await on('2025-05-19')).toEqual(['full', false, 0]);
  expect(await on('2025-05-20')).toEqual(['full', true, 0]);
  expect(await on('2026-03-10')).toEqual(['full', true, 1]);
});

test('the attendance ledger has everybody who was here in the year, with the meetings of that time', async () => {
  const archive = await withMembers();
  const { branchId, call } = archive;
  const meeting = (id: string, heldOn: string) => ({
    ...{ id, revision: 0, branchId, types: ['members-meeting' as const], title: id, heldOn },
    attendance: [{ memberId: 'm1', state: 'present' as const, reason: '', opinionReceivedOn: null }],
  });
  await call('meeting.save', { draft: meeting('k1', '2026-02-10') });
  await call('meeting.save', { draft: meeting('k2', '2026-06-10') });
  await call('organizationalMeasure.save', {
    draft: {
      ...{ id: 'o1', revision: 0, branchId, memberId: 'm2', cause: '退党', decidedOn: '2026-04-01' },
      kind: 'struck-off-resigned',
    },
  });
  const { paths } = await exportLedgers(archive, ['21-attendance']);
  const lines = sheetRows(paths[0] ?? '').filter(([number]) => typeof number === 'number');
  expect(lines.map((line) => [line[1], line[14]])).toEqual([
    ['党员m1', 2],
    ['党员m3', 2],
    ['党员m2（2026.04.01离开）', 1],
  ]);
});
