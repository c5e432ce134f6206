import type { PointsScheme } from '../../contract/points.ts';
import type { ReadableDb } from '../../db/open.ts';
import { unknownPeople } from '../../db/queries/education.ts';
import { listPointsSchemes, usesOfScheme } from '../../db/queries/points.ts';
import { findRow, getRow } from '../../db/records.ts';
import { branch, pointsScheme } from '../../db/schema/index.ts';
import { refuse } from '../register-handlers.ts';

/** What must hold of a scheme: years in order and its own, limits in order, nothing gone that entries were made of. */
export function demandScheme(db: ReadableDb, scheme: PointsScheme): void {
  getRow(db, branch, 'branch', scheme.branchId);
  const { fromYear, toYear, floor, cap } = scheme;
  if (toYear !== null && fromYear === null) refuse('fromYear', 'missing');
  if (toYear !== null && fromYear !== null && toYear < fromYear) refuse('toYear', 'before from');
  if (floor !== null && cap !== null && cap < floor) refuse('cap', 'out-of-range');
  demandItems(scheme);
  scheme.exemptions.forEach(({ from, to }, index) => {
    if (to !== null && to < from) refuse(`exemptions.${index}.to`, 'before from');
  });
  const exempt = scheme.exemptions.map(({ memberId }) => memberId);
  if (unknownPeople(db, exempt).length > 0) refuse('exemptions', 'no such member');
  const others = listPointsSchemes(db, { branchId: scheme.branchId }).filter(({ id }) => id !== scheme.id);
  if (others.some((other) => overlap(scheme, other))) refuse('fromYear', 'overlaps');
  demandUsed(db, scheme);
}

function demandItems({ items, veto }: PointsScheme): void {
  items.forEach((item, index) => {
    if (item.kind === 'veto' && veto === 'none') refuse('veto', 'missing');
    if (item.leastDays !== null && item.mostDays !== null && item.mostDays < item.leastDays)
      refuse(`items.${index}.mostDays`, 'out-of-range');
  });
}

function overlap(one: PointsScheme, other: PointsScheme): boolean {
  if (one.fromYear === null || other.fromYear === null) return false;
  return one.fromYear <= (other.toYear ?? 9999) && other.fromYear <= (one.toYear ?? 9999);
}

/** Entries stand on their scheme: its branch, its items and their kinds, and the years they lie in. */
function demandUsed(db: ReadableDb, scheme: PointsScheme): void {
  const stored = findRow(db, pointsScheme, scheme.id);
  if (stored === undefined) return;
  const uses = usesOfScheme(db, scheme.id);
  if (uses.length === 0) return;
  if (stored.branchId !== scheme.branchId) refuse('branchId', 'in use');
  const kinds = new Map(scheme.items.map(({ id, kind }) => [id, kind]));
  const before = new Map(stored.items.map(({ id, kind }) => [id, kind]));
  if (uses.some(({ itemId }) => kinds.get(itemId) !== before.get(itemId))) refuse('items', 'in use');
  const { fromYear, toYear } = scheme;
  const isWithin = (year: number) => fromYear !== null && fromYear <= year && year <= (toYear ?? 9999);
  if (!uses.every(({ year }) => isWithin(year))) refuse('fromYear', 'in use');
}
