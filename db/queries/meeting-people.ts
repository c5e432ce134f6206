import { type Post, PostTitle } from '../../contract/branch.ts';
import type { MemberStatus, Membership } from '../../contract/member.ts';
import type { ReadableDb } from '../open.ts';

/** What attendance and votes need to know of a person, over all time: who is expected on which day follows from it. */
export interface MeetingPerson {
  id: string;
  name: string;
  strokesKey: string;
  bornOn: string | null;
  joinedOn: string | null;
  confirmedOn: string | null;
  confirmApprovedOn: string | null;
  probationExtendedMonths: number;
  partyYearsCorrection: number;
  memberships: Pick<Membership, 'branchId' | 'groupId' | 'from' | 'to' | 'entryKind' | 'leaveKind'>[];
  statuses: Pick<MemberStatus, 'kind' | 'from' | 'to'>[];
}

export interface MeetingPeople {
  people: MeetingPerson[];
  /** Posts of the branch over all time, in printing order (职务序). */
  posts: Pick<Post, 'memberId' | 'title' | 'from' | 'to'>[];
  groupNames: Map<string, string>;
}

/**
 * Everybody who ever was in the branch or held a post of it, with all their stays and statuses; the few columns
 * only, so that two hundred meetings of as many days are judged from one reading.
 */
export function meetingPeople(db: ReadableDb, branchId: string): MeetingPeople {
  const theirs = `IN (SELECT member_id FROM membership WHERE branch_id = :branch
    UNION SELECT member_id FROM post WHERE branch_id = :branch)`;
  const all = <Row>(statement: string): Row[] => db.raw.prepare(statement).all({ branch: branchId }) as Row[];
  const stays = byOwner(
    all<{ memberId: string } & MeetingPerson['memberships'][number]>(
      `SELECT member_id AS memberId, branch_id AS branchId, group_id AS groupId, valid_from AS "from", valid_to AS "to",
         entry_kind AS entryKind, leave_kind AS leaveKind FROM membership WHERE member_id ${theirs} ORDER BY valid_from, id`,
    ),
  );
  const statuses = byOwner(
    all<{ memberId: string } & MeetingPerson['statuses'][number]>(
      `SELECT member_id AS memberId, kind, valid_from AS "from", valid_to AS "to"
       FROM member_status WHERE member_id ${theirs} ORDER BY valid_from, id`,
    ),
  );
  const people = all<Omit<MeetingPerson, 'memberships' | 'statuses'>>(
    `SELECT id, name, strokes_key AS strokesKey, born_on AS bornOn, joined_on AS joinedOn, confirmed_on AS confirmedOn,
       confirm_approved_on AS confirmApprovedOn,
       probation_extended_months AS probationExtendedMonths, party_years_correction AS partyYearsCorrection
     FROM member WHERE id ${theirs} ORDER BY strokes_key, id`,
  ).map((person) => ({
    ...person,
    memberships: stays.get(person.id) ?? [],
    statuses: statuses.get(person.id) ?? [],
  }));
  const posts = all<MeetingPeople['posts'][number]>(
    `SELECT member_id AS memberId, title, valid_from AS "from", valid_to AS "to"
     FROM post WHERE branch_id = :branch ORDER BY valid_from, id`,
  );
  posts.sort((a, b) => PostTitle.options.indexOf(a.title) - PostTitle.options.indexOf(b.title));
  const groups = all<{ id: string; name: string }>('SELECT id, name FROM party_group WHERE branch_id = :branch');
  return { people, posts, groupNames: new Map(groups.map((group) => [group.id, group.name])) };
}

/** Names of people by id: of those in old records too, who are in no branch any more. */
export function memberNames(db: ReadableDb, ids: readonly string[]): Map<string, string> {
  const rows = db.raw
    .prepare('SELECT id, name FROM member WHERE id IN (SELECT value FROM json_each(:ids))')
    .all({ ids: JSON.stringify(ids) }) as { id: string; name: string }[];
  return new Map(rows.map((row) => [row.id, row.name]));
}

function byOwner<Row extends { memberId: string }>(rows: Row[]): Map<string, Omit<Row, 'memberId'>[]> {
  const owned = new Map<string, Omit<Row, 'memberId'>[]>();
  for (const { memberId, ...row } of rows) {
    const list = owned.get(memberId);
    if (list === undefined) owned.set(memberId, [row]);
    else list.push(row);
  }
  return owned;
}
