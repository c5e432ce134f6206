import { describe, expect, test } from 'vitest';
import type { Vote } from '../contract/meeting.ts';
import { candidatesNeeded, electionKindOf, electWinners } from './elections.ts';
import { tallyVote } from './votes.ts';

function candidates(...votes: number[]): Vote['candidates'] {
  return votes.map((inFavour, index) => ({
    memberId: `m${index}`,
    name: '甲乙丙丁戊己庚'[index] ?? '',
    inFavour,
    against: 0,
    abstain: 0,
    others: 0,
  }));
}

function elected(votes: number[], seats: number, present: number): string {
  return electWinners(candidates(...votes), seats, present)
    .elected.filter((each) => each.elected)
    .map((each) => each.name)
    .join('');
}

test.each([
  [1, 2],
  [3, 4],
  [4, 5],
  [5, 6],
  [7, 9],
  [10, 12],
])('%i seats need %i candidates', (seats, needed) => {
  expect(candidatesNeeded(seats)).toBe(needed);
});

describe('winners', () => {
  test('have more than half of the rights-holders present', () => {
    expect(elected([8, 7, 9, 15], 3, 15)).toBe('丁丙甲');
    expect(elected([8, 7, 9, 15], 4, 15)).toBe('丁丙甲');
    expect(elected([8, 8], 2, 16)).toBe('');
  });

  test('beyond the seats go by votes', () => {
    expect(elected([10, 14, 12, 11], 3, 15)).toBe('乙丙丁');
  });

  test('tied at the last seat are not elected before a second vote; those above are', () => {
    const order = electWinners(candidates(14, 10, 10, 9), 2, 15);
    expect(order.elected.filter((each) => each.elected).map((each) => each.name)).toEqual(['甲']);
    expect(order.tied).toEqual(['乙', '丙']);
  });

  test('tied within the seats are elected', () => {
    expect(elected([10, 10, 9], 2, 15)).toBe('甲乙');
  });
});

describe('the tally of an election', () => {
  const base = { expected: 16, present: 13, writtenOpinions: 0, lateOpinions: 0, undatedOpinions: 0 };
  const election: Parameters<typeof tallyVote>[0] = {
    rule: 'V3',
    subjectMemberId: null,
    method: 'secret-ballot',
    inFavour: null,
    against: null,
    abstain: null,
    writtenInFavour: 0,
    writtenAgainst: 0,
    ballotsIssued: 13,
    ballotsReturned: 13,
    ballotsInvalid: 0,
    seats: 3,
    candidates: candidates(12, 11, 9, 7),
    recordedResult: 'passed',
  };

  test('seats those with most votes and measures by those present', () => {
    const tally = tallyVote(election, base, [], '2025-06-10');
    expect(tally).toMatchObject({ result: 'passed', base: 13, needed: 7, arithmetic: '9 > 6.5', findings: [] });
    expect(tally.elected.map((each) => each.elected)).toEqual([true, true, true, false]);
  });

  test('elects nobody without four fifths of those expected', () => {
    const tally = tallyVote(election, { ...base, present: 12 }, [], '2025-06-10');
    expect(tally.result).toBe('no-quorum');
    expect(tally.quorum.arithmetic).toBe('12 < 12.8');
    expect(tally.elected.some((each) => each.elected)).toBe(false);
    expect(tally.findings).toContain('passed-without-quorum');
  });

  test('tells too few candidates, more marks than seats, a tie and empty seats', () => {
    const findings = (fields: object) => tallyVote({ ...election, ...fields }, base, [], '2025-06-10').findings;
    expect(findings({ candidates: candidates(12, 11, 9) })).toEqual(['too-few-candidates']);
    expect(findings({ candidates: candidates(13, 13, 13, 1) })).toEqual(['votes-exceed-seats']);
    expect(findings({ candidates: candidates(12, 9, 8, 8) })).toEqual(['election-tied']);
    expect(findings({ candidates: candidates(12, 9, 6, 6) })).toEqual(['seats-unfilled']);
    expect(findings({ seats: null, candidates: candidates(12) })).toEqual(['seats-missing']);
  });

  test('asks one candidate more of a single 委员, none of 书记 and 副书记, none of a second vote among the tied', () => {
    const findings = (fields: object, meeting: object = {}, hasCommittee = true) => {
      const vote = { ...election, office: null, subject: '选举支部委员会委员', ...fields };
      const held = { types: ['members-meeting' as const], votes: [vote], ...meeting };
      const kind = electionKindOf(vote, held, hasCommittee, base.present);
      return tallyVote(vote, base, [], '2025-06-10', kind).findings;
    };
    const one = { seats: 1, candidates: candidates(12) };
    expect(findings(one)).toEqual(['too-few-candidates']);
    expect(findings({ seats: 1, candidates: candidates(12, 1) })).toEqual([]);
    expect(findings({ ...one, subject: '选举书记' })).toEqual([]);
    expect(findings(one, {}, false)).toEqual([]);
    const both = { seats: 2, candidates: candidates(12, 11), subject: '选举书记、副书记' };
    expect(findings(both)).toEqual([]);
    expect(findings({ ...both, subject: '选举' }, { types: ['committee-meeting'] })).toEqual([]);
    expect(findings({ ...both, office: 'committee' })).toEqual(['too-few-candidates']);
    const first = { ...election, subject: '', office: null, seats: 2, candidates: candidates(9, 9, 9) };
    const again = { ...first, candidates: candidates(12, 8, 6) };
    const kind = electionKindOf(again, { types: ['members-meeting'], votes: [first, again] }, true, 13);
    expect(kind.mayBeEqual).toBe(true);
  });

  test('names a candidate who counts or watches the votes', () => {
    const findings = tallyVote({ ...election, tellers: '赵一、 乙', scrutineers: '' }, base, [], '2025-06-10').findings;
    expect(findings).toEqual(['counter-is-candidate']);
  });

  test('is void when more ballots come back than voters were there, also where those issued are not registered', () => {
    for (const ballotsIssued of [null, 14]) {
      const tally = tallyVote({ ...election, ballotsIssued, ballotsReturned: 14 }, base, [], '2025-06-10');
      expect(tally.result).toBe('rejected');
      expect(tally.findings).toContain('ballots-issued-exceed-present');
    }
    expect(tallyVote({ ...election, ballotsIssued: null }, base, [], '2025-06-10')).toMatchObject({
      result: 'passed',
      findings: [],
    });
  });

  test('is void when more ballots come back than were issued', () => {
    const tally = tallyVote({ ...election, ballotsReturned: 14 }, base, [], '2025-06-10');
    expect(tally.result).toBe('rejected');
    expect(tally.elected.some((each) => each.elected)).toBe(false);
  });
});
