import type { PointsRow } from '../../contract/points-operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { isInHeadcount, stayOn } from '../../rules/member.ts';
import { bandOf, exemptionOn, type PointsOfYear, pointsDay, pointsOfYear, ranksOf } from '../../rules/points.ts';
import { stateOfEntry } from '../../rules/points-counting.ts';
import { openPointsBook, type PointsBook, type PointsScope } from './book.ts';

type Order = 'post' | 'strokes' | 'pinyin' | 'joined';

/**
 * The year of everybody on the roster of its last day, or of `asOf` while it lasts, in the order asked for; by points,
 * the most first, only where the scheme is ranked.
 *
 * @throws AppError `no-such-record`
 */
export function pointsSheet(
  db: ReadableDb,
  { order, ...of }: PointsScope & { order: Order },
): { scheme: PointsBook['scheme'] | null; rows: PointsRow[] } {
  const book = openPointsBook(db, of);
  if (book === null) return { scheme: null, rows: [] };
  const { branchId, asOf, scheme, people, entries } = book;
  const day = pointsDay(of);
  const years = pointsOfYear({ branchId, scheme, asOf, people: [...people.values()], entries }, of.year);
  const filter = { branchId, asOf: day, order, search: '', includeFormer: false };
  const found = pageOfMembers(db, filter, { offset: 0, limit: 1_000_000 }).rows;
  const rows = found.flatMap(({ id, initials }): PointsRow[] => {
    const person = people.get(id);
    if (person === undefined || !isInHeadcount(person, day, branchId)) return [];
    return [rowOf(book, person, initials, years.get(id), day)];
  });
  return { scheme, rows: scheme.isRanked ? ranked(rows) : rows };
}

function rowOf(
  book: PointsBook,
  person: { id: string; name: string } & Parameters<typeof exemptionOn>[0],
  initials: string,
  year: PointsOfYear | undefined,
  day: string,
): PointsRow {
  const { scheme, asOf } = book;
  const groupId = stayOn(person, day)?.groupId ?? null;
  const exemption = exemptionOn(person, scheme, day);
  const cycles = year?.cycles ?? [];
  const sum = (key: 'base' | 'plus' | 'minus') => cycles.reduce((total, cycle) => total + cycle[key], 0);
  const none = (count: number) => Array.from({ length: count }, () => ({ plus: 0, minus: 0 }));
  const waiting = (book.entries.get(person.id) ?? []).filter(
    (entry) =>
      entry.on.startsWith(`${book.year}-`) &&
      entry.on <= asOf &&
      stateOfEntry(entry, scheme, asOf).startsWith('waiting'),
  );
  const total = year?.total ?? null;
  return {
    memberId: person.id,
    name: person.name,
    initials,
    groupName: groupId === null ? '' : (book.groupNames.get(groupId) ?? ''),
    posts: book.postsOn(person.id, day),
    state: cycles.length > 0 ? 'rated' : exemption === null ? 'not-begun' : 'exempt',
    exemption: cycles.length > 0 ? null : exemption,
    base: sum('base'),
    months: year?.months ?? none(12),
    quarters: year?.quarters ?? none(4),
    plus: sum('plus'),
    minus: sum('minus'),
    cycles,
    total,
    isVetoed: year?.isVetoed ?? false,
    band: bandOf(scheme.bands, total),
    rank: null,
    waiting: waiting.length,
  };
}

function ranked(rows: readonly PointsRow[]): PointsRow[] {
  const ranks = ranksOf(new Map(rows.map(({ memberId, total }) => [memberId, total])));
  return rows
    .map((row) => ({ ...row, rank: ranks.get(row.memberId) ?? null }))
    .sort((one, other) => (one.rank ?? rows.length + 1) - (other.rank ?? rows.length + 1));
}
