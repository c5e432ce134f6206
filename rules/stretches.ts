import type { IsoDate, PartialDate } from '../contract/values.ts';
import { addDays, earliestDay, latestDay } from './dates.ts';
import type { HeldPost, RosterMember } from './roster.ts';

/**
 * The days, in order, from which on a roster may differ from that of the day before: between two of them every
 * day has the same one. Whoever judges hundreds of meetings makes one roster for each stretch ({@link stretchOf}).
 * Every date of a person or post counts, whatever it means: rules compare days with dates and with nothing else.
 */
export function turningDays(
  members: readonly RosterMember[],
  posts: readonly Pick<HeldPost, 'from' | 'to'>[],
): IsoDate[] {
  const dates = new Set<PartialDate>();
  collectDates([members, posts], dates);
  const turns = new Set<IsoDate>();
  for (const date of dates) {
    for (const day of [earliestDay(date), latestDay(date)]) {
      turns.add(day);
      turns.add(addDays(day, 1));
    }
  }
  return [...turns].sort();
}

/** A text that only looks like one makes one turn more, and nothing else. */
const looksLikeDate = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/;

function collectDates(value: unknown, dates: Set<PartialDate>): void {
  if (typeof value === 'string') {
    if (looksLikeDate.test(value)) dates.add(value);
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectDates(part, dates);
}

/** Which stretch between turning days a day lies in: 0 before the first of them. */
export function stretchOf(turns: readonly IsoDate[], day: IsoDate): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
