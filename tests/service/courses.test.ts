import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Wire } from '../../contract/operations.ts';
import { fullMember, stay } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

/** One archive for all; each test has a course of its own. */
let archive: TestArchive;
const asOf = '2026-11-24';

beforeAll(async () => {
  archive = await openTestArchive({ today: asOf, whenDone: afterAll });
  const { call, branchId } = archive;
  await call('group.save', { draft: { id: 'g1', revision: 0, branchId, name: '第一党小组', from: '2012-01-01' } });
  for (const id of ['m1', 'm2', 'm3'])
    await call('member.save', {
      draft: fullMember(id, branchId, {
        memberships: [stay({ id: `stay-${id}`, branchId, groupId: id === 'm3' ? 'g1' : null, from: '2012-01-01' })],
      }),
    });
}, 30_000);

const lesson = (id: string, minutes: number, resourceId: string | null = null) => ({
  id,
  title: `第${id}课`,
  resourceId,
  text: '',
  minutes,
});

async function course(id: string, fields: Partial<Wire<'course.save'>['draft']> = {}) {
  const draft = { id, revision: 0, branchId: archive.branchId, year: 2026, title: `课程${id}` };
  return archive.call('course.save', { draft: { ...draft, lessons: [lesson('a', 60), lesson('b', 90)], ...fields } });
}

const record = (courseId: string, fields: Partial<Wire<'course.record'>> = {}) =>
  archive.call('course.record', {
    courseId,
    lessonIds: ['a', 'b'],
    memberIds: ['m1'],
    state: 'done',
    on: '2026-05-10',
    evidence: '学习记录截图',
    ...fields,
  });

const totals = async (day = asOf) => {
  const { rows } = await archive.call('education.hours', { branchId: archive.branchId, year: 2026, asOf: day });
  return rows.map(({ memberId, total }) => [memberId, total]);
};

test('finishing a course gives its hours once, whoever enters it again, from the day it was finished', async () => {
  await course('c1');
  expect(await record('c1', { lessonIds: ['a'], memberIds: ['m1', 'm2'], on: '2026-05-01' })).toEqual({ changed: 2 });
  expect(await totals()).toEqual([
    ['m1', 0],
    ['m2', 0],
    ['m3', 0],
  ]);
  expect(await record('c1', { lessonIds: ['b'] })).toEqual({ changed: 1 });
  expect(await totals()).toEqual([
    ['m1', 2.5],
    ['m2', 0],
    ['m3', 0],
  ]);
  expect(await record('c1', { lessonIds: ['b'] })).toEqual({ changed: 0 });
  // Who was earlier keeps the day, also when everybody is marked at once later.
  expect(await record('c1', { on: '2026-09-01' })).toEqual({ changed: 0 });
  expect(await totals()).toEqual([
    ['m1', 2.5],
    ['m2', 0],
    ['m3', 0],
  ]);
  expect(await totals('2026-05-09')).toEqual([
    ['m1', 0],
    ['m2', 0],
    ['m3', 0],
  ]);
  const { students, counts, hours } = await archive.call('course.students', { id: 'c1', asOf });
  expect(students.map(({ memberId, state, done, completedOn }) => [memberId, state, done, completedOn])).toEqual([
    ['m1', 'done', 2, '2026-05-10'],
    ['m2', 'studying', 1, null],
    ['m3', 'not-begun', 0, null],
  ]);
  expect([counts, hours]).toEqual([{ assigned: 3, notBegun: 1, studying: 1, done: 1 }, 2.5]);
  expect(students[0]?.lessons[0]).toMatchObject({ startedOn: '2026-05-01', doneOn: '2026-05-01', state: 'done' });

  // Taken back with a reason, the hours are gone, and come back once when it is entered again.
  await record('c1', { lessonIds: ['b'], state: 'studying', reason: '截图是别人的' });
  expect(await totals()).toEqual([
    ['m1', 0],
    ['m2', 0],
    ['m3', 0],
  ]);
  await record('c1', { lessonIds: ['b'], on: '2026-05-12' });
  expect(await totals()).toEqual([
    ['m1', 2.5],
    ['m2', 0],
    ['m3', 0],
  ]);
  const dumped = await archive.call('record.dump', { record: 'courseProgress' });
  expect(dumped.filter((row) => row.courseId === 'c1')).toHaveLength(2);
});

