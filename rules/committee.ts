import type { Branch } from '../contract/branch.ts';
import type { IsoDate } from '../contract/values.ts';
import type { DayRange } from './dates.ts';

/** Whether a branch has a committee (支部条例 Arts 12, 20; domain.md §1.3, §14 trap 19), by the day. */

/**
 * `hasCommittee` is how it is now; the two days say since when, or until when; `formerCommittees` are those before.
 * Left out: not registered.
 */
export type CommitteeState = Pick<Branch, 'hasCommittee'> &
  Partial<Pick<Branch, 'committeeSince' | 'committeeUntil' | 'formerCommittees'>>;

/** Whether there was a committee that day; first and last day belong to its time. */
export function hasCommitteeOn(branch: CommitteeState, day: IsoDate): boolean {
  return hadCommitteeThroughout(branch, { from: day, to: day });
}

/** Whether there was a committee on every day of the range; between two of them there is a time without. */
export function hadCommitteeThroughout(branch: CommitteeState, range: DayRange): boolean {
  return committeesOf(branch).some(
    ({ from, to }) => (from === null || from <= range.from) && (to === null || range.to <= to),
  );
}

/** Times with a committee, the earliest first; one that still is has no last day. */
export function committeesOf(branch: CommitteeState): { from: IsoDate | null; to: IsoDate | null }[] {
  const { hasCommittee, committeeSince: from = null, committeeUntil = null, formerCommittees = [] } = branch;
  const former = formerCommittees.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  if (hasCommittee) return [...former, { from, to: null }];
  return committeeUntil === null ? former : [...former, { from, to: committeeUntil }];
}
