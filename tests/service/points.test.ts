import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PointsScheme } from '../../contract/points.ts';
import { fullMember } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

/** One archive for all: each test works in a year of its own. */
let archive: TestArchive;
const asOf = '2026-11-24';
const item = {
  category: '组织生活',
  kind: 'plus',
  tenths: 10,
  per: 'time',
  cap: null,
  capPeriod: 'year',
  evidence: '',
  sources: [],
  leastDays: null,
  mostDays: null,
} satisfies Partial<PointsScheme['items'][number]>;
const items: PointsScheme['items'] = [
  { ...item, id: 'life', text: '参加三会一课', sources: ['members-meeting', 'party-lesson'] },
  { ...item, id: 'day', text: '参加主题党日', sources: ['theme-day'] },
  { ...item, id: 'away', text: '无故缺席', kind: 'minus', tenths: 20, sources: ['absence'] },
  { ...item, id: 'help', text: '志愿服务', per: 'hour', tenths: 5, sources: ['volunteer'] },
  { ...item, id: 'essay', text: '心得', tenths: 30 },
];

beforeAll(async () => {
  archive = await openTestArchive({ today: asOf, whenDone: afterAll });
  const { call, branchId } = archive;
  for (const id of ['m1', 'm2', 'm3'])
    await call('member.save', {
      draft: fullMember(id, branchId, { jobCode: id === 'm3' ? '4' : '011' }),
    });
}, 30_000);

async function schemeOf(year: number, fields: Partial<PointsScheme> = {}) {
  const { call, branchId } = archive;
  const draft = { id: `scheme-${year}`, revision: 0, branchId, name: '积分', source: '街道党工委〔2020〕1号' };
  return call('pointsScheme.save', { draft: { ...draft, fromYear: year, toYear: year, base: 600, items, ...fields } });
}

async function meeting(id: string, heldOn: string, types: ('members-meeting' | 'theme-day')[]) {
  const states = { m1: 'present', m2: 'absent', m3: 'present' } as const;
  const attendance = Object.entries(states).map(([memberId, state]) => ({
    memberId,
    state,
    reason: '',
    opinionReceivedOn: null,
  }));
  await archive.call('meeting.save', {
    draft: { id, revision: 0, branchId: archive.branchId, types, title: `会议${id}`, heldOn, attendance },
  });
}

const of = (year: number) => ({ branchId: archive.branchId, year, asOf });

describe('proposals', () => {
  test('follow from attendance and service, each record once, and never come back once settled', async () => {
    const { call, branchId } = archive;
    await schemeOf(2020);
    // Two types at once are one record, and give points once.
    await meeting('g1', '2020-03-10', ['theme-day', 'members-meeting']);
    await meeting('g2', '2020-04-10', ['theme-day']);
    await call('service.save', {
      draft: { id: 'v1', revision: 0, branchId, memberId: 'm1', on: '2020-05-01', content: '整治', hours: 2.5 },
    });
    const found = await call('points.proposals', of(2020));
    expect(found.map(({ key, itemId, tenths }) => [key, itemId, tenths])).toEqual([
      ['m1.meeting.g1', 'life', 10],
      ['m2.meeting.g1', 'away', 20],
      ['m1.meeting.g2', 'day', 10],
      ['m2.meeting.g2', 'away', 20],
      ['m1.service.v1', 'help', 13],
    ]);
    const keys = ['m1.meeting.g1', 'm2.meeting.g1', 'm1.service.v1', 'nobody.meeting.g1'];
    expect(await call('points.accept', { ...of(2020), keys })).toEqual({ accepted: 3 });
    expect(await call('points.accept', { ...of(2020), keys })).toEqual({ accepted: 0 });
    await call('points.decline', { ...of(2020), keys: ['m2.meeting.g2'], reason: '当天值班' });
    expect((await call('points.proposals', of(2020))).map(({ key }) => key)).toEqual(['m1.meeting.g2']);
    const lines = await call('pointsEntry.list', of(2020));
    expect(lines.map(({ itemText, state, originTitle }) => [itemText, state, originTitle]).sort()).toEqual([
      ['参加三会一课', 'waiting-review', '会议g1'],
      ['志愿服务', 'waiting-review', '整治'],
      ['无故缺席', 'refused', '会议g2'],
      ['无故缺席', 'waiting-review', '会议g1'],
    ]);
    // What is taken out by mistake of acceptance is proposed again.
    const wrong = lines.find(({ itemText }) => itemText === '参加三会一课');
    await call('pointsEntry.remove', { id: wrong?.entry.id ?? '', revision: 1, reason: '误收' });
    expect((await call('points.proposals', of(2020))).map(({ key }) => key)).toContain('m1.meeting.g1');
  });
});

