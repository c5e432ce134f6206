import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  daysInMonth,
  earliestDay,
  fullMonths,
  fullYears,
  holdsOn,
  isCertainlyBefore,
  isDay,
  latestDay,
  monthsOf,
  precisionOf,
  quarterOf,
  quartersOf,
} from './dates.ts';

const day = fc
  .record({ year: fc.integer({ min: 1921, max: 2199 }), month: fc.integer({ min: 1, max: 12 }), roll: fc.nat(30) })
  .map(
    ({ year, month, roll }) =>
      `${year}-${String(month).padStart(2, '0')}-${String((roll % daysInMonth(year, month)) + 1).padStart(2, '0')}`,
  );

describe('addMonths', () => {
  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-08-31', 18, '2026-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-11', 3, '2025-02'],
    ['2024', 12, '2025'],
    ['2024', 18, '2026'],
  ])('%s plus %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test('always gives a day that exists, in the month asked for', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const result = addMonths(from, months);
        expect(isDay(result)).toBe(true);
        expect(result.slice(0, 7)).toBe(addMonths(from.slice(0, 7), months));
      }),
    );
  });
});

describe('fullYears', () => {
  test.each([
    ['1985-03-10', '2025-03-09', 39],
    ['1985-03-10', '2025-03-10', 40],
    ['2004-02-29', '2025-02-27', 20],
    ['2004-02-29', '2025-02-28', 21],
    ['1985-03', '2025-02-28', 39],
    ['1985-03', '2025-03-01', 40],
    ['1985', '2025-12-31', 40],
    ['1985', '2025-06-30', null],
    ['2025-06-01', '2025-05-31', -1],
  ])('from %s on %s: %s', (from, on, expected) => {
    expect(fullYears(from, on)).toBe(expected);
  });

  test('is the greatest number of whole years that fit', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, on] = a <= b ? [a, b] : [b, a];
        const years = fullYears(from, on) ?? Number.NaN;
        expect(addMonths(from, years * 12) <= on).toBe(true);
        expect(addMonths(from, (years + 1) * 12) > on).toBe(true);
      }),
    );
  });
});

test('full months count calendar months, not days', () => {
  expect(fullMonths('2025-01-31', '2025-02-28')).toBe(1);
  expect(fullMonths('2025-01-15', '2025-07-14')).toBe(5);
  expect(fullMonths('2025-01-15', '2025-07-15')).toBe(6);
});

test('adding the days between two days gives the second', () => {
  fc.assert(fc.property(day, day, (a, b) => addDays(a, daysBetween(a, b)) === b));
});

test('a partial date covers all its days and sorts before the days in it', () => {
  expect([earliestDay('2024-02'), latestDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([earliestDay('2024'), latestDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect(['2024-02-01', '2024', '2024-01-31', '2024-02', '2023-12'].sort(compareDates)).toEqual([
    '2023-12',
    '2024',
    '2024-01-31',
    '2024-02',
    '2024-02-01',
  ]);
  expect(isCertainlyBefore('2024-01', '2024-02-01')).toBe(true);
  expect(isCertainlyBefore('2024', '2024-02-01')).toBe(false);
  expect(['2024', '2024-01', '2024-01-02'].map(precisionOf)).toEqual(['year', 'month', 'day']);
});

test('an end day is the first day a period no longer holds; unknown borders widen it', () => {
  expect(holdsOn({ from: '2025-01-01', to: '2025-06-30' }, '2025-06-29')).toBe(true);
  expect(holdsOn({ from: '2025-01-01', to: '2025-06-30' }, '2025-06-30')).toBe(false);
  expect(holdsOn({ from: '2025-03', to: '2025-06' }, '2025-03-01')).toBe(true);
  expect(holdsOn({ from: '2025-03', to: '2025-06' }, '2025-06-29')).toBe(true);
  expect(holdsOn({ from: '2025-03', to: '2025-06' }, '2025-06-30')).toBe(false);
  expect(holdsOn({ from: '2025', to: null }, '2024-12-31')).toBe(false);
});

test('months and quarters tile the year', () => {
  for (const ranges of [monthsOf(2024), quartersOf(2024)]) {
    expect(ranges[0]?.from).toBe('2024-01-01');
    expect(ranges.at(-1)?.to).toBe('2024-12-31');
    for (const [index, range] of ranges.slice(1).entries()) {
      expect(range.from).toBe(addDays(ranges[index]?.to ?? '', 1));
    }
  }
  expect(['2024-01-01', '2024-03-31', '2024-04-01', '2024-12-31'].map(quarterOf)).toEqual([1, 1, 2, 4]);
});

test('days that do not exist are not days', () => {
  expect(['2025-02-29', '2025-13-01', '2025-04-31', '2025-4-1', ''].some(isDay)).toBe(false);
});
