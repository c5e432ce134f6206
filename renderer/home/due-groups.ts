import type { DueItem, DueSeverity } from '../../contract/due.ts';
import { addDays, daysBetween, monthEnd, quartersOf, yearOf } from '../../rules/dates.ts';

export type GroupName = 'week' | 'month' | 'quarter' | 'later' | 'undated';

export interface DueGroup {
  name: GroupName;
  /** Last day of the group; null where it has none. */
  until: string | null;
  items: DueItem[];
}

/** 2026-01-05 was a Monday. */
const someMonday = '2026-01-05';

/** Monday of the week of a day. */
export function weekStart(day: string): string {
  const offset = daysBetween(someMonday, day) % 7;
  return addDays(day, -(offset < 0 ? offset + 7 : offset));
}

/** The list in the order of the office's calendar: this week (with what is overdue), month, quarter, later. */
export function groupByTime(items: readonly DueItem[], asOf: string): DueGroup[] {
  const weekEnd = addDays(weekStart(asOf), 6);
  const quarterEnd = quartersOf(yearOf(asOf)).find(({ to }) => asOf <= to)?.to ?? asOf;
  const groups: DueGroup[] = [
    { name: 'week', until: weekEnd, items: [] },
    { name: 'month', until: monthEnd(asOf), items: [] },
    { name: 'quarter', until: quarterEnd, items: [] },
    { name: 'later', until: null, items: [] },
    { name: 'undated', until: null, items: [] },
  ];
  for (const item of items) {
    const name = groupOf(item.dueOn, groups);
    groups.find((group) => group.name === name)?.items.push(item);
  }
  return groups.filter((group) => group.items.length > 0);
}

function groupOf(dueOn: string | null, groups: readonly DueGroup[]): GroupName {
  if (dueOn === null) return 'undated';
  return groups.find(({ until }) => until !== null && dueOn <= until)?.name ?? 'later';
}

/** Items of one kind beyond the second, folded behind it: thirty people without a phone number are one matter. */
export interface FoldedItem {
  item: DueItem;
  others: DueItem[];
}

const shownOfKind = 2;

export function foldSameKind(items: readonly DueItem[]): FoldedItem[] {
  const folded: FoldedItem[] = [];
  const seen = new Map<string, FoldedItem[]>();
  for (const item of items) {
    const kind = `${item.rule} ${item.params.code ?? ''}`;
    const same = seen.get(kind) ?? [];
    const last = same.at(-1);
    if (same.length < shownOfKind || last === undefined) {
      const entry = { item, others: [] };
      same.push(entry);
      seen.set(kind, same);
      folded.push(entry);
    } else last.others.push(item);
  }
  return folded;
}

/** What the calendar still asks for but no rule calls due: the frequency rules have no finding of this kind. */
export function isUpcoming(item: DueItem): boolean {
  return item.severity === 'todo' && item.params.code === 'open';
}

const weights: readonly DueSeverity[] = ['overdue', 'due-soon', 'incomplete', 'todo'];

/** How many rules are broken, due soon, incomplete, to do or held: each rule counts once, by its worst item. */
export function countRules(items: readonly DueItem[], rulesChecked: number): Record<DueSeverity | 'met', number> {
  const worst = new Map<string, DueSeverity>();
  for (const item of items) {
    if (isUpcoming(item)) continue;
    const known = worst.get(item.rule);
    if (known === undefined || weights.indexOf(item.severity) < weights.indexOf(known))
      worst.set(item.rule, item.severity);
  }
  const counts = { overdue: 0, 'due-soon': 0, incomplete: 0, todo: 0, met: rulesChecked - worst.size };
  for (const severity of worst.values()) counts[severity]++;
  return counts;
}

/** How many items of each weight. */
export function countItems(items: readonly DueItem[]): Record<DueSeverity, number> {
  const counts = { overdue: 0, 'due-soon': 0, incomplete: 0, todo: 0 };
  for (const item of items) counts[item.severity]++;
  return counts;
}

/** The heaviest weight there is. */
export function worstOf(items: readonly DueItem[]): DueSeverity | undefined {
  return weights.find((weight) => items.some((item) => item.severity === weight));
}
