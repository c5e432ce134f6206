/**
 * Partial dates (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) in SQL, with the meaning of `rules/dates.ts`: a beginning counts
 * from the first day it may mean, an end from its last, and an end is the first day something no longer holds.
 */

/** SQL: whether something begins on or before the day. As text a shorter date sorts before every day in it. */
export function begunBy(column: string, day: string): string {
  return `${column} <= ${day}`;
}

/** SQL: whether a period holds on the day. */
export function holdsOn(from: string, to: string, day: string): string {
  return `(${begunBy(from, day)} AND (${to} IS NULL OR ${day} < ${lastDay(to)}))`;
}

/** SQL: the last day that a partial date may mean. */
function lastDay(column: string): string {
  return `CASE length(${column}) WHEN 10 THEN ${column} WHEN 7 THEN date(${column} || '-01', '+1 month', '-1 day') ELSE ${column} || '-12-31' END`;
}
