import { expect, test } from 'vitest';
import { openTestArchive } from './open-archive.ts';

/** A branch of four full members and one probationary, with one group, as it stood on 24 November 2026. */
async function branchInWork() {
  const archive = await openTestArchive({ today: '2026-11-24' });
  const { call, branchId } = archive;
  const member = (id: string, name: string, joinedOn: string, confirmedOn: string | null) =>
    call('member.save', {
      draft: {
        id,
        revision: 0,
        name,
        joinedOn,
        confirmedOn,
        memberships: [
          {
            id: `stay-${id}`,
            branchId,
            groupId: null,
            from: joinedOn,
            entryKind: 'registered',
            to: null,
            leaveKind: null,
            reason: '',
          },
        ],
      },
    });
  await member('m1', '王秀英', '1996-06-28', '1997-06-28');
  await member('m2', '陈志远', '2003-12-05', '2004-12-05');
  await member('m3', '欧阳静', '2010-07-01', '2011-07-01');
  await member('m4', '刘海燕', '2006-06-20', '2007-06-20');
  await member('m5', '郑佳怡', '2025-11-28', null);
  await call('group.save', { draft: { id: 'g1', revision: 0, branchId, name: '第一党小组', from: '2020-01-01' } });
  return archive;
}

function meeting(branchId: string, id: string, heldOn: string, types: ('members-meeting' | 'committee-meeting')[]) {
  return { draft: { id, revision: 0, branchId, types, title: `会议 ${heldOn}`, heldOn }, reason: '' };
}

test('what was missed, what is due soon and what is still to come are told, each with its rule and its day', async () => {
  const { call, branchId } = await branchInWork();
  for (let month = 1; month <= 11; month++) {
    if (month === 10) continue;
    const day = `2026-${String(month).padStart(2, '0')}-05`;
    await call('meeting.save', meeting(branchId, `c${month}`, day, ['committee-meeting']));
  }
  const { items } = await call('due.list', { branchId, asOf: '2026-11-24' });
  const found = (rule: string) => items.filter((item) => item.rule === rule);

  expect(found('M2')).toMatchObject([
    { severity: 'overdue', dueOn: '2026-10-31', daysLeft: -24, params: { code: 'missing', from: '2026-10-01' } },
  ]);
  expect(found('V8c')).toMatchObject([
    {
      severity: 'due-soon',
      dueOn: '2026-11-28',
      daysLeft: 4,
      record: 'member',
      recordId: 'm5',
      params: { person: '郑佳怡' },
    },
  ]);
  // The quarter still asks for it, but its end is not near: to do, and no rule broken.
  expect(found('M1').at(-1)).toMatchObject({ severity: 'todo', dueOn: '2026-12-31', daysLeft: 37 });
  expect(found('M3').at(-1)).toMatchObject({ severity: 'due-soon', params: { group: '第一党小组' } });
});

test('the list is in the order of the days, and each matter has one id', async () => {
  const { call, branchId } = await branchInWork();
  const { items } = await call('due.list', { branchId, asOf: '2026-11-24' });
  const days = items.map((item) => item.dueOn ?? '9999');
  expect(days).toEqual([...days].sort());
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
});

test('what is done is told no more, and the rule counts as held', async () => {
  const { call, branchId } = await branchInWork();
  const before = await call('due.list', { branchId, asOf: '2026-11-24' });
  expect(before.items.some((item) => item.id.startsWith('M1.2026-10-01'))).toBe(true);
  for (const [index, day] of ['2026-02-10', '2026-05-10', '2026-08-10', '2026-11-10'].entries())
    await call('meeting.save', meeting(branchId, `q${index}`, day, ['members-meeting']));
  const after = await call('due.list', { branchId, asOf: '2026-11-24' });
  expect(after.items.filter((item) => item.rule === 'M1')).toEqual([]);
  expect(after.rulesChecked).toBe(before.rulesChecked);
});

test('an earlier day is answered as it stood then', async () => {
  const { call, branchId } = await branchInWork();
  const { items } = await call('due.list', { branchId, asOf: '2026-08-01' });
  expect(items.filter((item) => item.rule === 'V8c')).toEqual([]);
});

test('a branch that is not there is said not to be there', async () => {
  const { refused } = await branchInWork();
  expect(await refused('due.list', { branchId: 'nowhere', asOf: '2026-11-24' })).toMatchObject({
    code: 'no-such-record',
  });
});
