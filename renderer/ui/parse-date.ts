import { daysInMonth } from '../../rules/dates.ts';

/** A date as read, or why it cannot be: the month that is no month, the day that the month does not have. */
export type ReadDate =
  | { date: string }
  | { problem: 'unreadable' }
  | { problem: 'month'; month: number }
  | { problem: 'day'; year: number; month: number; day: number };

/**
 * Reads a date in the ways clerks write it: 20260315, 2026.3.15, 2026-03-15, 2026/3/15, 2026年3月15日, full-width
 * digits included; where less may be known also 2026, 202603, 2026.3. The result is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 */
export function parseDate(typed: string, { isPartialAllowed }: { isPartialAllowed: boolean }): ReadDate {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const match =
    /^(\d{4})(?:(\d{2})(\d{2})?)?$/.exec(plain) ??
    /^(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})日?)?)?)?)?$/.exec(plain);
  if (match === null) return { problem: 'unreadable' };
  const [, yearText = '', monthText, dayText] = match;
  const year = Number(yearText);
  if (year < 1900 || year > 2200) return { problem: 'unreadable' };
  if (dayText === undefined && !isPartialAllowed) return { problem: 'unreadable' };
  if (monthText === undefined) return { date: yearText };
  const month = Number(monthText);
  if (month < 1 || month > 12) return { problem: 'month', month };
  const start = `${yearText}-${monthText.padStart(2, '0')}`;
  if (dayText === undefined) return { date: start };
  const day = Number(dayText);
  if (day < 1 || day > daysInMonth(year, month)) return { problem: 'day', year, month, day };
  return { date: `${start}-${dayText.padStart(2, '0')}` };
}
