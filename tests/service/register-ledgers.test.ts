import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportLedgers, ledgerRows, workbookText } from './ledger-files.ts';
import { fullMember } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

/** What the ledgers of supervision and care print: one archive, each test on a register of its own. */

const asOf = '2026-11-24';
const branchId = 'branch-1';
const about = { revision: 0, branchId } as const;
let archive: TestArchive;
let remove = () => {};

beforeAll(async () => {
  archive = await openTestArchive({
    whenDone: (done) => {
      remove = done;
    },
  });
  for (const id of ['m1', 'm2', 'm3'])
    await archive.call('member.save', {
      draft: fullMember(id, branchId),
    });
});

afterAll(() => remove());

async function printed(id: string, year: number): Promise<string> {
  const { paths } = await exportLedgers(archive, [id], { options: { branchId, year, asOf } });
  return workbookText(paths[0] ?? '');
}

test('整改台账 is that of the year the 组织生活会 was for, by the strokes of who is responsible', async () => {
  const save = (id: string, draft: object) =>
    archive.call('rectification.save', {
      draft: { ...about, id, year: 2025, foundOn: '2026-02-10', problem: `问题${id}`, ...draft },
    });
  // 仇 has four strokes; of 李 and 张 with seven each, 李 begins with 横 and 张 with 折.
  await save('c', { responsibleName: '张三' });
  await save('b', { responsibleName: '李四' });
  await save('a', { responsibleName: '仇五' });
  await save('d', { year: 2026, foundOn: '2026-11-01' });
  const problems = async (year: number, day: string) =>
    (await ledgerRows(archive, '23-rectification', { year, asOf: day })).map((row) => row[1]);
  expect(await problems(2025, asOf)).toEqual(['问题a', '问题b', '问题c']);
  expect(await problems(2025, '2026-02-09')).toEqual([]);
  expect(await problems(2026, asOf)).toEqual(['问题d']);
});

test('困难党员帮扶台账 of a year that is over leaves out who came to need help later, and counts people', async () => {
  const save = (id: string, draft: object) =>
    archive.call('hardship.save', {
      draft: { ...about, id, memberId: 'm1', category: 'illness', since: '2024-02-29', ...draft },
    });
  await save('h1', { until: '2025-01-01' });
  await save('h2', { category: 'disaster', since: '2025-12-31' });
  await save('h3', { memberId: 'm2', since: '2026-01-01' });
  expect(await printed('34-hardship', 2024)).toContain('困难党员 1 人，慰问 0 次');
  const of2025 = await printed('34-hardship', 2025);
  expect(of2025).toContain('困难党员 1 人，慰问 0 次');
  expect(of2025).not.toContain('党员m2');
  expect(await printed('34-hardship', 2026)).toContain('困难党员 2 人，慰问 0 次');
});

test('a returned transfer is in the ledger as returned and counts for nobody', async () => {
  const save = (draft: { id: string; memberId: string } & object) =>
    archive.call('transfer.save', {
      draft: { ...about, direction: 'out', otherOrganisation: '城东社区党支部', startedOn: '2026-05-01', ...draft },
    });
  await save({ id: 't1', memberId: 'm1' });
  const issued = { startedOn: '2025-12-01', issuedOn: '2025-12-01', state: 'issued' };
  // Ninety days from 1 December are up on 1 March.
  expect(await save({ id: 't2', memberId: 'm2', ...issued })).toMatchObject({ validUntil: '2026-03-01' });
  await save({ id: 't3', memberId: 'm3', ...{ state: 'returned', note: '地址不详' } });
  const text = await printed('30-transfers', 2026);
  expect(text).toContain('转入 0 人，转出 1 人');
  expect(text).toContain('已退回；地址不详');
});

test('志愿服务台账: the hours in the sentence are those of the column', async () => {
  for (const [id, hours] of [
    ['s1', 0.25],
    ['s2', 1],
    ['s3', null],
  ] as const)
    await archive.call('service.save', {
      draft: { ...about, id, memberId: 'm1', kind: 'volunteer', on: '2026-05-01', content: '义务植树', hours },
    });
  expect(await printed('36-service', 2026)).toContain('共 3 项，时长合计 1.25 小时');
});

