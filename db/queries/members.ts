import type { Post } from '../../contract/branch.ts';
import { AppError } from '../../contract/failure.ts';
import type { Member, MemberStatus, Membership, StatusKind } from '../../contract/member.ts';
import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from '../drizzle.ts';
import { keptRecords } from '../kept.ts';
import type { ReadableDb } from '../open.ts';
import { selectRows } from '../rows.ts';
import { member, memberStatus, membership, post } from '../schema/index.ts';
import { holdsOn } from './partial-dates.ts';
import { postRank, ranksOnDay } from './post-rank.ts';

/** Which people are meant: those whose relation is there on the day. Left out means everywhere. */
export interface MemberScope {
  asOf: string;
  branchId?: string | undefined;
  groupId?: string | undefined;
}

/** Somebody on a day's roster, with the stay that holds and the posts held that day. */
export interface RosterEntry {
  member: Member;
  stay: Membership;
  /** Empty when in no group. */
  groupName: string;
  /** In printing order (职务序). */
  posts: Post[];
}

/** `post` is 职务序, then by strokes. */
export type RosterOrder = 'id' | 'post' | 'pinyin' | 'strokes' | 'joined';

const orders: Record<RosterOrder, string> = {
  id: 'member.id',
  post: 'rank.place IS NULL, rank.place, member.strokes_key, member.id',
  pinyin: 'member.pinyin_key, member.id',
  strokes: 'member.strokes_key, member.id',
  joined: `member.joined_on IS NULL, member.joined_on, member.pinyin_key, member.id`,
};

/** Rows bound into one statement; above this the ids are asked for in parts. */
const mostIds = 500;

/**
 * The stay of each person on the day `:day`, at most one a person. Of several that may hold (dates known to the
 * month overlap at a group change) the one that began last is meant, as in `rules/member.ts`.
 */
export const staysOnDay = `
  SELECT member_id, id, branch_id, group_id, entry_kind, reason, leave_kind, valid_to, max(valid_from) AS valid_from
  FROM membership WHERE ${holdsOn('valid_from', 'valid_to', ':day')} GROUP BY member_id`;

/** The whole record, or undefined. */
export function findMember(db: ReadableDb, id: string): Member | undefined {
  // Most saves of an import are of new people: what is not there needs no three queries built for it.
  if (db.raw.prepare('SELECT 1 FROM member WHERE id = ?').get(id) === undefined) return undefined;
  return membersById(db, [id])[0];
}

/** The whole record. @throws AppError `no-such-record` */
export function getMember(db: ReadableDb, id: string): Member {
  const found = findMember(db, id);
  if (found === undefined) throw new AppError({ code: 'no-such-record', record: 'member', id });
  return found;
}

/** The whole records, in the order of `ids`; ids that are nobody's are left out. Shared by all who ask for them. */
export function membersById(db: ReadableDb, ids: readonly string[]): Member[] {
  return keptRecords(db, 'member', ids, (unknown) => {
    const wanted = { ids: JSON.stringify(unknown) };
    const these = 'IN (SELECT value FROM json_each(:ids))';
    const inOrder = `WHERE member_id ${these} ORDER BY valid_from, id`;
    const stays = groupBy(selectRows(db, membership, inOrder, wanted));
    const statuses = groupBy(selectRows(db, memberStatus, inOrder, wanted));
    const rows = selectRows(db, member, `WHERE id ${these}`, wanted);
    return new Map(
      rows.map(
        ({ initials: _initials, pinyinSearch: _search, pinyinKey: _pinyin, strokesKey: _strokes, ...fields }) => [
          fields.id,
          {
            ...fields,
            memberships: (stays.get(fields.id) ?? []).map(withoutOwner),
            statuses: (statuses.get(fields.id) ?? []).map(withoutOwner),
          },
        ],
      ),
    );
  });
}

/** Every person's record by id; with `asOf`, only those whose relation is in a branch that day. */
export function allMembers(db: ReadableDb, asOf: string | undefined): Member[] {
  if (asOf !== undefined) return membersById(db, memberIdsOn(db, { asOf }));
  const ids = db.select({ id: member.id }).from(member).orderBy(asc(member.id)).all();
  return membersById(
    db,
    ids.map((row) => row.id),
  );
}

/**
 * Ids of those whose relation is there on the day: full and probationary members, and applicants registered with a
 * membership. Cheap: for walking a long roster in parts with {@link rosterOf}.
 *
 * Dates known to the month or year: a beginning counts from its first day, an end from its last. The end is the
 * first day off the roster: who leaves on 2025-06-30 (or in 2025-06) is on the roster of 29 June and not of 30 June.
 */
