import type { PointsEntry, PointsItem, PointsScheme } from '../contract/points.ts';
import type { IsoDate } from '../contract/values.ts';
import { type DayRange, isWithin, monthStart, monthsOf, quarterOf, quartersOf, yearOf, yearRange } from './dates.ts';

/**
 * What counts of a member's entries: decided by the day, up to the limits of item, period and category.
 * Source: domain.md §7.4 (LOCAL): the scheme is the branch's own. All points are whole tenths.
 */

/** The scheme that holds in a year, or null; a branch has at most one. */
export function schemeOfYear<Scheme extends Pick<PointsScheme, 'fromYear' | 'toYear'>>(
  schemes: readonly Scheme[],
  year: number,
): Scheme | null {
  const holds = ({ fromYear, toYear }: Scheme) =>
    fromYear !== null && fromYear <= year && (toYear === null || year <= toYear);
  return schemes.find(holds) ?? null;
}

/** The cycles of a year, in order. */
export function cyclesOf(cycle: PointsScheme['cycle'], year: number): DayRange[] {
  if (cycle === 'month') return monthsOf(year);
  return cycle === 'quarter' ? quartersOf(year) : [yearRange(year)];
}

export type EntryDecision = Pick<PointsEntry, 'reviewedOn' | 'approvedOn' | 'refusedOn'>;

/** How far an entry had come by the day. */
export function stateOfEntry(
  entry: EntryDecision,
  scheme: Pick<PointsScheme, 'approval'>,
  asOf: IsoDate,
): 'waiting-review' | 'waiting-approval' | 'counted' | 'refused' {
  const isBy = (day: IsoDate | null) => day !== null && day <= asOf;
  if (isBy(entry.refusedOn)) return 'refused';
  if (!isBy(entry.reviewedOn)) return 'waiting-review';
  return scheme.approval === 'committee' || isBy(entry.approvedOn) ? 'counted' : 'waiting-approval';
}

export type CountableEntry = Pick<PointsEntry, 'id' | 'itemId' | 'on' | 'tenths'> & EntryDecision;

/** What an entry adds or takes away (without its sign), and what lies above a limit. */
export interface Counted {
  readonly item: PointsItem;
  readonly counted: number;
  readonly overCap: number;
}

/**
 * What counts of one member's entries of a year, by entry. Earlier entries fill a limit first; of one day, the one
 * whose id comes first, so that the same entries always count the same.
 */
export function countEntries(
  entries: readonly CountableEntry[],
  scheme: PointsScheme,
  asOf: IsoDate,
): Map<string, Counted> {
  const items = new Map(scheme.items.map((item) => [item.id, item]));
  const categoryCaps = new Map(scheme.categoryCaps.map(({ category, tenths }) => [category, tenths]));
  const used = new Map<string, number>();
  const counted = new Map<string, Counted>();
  const inOrder = entries.toSorted((one, other) => one.on.localeCompare(other.on) || (one.id < other.id ? -1 : 1));
  for (const entry of inOrder) {
    const item = items.get(entry.itemId);
    if (item === undefined || entry.on > asOf || stateOfEntry(entry, scheme, asOf) !== 'counted') continue;
    const limits = item.kind === 'veto' ? [] : limitsOf(item, entry.on, scheme.cycle, categoryCaps);
    const room = Math.min(...limits.map(({ key, most }) => most - (used.get(key) ?? 0)));
    const counts = item.kind === 'veto' ? 0 : Math.max(0, Math.min(entry.tenths, room));
    for (const { key } of limits) used.set(key, (used.get(key) ?? 0) + counts);
    counted.set(entry.id, { item, counted: counts, overCap: item.kind === 'veto' ? 0 : entry.tenths - counts });
  }
  return counted;
}

function limitsOf(
  item: PointsItem,
  on: IsoDate,
  cycle: PointsScheme['cycle'],
  categoryCaps: ReadonlyMap<string, number>,
): { key: string; most: number }[] {
  const limits: { key: string; most: number }[] = [];
  const { per } = item;
  if (per === 'month' || per === 'quarter' || per === 'year')
    limits.push({ key: `per.${item.id}.${periodKey(per, on)}`, most: item.tenths });
  if (item.cap !== null) limits.push({ key: `cap.${item.id}.${periodKey(item.capPeriod, on)}`, most: item.cap });
  const categoryCap = categoryCaps.get(item.category);
  if (item.kind === 'plus' && categoryCap !== undefined)
    limits.push({ key: `category.${item.category}.${periodKey(cycle, on)}`, most: categoryCap });
  return limits;
}

function periodKey(period: 'month' | 'quarter' | 'year', on: IsoDate): string {
  if (period === 'month') return monthStart(on);
  return period === 'quarter' ? `${yearOf(on)}-${quarterOf(on)}` : String(yearOf(on));
}

export interface Sums {
  plus: number;
  minus: number;
}

/** What was added and taken away in a period. */
export function sumWithin(
  entries: readonly CountableEntry[],
  counted: ReadonlyMap<string, Counted>,
  period: DayRange,
): Sums {
  const sums = { plus: 0, minus: 0 };
  for (const { id, on } of entries) {
    const found = counted.get(id);
    if (found === undefined || found.item.kind === 'veto' || !isWithin(on, period)) continue;
    sums[found.item.kind] += found.counted;
  }
  return sums;
}

/** Whether something that decides alone happened in the period. */
export function isVetoedWithin(
  entries: readonly CountableEntry[],
  counted: ReadonlyMap<string, Counted>,
  period: DayRange,
): boolean {
  return entries.some(({ id, on }) => counted.get(id)?.item.kind === 'veto' && isWithin(on, period));
}

/** A share of whole tenths, rounded half up to a whole tenth. Negative amounts have no share. */
export function shareOf(tenths: number, numerator: number, denominator: number): number {
  return tenths <= 0 ? 0 : Math.floor((2 * tenths * numerator + denominator) / (2 * denominator));
}

/** Mean of whole tenths, rounded half up; null of none. */
export function averageOf(results: readonly number[]): number | null {
  if (results.length === 0) return null;
  const sum = results.reduce((total, result) => total + result, 0);
  return Math.floor((2 * sum + results.length) / (2 * results.length));
}