test('the cap of its form holds for courses too', async () => {
  const { call, branchId } = archive;
  await course('c2', { form: 'practice', hours: 10 });
  await record('c2', { memberIds: ['m2'] });
  const row = async () => {
    const { rows } = await call('education.hours', { branchId, year: 2026, asOf });
    const { byForm, overCap } = rows.find(({ memberId }) => memberId === 'm2') ?? {};
    return [byForm?.practice, overCap];
  };
  expect(await row()).toEqual([10, 0]);
  const cap = { id: 'cap', revision: 0, key: 'education.cap-practice', value: 6, validFrom: '2026-01-01' };
  await call('setting.save', { draft: { ...cap, source: '本地文件' } });
  expect(await row()).toEqual([6, 4]);
});

test('a course goes to a group and to the chosen; who studies it besides is listed as such', async () => {
  await course('c3', { isForAll: false, groupIds: ['g1'], memberIds: ['m2'] });
  await record('c3', { memberIds: ['m1'], state: 'studying' });
  const { students, counts } = await archive.call('course.students', { id: 'c3', asOf });
  expect(students.map(({ memberId, isAssigned }) => [memberId, isAssigned]).sort()).toEqual([
    ['m1', false],
    ['m2', true],
    ['m3', true],
  ]);
  expect(counts.assigned).toBe(2);
  const listed = await archive.call('course.list', { branchId: archive.branchId, year: 2026, asOf });
  expect(listed.find(({ course: { id } }) => id === 'c3')?.counts).toEqual(counts);
});

test('what somebody studied stays: lessons of it, the course, and the resource a lesson is made of', async () => {
  const { call, refused, branchId } = archive;
  const about = { id: 'r1', revision: 0, branchId, title: '党章', recordedOn: '2026-01-05' };
  await call('resource.save', { draft: { ...about, kind: 'text', body: '总纲', contents: ['party-rules'] } });
  await course('c4', { lessons: [lesson('a', 60, 'r1'), lesson('b', 30)] });
  expect(await refused('resource.remove', { id: 'r1', revision: 1, reason: '不用' })).toMatchObject({
    code: 'record-in-use',
    by: 'course',
  });
  await record('c4', { lessonIds: ['a'] });
  const save = (lessons: ReturnType<typeof lesson>[]) =>
    refused('course.save', { draft: { id: 'c4', revision: 1, lessons } });
  expect(await save([lesson('b', 30)])).toMatchObject({ fields: { lessons: ['in use'] } });
  await record('c4');
  // Who finished it finished what it was.
  expect(await save([lesson('a', 60, 'r1'), lesson('b', 30), lesson('c', 30)])).toMatchObject({
    fields: { lessons: ['in use'] },
  });
  expect(await refused('course.remove', { id: 'c4', revision: 1, reason: '不用' })).toMatchObject({
    code: 'record-in-use',
  });
  expect(
    await refused('course.record', { courseId: 'c4', lessonIds: ['x'], memberIds: ['m1'], state: 'done', on: asOf }),
  ).toMatchObject({
    fields: { lessonIds: ['missing'] },
  });
});

test.each([
  ['link', { kind: 'link' }],
  ['link', { kind: 'link', link: 'javascript:alert(1)' }],
  ['body', { kind: 'text' }],
])('a resource that lacks its %s is refused by the name of the field', async (field, wrong) => {
  const { refused, branchId } = archive;
  const draft = { id: 'wrong', revision: 0, branchId, title: '资料', recordedOn: '2026-01-05', ...wrong };
  const failure = await refused('resource.save', { draft });
  expect(Object.keys('fields' in failure ? (failure.fields ?? {}) : {}).join()).toContain(field);
});

test('a course finished is proposed for points once, by the scheme that has an item for it', async () => {
  const { call, branchId } = archive;
  await course('c5', { year: 2025 });
  const item = {
    id: 'i1',
    category: '学习',
    text: '学完网络课程',
    kind: 'plus',
    tenths: 20,
    per: 'time',
    cap: null,
    capPeriod: 'year',
    evidence: '',
    sources: ['course'],
    leastDays: null,
    mostDays: null,
  } satisfies NonNullable<Wire<'pointsScheme.save'>['draft']['items']>[number];
  await call('pointsScheme.save', {
    draft: {
      id: 's1',
      revision: 0,
      branchId,
      name: '积分',
      source: '文件',
      fromYear: 2025,
      toYear: 2025,
      items: [item],
    },
  });
  await record('c5', { on: '2025-08-01' });
  const of = { branchId, year: 2025, asOf };
  expect((await call('points.proposals', of)).map(({ key, tenths }) => [key, tenths])).toEqual([['m1.course.c5', 20]]);
  await call('points.accept', { ...of, keys: ['m1.course.c5'] });
  expect(await call('points.proposals', of)).toEqual([]);
});