describe('approval', () => {
  test('points count after 初评 and 评定, and are opened again only with a reason', async () => {
    const { call, refused, branchId } = archive;
    await schemeOf(2021);
    const draft = { id: 'e1', revision: 0, branchId, schemeId: 'scheme-2021', itemId: 'essay', memberId: 'm1' };
    await call('pointsEntry.save', { draft: { ...draft, on: '2021-06-01', tenths: 30, evidence: '心得一篇' } });
    const total = async () => (await call('points.sheet', of(2021))).rows.map((row) => row.total);
    const decide = (step: string, day: string, more = {}) =>
      archive.service.call('pointsEntry.decide', { ids: ['e1'], step, on: day, by: '支委会', ...more });
    expect(await total()).toEqual([600, 600, null]);
    expect((await decide('approve', '2021-12-01')).ok).toBe(false);
    expect((await decide('review', '2021-05-31')).ok).toBe(false);
    expect((await decide('review', '2021-07-01')).ok).toBe(true);
    expect(await total()).toEqual([600, 600, null]);
    expect((await decide('approve', '2021-06-30')).ok).toBe(false);
    expect((await decide('approve', '2021-12-01')).ok).toBe(true);
    expect(await total()).toEqual([630, 600, null]);
    const before = await call('points.sheet', { ...of(2021), asOf: '2021-11-30' });
    expect(before.rows[0]).toMatchObject({ total: 600, waiting: 1 });
    const change = { draft: { id: 'e1', revision: 3, tenths: 90 }, reason: '多给' };
    expect(await refused('pointsEntry.save', change)).toMatchObject({ code: 'invalid-input' });
    expect(await refused('pointsEntry.remove', { id: 'e1', revision: 3, reason: '删' })).toMatchObject({
      code: 'invalid-input',
    });
    expect((await decide('reopen', '2021-12-02')).ok).toBe(false);
    expect((await decide('reopen', '2021-12-02', { reason: '材料有误' })).ok).toBe(true);
    expect(await total()).toEqual([600, 600, null]);
    await call('pointsEntry.save', { draft: { id: 'e1', revision: 4, tenths: 20 } });
    const log = await call('history.list', { record: 'pointsEntry', id: 'e1' });
    expect(log.entries.map(({ reason }) => reason)).toContain('材料有误');
    const dumped = await call('record.dump', { record: 'pointsEntry', asOf: '2021-06-01' });
    expect(dumped).toContainEqual(expect.objectContaining({ id: 'e1', tenths: 20, originRecord: null }));
  });

  test('many are decided together or not at all', async () => {
    const { call, refused, branchId } = archive;
    await schemeOf(2022, { approval: 'committee' });
    const about = { revision: 0, branchId, schemeId: 'scheme-2022', itemId: 'essay', on: '2022-03-01', tenths: 30 };
    for (const memberId of ['m1', 'm2'])
      await call('pointsEntry.save', { draft: { ...about, id: `f-${memberId}`, memberId } });
    const decision = { step: 'review', on: '2022-04-01', by: '支委会' } as const;
    const failure = await refused('pointsEntry.decide', { ...decision, ids: ['f-m1', 'f-nobody'] });
    expect(failure).toMatchObject({ code: 'no-such-record' });
    expect((await call('points.sheet', of(2022))).rows.map(({ total }) => total)).toEqual([600, 600, null]);
    expect(await call('pointsEntry.decide', { ...decision, ids: ['f-m1', 'f-m2'] })).toEqual({ decided: 2 });
    expect((await call('points.sheet', of(2022))).rows.map(({ total }) => total)).toEqual([630, 630, null]);
    expect(
      (await call('workLog.list', { branchId, from: '2022-01-01', to: '2022-12-31' })).map(({ kind, title }) => [
        kind,
        title,
      ]),
    ).toEqual([['points', '2']]);
  });
});

describe('schemes', () => {
  test('the samples have a source, are in force nowhere, and can be taken over as they are', async () => {
    const { call, branchId } = archive;
    const templates = await call('pointsScheme.templates', {});
    expect(templates.length).toBeGreaterThan(1);
    for (const [index, template] of templates.entries()) {
      expect(template.source).toContain('地方样例');
      const saved = await call('pointsScheme.save', { draft: { id: `t${index}`, revision: 0, branchId, ...template } });
      expect(saved).toMatchObject({ fromYear: null, isRanked: false });
      await call('pointsScheme.remove', { id: `t${index}`, revision: 1, reason: '不用' });
    }
    expect(await call('points.sheet', of(2019))).toEqual({ scheme: null, rows: [] });
    expect(await call('points.proposals', of(2019))).toEqual([]);
  });

  test('one holds in a year; what entries stand on stays', async () => {
    const { call, refused, branchId } = archive;
    await schemeOf(2023);
    const overlapping = { id: 'other', revision: 0, branchId, name: '另一个', source: '文件', fromYear: 2023 };
    expect(await refused('pointsScheme.save', { draft: overlapping })).toMatchObject({
      fields: { fromYear: ['overlaps'] },
    });
    const about = {
      id: 'g1',
      revision: 0,
      branchId,
      schemeId: 'scheme-2023',
      itemId: 'essay',
      memberId: 'm1',
      tenths: 30,
    };
    expect(await refused('pointsEntry.save', { draft: { ...about, on: '2024-01-01' } })).toMatchObject({
      fields: { on: ['out-of-range'] },
    });
    await call('pointsEntry.save', { draft: { ...about, on: '2023-12-31' } });
    const change = (fields: object) =>
      refused('pointsScheme.save', { draft: { id: 'scheme-2023', revision: 1, ...fields } });
    expect(await change({ items: items.slice(0, 2) })).toMatchObject({ fields: { items: ['in use'] } });
    expect(await change({ toYear: null, fromYear: null })).toMatchObject({ fields: { fromYear: ['in use'] } });
    expect(await change({ items: [...items, { ...item, id: 'v', text: '违纪', kind: 'veto' }] })).toMatchObject({
      fields: { veto: ['missing'] },
    });
    expect(await refused('pointsScheme.remove', { id: 'scheme-2023', revision: 1, reason: '不用' })).toMatchObject({
      code: 'record-in-use',
    });
    expect(await call('record.dump', { record: 'pointsScheme' })).toContainEqual(
      expect.objectContaining({ id: 'scheme-2023', base: 600 }),
    );
  });
});