export function memberIdsOn(db: ReadableDb, scope: MemberScope, order: RosterOrder = 'id'): string[] {
  const rows = db.raw
    .prepare(
      `WITH stay AS (${staysOnDay}), rank AS (${ranksOnDay})
       SELECT member.id FROM stay JOIN member ON member.id = stay.member_id LEFT JOIN rank ON rank.member_id = member.id
       WHERE (:branch IS NULL OR stay.branch_id = :branch) AND (:group IS NULL OR stay.group_id = :group)
       ORDER BY ${orders[order]}`,
    )
    .all({ day: scope.asOf, branch: scope.branchId ?? null, group: scope.groupId ?? null });
  return (rows as { id: string }[]).map((row) => row.id);
}

/** The roster of a day, with dates understood as in {@link memberIdsOn}. Who counts and who votes: `rules/member.ts`. */
export function membersOn(db: ReadableDb, scope: MemberScope, order: RosterOrder = 'id'): RosterEntry[] {
  return rosterOf(db, memberIdsOn(db, scope, order), scope.asOf);
}

/** Roster entries of these people on the day, in their order; who is in no branch that day is left out. */
export function rosterOf(db: ReadableDb, ids: readonly string[], asOf: string): RosterEntry[] {
  const groupNames = new Map(
    (db.raw.prepare('SELECT id, name FROM party_group').all() as { id: string; name: string }[]).map((row) => [
      row.id,
      row.name,
    ]),
  );
  return inParts(ids, (part) => {
    const posts = groupBy(postsOn(db, { asOf, memberIds: part }));
    const stayIds = db.raw
      .prepare(`SELECT id, member_id, max(valid_from) FROM membership
        WHERE member_id IN (SELECT value FROM json_each(:ids)) AND ${holdsOn('valid_from', 'valid_to', ':day')}
        GROUP BY member_id`)
      .all({ ids: JSON.stringify(part), day: asOf }) as { id: string; member_id: string }[];
    const stayOf = new Map(stayIds.map((row) => [row.member_id, row.id]));
    return membersById(db, part).flatMap((person) => {
      const stay = person.memberships.find((candidate) => candidate.id === stayOf.get(person.id));
      if (stay === undefined) return [];
      return [
        {
          member: person,
          stay,
          groupName: stay.groupId === null ? '' : (groupNames.get(stay.groupId) ?? ''),
          posts: (posts.get(person.id) ?? []).map(({ memberName: _name, ...held }) => held),
        },
      ];
    });
  });
}

/** Posts held on a day in printing order (职务序), each with its holder's name. `to` is the last day. */
export function postsOn(
  db: ReadableDb,
  scope: { asOf: string; branchId?: string | undefined; memberIds?: readonly string[] | undefined },
): (Post & { memberName: string })[] {
  const { asOf, branchId, memberIds } = scope;
  return db
    .select({ post, memberName: member.name })
    .from(post)
    .innerJoin(member, eq(member.id, post.memberId))
    .where(
      and(
        lte(post.from, asOf),
        or(isNull(post.to), gte(post.to, asOf)),
        branchId === undefined ? undefined : eq(post.branchId, branchId),
        memberIds === undefined ? undefined : inArray(post.memberId, [...memberIds]),
      ),
    )
    .orderBy(sql.raw(postRank), asc(post.from), asc(post.id))
    .all()
    .map((row) => ({ ...row.post, memberName: row.memberName }));
}

/** Statuses that hold on a day, of one kind or all, by person. Dates as in {@link memberIdsOn}. */
export function statusesOn(
  db: ReadableDb,
  scope: { asOf: string; kind?: StatusKind | undefined },
): (MemberStatus & { memberId: string })[] {
  return db.raw
    .prepare(
      `SELECT id, member_id AS memberId, kind, valid_from AS "from", valid_to AS "to", detail, reason,
         document_number AS documentNumber
       FROM member_status WHERE ${holdsOn('valid_from', 'valid_to', ':day')} AND (:kind IS NULL OR kind = :kind)
       ORDER BY member_id, valid_from, id`,
    )
    .all({ day: scope.asOf, kind: scope.kind ?? null }) as (MemberStatus & { memberId: string })[];
}

function inParts<Row>(ids: readonly string[], read: (part: string[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += mostIds) rows.push(...read(ids.slice(start, start + mostIds)));
  return rows;
}

function withoutOwner<Row extends { memberId: string }>({ memberId: _owner, ...row }: Row): Omit<Row, 'memberId'> {
  return row;
}

/** Rows by the person they belong to. */
function groupBy<Row extends { memberId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.memberId);
    if (group === undefined) groups.set(row.memberId, [row]);
    else group.push(row);
  }
  return groups;
}
