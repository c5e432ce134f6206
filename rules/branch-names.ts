import type { Branch } from '../contract/branch.ts';
import type { IsoDate } from '../contract/values.ts';

/** What a branch is called on a day; names of organisations change and reports are as of a day (domain.md §14 trap 22). */

export type BranchNames = Pick<Branch, 'fullName' | 'shortName' | 'code' | 'superiorName'>;

/**
 * The names on the day: of the former ones the first whose last day had not passed, else those of today. A former name
 * has no short form of its own.
 */
export function namesOn(branch: BranchNames & Pick<Branch, 'formerNames'>, day: IsoDate): BranchNames {
  const held = branch.formerNames.toSorted((a, b) => (a.to < b.to ? -1 : 1)).find(({ to }) => day <= to);
  if (held === undefined) return branch;
  const { fullName, code, superiorName } = held;
  return { fullName, code, superiorName, shortName: fullName === branch.fullName ? branch.shortName : '' };
}