describe('ledger 29', () => {
  const titles = async (year: number) => {
    const options = { branchId: archive.branchId, year, asOf };
    const { page } = await archive.call('ledger.preview', { id: '29-points', options });
    return JSON.stringify(page);
  };

  test('prints no place and keeps the order of posts, until the branch turns ranking on', async () => {
    const { call, branchId } = archive;
    await schemeOf(2024, { approval: 'committee', exemptsRetired: false });
    await call('pointsEntry.save', {
      draft: {
        id: 'h1',
        revision: 0,
        branchId,
        schemeId: 'scheme-2024',
        itemId: 'essay',
        memberId: 'm2',
        on: '2024-02-29',
        tenths: 35,
      },
    });
    await call('pointsEntry.decide', { ids: ['h1'], step: 'review', on: '2024-03-01', by: '支委会' });
    const rows = async () => (await call('points.sheet', of(2024))).rows.map(({ memberId, rank }) => [memberId, rank]);
    expect(await rows()).toEqual([
      ['m1', null],
      ['m2', null],
      ['m3', null],
    ]);
    expect(await titles(2024)).not.toContain('排名');
    expect(await titles(2024)).toContain('63.5');
    await call('pointsScheme.save', {
      draft: { id: 'scheme-2024', revision: 1, isRanked: true },
      reason: '党员大会决定',
    });
    expect(await rows()).toEqual([
      ['m2', 1],
      ['m1', 2],
      ['m3', 2],
    ]);
    expect(await titles(2024)).toContain('排名');
  });

  test('prints 无 in a year without a scheme', async () => {
    const state = await archive.call('ledger.list', { branchId: archive.branchId, year: 2019, asOf });
    expect(state.find(({ number }) => number === 29)).toMatchObject({
      title: '党员积分管理台账',
      entries: 0,
      lacks: [],
    });
    expect(await titles(2019)).toContain('无');
  });
});

test('the printed card of one person has every item by month and every ground, no place, and nobody’s without a name', async () => {
  const { call, branchId } = archive;
  await schemeOf(2019, { isRanked: true });
  const entry = { revision: 0, branchId, schemeId: 'scheme-2019', evidence: '心得一篇' };
  const drafts = [
    { ...entry, id: 'card-1', memberId: 'm1', itemId: 'essay', on: '2019-03-02', tenths: 30 },
    { ...entry, id: 'card-2', memberId: 'm1', itemId: 'away', on: '2019-05-06', tenths: 20, evidence: '' },
    { ...entry, id: 'card-3', memberId: 'm2', itemId: 'essay', on: '2019-04-01', tenths: 30, evidence: '别人的' },
  ];
  for (const draft of drafts) await call('pointsEntry.save', { draft });
  const decision = { ids: drafts.map(({ id }) => id), on: '2019-12-20', by: '支委会' };
  for (const step of ['review', 'approve'] as const) await call('pointsEntry.decide', { ...decision, step });
  const options = { branchId, year: 2019, asOf: '2019-12-31' };
  const card = async (recordId?: string) =>
    JSON.stringify(
      (await call('ledger.preview', { id: '95-points-card', options: { ...options, ...(recordId && { recordId }) } }))
        .page,
    );
  const drawn = await card('m1');
  for (const word of ['党员m1同志 2019 年积分管理卡', '心得一篇', '+3', '−2', '61', '不作排名'])
    expect(drawn.includes(word), word).toBe(true);
  expect(drawn.includes('别人的')).toBe(false);
  expect(drawn.includes('党员m2')).toBe(false);
  expect((await card()).includes('党员m')).toBe(false);
  expect((await call('ledger.list', options)).map(({ number }) => number)).not.toContain(95);
});
