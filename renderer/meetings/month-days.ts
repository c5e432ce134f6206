import { addDays, addMonths, monthEnd, monthStart } from '../../rules/dates.ts';

/** The days of a month in weeks from Monday, with the days of the neighbouring months that fill them. */
export function weeksOfMonth(day: string): string[][] {
  const first = monthStart(day);
  const start = addDays(first, -((weekday(first) + 6) % 7));
  const weeks: string[][] = [];
  for (let monday = start; monday <= monthEnd(day); monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)));
  return weeks;
}

/** 0 is Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day that a key of the grid leads to, or `null`. */
export function dayByKey(day: string, key: string): string | null {
  const steps: Record<string, () => string> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    PageUp: () => addMonths(day, -1),
    PageDown: () => addMonths(day, 1),
    Home: () => monthStart(day),
    End: () => monthEnd(day),
  };
  return steps[key]?.() ?? null;
}
