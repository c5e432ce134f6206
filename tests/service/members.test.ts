import { expect, test } from 'vitest';
import { openTestArchive } from './open-archive.ts';

const here = {
  id: 'stay-1',
  branchId: 'branch-1',
  groupId: null,
  from: '2010-07-01',
  entryKind: 'admitted',
  to: null,
  leaveKind: null,
  reason: '',
} as const;

test('a stale editor is told, and nothing is overwritten', async () => {
  const { call, refused } = await openTestArchive();
  const draft = { id: 'm1', revision: 0, name: '欧阳静', mobilePhone: '13812345678', memberships: [here] };
  await call('member.save', { draft });
  await call('member.save', { draft: { id: 'm1', revision: 1, employer: '临江社区居委会' } });
  expect(await refused('member.save', { draft: { id: 'm1', revision: 1, employer: '别处' } })).toEqual({
    code: 'stale-record',
    record: 'member',
    id: 'm1',
    currentRevision: 2,
  });
  const list = await call('member.list', { asOf: '2026-11-24', branchId: 'branch-1', search: 'oyj' });
  expect(list).toMatchObject({
    total: 1,
    rows: [{ name: '欧阳静', initials: 'oyj', mobilePhoneMasked: '138****5678' }],
  });
});
