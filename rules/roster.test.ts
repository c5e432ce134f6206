import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { categoryOn, hasVotingRights, isInHeadcount } from './member.ts';
import { type RosterMember, rosterOn } from './roster.ts';

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2018-01-01', days));
const period = fc
  .tuple(day, fc.option(fc.nat(1500)))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));

const member: fc.Arbitrary<RosterMember> = fc.record({
  id: fc.constant('m1'),
  bornOn: fc.constant(null),
  joinedOn: fc.option(day),
  confirmedOn: fc.option(day),
  probationExtendedMonths: fc.constant(0),
  partyYearsCorrection: fc.constant(0),
  memberships: fc.array(
    period.map((each) => ({ ...each, branchId: 'b1', groupId: null, leaveKind: null })),
    { maxLength: 3 },
  ),
  statuses: fc.array(
    fc
      .tuple(period, fc.constantFrom('membership-stopped' as const, 'rights-suspended' as const, 'mobile-out' as const))
      .map(([each, kind]) => ({ ...each, kind })),
    { maxLength: 2 },
  ),
});

test('the roster holds exactly those in the headcount, with their category and rights', () => {
  fc.assert(
    fc.property(member, day, (person, on) => {
      const [found] = rosterOn([person], [], 'b1', on);
      expect(found !== undefined).toBe(isInHeadcount(person, on, 'b1'));
      if (found === undefined) return;
      expect(found.category).toBe(categoryOn(person, on));
      expect(found.hasVotingRights).toBe(hasVotingRights(person, on, 'b1'));
    }),
    { numRuns: 500 },
  );
});

test('the committee are those who hold a post of the branch that day, its last day included', () => {
  const person: RosterMember = {
    id: 'm1',
    bornOn: null,
    joinedOn: '2005-07-01',
    confirmedOn: '2006-07-01',
    probationExtendedMonths: 0,
    partyYearsCorrection: 0,
    memberships: [{ branchId: 'b1', groupId: 'g1', from: '2010', to: null, leaveKind: null }],
    statuses: [{ kind: 'attendance-exempt', from: '2025-01', to: null }],
  };
  const post = { memberId: 'm1', branchId: 'b1', title: 'member' as const, from: '2024-01-10', to: '2025-01-09' };
  const on = (day: string) => rosterOn([person], [post], 'b1', day)[0];
  expect(on('2024-01-09')?.isCommitteeMember).toBe(false);
  expect(on('2025-01-09')).toMatchObject({ isCommitteeMember: true, isExempt: true, groupId: 'g1' });
  expect(on('2025-01-10')?.isCommitteeMember).toBe(false);
  expect(rosterOn([person], [{ ...post, branchId: 'b2' }], 'b1', '2024-06-01')[0]?.isCommitteeMember).toBe(false);
});
