import { expect, test } from 'vitest';
import type { Wire } from '../../contract/operations.ts';
import { addGroups, idNumber, jing, type MemberDraft, type Stay, stay } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

function rosterOn({ call }: TestArchive, asOf: string, over: Partial<Wire<'member.list'>> = {}) {
  return call('member.list', { asOf, branchId: 'branch-1', order: 'pinyin', ...over });
}

test('a stale editor is told, and nothing is overwritten', async () => {
  const { call, refused } = await openTestArchive();
  await call('member.save', { draft: jing });
  await call('member.save', { draft: { id: 'm1', revision: 1, employer: '临江社区居委会' } });
  expect(await refused('member.save', { draft: { id: 'm1', revision: 1, employer: '别处' } })).toEqual({
    code: 'stale-record',
    record: 'member',
    id: 'm1',
    currentRevision: 2,
  });
  expect(await call('member.get', { id: 'm1', asOf: '2026-11-24' })).toMatchObject({ employer: '临江社区居委会' });
});

test('what is left out of a draft is kept; only null or an empty text clears', async () => {
  const { call } = await openTestArchive();
  await call('member.save', { draft: jing });
  const kept = await call('member.save', { draft: { id: 'm1', revision: 1, employer: '街道办' } });
  expect(kept).toMatchObject({ bornOn: '1984-07-09', note: '支部组织委员', memberships: [stay()], revision: 2 });
  const cleared = await call('member.save', { draft: { id: 'm1', revision: 2, bornOn: null, note: '' } });
  expect(cleared).toMatchObject({ bornOn: null, note: '', joinedOn: '2010-07-01' });
});

test('the same save sent again is the same save, and leaves one history', async () => {
  const { call } = await openTestArchive();
  const draft = {
    ...jing,
    memberships: [
      stay({ id: 'z', from: '2015-01', to: null }),
      stay({ id: 'a', to: '2015-01', leaveKind: 'group-change' }),
    ],
  };
  const first = await call('member.save', { draft });
  expect(await call('member.save', { draft })).toEqual(first);
  expect((await call('history.list', { record: 'member', id: 'm1' })).total).toBe(3);
  const change = { id: 'm1', revision: 1, note: '改' };
  expect(await call('member.save', { draft: change })).toEqual(await call('member.save', { draft: change }));
  expect((await call('history.list', { record: 'member', id: 'm1' })).total).toBe(4);
});

test('the roster of 2025-06-30 holds who was here that day and nobody else', async () => {
  const archive = await openTestArchive();
  const { call } = archive;
  await call('branch.save', { draft: { id: 'branch-2', revision: 0, fullName: '中共临江社区第三支部委员会' } });
  const people: Record<string, Partial<Stay>[]> = {
    long: [{ from: '2010-07-01' }],
    'arrived-that-day': [{ from: '2025-06-30', entryKind: 'transferred-in' }],
    'arrived-in-june': [{ from: '2025-06', entryKind: 'transferred-in' }],
    'arrived-later': [{ from: '2025-07-01' }],
    'left-later': [{ to: '2025-07-01', leaveKind: 'transferred-out' }],
    'left-that-day': [{ to: '2025-06-30', leaveKind: 'transferred-out' }],
    'left-in-june': [{ to: '2025-06', leaveKind: 'died' }],
    'came-back': [
      { to: '2020-01', leaveKind: 'transferred-out' },
      { from: '2024-03', entryKind: 'transferred-in' },
    ],
    'moved-away': [
      { to: '2025-01-01', leaveKind: 'transferred-out' },
      { branchId: 'branch-2', from: '2025-01-01', entryKind: 'transferred-in' },
    ],
  };
  for (const [id, stays] of Object.entries(people))
    await call('member.save', {
      draft: {
        id,
        revision: 0,
        name: id,
        joinedOn: '2008-07-01',
        confirmedOn: '2009-07-01',
        memberships: stays.map((over, index) => stay({ id: `${id}-${index}`, ...over })),
      },
    });
  const here = ['arrived-in-june', 'arrived-that-day', 'came-back', 'left-later', 'long'];
  const { rows, total, counts } = await rosterOn(archive, '2025-06-30');
  expect(rows.map((row) => row.id).sort()).toEqual(here);
  expect([total, counts.full]).toEqual([5, 5]);
  const dumped = await call('record.dump', { record: 'member', asOf: '2025-06-30' });
  expect(dumped.map((row) => row.id)).toEqual([...here, 'moved-away'].sort());
  expect((await rosterOn(archive, '2025-06-30', { branchId: 'branch-2' })).rows.map((row) => row.id)).toEqual([
    'moved-away',
  ]);
});