test('处分台账: how long each kind counts, by the calendar, and five years after 除名', async () => {
  const punish = (
    id: string,
    kind: 'warning' | 'serious-warning' | 'removal-from-party-posts' | 'probation-within-party',
    decidedOn: string,
    draft: object = {},
  ) =>
    archive.call('discipline.save', {
      draft: { ...about, id, memberId: 'm1', cause: '违纪', kind, decidedOn, ...draft },
    });
  await punish('a', 'warning', '2024-02-29');
  await punish('b', 'serious-warning', '2024-08-31');
  await punish('c', 'removal-from-party-posts', '2024-09-01');
  await punish('d', 'probation-within-party', '2024-10-31', { months: 12, rightsRestoredOn: '2025-10-31' });
  await archive.call('organizationalMeasure.save', {
    draft: {
      ...about,
      id: 'e',
      memberId: 'm2',
      cause: '失联',
      kind: 'struck-off-self-left',
      decidedOn: '2026-02-28',
    },
  });
  await archive.call('organizationalMeasure.save', {
    draft: {
      ...about,
      id: 'f',
      memberId: 'm3',
      cause: '不参加组织生活',
      kind: 'correction-within-time',
      decidedOn: '2026-03-31',
      deadline: '2026-09-30',
    },
  });
  const rows = await ledgerRows(archive, '33-discipline');
  expect(rows.map((row) => [row[3], row[7], row[8], row[9]])).toEqual([
    ['警告', null, '2025.02.28', null],
    ['严重警告', null, '2026.02.28', null],
    ['撤销党内职务', null, '2026.09.01', null],
    ['留党察看', '2024.10.31—2025.10.31', '2027.10.31', '2025.10.31'],
    ['自行脱党除名', null, '2031.02.28', null],
    ['限期改正', '2026.03.31—2026.09.30', null, null],
  ]);
});

test('rights come back when 留党察看 is over, not before, and only after it', async () => {
  const save = (draft: object) => ({ draft: { ...about, id: 'r', memberId: 'm1', cause: '违纪', ...draft } });
  const probation = { kind: 'probation-within-party', months: 12, decidedOn: '2024-02-29' };
  expect(
    await archive.refused('discipline.save', save({ ...probation, rightsRestoredOn: '2025-02-27' })),
  ).toMatchObject({
    code: 'rule-broken',
    rule: 'rights-restored',
    expected: '>= 2025-02-28',
  });
  const warning = { kind: 'warning', decidedOn: '2024-02-29', rightsRestoredOn: '2025-02-28' };
  expect(await archive.refused('discipline.save', save(warning))).toMatchObject({ code: 'invalid-input' });
  const saved = await archive.call('discipline.save', save({ ...probation, rightsRestoredOn: '2025-02-28' }) as never);
  await archive.call('discipline.remove', { id: 'r', revision: saved.revision, reason: '试填' });
});

test('流动党员台账: who came in from elsewhere has what the line says, a member what the own record says', async () => {
  const guest = { direction: 'in', name: '来访者', sex: '2', bornOn: '1990-02', joinedOn: '2015', leftOn: '2026-01' };
  const save = (draft: object) =>
    archive.call('mobileMember.save', { draft: { ...about, id: 'g', name: '', leftOn: '', ...draft } });
  await save({ ...guest, id: 'g1' });
  await save({ id: 'g2', memberId: 'm1', name: '党员m1', leftOn: '2026-03-31', sex: '2' });
  const rows = await ledgerRows(archive, '31-mobile-members');
  expect(rows.map((row) => row.slice(1, 6))).toEqual([
    ['来访者（流入）', '女', '1990.02', '2015', '2026.01'],
    ['党员m1', null, null, '2010.05', '2026.03.31'],
  ]);
  const dumped = await archive.call('record.dump', { record: 'mobileMember' });
  expect(dumped).toContainEqual(expect.objectContaining({ id: 'g1', sex: '2', bornOn: '1990-02', joinedOn: '2015' }));
});
