import { expect, test } from 'vitest';
import type { StepTemplate } from '../../contract/development-process.ts';
import { templateProblems } from '../../rules/development-template-limits.ts';
import { developmentTemplate as shipped } from '../../templates/development.ts';

function changed(no: number, part: Partial<StepTemplate>): StepTemplate[] {
  return shipped.steps.map((each) => (each.no === no ? { ...each, ...part } : each));
}

function bound(no: number, part: Partial<NonNullable<StepTemplate['earliest']>>): StepTemplate['earliest'] {
  const found = shipped.steps.find((each) => each.no === no)?.earliest;
  return found ? { ...found, ...part } : null;
}

test.each([
  ['the candidate after eleven months', changed(7, { earliest: bound(7, { months: 11 }) }), 'hard-limit 12'],
  ['only a warning', changed(7, { earliest: bound(7, { isHard: false }) }), 'hard-limit 12'],
  ['no vote', changed(15, { vote: null }), 'vote V1'],
  ['seventeen years of age', changed(1, { minimumAge: null }), 'age 18'],
  [
    'a review every seven months',
    changed(6, { periods: [{ months: 7, kind: 'branch-review', isLocal: false }] }),
    'period 6',
  ],
  ['without 政治审查', shipped.steps.filter(({ no }) => no !== 10), 'left-out 进行政治审查'],
  ['without the application', changed(1, { documents: [] }), 'paper 入党申请书'],
  [
    'the talk after the decision',
    shipped.steps.toSpliced(1, 1).toSpliced(2, 0, ...shipped.steps.slice(1, 2)),
    'order 党组织派人谈话',
  ],
  ['the same step twice', [...shipped.steps.slice(0, 4), ...shipped.steps.slice(3)], 'twice 上级党委备案'],
] as const)('%s is refused with what the regulation asks', (_what, steps, expected) => {
  const [problem] = templateProblems(shipped, steps);
  expect(`${problem?.code} ${problem?.expected}`).toBe(expected);
  expect(problem?.source).toMatch(/细则|党章/);
});

test('stricter than the regulation, softer where it is local, other words and steps of one’s own are accepted', () => {
  const steps = changed(7, { earliest: bound(7, { months: 18 }), name: '确定为发展对象', actor: '支委会' })
    .map((each) => (each.no === 13 ? { ...each, latest: null } : each))
    .filter(({ no }) => no !== 18 && no !== 4);
  expect(templateProblems(shipped, steps)).toEqual([]);
  expect(templateProblems(shipped, shipped.steps)).toEqual([]);
});
