import { expect, test } from 'vitest';
import { weeksOf } from './month-weeks.ts';

test('weeks begin on Monday and hold the whole month', () => {
  const november = weeksOf('2026-11-24');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  const february = weeksOf('2027-02-10');
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
});
