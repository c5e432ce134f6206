import type { Post } from '../contract/branch.ts';
import type { Expected } from '../contract/meeting.ts';
import type { IsoDate } from '../contract/values.ts';
import {
  hasStatusOn,
  hasVotingRights,
  isInHeadcount,
  type MemberDates,
  mayVoteOn,
  standingOn,
  stayOn,
} from './member.ts';

/**
 * The roster of a branch on a day: the base of 应到, of votes and of the headcount.
 * Sources: 教管条例 Arts 23, 24; 选举条例 Art 5; domain.md §5.5, §14.
 */

export type RosterMember = MemberDates & { readonly id: string };
export type HeldPost = Pick<Post, 'memberId' | 'branchId' | 'title' | 'from' | 'to'>;

/** A person of the roster; an `Expected` of the contract without names. */
export type RosterPerson = Pick<
  Expected,
  'memberId' | 'category' | 'hasVotingRights' | 'isCommitteeMember' | 'isExempt'
> & {
  readonly groupId: string | null;
  /** 入党日期 is this day: admitted by its 党员大会, and not expected at it. */
  readonly isAdmittedThatDay: boolean;
};

/** Whether a post is held on the day; `to` is its last day. */
export function isPostHeld(post: Pick<HeldPost, 'from' | 'to'>, day: IsoDate): boolean {
  return post.from <= day && (post.to === null || day <= post.to);
}

/**
 * Everybody in the headcount of the branch on the day, in the order given: those of `isInHeadcount`, with the rights
 * of `hasVotingRights`, each looked at once.
 */
export function rosterOn(
  members: readonly RosterMember[],
  posts: readonly HeldPost[],
  branchId: string,
  day: IsoDate,
): RosterPerson[] {
  const committee = new Set(
    posts.filter((post) => post.branchId === branchId && isPostHeld(post, day)).map((post) => post.memberId),
  );
  const roster: RosterPerson[] = [];
  for (const member of members) {
    const stay = stayOn(member, day);
    if (stay === null || stay.branchId !== branchId || hasStatusOn(member, 'membership-stopped', day)) continue;
    const category = standingOn(member, day);
    if (category === 'applicant') continue;
    roster.push({
      memberId: member.id,
      groupId: stay.groupId,
      category,
      hasVotingRights: category === 'full' && mayVoteOn(member, day),
      isCommitteeMember: committee.has(member.id),
      isExempt: hasStatusOn(member, 'attendance-exempt', day),
      isAdmittedThatDay: member.joinedOn === day,
    });
  }
  return roster;
}

/**
 * Who holds a post of the branch that day and has the relation in another: a member of its committee, and of nothing
 * else of it. The rights are those of the home branch.
 */
export function guestsOn(
  members: readonly RosterMember[],
  posts: readonly HeldPost[],
  branchId: string,
  day: IsoDate,
): RosterPerson[] {
  const held = posts.filter((post) => post.branchId === branchId && isPostHeld(post, day));
  const holders = new Set(held.map((post) => post.memberId));
  return members
    .filter((member) => holders.has(member.id) && isInHeadcount(member, day) && !isInHeadcount(member, day, branchId))
    .map((member) => ({
      memberId: member.id,
      groupId: null,
      category: standingOn(member, day) === 'full' ? 'full' : 'probationary',
      hasVotingRights: hasVotingRights(member, day),
      isCommitteeMember: true,
      isExempt: hasStatusOn(member, 'attendance-exempt', day),
      isAdmittedThatDay: member.joinedOn === day,
    }));
}
