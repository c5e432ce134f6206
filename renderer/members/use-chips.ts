import type { Output } from '../../contract/operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { type Chip, listInput, wholeList } from './list-filter.ts';

const records = ['member', 'group'];

/** The chips to show, each with how many people it holds; the rare ones only when they hold somebody. */
export function useChips(scope: { asOf: string; branchId: string | undefined }, groupId: string | null) {
  const count = (chip: Chip) => ({ ...listInput({ ...wholeList, groupId, chip }, scope), limit: 1 });
  const all = useOperation('member.list', count('all'), { records }).value;
  const applicants = useOperation('member.list', count('applicant'), { records }).value?.total ?? 0;
  const mobile = useOperation('member.list', count('mobile-out'), { records }).value?.total ?? 0;
  const hardship = useOperation('member.list', count('hardship'), { records }).value?.total ?? 0;
  const lost = useOperation('member.list', count('out-of-contact'), { records }).value?.total ?? 0;
  const stopped = useOperation('member.list', count('membership-stopped'), { records }).value?.total ?? 0;
  const former = useOperation('member.list', count('former'), { records }).value?.total ?? 0;
  const counts: Output<'member.list'>['counts'] = all?.counts ?? { full: 0, probationary: 0, women: 0, minority: 0 };
  const usual: [Chip, number][] = [
    ['all', all?.total ?? 0],
    ['full', counts.full],
    ['probationary', counts.probationary],
    ['mobile-out', mobile],
    ['hardship', hardship],
  ];
  const rare: [Chip, number][] = [
    ['applicant', applicants],
    ['out-of-contact', lost],
    ['membership-stopped', stopped],
    ['former', former],
  ];
  return { chips: [...usual, ...rare.filter(([, people]) => people > 0)], counts, isKnown: all !== undefined };
}
