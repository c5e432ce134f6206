import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Output } from '../../contract/operations.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

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

    await archive.call('import.undo', { batch: applied.batch ?? '' });
    expect(await people(archive)).toEqual([]);
    expect(await archive.call('group.list', {})).toEqual([]);
    expect(await archive.refused('import.undo', { batch: applied.batch })).toMatchObject({ code: 'cannot-undo' });
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
  expect(await archive.refused('import.undo', { batch })).toMatchObject({
    code: 'cannot-undo',
    reason: 'edited-since',
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
