import type { MemberCategory, StatusKind } from '../../contract/member.ts';
import type { Wire } from '../../contract/operations.ts';

/** One choice above the list: a category, a status, or everybody. */
export type Chip =
  | 'all'
  | MemberCategory
  | Extract<StatusKind, 'mobile-out' | 'hardship' | 'out-of-contact' | 'membership-stopped'>;

export interface ListFilter {
  search: string;
  chip: Chip;
  groupId: string | null;
  order: 'post' | 'pinyin' | 'strokes' | 'joined';
}

export const wholeList: ListFilter = { search: '', chip: 'all', groupId: null, order: 'post' };

/** Where the list was left, so that it is found again when one comes back from a person. Goes with the lock. */
export const kept: { filter: ListFilter; index: number | null } = { filter: wholeList, index: null };

type ListInput = Omit<Wire<'member.list'>, 'offset' | 'limit'>;

/** The input of `member.list` for a filter. */
export function listInput(
  { search, chip, groupId, order }: ListFilter,
  scope: { asOf: string; branchId: string | undefined },
): ListInput {
  const place = {
    asOf: scope.asOf,
    ...(scope.branchId === undefined ? {} : { branchId: scope.branchId }),
    ...(groupId === null ? {} : { groupId }),
  };
  return { ...place, search, order, ...chipInput(chip) };
}

function chipInput(chip: Chip): Pick<ListInput, 'category' | 'status'> {
  if (chip === 'all') return {};
  if (chip === 'full' || chip === 'probationary' || chip === 'applicant' || chip === 'former')
    return { category: chip };
  return { status: chip };
}
