import { isPostHeld } from '../roster.ts';
import { effectiveDay, impactEnds } from '../supervision.ts';
import type { Check, Finding } from './check.ts';

/**
 * R3: posts of who is under a punishment (党章 Art 41; 处分条例; domain.md §8.2). Candidates of an election are looked at
 * in its file. The item stands with the punishment, so that only who may read that sees it.
 */
export const r3: Check = {
  id: 'R3',
  subject: 'organisation',
  source: '处分条例：处分影响期内不得提升或者推荐担任更高职务；受留党察看处分的，党内职务自然撤销',
  codes: ['elected-under-punishment', 'post-lapsed'],
  evaluate: ({ asOf, branch, members, posts, registers }) =>
    registers.disciplines.flatMap((punishment) => {
      const from = effectiveDay(punishment);
      const ends = impactEnds(punishment);
      if (asOf < from || (ends !== null && asOf > ends)) return [];
      const held = posts.filter(
        (post) => post.branchId === branch.id && post.memberId === punishment.memberId && isPostHeld(post, asOf),
      );
      return held.flatMap((post): Finding[] => {
        const isBefore = post.from < from;
        if (isBefore && punishment.kind !== 'probation-within-party') return [];
        const code = isBefore ? 'post-lapsed' : 'elected-under-punishment';
        const person = members.find(({ id }) => id === punishment.memberId)?.name ?? '';
        return [
          {
            key: `${punishment.id}.${post.id}`,
            severity: 'due-soon',
            dueOn: null,
            record: 'discipline',
            recordId: punishment.id,
            params: { code, person, title: post.title, ends: ends ?? '' },
            expected: isBefore ? `≤ ${from}` : `> ${ends ?? ''}`,
            actual: post.from,
          },
        ];
      });
    }),
};
