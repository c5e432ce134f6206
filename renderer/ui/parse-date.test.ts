import { expect, test } from 'vitest';
import { parseDate } from './parse-date.ts';

const full = { isPartialAllowed: false };
const partial = { isPartialAllowed: true };

test.each([
  '20260315',
  '2026.3.15',
  '2026-03-15',
  '2026/3/15',
  '2026年3月15日',
  '２０２６．３．１５',
  ' 2026 . 3 . 15 ',
])('reads %j as 15 March 2026', (typed) => {
  expect(parseDate(typed, full)).toEqual({ date: '2026-03-15' });
  expect(parseDate(typed, partial)).toEqual({ date: '2026-03-15' });
});

test.each([
  ['2026', '2026'],
  ['2026年', '2026'],
  ['202603', '2026-03'],
  ['2026.3', '2026-03'],
  ['2026年12月', '2026-12'],
  ['1987-06', '1987-06'],
])('where less may be known, reads %j as %j', (typed, date) => {
  expect(parseDate(typed, partial)).toEqual({ date });
  expect(parseDate(typed, full)).toEqual({ problem: 'unreadable' });
});

test('says which part is impossible', () => {
  expect(parseDate('2017-13-06', full)).toEqual({ problem: 'month', month: 13 });
  expect(parseDate('20260229', full)).toEqual({ problem: 'day', year: 2026, month: 2, day: 29 });
  expect(parseDate('20240229', full)).toEqual({ date: '2024-02-29' });
});

test.each(['', '3.15', '昨天', '2026-3-15-1', '99999999', '0000', '15.3.2026'])('does not guess at %j', (typed) => {
  expect(parseDate(typed, partial)).toEqual({ problem: 'unreadable' });
});
