import { addDays, daysBetween, monthEnd, monthStart } from '../../rules/dates.ts';

/** 2026-01-05 was a Monday. */
const someMonday = '2026-01-05';

/** Days of the weeks that the month lies in, Monday first. */
export function weeksOf(month: string): string[] {
  const first = monthStart(month);
  const offset = ((daysBetween(someMonday, first) % 7) + 7) % 7;
  const days = offset + daysBetween(first, monthEnd(first)) + 1;
  return Array.from({ length: Math.ceil(days / 7) * 7 }, (_, index) => addDays(first, index - offset));
}
