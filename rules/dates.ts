import type { IsoDate, PartialDate } from '../contract/values.ts';

/**
 * Calendar arithmetic on date strings. No time zone, no clock: a reference day is always passed in.
 *
 * A partial date (`YYYY`, `YYYY-MM`) stands for every day it covers. Where one day is needed, a beginning
 * counts from its first possible day and an end from its last; `fullYears` says how it treats the unknown.
 */

export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A period during which something holds; `to` is the first day on which it no longer does. */
export interface Period {
  readonly from: PartialDate;
  readonly to: PartialDate | null;
}

const millisecondsPerDay = 86_400_000;

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function numberAt(date: string, start: number, end: number): number {
  return Number(date.slice(start, end));
}

function epochDay(day: IsoDate): number {
  const date = new Date(0);
  date.setUTCFullYear(yearOf(day), numberAt(day, 5, 7) - 1, numberAt(day, 8, 10));
  return Math.round(date.getTime() / millisecondsPerDay);
}

function fromEpochDay(days: number): IsoDate {
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}

export function yearOf(date: PartialDate): number {
  return numberAt(date, 0, 4);
}

/** How much of the date is known. */
export function precisionOf(date: PartialDate): 'year' | 'month' | 'day' {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** Days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

/** First day that the date may mean. */
export function earliestDay(date: PartialDate): IsoDate {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day that the date may mean. */
export function latestDay(date: PartialDate): IsoDate {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? monthEnd(`${date}-01`) : date;
}

/** Order for sorting: by first possible day, the less precise first. Negative, zero or positive. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  if (a === b) return 0;
  const first = earliestDay(a);
  const second = earliestDay(b);
  if (first !== second) return first < second ? -1 : 1;
  return a.length - b.length;
}

/** True only when every day `a` may mean lies before every day `b` may mean. */
export function isCertainlyBefore(a: PartialDate, b: PartialDate): boolean {
  return latestDay(a) < earliestDay(b);
}

/** Calendar day `days` later (or earlier, if negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return fromEpochDay(epochDay(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return epochDay(to) - epochDay(from);
}

/**
 * Calendar add, never a number of days: the same day of the month, clamped to the month's end
 * (2024-02-29 + 12 → 2025-02-28). The precision stays. A year alone plus part of a year gives the later year,
 * so that nothing falls due too early.
 */
export function addMonths(date: PartialDate, months: number): PartialDate {
  if (date.length === 4) return pad(Number(date) + Math.ceil(months / 12), 4);
  const index = yearOf(date) * 12 + (numberAt(date, 5, 7) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const start = `${pad(year, 4)}-${pad(month, 2)}`;
  if (date.length === 7) return start;
  return `${start}-${pad(Math.min(numberAt(date, 8, 10), daysInMonth(year, month)), 2)}`;
}

function yearsFrom(start: IsoDate, on: IsoDate): number {
  const years = yearOf(on) - yearOf(start);
  return addMonths(start, years * 12) <= on ? years : years - 1;
}

/**
 * Full years (周岁) from a date to a day; negative before it. 29 February completes its year on 28 February.
 * An unknown day counts as the first of the month, as rosters that hold months are read. A year alone is
 * answered only when every day of it gives the same number (as on 31 December), else `null`.
 */
export function fullYears(from: PartialDate, on: IsoDate): number | null {
  const years = yearsFrom(earliestDay(from), on);
  if (from.length === 4 && yearsFrom(latestDay(from), on) !== years) return null;
  return years;
}

/** Full months from one day to another, by the calendar; negative when `on` is earlier. */
export function fullMonths(from: IsoDate, on: IsoDate): number {
  const months = (yearOf(on) - yearOf(from)) * 12 + numberAt(on, 5, 7) - numberAt(from, 5, 7);
  return addMonths(from, months) <= on ? months : months - 1;
}

/**
 * Whether a period covers a day. `to` is the first day it no longer holds, so that a person who leaves on a day
 * is not on that day's roster and successive periods may share their border. An unknown beginning counts from
 * its first possible day, an unknown end to its last: who left in 2025-06 is gone on 2025-06-30.
 */
export function holdsOn(period: Period, day: IsoDate): boolean {
  return earliestDay(period.from) <= day && (period.to === null || day < latestDay(period.to));
}

export function monthStart(day: IsoDate): IsoDate {
  return `${day.slice(0, 7)}-01`;
}

export function monthEnd(day: IsoDate): IsoDate {
  return `${day.slice(0, 7)}-${pad(daysInMonth(yearOf(day), numberAt(day, 5, 7)), 2)}`;
}

/** 1 to 4. */
export function quarterOf(day: IsoDate): number {
  return Math.ceil(numberAt(day, 5, 7) / 3);
}

/** Twelve calendar months of a year, in order. */
export function monthsOf(year: number): DayRange[] {
  return Array.from({ length: 12 }, (_, index) => {
    const from = `${pad(year, 4)}-${pad(index + 1, 2)}-01`;
    return { from, to: monthEnd(from) };
  });
}

/** Four calendar quarters of a year, in order. */
export function quartersOf(year: number): DayRange[] {
  return [1, 4, 7, 10].map((month) => ({
    from: `${pad(year, 4)}-${pad(month, 2)}-01`,
    to: monthEnd(`${pad(year, 4)}-${pad(month + 2, 2)}-01`),
  }));
}

export function yearRange(year: number): DayRange {
  return { from: `${pad(year, 4)}-01-01`, to: `${pad(year, 4)}-12-31` };
}

export function isWithin(day: IsoDate, range: DayRange): boolean {
  return range.from <= day && day <= range.to;
}
