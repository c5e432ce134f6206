import type { PointsScheme } from '../contract/points.ts';
import type { PointsCycle } from '../contract/points-operations.ts';
import type { IsoDate } from '../contract/values.ts';
import {
  addMonths,
  type DayRange,
  earliestDay,
  fullMonths,
  holdsOn,
  monthStart,
  monthsOf,
  quartersOf,
  yearRange,
} from './dates.ts';
import { type EducationPerson, educationDay, isHereOn } from './education.ts';
import {
  averageOf,
  type CountableEntry,
  type Counted,
  countEntries,
  cyclesOf,
  isVetoedWithin,
  type Sums,
  shareOf,
  sumWithin,
} from './points-counting.ts';

/**
 * 党员积分 of a branch over a year: base, what was added and taken away, floor, cap, what is carried on, 一票否决.
 * Source: domain.md §7.4 (LOCAL). Whole tenths throughout; a share or an average is rounded half up once.
 */

export type PointsPerson = EducationPerson & { readonly isRetired: boolean };

export interface PointsOfYear {
  readonly person: PointsPerson;
  readonly counted: ReadonlyMap<string, Counted>;
  readonly months: Sums[];
  readonly quarters: Sums[];
  readonly cycles: PointsCycle[];
  /** null for who took part in no cycle. */
  readonly total: number | null;
  readonly isVetoed: boolean;
}

export interface PointsBranch {
  readonly branchId: string;
  readonly scheme: PointsScheme;
  readonly asOf: IsoDate;
  readonly people: readonly PointsPerson[];
  /** Entries of each member, of all years of the scheme. */
  readonly entries: ReadonlyMap<string, readonly CountableEntry[]>;
}

/** Why somebody takes no part on the day, or null. */
export function exemptionOn(
  person: PointsPerson,
  scheme: PointsScheme,
  day: IsoDate,
): 'retired' | 'mobile' | 'decided' | null {
  const isDecided = scheme.exemptions.some(
    ({ memberId, from, to }) => memberId === person.id && from <= day && (to === null || day <= to),
  );
  if (isDecided) return 'decided';
  if (scheme.exemptsRetired && person.isRetired) return 'retired';
  const months = scheme.exemptsMobileMonths;
  const isLongOut = person.statuses.some(
    (status) =>
      months !== null &&
      status.kind === 'mobile-out' &&
      holdsOn(status, day) &&
      addMonths(earliestDay(status.from), months) <= day,
  );
  return isLongOut ? 'mobile' : null;
}

/** The year of everybody who was in the branch in some cycle of it, by member; years before it only for what is carried on. */
export function pointsOfYear(of: PointsBranch, year: number): Map<string, PointsOfYear> {
  const { scheme } = of;
  const first = scheme.fromYear ?? year;
  // Without a share to carry on the years are strangers to each other.
  const start = scheme.carryPercent === 0 ? year : first;
  let results = new Map<string, PointsOfYear>();
  for (let each = start; each <= year; each++) results = yearOfBranch(of, each, results);
  return results;
}

function yearOfBranch(
  of: PointsBranch,
  year: number,
  lastYear: ReadonlyMap<string, PointsOfYear>,
): Map<string, PointsOfYear> {
  const { scheme, people } = of;
  const whole = yearRange(year);
  const books = people.map((person) => {
    const entries = (of.entries.get(person.id) ?? []).filter(({ on }) => on >= whole.from && on <= whole.to);
    const carried = shareOf(lastYear.get(person.id)?.total ?? 0, scheme.carryPercent, 100);
    const counted = countEntries(entries, scheme, of.asOf);
    return { person, entries, counted, carried, cycles: [] as PointsCycle[] };
  });
  const begun = cyclesOf(scheme.cycle, year).filter(({ from }) => from <= of.asOf);
  for (const [index, range] of begun.entries()) fillCycle(of, books, range, index === 0);

  const results = new Map<string, PointsOfYear>();
  for (const { person, entries, counted, cycles } of books) {
    if (cycles.length === 0 && entries.length === 0) continue;
    const isVetoed = scheme.veto === 'year' && isVetoedWithin(entries, counted, whole);
    const sum = cycles.reduce((total, { result }) => total + result, 0);
    results.set(person.id, {
      person,
      counted,
      months: monthsOf(year).map((range) => sumWithin(entries, counted, range)),
      quarters: quartersOf(year).map((range) => sumWithin(entries, counted, range)),
      cycles,
      total: cycles.length === 0 ? null : isVetoed ? 0 : sum,
      isVetoed: isVetoed || cycles.some((cycle) => cycle.isVetoed),
    });
  }
  return results;
}

interface Book {
  readonly person: PointsPerson;
  readonly entries: readonly CountableEntry[];
  readonly counted: ReadonlyMap<string, Counted>;
  readonly carried: number;
  readonly cycles: PointsCycle[];
}

