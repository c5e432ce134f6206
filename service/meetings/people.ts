import type { Expected, Meeting } from '../../contract/meeting.ts';
import { keptAnswer } from '../../db/kept.ts';
import type { ReadableDb } from '../../db/open.ts';
import { type MeetingPeople, type MeetingPerson, meetingPeople } from '../../db/queries/meeting-people.ts';
import { findRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { expectedAt } from '../../rules/attendance.ts';
import { type CommitteeState, hasCommitteeOn } from '../../rules/committee.ts';
import { earliestDay } from '../../rules/dates.ts';
import { categoryOn, hasStatusOn, hasVotingRights, isInHeadcount, stayOn } from '../../rules/member.ts';
import { isPostHeld } from '../../rules/roster.ts';
import { stretchOf, turningDays } from '../../rules/stretches.ts';

/** Somebody of the branch on one day. */
export interface Person extends Expected {
  groupId: string | null;
  /** 入党日期 is this day: admitted by its 党员大会, and not expected at it. */
  isAdmittedThatDay: boolean;
  /** The relation is in this branch; false for who only holds a post of it. */
  isAtHome: boolean;
}

/** Who is who in a branch on any day. Reads the branch once; every day is derived from that. */
export class PeopleOfBranch {
  readonly #branchId: string;
  readonly #known: MeetingPeople;
  readonly #branch: CommitteeState;
  #turns: readonly string[] | undefined;
  /** By the stretch of days in which nothing turns. */
  readonly #rosters = new Map<number, Person[]>();

  constructor(db: ReadableDb, branchId: string) {
    this.#branchId = branchId;
    this.#branch = findRow(db, branch, branchId) ?? { hasCommittee: true };
    this.#known = meetingPeople(db, branchId);
  }

  /**
   * The roster of the day: relation here, full or probationary, membership not stopped; and holders of the
   * branch's posts whose relation is elsewhere. In the order of the attendance list: posts, full members,
   * probationary members, each by strokes of the surname.
   */
  on(day: string): Person[] {
    this.#turns ??= turningDays(this.#known.people, this.#known.posts);
    const stretch = stretchOf(this.#turns, day);
    const known = this.#rosters.get(stretch);
    if (known !== undefined) return known;
    const posts = this.#known.posts.filter((post) => isPostHeld(post, day)).map((post) => post.memberId);
    const rank = (person: Person) => {
      const place = posts.indexOf(person.memberId);
      if (place >= 0) return place;
      return person.category === 'full' ? posts.length : posts.length + 1;
    };
    const people = this.#known.people
      .flatMap((person) => {
        const isAtHome = isInHeadcount(person, day, this.#branchId);
        const isGuest = !isAtHome && posts.includes(person.id) && isInHeadcount(person, day);
        return isAtHome || isGuest ? [this.#personOn(person, day, { isAtHome, posts })] : [];
      })
      // A stable sort: within a rank the order by strokes stays.
      .sort((a, b) => rank(a) - rank(b));
    this.#rosters.set(stretch, people);
    return people;
  }

  /** Whether the branch had a committee that day. */
  hasCommitteeOn(day: string): boolean {
    return hasCommitteeOn(this.#branch, day);
  }

  /** Everybody who was counted in the branch on some day of the period, by strokes; `leftOn`: gone again by its last day. */
  between(from: string, to: string): { id: string; name: string; leftOn: string | null }[] {
    const branchId = this.#branchId;
    return this.#known.people.flatMap((person) => {
      // The headcount only changes on a day that a stay, a status or the admission begins or ends.
      const days = [
        from,
        ...person.memberships.map((stay) => stay.from),
        ...person.statuses.flatMap((status) => status.to ?? []),
        ...(person.joinedOn === null ? [] : [person.joinedOn]),
      ].map((day) => earliestDay(day));
      if (!days.some((day) => day >= from && day <= to && isInHeadcount(person, day, branchId))) return [];
      const isHere = isInHeadcount(person, to, branchId);
      const ends = person.memberships.flatMap((stay) => (stay.branchId === branchId ? (stay.to ?? []) : []));
      const leftOn =
        ends
          .filter((end) => earliestDay(end) <= to)
          .sort()
          .at(-1) ?? null;
      return [{ id: person.id, name: person.name, leftOn: isHere ? null : leftOn }];
    });
  }

  /** Members of the branch itself that day, without those who only hold a post in it. */
  rosterOn(day: string): Person[] {
    return this.on(day).filter((person) => person.isAtHome);
  }

  /** Who is expected: the members, the committee or the group, as they were on the day of the meeting. */
  expectedAt(meeting: Pick<Meeting, 'types' | 'groupId' | 'heldOn'>): Person[] {
    const isCommittee = meeting.types.every((type) => type === 'committee-meeting');
    const people = isCommittee ? this.on(meeting.heldOn) : this.rosterOn(meeting.heldOn);
    return expectedAt(people, meeting.types, meeting.groupId);
  }

  #personOn(
    person: MeetingPerson,
    day: string,
    { isAtHome, posts }: { isAtHome: boolean; posts: readonly string[] },
  ): Person {
    const groupId = stayOn(person, day)?.groupId ?? null;
    return {
      memberId: person.id,
      name: person.name,
      groupId,
      groupName: groupId === null ? '' : (this.#known.groupNames.get(groupId) ?? ''),
      category: categoryOn(person, day) === 'full' ? 'full' : 'probationary',
      // Of a guest of the committee the rights are those of the home branch.
      hasVotingRights: hasVotingRights(person, day),
      isCommitteeMember: posts.includes(person.id),
      isAtHome,
      isAdmittedThatDay: person.joinedOn === day,
      isExempt: hasStatusOn(person, 'attendance-exempt', day),
    };
  }
}

/** Who is who in a branch, read anew only when a person, a group or a post of it was changed. */
export function peopleOfBranch(db: ReadableDb, branchId: string): PeopleOfBranch {
  const reads = ['branch', 'member', 'membership', 'member_status', 'post', 'party_group'];
  return keptAnswer(db, reads, `people of ${branchId}`, () => new PeopleOfBranch(db, branchId));
}

/** Without what only the engine needs. */
export function toExpected(person: Person): Expected {
  const { groupId: _groupId, isAtHome: _isAtHome, isAdmittedThatDay: _isAdmitted, ...expected } = person;
  return expected;
}
