import { expect, test } from 'vitest';
import type { StepTemplate } from '../../contract/development-process.ts';
import { developmentTemplate as shipped } from '../../templates/development.ts';
import { step, untilForm, withFullMembers } from './development-archive.ts';

const own: StepTemplate = {
  ...{ no: 26, stage: 3, name: '街道党工委联审', actor: '街道党工委', minimumAge: null, before: null, latest: null },
  earliest: { after: [8], months: 0, days: 0, isHard: false, isLocal: true, movesWithExtension: false },
  ...{
    periods: [],
    vote: null,
    documents: [{ title: '联审意见', isOptional: false }],
    checks: [],
    source: '省发展办法',
  },
};

function draft(id: string, from: string, steps: readonly StepTemplate[]) {
  return { draft: { id, revision: 0, from, source: '省发展党员工作办法', steps: [...steps] } };
}

test('a version holds from its day, counts in its order, and asks nothing of what was done before', async () => {
  const archive = await withFullMembers({ members: 2 });
  const { call, branchId } = archive;
  const person = { branchId, bornOn: '1990-01-01', contacts: [contact] };
  // Past step 9 before the version begins, and not yet there.
  const early = { id: 'early', name: '早一步', steps: untilForm.slice(0, 8), ...person };
  const late = { id: 'late', name: '晚一步', steps: untilForm.slice(0, 7), ...person };
  await call('developmentCase.save', { draft: { revision: 0, ...early } });
  await call('developmentCase.save', { draft: { revision: 0, ...late } });
  const steps = shipped.steps.filter(({ no }) => no !== 18).toSpliced(8, 0, own);
  expect(await call('developmentTemplate.save', draft('v1', '2025-02-19', steps))).toMatchObject({ version: 1 });
  const before = await call('developmentCase.template', { asOf: '2025-02-18' });
  const after = await call('developmentCase.template', { asOf: '2025-02-19' });
  expect([before.version, before.steps.length, after.version, after.steps.length]).toEqual([0, 25, 1, 25]);
  const report = await call('developmentCase.check', { id: 'late', asOf: '2025-03-01' });
  expect(report.steps.find((each) => each.no === 26)).toMatchObject({ position: 9, name: '街道党工委联审' });
  expect(report.steps.map((each) => each.no)).not.toContain(18);
  await call('developmentCase.save', {
    draft: { id: 'early', revision: 1, introducers, steps: [...untilForm.slice(0, 8), step(9, '2025-02-18')] },
  });
  const passed = await call('developmentCase.check', { id: 'early', asOf: '2025-03-01' });
  expect(passed.steps.map((each) => each.no)).not.toContain(26);
  expect(passed.nextStep).toBe(10);
  await call('developmentCase.save', {
    draft: { id: 'late', revision: 1, steps: [...untilForm.slice(0, 8), step(26, '2025-02-25')] },
  });
  expect(
    await archive.refused('developmentCase.save', {
      draft: { id: 'late', revision: 2, steps: [...untilForm.slice(0, 8), step(27, '2025-02-25')] },
    }),
  ).toMatchObject({ code: 'invalid-input', fields: { 'steps.8.no': ['no such step'] } });
  // Taken back by a new version: what was done under the former stays in the file.
  await call('developmentTemplate.save', draft('v2', '2025-06-01', shipped.steps));
  const back = await call('developmentCase.check', { id: 'late', asOf: '2025-07-01' });
  expect(back.steps.map((each) => each.no).slice(7, 10)).toEqual([8, 26, 9]);
  expect(
    await archive.refused('developmentTemplate.save', { draft: { id: 'v1', revision: 1, note: '改' } }),
  ).toMatchObject({ code: 'rule-broken', rule: 'development-template', expected: 'unchanged' });
  expect((await call('developmentTemplate.list', {})).map(({ version }) => version)).toEqual([0, 1, 2]);
  const dumped = await call('record.dump', { record: 'developmentTemplate', asOf: '2025-05-01' });
  expect(dumped.map((row) => row.id)).toEqual(['v1']);
  const withoutReview = shipped.steps.filter(({ no }) => no !== 10);
  expect(await archive.refused('developmentTemplate.save', draft('bad', '2026-01-01', withoutReview))).toMatchObject({
    code: 'rule-broken',
    rule: 'development-template',
    field: 'steps',
    expected: 'left-out 进行政治审查',
    source: '发展细则第16条',
  });
});

const contact = { id: 'c1', memberId: 'm1', from: '2024-01-25', to: null };
const introducers = ['m1', 'm2'].map((memberId) => ({ id: `i-${memberId}`, memberId, from: '2025-02-18', to: null }));
