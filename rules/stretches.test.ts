import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { type HeldPost, type RosterMember, rosterOn } from './roster.ts';
import { stretchOf, turningDays } from './stretches.ts';

const first = '2019-12-01';
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(first, days));
/** To the day, the month or the year. */
const partial = fc.tuple(day, fc.constantFrom(10, 7, 4)).map(([date, length]) => date.slice(0, length));

const member: fc.Arbitrary<RosterMember> = fc.record({
  id: fc.uuid(),
  bornOn: fc.constant(null),
  joinedOn: fc.option(partial),
  confirmedOn: fc.option(partial),
  probationExtendedMonths: fc.constant(0),
  partyYearsCorrection: fc.constant(0),
  memberships: fc.array(
    fc.record({
      branchId: fc.constantFrom('here', 'there'),
      groupId: fc.option(fc.constantFrom('g1', 'g2')),
      from: partial,
      to: fc.option(partial),
      leaveKind: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
  statuses: fc.array(
    fc.record({
      kind: fc.constantFrom('membership-stopped', 'rights-suspended', 'attendance-exempt'),
      from: partial,
      to: fc.option(partial),
    }),
    { maxLength: 2 },
  ),
});

test('between two turning days every day has the same roster', () => {
  fc.assert(
    fc.property(
      fc.array(member, { maxLength: 4 }),
      fc.array(fc.tuple(day, fc.option(day)), { maxLength: 3 }),
      (members, terms) => {
        const posts = terms.map(
          ([from, to], index): HeldPost => ({
            memberId: members[index % Math.max(1, members.length)]?.id ?? '',
            branchId: 'here',
            title: 'secretary',
            from,
            to,
          }),
        );
        const turns = turningDays(members, posts);
        const rosters = new Map<number, unknown>();
        for (let days = 0; days < 1000; days += 1) {
          const date = addDays(first, days);
          const roster = rosterOn(members, posts, 'here', date);
          const stretch = stretchOf(turns, date);
          if (rosters.has(stretch)) expect(roster).toEqual(rosters.get(stretch));
          rosters.set(stretch, roster);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a day before every turn lies in the first stretch, a turning day opens its own', () => {
  expect(
    ['2026-01-01', '2026-02-01', '2026-02-02', '2027-01-01'].map((date) =>
      stretchOf(['2026-02-01', '2026-03-01'], date),
    ),
  ).toEqual([0, 1, 1, 2]);
});