/** One cycle for everybody: first those who were here from its first day, whose average the others may need. */
function fillCycle(of: PointsBranch, books: readonly Book[], range: DayRange, isFirst: boolean): void {
  const { scheme, asOf, branchId } = of;
  const end = earlierOf(range.to, asOf);
  const taking = books.filter(
    ({ person }) => isHereOn(person, end, branchId) && exemptionOn(person, scheme, end) === null,
  );
  const joinedOn = new Map(taking.map(({ person }) => [person.id, joinedWithin(person, range.from, end, branchId)]));
  const stayers = taking.filter(({ person }) => joinedOn.get(person.id) === null);
  for (const book of stayers) {
    const carried = isFirst ? book.carried : 0;
    add(book, scheme, range, scheme.base + carried, carried > 0 ? 'carried' : 'scheme');
  }
  for (const book of taking) {
    const day = joinedOn.get(book.person.id) ?? null;
    if (day === null) continue;
    if (scheme.joiners === 'pro-rata') {
      const all = fullMonths(range.from, range.to) + 1;
      const left = fullMonths(monthStart(day), range.to) + 1;
      add(book, scheme, range, shareOf(scheme.base, left, all), 'pro-rata');
      continue;
    }
    const before = averageOf(stayers.map((stayer) => pointsBefore(stayer, scheme, range, day)));
    const isAverage = scheme.joiners === 'branch-average' && before !== null;
    if (isAverage && wasTransferredIn(book.person, day)) fillEarlier(books, book, range);
    add(book, scheme, range, isAverage ? before : scheme.base, isAverage ? 'average' : 'scheme');
  }
}

function earlierOf(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

function add(book: Book, scheme: PointsScheme, range: DayRange, base: number, baseKind: PointsCycle['baseKind']): void {
  const { plus, minus } = sumWithin(book.entries, book.counted, range);
  const isVetoed = scheme.veto === 'cycle' && isVetoedWithin(book.entries, book.counted, range);
  const result = isVetoed ? 0 : within(scheme, base + plus - minus);
  book.cycles.push({ ...range, base, baseKind, plus, minus, result, isVetoed });
}

/** Of the cycles of the year that were over, somebody transferred in has the average of those who were here. */
function fillEarlier(books: readonly Book[], book: Book, range: DayRange): void {
  if (book.cycles.length > 0) return;
  const earlier = new Map<string, { range: DayRange; results: number[] }>();
  for (const other of books)
    for (const { from, to, result, baseKind } of other.cycles) {
      if (from >= range.from || baseKind === 'average') continue;
      const known = earlier.get(from) ?? { range: { from, to }, results: [] };
      known.results.push(result);
      earlier.set(from, known);
    }
  for (const { range: past, results } of [...earlier.values()].sort((a, b) => (a.range.from < b.range.from ? -1 : 1))) {
    const base = averageOf(results) ?? 0;
    book.cycles.push({ ...past, base, baseKind: 'average', plus: 0, minus: 0, result: base, isVetoed: false });
  }
}

/** Points of the cycle as they stood before the day. */
function pointsBefore(book: Book, scheme: PointsScheme, range: DayRange, day: IsoDate): number {
  const base = book.cycles.find(({ from }) => from === range.from)?.base ?? scheme.base;
  const entries = book.entries.filter(({ on }) => on < day);
  const { plus, minus } = sumWithin(entries, book.counted, range);
  const isVetoed = scheme.veto !== 'none' && isVetoedWithin(entries, book.counted, range);
  return isVetoed ? 0 : within(scheme, base + plus - minus);
}

function within({ floor, cap }: PointsScheme, tenths: number): number {
  const capped = cap === null ? tenths : Math.min(tenths, cap);
  return floor === null ? capped : Math.max(capped, floor);
}

/** First day in the period on which somebody here at its end was here; null: from its first day. */
function joinedWithin(person: PointsPerson, from: IsoDate, end: IsoDate, branchId: string): IsoDate | null {
  if (isHereOn(person, from, branchId)) return null;
  const days = [
    ...person.memberships.map((stay) => earliestDay(stay.from)),
    ...(person.joinedOn === null ? [] : [earliestDay(person.joinedOn)]),
    ...person.statuses.flatMap(({ to }) => (to === null ? [] : [earliestDay(to)])),
  ];
  const first = days
    .filter((day) => day > from && day <= end)
    .sort()
    .find((day) => isHereOn(person, day, branchId));
  return first ?? end;
}

function wasTransferredIn(person: PointsPerson, joinedOn: IsoDate): boolean {
  return [...person.memberships].some(
    ({ from, entryKind }) =>
      earliestDay(from) === joinedOn && (entryKind === 'transferred-in' || entryKind === 'unit-transferred-in'),
  );
}

/** The day of a year on which its list is made: its last, or `asOf` while it lasts. */
export const pointsDay = educationDay;

/** 等次 by the least points of each; none below the lowest. */
export function bandOf(bands: PointsScheme['bands'], total: number | null): string {
  if (total === null) return '';
  return bands.toSorted((one, other) => other.from - one.from).find(({ from }) => from <= total)?.name ?? '';
}

/** Places by points, the most first; equal points share a place (1, 1, 3). */
export function ranksOf(totals: ReadonlyMap<string, number | null>): Map<string, number> {
  const ranked = [...totals].flatMap(([id, total]) => (total === null ? [] : [{ id, total }]));
  return new Map(ranked.map(({ id, total }) => [id, 1 + ranked.filter((other) => other.total > total).length]));
}
