import { expect, test } from 'vitest';
import { type Ballot, isDecided, outcomeOf, plannedOn } from './election-outcome.ts';
import { tallyVote } from './votes.ts';

/** A ballot of thirteen present of sixteen, as the rule counts it. */
function ballot(seats: number, ...votes: [name: string, inFavour: number][]): Ballot {
  const vote = {
    ...{
      rule: 'V3' as const,
      subjectMemberId: null,
      method: 'secret-ballot' as const,
      recordedResult: 'passed' as const,
    },
    ...{ inFavour: null, against: null, abstain: null, writtenInFavour: 0, writtenAgainst: 0 },
    ...{ ballotsIssued: 13, ballotsReturned: 13, ballotsInvalid: 0, seats },
    candidates: votes.map(([name, inFavour]) => ({
      memberId: name,
      name,
      inFavour,
      against: 0,
      abstain: 0,
      others: 0,
    })),
  };
  const base = { expected: 16, present: 13, writtenOpinions: 0, lateOpinions: 0, undatedOpinions: 0 };
  return { vote, tally: { ...tallyVote(vote, base, [], '2026-06-10'), base: 13 } };
}

const names = (ballots: Ballot[], reduction: { seats: number; inFavour: number } | null = null) => {
  const { elected, state, tied } = outcomeOf('committee', ballots, reduction);
  return [elected.map(({ name }) => name).join(''), state, tied.join('')];
};

test('more winners than seats go by votes; a tie for the last seat is voted on again among the tied', () => {
  expect(names([])).toEqual(['', 'open', '']);
  expect(names([ballot(3, ['甲', 12], ['乙', 11], ['丙', 10], ['丁', 8])])).toEqual(['甲乙丙', 'filled', '']);
  const tie = ballot(3, ['甲', 12], ['乙', 11], ['丙', 8], ['丁', 8]);
  expect(names([tie])).toEqual(['甲乙', 'second-vote', '丙丁']);
  expect(names([tie, ballot(1, ['丙', 5], ['丁', 8])])).toEqual(['甲乙丁', 'filled', '']);
  expect(names([tie, ballot(1, ['丙', 6], ['丁', 6])])).toEqual(['甲乙', 'again', '']);
});

test('fewer winners than seats: another election, or fewer seats by more than half of those present', () => {
  const few = ballot(3, ['甲', 12], ['乙', 11], ['丙', 6], ['丁', 5]);
  expect(names([few])).toEqual(['甲乙', 'again', '']);
  expect(names([few], { seats: 2, inFavour: 6 })).toEqual(['甲乙', 'again', '']);
  expect(names([few], { seats: 2, inFavour: 7 })).toEqual(['甲乙', 'reduced', '']);
  expect(names([few], { seats: 1, inFavour: 7 })).toEqual(['甲乙', 'again', '']);
  expect(isDecided({ state: 'reduced' })).toBe(true);
  expect(names([few, ballot(1, ['丙', 9], ['丁', 4])])).toEqual(['甲乙丙', 'filled', '']);
});

test('a step lies by whole months, clamped to the month’s end, and by days from its anchor', () => {
  const days = { expiresOn: '2026-08-31', electionOn: '2026-07-15' };
  const step = (anchor: 'expiry' | 'election', months: number, after: number) =>
    plannedOn({ anchor, months, days: after }, days);
  expect(step('expiry', -6, 0)).toBe('2026-02-28');
  expect(step('election', -1, 0)).toBe('2026-06-15');
  expect(step('election', 0, -20)).toBe('2026-06-25');
  expect(plannedOn({ anchor: 'election', months: -1, days: 0 }, { ...days, electionOn: null })).toBe('2026-07-31');
  expect(plannedOn({ anchor: 'election', months: 0, days: 0 }, { expiresOn: null, electionOn: null })).toBeNull();
});
