import { expect, test } from 'vitest';
import { addGroups, idNumber, jing, type MemberDraft, stay } from './member-fixtures.ts';
import { openTestArchive } from './open-archive.ts';

test('an ID number belongs to one person; a doubtful one is stored and left to the checks', async () => {
  const { call, refused } = await openTestArchive();
  await call('member.save', { draft: jing });
  expect(await refused('member.save', { draft: { ...jing, id: 'm2', memberships: [] } })).toEqual({
    code: 'duplicate-record',
    record: 'member',
    field: 'idNumber',
    id: 'm1',
  });
  const wrongSum = `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}`;
  expect(
    await call('member.save', { draft: { id: 'm3', revision: 0, name: '李四', idNumber: wrongSum, sex: '1' } }),
  ).toMatchObject({ revision: 1 });
});

test('what cannot be is refused, field by field, and nothing of it is stored', async () => {
  const archive = await openTestArchive();
  const { call, refused } = archive;
  await addGroups(archive, '第一党小组');
  await call('branch.save', { draft: { id: 'branch-2', revision: 0, fullName: '第三支部' } });
  await call('branch.save', { draft: { id: 'committee', revision: 0, kind: 'party-committee', fullName: '街道党委' } });
  await call('member.save', { draft: jing });
  const cases: [Partial<MemberDraft>, string][] = [
    [{ confirmedOn: '2010-06-30' }, 'confirmedOn'],
    [{ probationExtendedMonths: 3 }, 'probationExtendedMonths'],
    [{ memberships: [stay({ branchId: 'nowhere' })] }, 'memberships.0.branchId'],
    [{ memberships: [stay({ branchId: 'committee' })] }, 'memberships.0.branchId'],
    [{ memberships: [stay({ groupId: 'nowhere' })] }, 'memberships.0.groupId'],
    [{ memberships: [stay({ branchId: 'branch-2', groupId: 'group-1' })] }, 'memberships.0.groupId'],
    [{ memberships: [stay({ to: '2010-06-30', leaveKind: 'died' })] }, 'memberships.0.to'],
    [{ memberships: [stay({ to: '2020-01-01' })] }, 'memberships.0.leaveKind'],
    [{ memberships: [stay({ leaveKind: 'died' })] }, 'memberships.0.to'],
    // 预备党员 are extended or cancelled, never 除名.
    [{ memberships: [stay({ to: '2011-06-30', leaveKind: 'struck-off' })] }, 'memberships.0.leaveKind'],
    [{ memberships: [stay(), stay({ id: 'stay-2', from: '2015-01' })] }, 'memberships.1.from'],
    [{ memberships: [stay(), stay()] }, 'memberships.1.id'],
    [
      {
        statuses: [
          { id: 's', kind: 'hardship', from: '2020-01', to: '2019-12', detail: '', reason: '', documentNumber: '' },
        ],
      },
      'statuses.0.to',
    ],
  ];
  for (const [change, field] of cases)
    expect(await refused('member.save', { draft: { id: 'm1', revision: 1, ...change } })).toMatchObject({
      code: 'invalid-input',
      fields: { [field]: expect.anything() },
    });
  expect(await call('member.get', { id: 'm1', asOf: '2026-11-24' })).toMatchObject({
    revision: 1,
    memberships: [stay()],
  });
});

test('whose 转正日期 is not registered long after the admission may be 除名, and a probationary member cancelled', async () => {
  const { call } = await openTestArchive();
  const leave = (leaveKind: 'struck-off' | 'admission-cancelled', to: string) => ({
    draft: {
      ...jing,
      id: leaveKind,
      idNumber: null,
      confirmedOn: null,
      memberships: [stay({ id: leaveKind, to, leaveKind })],
    },
  });
  expect(await call('member.save', leave('struck-off', '2020-03-01'))).toMatchObject({ revision: 1 });
  expect(await call('member.save', leave('admission-cancelled', '2011-08-01'))).toMatchObject({ revision: 1 });
});

test('nobody is in two branches on one day', async () => {
  const { call, refused } = await openTestArchive();
  await call('branch.save', { draft: { id: 'branch-2', revision: 0, fullName: '第三支部' } });
  const second = stay({ id: 'stay-2', branchId: 'branch-2', from: '2020-05-10', entryKind: 'transferred-in' });
  const draft = (to: string | null) => ({
    ...jing,
    memberships: [stay({ to, leaveKind: to === null ? null : 'transferred-out' }), second],
  });
  expect(await refused('member.save', { draft: draft(null) })).toMatchObject({ code: 'rule-broken', rule: 'T2' });
  expect(await refused('member.save', { draft: draft('2020-05-11') })).toMatchObject({
    code: 'rule-broken',
    rule: 'T2',
  });
  expect(await call('member.save', { draft: draft('2020-05') })).toMatchObject({ revision: 1 });
  expect(await call('member.save', { draft: { ...draft('2020-05-10'), revision: 1 } })).toMatchObject({ revision: 2 });
});

test("a stay or a status of somebody else's is refused, not taken over", async () => {
  const { call, refused } = await openTestArchive();
  await call('member.save', { draft: jing });
  const thief = { id: 'm2', revision: 0, name: '李四', memberships: [stay()] };
  expect(await refused('member.save', { draft: thief })).toMatchObject({
    code: 'invalid-input',
    fields: { 'memberships.0.id': expect.anything() },
  });
  expect((await call('member.get', { id: 'm1', asOf: '2026-11-24' })).memberships).toEqual([stay()]);
});

test('somebody who is not there is told as such', async () => {
  const { refused } = await openTestArchive();
  const missing = { code: 'no-such-record', record: 'member', id: 'nobody' };
  expect(await refused('member.get', { id: 'nobody', asOf: '2026-11-24' })).toEqual(missing);
  expect(await refused('member.reveal', { id: 'nobody', field: 'idNumber' })).toEqual(missing);
  expect(await refused('member.save', { draft: { id: 'nobody', revision: 3, name: '谁' } })).toEqual(missing);
});