test('leaving keeps the person, with day, kind and reason', async () => {
  const archive = await openTestArchive();
  await archive.call('member.save', { draft: jing });
  const left = stay({ to: '2026-03-01', leaveKind: 'transferred-out', reason: '调往市民政局' });
  await archive.call('member.save', { draft: { id: 'm1', revision: 1, memberships: [left] } });
  expect((await rosterOn(archive, '2026-11-24')).rows).toEqual([]);
  const everybody = await rosterOn(archive, '2026-11-24', { includeFormer: true });
  expect(everybody).toMatchObject({
    total: 1,
    counts: { full: 0 },
    rows: [{ id: 'm1', category: 'former', branchId: null }],
  });
  expect(await rosterOn(archive, '2026-02-28')).toMatchObject({ total: 1, rows: [{ category: 'full' }] });
  expect(await archive.call('member.get', { id: 'm1', asOf: '2026-11-24' })).toMatchObject({ memberships: [left] });
});

test('a group change keeps the history, and each day has its group', async () => {
  const archive = await openTestArchive();
  await addGroups(archive, '第一党小组', '第二党小组');
  await archive.call('member.save', {
    draft: {
      ...jing,
      memberships: [
        stay({ groupId: 'group-1', to: '2024-03', leaveKind: 'group-change' }),
        stay({ id: 'stay-2', groupId: 'group-2', from: '2024-03', entryKind: 'group-change' }),
      ],
    },
  });
  const groupOn = async (day: string) => (await rosterOn(archive, day)).rows.map((row) => row.groupName);
  expect(await groupOn('2024-02-29')).toEqual(['第一党小组']);
  expect(await groupOn('2024-03-01')).toEqual(['第二党小组']);
  expect((await rosterOn(archive, '2024-02-29', { groupId: 'group-2' })).total).toBe(0);
});

test('a probationary member has no party years and no vote, and is counted', async () => {
  const archive = await openTestArchive();
  await archive.call('member.save', {
    draft: {
      id: 'm2',
      revision: 0,
      name: '黄启航',
      joinedOn: '2026-05-20',
      memberships: [stay({ from: '2026-05-20' })],
    },
  });
  expect(await rosterOn(archive, '2027-12-31')).toMatchObject({
    rows: [{ category: 'probationary', partyYears: null, hasVotingRights: false }],
    counts: { full: 0, probationary: 1 },
  });
  expect(await archive.call('member.get', { id: 'm2', asOf: '2026-11-24' })).toMatchObject({
    probationEndsOn: '2027-05-20',
  });
});

test('party years and age are of the day that is asked for', async () => {
  const archive = await openTestArchive();
  await archive.call('member.save', { draft: { ...jing, partyYearsCorrection: 1 } });
  expect(await rosterOn(archive, '2025-06-30')).toMatchObject({ rows: [{ partyYears: 14, age: 40 }] });
  expect(await rosterOn(archive, '2025-07-09')).toMatchObject({ rows: [{ partyYears: 15, age: 41 }] });
});

test('stopped membership leaves the headcount, and the list still shows the person', async () => {
  const archive = await openTestArchive();
  const stopped = {
    id: 'st1',
    kind: 'membership-stopped',
    from: '2025-01-10',
    to: null,
    detail: '',
    reason: '失联六个月以上',
    documentNumber: '临组〔2025〕3号',
  } as const;
  await archive.call('member.save', { draft: { ...jing, statuses: [stopped] } });
  const on = (day: string) => rosterOn(archive, day);
  expect(await on('2025-01-09')).toMatchObject({
    total: 1,
    counts: { full: 1, women: 1 },
    rows: [{ statuses: [], hasVotingRights: true }],
  });
  expect(await on('2025-01-10')).toMatchObject({
    total: 1,
    counts: { full: 0, women: 0 },
    rows: [{ statuses: ['membership-stopped'], hasVotingRights: false }],
  });
  expect((await rosterOn(archive, '2025-01-10', { status: 'membership-stopped' })).total).toBe(1);
  expect((await rosterOn(archive, '2025-01-10', { status: 'hardship' })).total).toBe(0);
});

