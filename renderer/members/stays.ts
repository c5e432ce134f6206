import type { Member } from '../../contract/member.ts';
import { compareDates, earliestDay, holdsOn } from '../../rules/dates.ts';
import { newId } from '../data/new-id.ts';

export type Stay = Member['memberships'][number];

/** The stay that holds on the day; of several the one that began last. */
export function stayOn(stays: readonly Stay[], day: string): Stay | undefined {
  return stays
    .filter((stay) => holdsOn(stay, day))
    .sort((a, b) => compareDates(a.from, b.from))
    .at(-1);
}

/** The stays with the one of that day ended. */
export function endStay(
  stays: readonly Stay[],
  id: string,
  { to, leaveKind, reason }: { to: string; leaveKind: NonNullable<Stay['leaveKind']>; reason: string },
): Stay[] {
  return stays.map((stay) => (stay.id === id ? { ...stay, to, leaveKind, reason: reason || stay.reason } : stay));
}

/**
 * The stays with another group from a day on: the stay of that day ends, the next begins. `null` when nothing
 * changes: already in that group, or not in the branch on that day. On the very day the stay began the stay itself
 * is corrected, for there is nothing before it.
 */
export function changeGroup(
  stays: readonly Stay[],
  change: { branchId: string; groupId: string | null; from: string; reason: string },
): Stay[] | null {
  const { branchId, groupId, from, reason } = change;
  const current = stayOn(stays, earliestDay(from));
  if (current === undefined || current.branchId !== branchId || current.groupId === groupId) return null;
  if (current.from === from) return stays.map((stay) => (stay === current ? { ...stay, groupId } : stay));
  const next: Stay = {
    ...current,
    id: newId(),
    groupId,
    from,
    entryKind: 'group-change',
    reason,
  };
  return [
    ...stays.map((stay) => (stay === current ? { ...stay, to: from, leaveKind: 'group-change' as const } : stay)),
    next,
  ];
}

/** The order in which the engine reads and judges dated rows, so that what it says of row 2 is row 2 here. */
export function inOrder<Row extends { from: string; id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.from !== b.from ? (a.from < b.from ? -1 : 1) : a.id < b.id ? -1 : 1));
}
