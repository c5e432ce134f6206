import type { PostTitle } from '../../contract/branch.ts';
import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import type { ReadableDb } from '../../db/open.ts';
import { type MeetingPeople, meetingPeople } from '../../db/queries/meeting-people.ts';
import { listPointsEntries, listPointsSchemes, retiredPeople } from '../../db/queries/points.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import type { PointsPerson } from '../../rules/points.ts';
import { schemeOfYear } from '../../rules/points-counting.ts';
import { isPostHeld } from '../../rules/roster.ts';

/** A year of a branch as it was known on a day. */
export interface PointsScope {
  branchId: string;
  year: number;
  asOf: string;
}

/** What the points of a branch are made of, read once. */
export interface PointsBook extends PointsScope {
  scheme: PointsScheme;
  people: ReadonlyMap<string, PointsPerson & { name: string }>;
  /** Entries under the scheme, of all its years, by member. */
  entries: ReadonlyMap<string, readonly PointsEntry[]>;
  groupNames: ReadonlyMap<string, string>;
  postsOn(memberId: string, day: string): PostTitle[];
}

/** `null` when no scheme holds in the year. @throws AppError `no-such-record` */
export function openPointsBook(db: ReadableDb, of: PointsScope): PointsBook | null {
  const { branchId, year } = of;
  getRow(db, branch, 'branch', branchId);
  const scheme = schemeOfYear(listPointsSchemes(db, { branchId }), year);
  if (scheme === null) return null;
  const { people, posts, groupNames } = meetingPeople(db, branchId);
  const retired = retiredPeople(db, branchId);
  return {
    ...of,
    scheme,
    people: new Map(people.map((person) => [person.id, { ...person, isRetired: retired.has(person.id) }])),
    entries: byMember(listPointsEntries(db, { schemeId: scheme.id })),
    groupNames,
    postsOn: (memberId, day) => titlesOf(posts, memberId, day),
  };
}

function byMember(entries: readonly PointsEntry[]): Map<string, PointsEntry[]> {
  const owned = new Map<string, PointsEntry[]>();
  for (const entry of entries) {
    const known = owned.get(entry.memberId);
    if (known === undefined) owned.set(entry.memberId, [entry]);
    else known.push(entry);
  }
  return owned;
}

function titlesOf(posts: MeetingPeople['posts'], memberId: string, day: string): PostTitle[] {
  const held = posts.filter((post) => post.memberId === memberId && isPostHeld(post, day));
  return [...new Set(held.map(({ title }) => title))];
}
