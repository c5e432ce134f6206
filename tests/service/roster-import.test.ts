import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { Member } from '../../contract/member.ts';
import type { Output } from '../../contract/operations.ts';
import { testId, type Value, xlsx } from '../fixtures/rosters.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';
import { undo, undoRefused } from './undoing.ts';

const fixtures = new URL('../fixtures/rosters/', import.meta.url);
const path = (name: string) => new URL(name, fixtures).pathname;

interface ExpectedPerson {
  name: string;
  sex: string;
  id: string;
  birth: string;
  join: string;
  full: string;
  phone: string;
}
const expected = JSON.parse(readFileSync(path('expected.json'), 'utf8')) as Record<
  string,
  { expected: ExpectedPerson[]; problems: unknown[] }
>;

function plan(archive: TestArchive, file: string): Promise<Output<'import.plan'>> {
  return archive.call('import.plan', { file: archive.service.grant(file, 'read-file') });
}

/** What the archive holds, as the samples describe it, in the order of the ID numbers. */
async function people(archive: TestArchive): Promise<ExpectedPerson[]> {
  const members = await archive.call('record.dump', { record: 'member', unmask: true });
  return members
    .map((member) => ({
      name: String(member.name),
      sex: member.sex === '1' ? '男' : '女',
      id: String(member.idNumber),
      birth: String(member.bornOn),
      join: String(member.joinedOn),
      full: String(member.confirmedOn),
      phone: String(member.mobilePhone),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

for (const [name, sample] of Object.entries(expected)) {
  test(`${name} arrives in the archive as it should, with nothing lost and nothing invented`, async () => {
    const archive = await openTestArchive();
    const planned = await plan(archive, path(name));
    expect(planned.plan.problems).toEqual(sample.problems);
    expect(planned.plan.counts).toMatchObject({ new: sample.expected.length, changed: 0, same: 0, problemRows: 0 });
    expect((await archive.call('member.list', { asOf: '2026-11-24' })).total).toBe(0);

    const applied = await archive.call('import.apply', { planId: planned.planId });
    expect(await people(archive)).toEqual(sample.expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    const groups = (await archive.call('group.list', {})).map((group) => group.name);
    expect(groups.toSorted()).toEqual(['第一党小组', '第二党小组']);

    const again = await plan(archive, path(name));
    expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, same: sample.expected.length, problemRows: 0 });
    expect(await archive.call('import.apply', { planId: again.planId })).toMatchObject({ batch: null });

    await undo(archive, applied.batch);
    expect(await people(archive)).toEqual([]);
    expect(await archive.call('group.list', {})).toEqual([]);
    expect(await undoRefused(archive, applied.batch)).toMatchObject({ code: 'cannot-undo', reason: 'already-undone' });
    expect((await archive.call('archive.verify', {})).ok).toBe(true);
  });
}

test('an import cannot be undone for people edited since, and names them', async () => {
  const archive = await openTestArchive();
  const { planId } = await plan(archive, path('roster-standard.xlsx'));
  const { batch } = await archive.call('import.apply', { planId });
  const [first] = await archive.call('record.dump', { record: 'member' });
  const id = String(first?.id);
  await archive.call('member.save', { draft: { id, revision: 1, note: '已谈话' } });
  expect(await undoRefused(archive, batch)).toMatchObject({
    code: 'cannot-undo',
    reason: 'changed-since',
    records: [{ record: 'member', id, label: first?.name }],
  });
  expect((await archive.call('member.list', { asOf: '2026-11-24' })).total).toBe(23);
});

test('a plan made before somebody was edited is not written', async () => {
  const archive = await openTestArchive();
  const first = await plan(archive, path('roster-standard.xlsx'));
  await archive.call('import.apply', { planId: first.planId });
  expect(await archive.refused('import.apply', { planId: first.planId })).toMatchObject({ code: 'plan-expired' });
  const second = await plan(archive, path('roster-mixed.xlsx'));
  const [person] = await archive.call('record.dump', { record: 'member' });
  await archive.call('member.save', { draft: { id: String(person?.id), revision: 1, note: '改过' } });
  expect(await archive.refused('import.apply', { planId: second.planId })).toMatchObject({ code: 'plan-expired' });
});

const headings = ['姓名', '性别', '身份证号', '入党时间', '转正时间', '学历', '党小组', '联系电话', '备注'];
const woman = testId('1970-11-02', 2);
const man = testId('1981-05-16', 1);
const ordinary = [
  ['张秀兰', '女', woman, '1998.05', '1999.05', '大专', '第一党小组', '13912345678', '退休'],
  ['李建国', '男', man, '2001.07', '2002.07', '本科', '第二党小组', '13800001111', ''],
];

/** A roster in a temporary file. */
async function roster(archive: TestArchive, rows: readonly (readonly Value[])[], name = '名册.xlsx'): Promise<string> {
  const file = join(archive.folder, '..', name);
  writeFileSync(file, await xlsx([headings, ...rows]));
  return file;
}

async function memberNamed(archive: TestArchive, name: string): Promise<Member> {
  const members = await archive.call('record.dump', { record: 'member', unmask: true });
  return Member.parse(members.find((member) => member.name === name));
}

async function importRows(archive: TestArchive, rows: readonly (readonly Value[])[]) {
  const planned = await plan(archive, await roster(archive, rows));
  return { ...planned, applied: await archive.call('import.apply', { planId: planned.planId }) };
}

test('rows with problems are left out only on purpose; nothing is written before', async () => {
  const archive = await openTestArchive();
  const rows = [...ordinary, ['王芳', '女', '999901198001010000', '2003.07', '2004.07', '', '', '', '']];
  const planned = await plan(archive, await roster(archive, rows));
  expect(planned.plan.problems).toMatchObject([{ cell: 'C4', code: 'id-checksum', personName: '王芳' }]);
  expect(await archive.refused('import.apply', { planId: planned.planId })).toEqual({
    code: 'plan-has-problems',
    problems: 1,
  });
  expect(await archive.call('copy.list', {})).toEqual([]);
  const applied = await archive.call('import.apply', { planId: planned.planId, skipProblemRows: true });
  expect(applied.counts).toMatchObject({ new: 2, problemRows: 1 });
  expect((await archive.call('copy.list', {})).map((copy) => [copy.reason, copy.verifiedAt !== null])).toEqual([
    ['before-import', true],
  ]);
  expect((await archive.call('member.list', { asOf: '2026-11-24' })).rows.map((row) => row.name)).toEqual([
    '李建国',
    '张秀兰',
  ]);
});

test('a second roster changes what it says and nothing else; unwanted changes are left out; undo restores', async () => {
  const archive = await openTestArchive();
  await importRows(archive, ordinary);
  const before = await memberNamed(archive, '张秀兰');
  const planned = await plan(
    archive,
    await roster(archive, [
      ['张秀兰', '', woman, '1998.05.04', '', '研究生', '第三党小组', '13900002217', '返聘'],
      ['李建国', '', man, '', '', '', '', '', ''],
    ]),
  );
  expect(planned.plan.counts).toEqual({ new: 0, changed: 1, same: 1, problemRows: 0, changedFields: 5 });
  const { batch } = await archive.call('import.apply', {
    planId: planned.planId,
    leaveOut: [{ row: 2, field: 'education' }],
  });
  const after = await memberNamed(archive, '张秀兰');
  expect(after).toMatchObject({
    joinedOn: '1998-05-04',
    confirmedOn: '1999-05',
    education: '30',
    mobilePhone: '13900002217',
    note: '返聘',
    revision: 2,
  });
  expect(after.memberships.map(({ from, to, leaveKind, entryKind }) => [from, to, leaveKind, entryKind])).toEqual([
    ['2026-01-01', '2026-11-24', 'group-change', 'registered'],
    ['2026-11-24', null, null, 'group-change'],
  ]);

  expect(await archive.call('import.batches', {})).toMatchObject([
    { batch, fileName: '名册.xlsx', person: '欧阳静', new: 0, changed: 1, isUndone: false },
    { new: 2, changed: 0, isUndone: false },
  ]);
  await undo(archive, batch);
  expect(await memberNamed(archive, '张秀兰')).toEqual({ ...before, revision: 3 });
  expect((await archive.call('group.list', {})).map((group) => group.name)).toEqual(['第一党小组', '第二党小组']);
  expect((await archive.call('import.batches', {}))[0]).toMatchObject({ batch, isUndone: true });
  expect((await archive.call('archive.verify', {})).ok).toBe(true);
});

test('an import cannot be undone while other records use its people', async () => {
  const archive = await openTestArchive();
  const { applied } = await importRows(archive, ordinary);
  const person = await memberNamed(archive, '张秀兰');
  await archive.call('post.save', {
    draft: {
      id: 'post-1',
      revision: 0,
      branchId: archive.branchId,
      memberId: person.id,
      title: 'secretary',
      from: '2026-03-01',
    },
  });
  expect(await undoRefused(archive, applied.batch)).toMatchObject({
    code: 'cannot-undo',
    reason: 'used-since',
    records: [{ record: 'post', id: 'post-1', label: '张秀兰 2026-03-01' }],
  });
});

test('new people are on the roll from the day given, or from admission where that is later', async () => {
  const archive = await openTestArchive();
  const rows = [ordinary[0] ?? [], ['王芳', '女', testId('1999-01-01', 4), '2026.07', '', '', '', '', '']];
  const { planId } = await plan(archive, await roster(archive, rows));
  await archive.call('import.apply', { planId, onRollFrom: '2020-01' });
  expect((await memberNamed(archive, '张秀兰')).memberships[0]).toMatchObject({
    from: '2020-01',
    entryKind: 'registered',
  });
  expect((await memberNamed(archive, '王芳')).memberships[0]).toMatchObject({ from: '2026-07' });
});

test('the marked copy is her workbook with the wrong cells coloured and explained', async () => {
  const archive = await openTestArchive();
  const rows = [['王芳', '', woman.slice(0, 17), '2003.13', '', '', '', '', '']];
  const { planId } = await plan(archive, await roster(archive, rows));
  const target = join(archive.folder, '..', '名册（已标注）.xlsx');
  const file = archive.service.grant(target, 'write-file');
  expect(await archive.call('import.markedCopy', { planId, file })).toEqual({ cells: 2 });
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(target);
  const note = book.getWorksheet('名册')?.getCell('C2').note;
  expect(JSON.stringify(note)).toContain('身份证号不是 18 位');
});

test('a file that cannot be read, has no heading or is gone is refused by name', async () => {
  const archive = await openTestArchive();
  const refusal = async (path: string) =>
    archive.refused('import.plan', { file: archive.service.grant(path, 'read-file') });
  const broken = join(archive.folder, '..', '坏.xlsx');
  writeFileSync(broken, 'PK\x03\x04 not really');
  expect(await refusal(broken)).toMatchObject({ code: 'file-unreadable', file: '坏.xlsx' });
  expect(await refusal(join(archive.folder, '..', '没有.xlsx'))).toMatchObject({
    code: 'file-unreadable',
    reason: 'missing',
  });
  writeFileSync(broken, await xlsx([['会议记录'], ['时间', '地点']]));
  expect(await refusal(broken)).toMatchObject({ code: 'file-unreadable', reason: 'no-header-row' });
  expect(await archive.refused('import.plan', { file: 'f'.repeat(32) })).toEqual({ code: 'no-such-grant' });
});
