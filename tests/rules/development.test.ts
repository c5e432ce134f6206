import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DevelopmentStep } from '../../contract/development.ts';
import { addDays, addMonths, daysInMonth } from '../../rules/dates.ts';
import { achievedBy, confirmedOn, gapsBetween, judgeSteps, probationEnd, windowOf } from '../../rules/development.ts';
import { developmentTemplate } from '../../templates/development.ts';
import { step, untilForm } from '../service/development-archive.ts';

/** Limits of a step from the days of others. */
function limits(no: number, days: Record<number, string>, more: { bornOn?: string; extensionMonths?: number } = {}) {
  const step = developmentTemplate.steps.find((each) => each.no === no);
  const { earliest, latest, isEarliestHard, awaits } = windowOf(step, {
    dayOf: (prior: number) => days[prior] ?? null,
    bornOn: more.bornOn ?? null,
    extensionMonths: more.extensionMonths ?? 0,
  });
  return { earliest, latest, isEarliestHard, awaits };
}

describe('limits count from the actual days of other steps, by calendar months', () => {
  test.each([
    // step, days of others, earliest, hard, latest
    [2, { 1: '2024-01-31' }, '2024-01-31', false, '2024-02-29'],
    [2, { 1: '2023-01-31' }, '2023-01-31', false, '2023-02-28'],
    [7, { 3: '2024-02-29' }, '2025-02-28', true, null],
    [12, { 9: '2025-03-01', 10: '2025-03-20', 11: '2025-03-11' }, '2025-03-20', true, null],
    [15, { 13: '2025-03-31', 14: '2025-04-02' }, '2025-04-02', true, '2025-04-30'],
    [17, { 15: '2025-11-30', 16: '2025-12-02' }, '2025-12-02', true, '2026-02-28'],
    [19, { 17: '2024-01-31' }, '2024-01-31', false, '2024-02-29'],
    [22, { 15: '2024-02-29' }, '2025-01-29', false, '2025-02-28'],
    [23, { 15: '2024-02-29' }, '2025-02-28', true, '2025-03-29'],
    [24, { 23: '2025-11-30' }, '2025-11-30', true, '2026-02-28'],
  ] as const)('step %i after %j', (no, days, earliest, isEarliestHard, latest) => {
    expect(limits(no, days)).toEqual({ earliest, latest, isEarliestHard, awaits: [] });
  });

  test('an extension moves the limits of confirmation and of nothing else', () => {
    expect(limits(23, { 15: '2025-04-20' }, { extensionMonths: 6 })).toMatchObject({
      earliest: '2026-10-20',
      latest: '2026-11-20',
    });
    expect(limits(17, { 15: '2025-04-20', 16: '2025-05-01' }, { extensionMonths: 6 }).latest).toBe('2025-07-20');
  });

  test('who was born on 29 February may apply on 28 February eighteen years later', () => {
    expect(limits(1, {}, { bornOn: '2008-02-29' })).toMatchObject({ earliest: '2026-02-28', isEarliestHard: true });
  });

  test('a limit after several steps waits for all of them', () => {
    expect(limits(12, { 9: '2025-03-01', 11: '2025-03-11' })).toMatchObject({ earliest: null, awaits: [10] });
  });
});

test('for every day of a vote probation ends on the same day a year later, clamped to the month, never counted in days', () => {
  const days = fc
    .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => {
      const part = (value: number) => String(value).padStart(2, '0');
      return `${year}-${part(month)}-${part(Math.min(day, daysInMonth(year, month)))}`;
    });
  fc.assert(
    fc.property(days, (on) => {
      const steps = [step(15, on), step(16, on), step(17, addDays(on, 40))];
      const ends = probationEnd(achievedBy(steps, '9999-12-31')) ?? '';
      expect(ends.slice(0, 7)).toBe(`${Number(on.slice(0, 4)) + 1}${on.slice(4, 7)}`);
      expect(Number(ends.slice(8))).toBe(
        Math.min(Number(on.slice(8)), daysInMonth(Number(ends.slice(0, 4)), Number(ends.slice(5, 7)))),
      );
    }),
  );
});

test('a step one day before its hard earliest day is blocked, on the day it is not', () => {
  const until = untilForm.filter((each) => each.no < 7);
  const judge = (on: string) =>
    judgeSteps([developmentTemplate], { steps: [...until, step(7, on)], bornOn: '1990-01-01' }).at(-1)?.isBlocked;
  const earliest = addMonths('2024-01-20', 12);
  expect([judge(addDays(earliest, -1)), judge(earliest)]).toEqual([true, false]);
});

test('steps entered in the wrong order are seen by the day of the one that must come first', () => {
  const steps: DevelopmentStep[] = untilForm.map((each) => (each.no === 13 ? { ...each, on: '2025-04-12' } : each));
  const judged = judgeSteps([developmentTemplate], { steps, bornOn: '1990-01-01' });
  expect(judged.filter((each) => each.isBlocked).map((each) => [each.step.no, each.window.earliest])).toEqual([
    [14, '2025-04-12'],
  ]);
});

test('a refused approval overturns the vote, and a refused confirmation its own', () => {
  const admitted = [...untilForm, step(15, '2025-04-20'), step(16, '2025-05-01')];
  const refused = achievedBy([...admitted, step(17, '2025-05-20', { result: 'rejected' })], '2026-01-01');
  expect([refused.done.has(15), refused.done.has(14)]).toEqual([false, true]);
  const confirmed = [...admitted, step(17, '2025-05-20'), step(23, '2026-04-25')];
  expect(confirmedOn(achievedBy([...confirmed, step(24, '2026-05-10')], '2026-12-31'))).toBe('2026-04-20');
  const back = achievedBy([...confirmed, step(24, '2026-05-10', { result: 'rejected' })], '2026-12-31');
  expect([back.done.has(23), confirmedOn(back)]).toEqual([false, null]);
});

test('reviews half a year apart leave no gap; a day more does', () => {
  expect(gapsBetween(['2024-08-31', '2025-02-28'], 6)).toEqual([]);
  expect(gapsBetween(['2024-08-31', '2025-03-01'], 6)).toEqual([{ from: '2024-08-31', to: '2025-03-01' }]);
});

test('the template has 25 steps in 5 stages, each with its source, and counts only from steps there are', () => {
  const { steps } = developmentTemplate;
  expect(steps.map(({ no }) => no)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  expect([...new Set(steps.map(({ stage }) => stage))]).toEqual([1, 2, 3, 4, 5]);
  for (const { no, source, earliest } of steps) {
    expect(source).not.toBe('');
    for (const prior of earliest?.after ?? []) expect(prior).toBeLessThan(no);
  }
});