test('people are found by name, initials, pinyin, and the ends of ID number and phone', async () => {
  const archive = await openTestArchive();
  const add = (id: string, name: string, over: Partial<MemberDraft> = {}) =>
    archive.call('member.save', { draft: { id, revision: 0, name, memberships: [stay({ id })], ...over } });
  await add('a', '欧阳静', { idNumber, mobilePhone: '13812345678' });
  await add('b', '曾小贤', { formerName: '曾大贤' });
  await add('c', '古丽娜尔·吐尔逊');
  await add('d', '吕玥');
  const find = async (search: string) => (await rosterOn(archive, '2026-11-24', { search })).rows.map((row) => row.id);
  expect(await find('oyj')).toEqual(['a']);
  expect(await find('zxx')).toEqual(['b']);
  expect(await find('zengxiao')).toEqual(['b']);
  expect(await find('大贤')).toEqual(['b']);
  expect(await find('Gulina')).toEqual(['c']);
  expect(await find('lvyue')).toEqual(['d']);
  expect(await find('luyue')).toEqual(['d']);
  expect(await find('2744')).toEqual(['a']);
  expect(await find('345678')).toEqual(['a']);
  expect(await find('%')).toEqual([]);
  expect(await find("'; DROP TABLE member; --")).toEqual([]);
  await archive.call('member.save', { draft: { id: 'd', revision: 1, pinyin: 'lv yao' } });
  expect([await find('ly'), await find('lvyue'), await find('lvyao')]).toEqual([['d'], [], ['d']]);
});

test('rare characters and long minority names come back letter by letter', async () => {
  const archive = await openTestArchive();
  const names = ['𬱖明䶮', '㛃𫖯', '阿卜杜热合曼·买买提伊敏阿布都克热木·艾合买提江', '王〇〇', 'Ивáн Петров'];
  for (const [index, name] of names.entries())
    await archive.call('member.save', {
      draft: { id: `m${index}`, revision: 0, name, memberships: [stay({ id: `s${index}` })] },
    });
  for (const order of ['post', 'pinyin', 'strokes', 'joined'] as const) {
    const { rows } = await rosterOn(archive, '2026-11-24', { order });
    expect(rows.map((row) => row.name).sort()).toEqual(names.toSorted());
  }
  expect((await rosterOn(archive, '2026-11-24', { search: '䶮' })).total).toBe(1);
});

test('the list is in the order asked for', async () => {
  const archive = await openTestArchive();
  const add = (id: string, name: string, joinedOn: string) =>
    archive.call('member.save', {
      draft: {
        id,
        revision: 0,
        name,
        joinedOn,
        confirmedOn: joinedOn.replace(/^\d{4}/, (year) => String(Number(year) + 1)),
        memberships: [stay({ id })],
      },
    });
  await add('zhang', '张伟', '2001-07-01');
  await add('li', '李伟', '2003-07');
  await add('wang', '王伟', '1999');
  await add('zeng', '曾伟', '2005-07-01');
  await archive.call('post.save', {
    draft: { id: 'p1', revision: 0, branchId: 'branch-1', memberId: 'zeng', title: 'secretary', from: '2024-01-01' },
  });
  await archive.call('post.save', {
    draft: { id: 'p2', revision: 0, branchId: 'branch-1', memberId: 'zhang', title: 'publicity', from: '2024-01-01' },
  });
  const order = async (order: 'post' | 'pinyin' | 'strokes' | 'joined', asOf = '2026-11-24') =>
    (await rosterOn(archive, asOf, { order })).rows.map((row) => row.id);
  expect(await order('pinyin')).toEqual(['li', 'wang', 'zeng', 'zhang']);
  expect(await order('strokes')).toEqual(['wang', 'li', 'zhang', 'zeng']);
  expect(await order('joined')).toEqual(['wang', 'zhang', 'li', 'zeng']);
  expect(await order('post')).toEqual(['zeng', 'zhang', 'wang', 'li']);
  expect(await order('post', '2023-12-31')).toEqual(['wang', 'li', 'zhang', 'zeng']);
  expect((await rosterOn(archive, '2026-11-24', { order: 'post' })).rows[0]?.postTitles).toEqual(['secretary']);
});
