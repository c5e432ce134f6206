import type { Branch } from '../contract/branch.ts';
import type { IsoDate } from '../contract/values.ts';
import type { DayRange } from './dates.ts';

/** Whether a branch has a committee (支部条例 Arts 12, 20; domain.md §1.3, §14 trap 19), by the day. */

/** `hasCommittee` is how it is now; the two days say since when, or until when. Left out: not registered. */
export type CommitteeState = Pick<Branch, 'hasCommittee'> & Partial<Pick<Branch, 'committeeSince' | 'committeeUntil'>>;

/** Whether there was a committee that day; both days belong to its time. */
export function hasCommitteeOn(branch: CommitteeState, day: IsoDate): boolean {
  const { hasCommittee, committeeSince = null, committeeUntil = null } = branch;
  if (committeeSince !== null && day < committeeSince) return false;
  return hasCommittee || (committeeUntil !== null && day <= committeeUntil);
}

/** Whether there was a committee on every day of the range: its time is one period. */
export function hadCommitteeThroughout(branch: CommitteeState, range: DayRange): boolean {
  return hasCommitteeOn(branch, range.from) && hasCommitteeOn(branch, range.to);
}
