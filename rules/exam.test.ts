import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperQuestion } from '../contract/exam-paper.ts';
import { certificateNumber, examCounts, secondsLeft } from './exam.ts';
import { objectiveMark, scoreOf } from './exam-marking.ts';
import { questionFaults, questionKey } from './questions.ts';

const asked = (fields: Partial<PaperQuestion>): PaperQuestion => ({
  questionId: 'q',
  part: 0,
  kind: 'single',
  stem: '题',
  options: ['甲', '乙', '丙', '丁'],
  correct: [1],
  referenceAnswer: '',
  explanation: '',
  points: 2,
  ...fields,
});

test.each([
  // kind, key, points, chosen, percent, mark
  ['single', [1], 2, [1], 0, 2],
  ['single', [1], 2, [0], 50, 0],
  ['single', [1], 2, [], 50, 0],
  ['true-false', [0], 1.5, [0], 0, 1.5],
  ['true-false', [0], 1.5, [1], 0, 0],
  ['multiple', [0, 2], 4, [0, 2], 0, 4],
  ['multiple', [0, 2], 4, [2, 0], 0, 4],
  ['multiple', [0, 2], 4, [0], 0, 0],
  ['multiple', [0, 2], 4, [0], 50, 2],
  ['multiple', [0, 2, 3], 3, [0, 3], 50, 1.5],
  ['multiple', [0, 2, 3], 5, [0], 33, 1.5],
  ['multiple', [0, 2], 4, [0, 1], 50, 0],
  ['multiple', [0, 2], 4, [0, 1, 2], 50, 0],
  ['multiple', [0, 2], 4, [0, 1, 2, 3], 100, 0],
] as const)(
  '%s with key %j of %d points, answered %j, partial %d %% gets %d',
  (kind, correct, points, chosen, percent, mark) => {
    expect(objectiveMark(asked({ kind, correct: [...correct], points }), chosen, percent)).toBe(mark);
  },
);

test('a mark lies between nothing and the points, in halves, and only all of the key gets all of them', () => {
  const places = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 4 }),
      places,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 100 }),
      (correct, chosen, halves, percent) => {
        const points = halves / 2;
        const mark = objectiveMark(asked({ kind: 'multiple', correct, points }), chosen, percent);
        expect(mark).toBeGreaterThanOrEqual(0);
        expect(mark).toBeLessThanOrEqual(points);
        expect(Number.isInteger(mark * 2)).toBe(true);
        const isWhole = chosen.length === correct.length && chosen.every((place) => correct.includes(place));
        if (isWhole) expect(mark).toBe(points);
        else if (chosen.some((place) => !correct.includes(place))) expect(mark).toBe(0);
        else if (percent < 100) expect(mark).toBeLessThan(points);
      },
    ),
  );
});

test('a score waits for the written answers only; nothing written is nothing, a sum from a paper stands first', () => {
  const questions = [asked({}), asked({ kind: 'short', options: [], correct: [], points: 10 })];
  const sitting = { mode: 'screen' as const, total: null, marks: [], answers: [{ number: 1, chosen: [1], text: '' }] };
  expect(scoreOf(questions, sitting, 0)).toBe(2);
  const written = { ...sitting, answers: [...sitting.answers, { number: 2, chosen: [], text: '答' }] };
  expect(scoreOf(questions, written, 0)).toBeNull();
  expect(scoreOf(questions, { ...written, marks: [{ number: 2, points: 7.5 }] }, 0)).toBe(9.5);
  expect(scoreOf(questions, { ...written, mode: 'paper', total: 11 }, 0)).toBe(11);
  expect(scoreOf([], { ...sitting, mode: 'paper' }, 0)).toBeNull();
});

test('time runs from the beginning, is given back by minutes and never by a clock set back', () => {
  const at = (minutes: number) => new Date(Date.parse('2026-11-24T01:00:00Z') + minutes * 60_000).toISOString();
  const sitting = { startedAt: at(0), lastSeenAt: at(0), extraMinutes: 0 };
  expect(secondsLeft(sitting, 30, at(0))).toBe(1800);
  expect(secondsLeft(sitting, 30, at(29.99))).toBe(1);
  expect(secondsLeft(sitting, 30, at(30))).toBe(0);
  expect(secondsLeft(sitting, 30, at(500))).toBe(0);
  expect(secondsLeft({ ...sitting, extraMinutes: 10 }, 30, at(30))).toBe(600);
  expect(secondsLeft({ ...sitting, lastSeenAt: at(20) }, 30, at(-100))).toBe(600);
});

test('rates are of who should have come and of who came; nobody has none', () => {
  const row = (state: 'marked' | 'absent' | 'exempt' | 'excused' | 'waiting', passed: boolean | null = null) => ({
    state,
    passed,
  });
  const counts = examCounts([
    row('marked', true),
    row('marked', false),
    row('waiting'),
    row('absent'),
    row('exempt'),
    row('excused'),
  ]);
  expect(counts).toEqual({ expected: 4, taken: 3, passed: 1, waiting: 1, participation: 3 / 4, passRate: 1 / 3 });
  expect(examCounts([row('exempt')])).toMatchObject({ expected: 0, participation: null, passRate: null });
});

test('numbers of certificates grow past three digits, stems are the same whatever their marks', () => {
  expect([certificateNumber(2026, 7), certificateNumber(2026, 1204)]).toEqual(['2026-007', '2026-1204']);
  expect(questionKey({ kind: 'single', stem: '党支部任期（ ）？' })).toBe(
    questionKey({ kind: 'single', stem: '党支部 任期' }),
  );
  expect(questionFaults({ kind: 'short', options: [], correct: [], referenceAnswer: ' ' })).toEqual([
    { field: 'referenceAnswer', code: 'answer-missing' },
  ]);
});
