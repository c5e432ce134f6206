import { expect, test } from 'vitest';
import type { CheckedExam } from './check.ts';
import { e1, e2 } from './exams.ts';
import { facts, found } from './fixtures.ts';

const exam = (fields: Partial<CheckedExam> = {}): CheckedExam => ({
  id: 'x1',
  title: '知识测试',
  heldOn: '2026-06-30',
  contents: ['party-rules'],
  taken: 5,
  waiting: 0,
  ...fields,
});
const once = [{ key: 'education.yearly-tests', value: 1, validFrom: '2026-01-01', validTo: null, source: '街道通知' }];

test('a yearly test is asked for only where the branch sets it, from October on, and one that somebody took is enough', () => {
  expect(found(e1, facts('2026-11-24'))).toEqual([]);
  expect(found(e1, facts('2026-09-30', { settings: once }))).toEqual([]);
  expect(found(e1, facts('2026-10-01', { settings: once }))).toEqual(['yearly:todo']);
  expect(found(e1, facts('2026-10-01', { settings: once, exams: [exam()] }))).toEqual([]);
  for (const other of [exam({ taken: 0 }), exam({ contents: ['skills'] }), exam({ heldOn: '2025-12-31' })])
    expect(found(e1, facts('2026-10-01', { settings: once, exams: [other] }))).toEqual(['yearly:todo']);
});

test('papers that wait for their marks are told, exam by exam', () => {
  const exams = [exam(), exam({ id: 'x2', waiting: 3 })];
  expect(e2.evaluate(facts('2026-11-24', { exams })).map(({ recordId, actual }) => [recordId, actual])).toEqual([
    ['x2', '3'],
  ]);
});
