import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { createService } from '../../service/service.ts';
import { fullMember } from './member-fixtures.ts';
import { openTestArchive, passphrase, testKeyCost } from './open-archive.ts';

/** A secretary, two members and one who is exempt. */
async function branchThatStudies() {
  const archive = await openTestArchive({ today: '2026-11-24' });
  const { call, branchId } = archive;
  for (const id of ['m1', 'm2', 'm3', 'm4'])
    await call('member.save', {
      draft: fullMember(id, branchId, {
        ...(id === 'm4' && {
          statuses: [
            { id: 'e4', kind: 'attendance-exempt', from: '2020', to: null, detail: '', reason: '', documentNumber: '' },
          ],
        }),
      }),
    });
  await call('post.save', {
    draft: { id: 'p1', revision: 0, branchId, memberId: 'm1', title: 'secretary', from: '2024-01-10' },
  });
  return archive;
}

const participant = (memberId: string, fields: { hours?: number } = {}) => ({
  memberId,
  hours: null,
  passed: true,
  score: null,
  certificateNumber: '',
  ...fields,
});

function training(branchId: string, id = 't1') {
  const days = { year: 2026, startedOn: '2026-05-12', endedOn: '2026-05-14' };
  return { id, revision: 0, branchId, title: '培训班', form: 'intensive' as const, ...days };
}

test('a training entered once for several people and the meetings of the year make everybody’s hours, as of a day', async () => {
  const { call, branchId } = await branchThatStudies();
  await call('training.save', {
    draft: { ...training(branchId), participants: [participant('m1'), participant('m2', { hours: 8 })] },
  });
  await call('meeting.save', {
    draft: {
      id: 'g1',
      revision: 0,
      branchId,
      types: ['party-lesson'],
      title: '党课',
      heldOn: '2026-06-10',
      studyHours: 3,
      attendance: [
        { memberId: 'm1', state: 'present', reason: '', opinionReceivedOn: null },
        { memberId: 'm2', state: 'absent', reason: '', opinionReceivedOn: null },
      ],
    },
  });
  const hours = async (asOf: string) => {
    const { rows } = await call('education.hours', { branchId, year: 2026, asOf });
    return rows.map((row) => [row.memberId, row.required, row.total, row.missing, row.state]);
  };
  expect(await hours('2026-11-24')).toEqual([
    ['m1', 56, 27, 29, 'missing'],
    ['m2', 32, 8, 24, 'missing'],
    ['m3', 32, 0, 32, 'missing'],
    ['m4', 0, 0, 0, 'exempt'],
  ]);
  expect((await hours('2026-06-09')).map((row) => row[2])).toEqual([24, 8, 0, 0]);
  expect((await hours('2026-05-13')).map((row) => row[2])).toEqual([0, 0, 0, 0]);
  const answer = await call('education.hours', { branchId, year: 2026, asOf: '2026-11-24' });
  expect([answer.due, answer.met]).toEqual([3, 0]);
  expect(answer.rows[0]?.entries.map(({ record, recordId }) => `${record} ${recordId}`)).toEqual([
    'training t1',
    'meeting g1',
  ]);
});

test('a training is found by who took part, changed, told in the work log, dumped and taken out again', async () => {
  const { call, refused, branchId } = await branchThatStudies();
  await call('training.save', { draft: { ...training(branchId), participants: [participant('m2')] } });
  const listed = async (memberId: string) =>
    (await call('training.list', { branchId, year: 2026, memberId })).map(({ id }) => id);
  expect([await listed('m2'), await listed('m3')]).toEqual([['t1'], []]);
  await call('training.save', {
    draft: { id: 't1', revision: 1, participants: [participant('m3')] },
    reason: '记错人',
  });
  expect([await listed('m2'), await listed('m3')]).toEqual([[], ['t1']]);
  const log = await call('workLog.list', { branchId, from: '2026-05-01', to: '2026-05-31' });
  expect(log.map(({ kind, title, detail }) => [kind, title, detail])).toEqual([['training', '培训班', 'intensive 1']]);
  const dumped = await call('record.dump', { record: 'training', unmask: false });
  expect(dumped).toMatchObject([{ id: 't1', revision: 2, title: '培训班' }]);
  expect(await refused('training.remove', { id: 't1', revision: 1, reason: '重复' })).toMatchObject({
    code: 'stale-record',
  });
  await call('training.remove', { id: 't1', revision: 2, reason: '重复' });
  expect(await call('training.list', { branchId })).toEqual([]);
});

test.each([
  ['endedOn', { endedOn: '2026-05-11' }],
  ['year', { year: 2025 }],
  ['hours', { form: 'online', participants: [participant('m1')] }],
  ['participants', { participants: [participant('nobody')] }],
  ['participants', { participants: [participant('m1'), participant('m1')] }],
  ['contents', { contents: ['skills', 'skills'] }],
])('a training that is wrong in %s is refused by the name of the field', async (field, wrong) => {
  const { refused, call, branchId } = await branchThatStudies();
  const failure = await refused('training.save', { draft: { ...training(branchId), ...wrong } });
  expect(failure).toMatchObject({ code: 'invalid-input' });
  expect(Object.keys('fields' in failure ? (failure.fields ?? {}) : {}).join()).toContain(field);
  expect(await call('training.list', { branchId })).toEqual([]);
});

test('the practice archive studies: ledger 28 has a row for each member, filled from trainings and meetings', async () => {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-demo-'));
  const service = createService({ keyCost: testKeyCost, now: () => new Date('2026-11-24T10:00:00') });
  onTestFinished(() => {
    service.stop();
    rmSync(root, { recursive: true });
  });
  const input = { folder: service.grant(join(root, '演示.zhibu'), 'write-folder'), person: '演示', passphrase };
  await service.call('archive.createDemo', { ...input, members: 14, years: 1, seed: 3 });
  const call = async <Name extends OperationName>(name: Name, wire: Wire<Name>) => {
    const result = await service.call(name, wire);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value as Output<Name>;
  };
  const options = { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' };
  const { rows } = await call('education.hours', options);
  const states = await call('ledger.list', options);
  const ledger = states.find(({ number }) => number === 28);
  expect(ledger).toMatchObject({ title: '党员教育培训学时台账', entries: rows.length, lacks: [] });
  expect(rows.some(({ byForm }) => byForm.intensive > 0 && byForm['party-lesson'] > 0)).toBe(true);
  expect(new Set(rows.map(({ state }) => state))).toContain('met');
});
