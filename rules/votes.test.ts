import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttendanceState, Vote } from '../contract/meeting.ts';
import type { VoteBase } from './ballots.ts';
import { isQuorumMet, quorumNeeded, tallyVote, voteBase } from './votes.ts';

const heldOn = '2025-06-10';

function base(expected: number, present: number, more: Partial<VoteBase> = {}): VoteBase {
  return { expected, present, writtenOpinions: 0, lateOpinions: 0, undatedOpinions: 0, ...more };
}

function vote(fields: Partial<Vote>): Vote {
  return {
    id: 'v1',
    agendaId: 'a1',
    rule: 'V1',
    subject: '接收预备党员',
    subjectMemberId: null,
    method: 'secret-ballot',
    inFavour: null,
    against: null,
    abstain: null,
    writtenInFavour: 0,
    writtenAgainst: 0,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsInvalid: null,
    seats: null,
    candidates: [],
    tellers: '',
    scrutineers: '',
    recordedResult: 'passed',
    ...fields,
  };
}

describe('quorum', () => {
  test.each([
    [16, 9, 8, 13],
    [10, 6, 5, 8],
    [7, 4, 4, 6],
    [3, 2, 2, 3],
    [15, 8, 8, 12],
    [1, 1, 1, 1],
  ])('of %i expected: V1 %i, V2 %i, V3 %i', (expected, v1, v2, v3) => {
    expect([quorumNeeded('V1', expected), quorumNeeded('V2', expected), quorumNeeded('V3', expected)]).toEqual([
      v1,
      v2,
      v3,
    ]);
    expect(quorumNeeded('V4', expected)).toBe(v2);
  });

  test('needed is the fewest present that meet it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('V1', 'V2', 'V3', 'V4'),
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom('>=', '>'),
        (rule, expected, operator) => {
          const needed = quorumNeeded(rule, expected, operator);
          return isQuorumMet(rule, needed, expected, operator) && !isQuorumMet(rule, needed - 1, expected, operator);
        },
      ),
    );
  });

  test('nobody expected is no quorum', () => {
    expect(isQuorumMet('V2', 0, 0)).toBe(false);
  });

  test('exactly half is enough for V2 and V4 and not for V1', () => {
    expect([isQuorumMet('V1', 8, 16), isQuorumMet('V2', 8, 16), isQuorumMet('V4', 2, 4)]).toEqual([false, true, true]);
  });

  test('exactly four fifths is valid by the 2020 wording, warned of, and invalid by the older one', () => {
    const election = vote({
      rule: 'V3',
      seats: 1,
      candidates: [{ memberId: 'm1', name: '甲', inFavour: 8, against: 0, abstain: 0, others: 0 }],
    });
    const tally = tallyVote(election, base(10, 8), [], heldOn);
    expect(tally.quorum).toMatchObject({ met: true, atLimit: true, arithmetic: '8 ≥ 8' });
    expect(tally.findings).toContain('quorum-exactly-four-fifths');
    const stricter = [
      { key: 'vote.election-quorum', value: '>', validFrom: '2020-01-01', validTo: null, source: '上级' },
    ];
    const older = tallyVote(election, base(10, 8), stricter, heldOn);
    expect(older.quorum).toMatchObject({ met: false, needed: 9, arithmetic: '8 ≤ 8' });
    expect(older.result).toBe('no-quorum');
  });
});

describe('V1', () => {
  test('needs more than half of those expected, not of those present', () => {
    expect(tallyVote(vote({ inFavour: 7, against: 2, abstain: 0 }), base(14, 9), [], heldOn)).toMatchObject({
      result: 'rejected',
      arithmetic: '7 ≤ 7',
      needed: 8,
    });
    expect(tallyVote(vote({ inFavour: 8, against: 1, abstain: 0 }), base(14, 9), [], heldOn)).toMatchObject({
      result: 'passed',
      arithmetic: '8 > 7',
      findings: [],
    });
    expect(tallyVote(vote({ inFavour: 8 }), base(15, 9), [], heldOn).arithmetic).toBe('8 > 7.5');
  });

  test('written opinions add votes and never attendance', () => {
    const cast = { inFavour: 8, against: 1, abstain: 0, writtenInFavour: 1 };
    expect(tallyVote(vote(cast), base(16, 9, { writtenOpinions: 1 }), [], heldOn)).toMatchObject({
      result: 'passed',
      inFavour: 9,
      arithmetic: '9 > 8',
    });
    expect(tallyVote(vote(cast), base(16, 8, { writtenOpinions: 1 }), [], heldOn).result).toBe('no-quorum');
  });

  test('written votes without a timely opinion behind them are not counted', () => {
    const tally = tallyVote(
      vote({ inFavour: 8, against: 1, abstain: 0, writtenInFavour: 1 }),
      base(16, 9, { lateOpinions: 1 }),
      [],
      heldOn,
    );
    expect(tally.result).toBe('rejected');
    expect(tally.findings).toEqual(['written-votes-exceed-opinions', 'written-opinion-late', 'result-differs']);
  });
});

test('V2 measures against those expected, and written opinions do not count', () => {
  const tally = tallyVote(
    vote({ rule: 'V2', inFavour: 8, against: 0, abstain: 0, writtenInFavour: 1 }),
    base(16, 8, { writtenOpinions: 1 }),
    [],
    heldOn,
  );
  expect(tally).toMatchObject({ result: 'rejected', inFavour: 8, arithmetic: '8 ≤ 8' });
  expect(tally.quorum).toMatchObject({ met: true, arithmetic: '8 ≥ 8' });
  expect(tally.findings).toContain('written-opinions-not-counted');
});

test('V4 takes the base of the setting: committee expected by custom, present where so set', () => {
  const cast = vote({ rule: 'V4', inFavour: 2, against: 1, abstain: 0 });
  expect(tallyVote(cast, base(5, 3), [], heldOn).result).toBe('rejected');
  const present = [
    { key: 'vote.committee-base', value: 'present', validFrom: '2020-01-01', validTo: null, source: '' },
  ];
  expect(tallyVote(cast, base(5, 3), present, heldOn)).toMatchObject({ result: 'passed', arithmetic: '2 > 1.5' });
});

describe('what does not fit', () => {
  test('sums against valid ballots and against those present', () => {
    const counted = { ballotsIssued: 9, ballotsReturned: 9, ballotsInvalid: 1 };
    const findings = (fields: Partial<Vote>) => tallyVote(vote(fields), base(14, 9), [], heldOn).findings;
    expect(findings({ inFavour: 8, against: 1, abstain: 0, ...counted })).toEqual(['votes-exceed-valid-ballots']);
    expect(findings({ inFavour: 8, against: 0, abstain: 0, ...counted })).toEqual([]);
    expect(findings({ inFavour: 9, against: 1, abstain: 0 })).toEqual(['votes-exceed-present']);
    expect(findings({ inFavour: 8, against: 0, abstain: 0 })).toEqual(['votes-fewer-than-present']);
  });

  test('more ballots returned than issued make the vote void', () => {
    const tally = tallyVote(
      vote({ inFavour: 9, against: 0, abstain: 1, ballotsIssued: 9, ballotsReturned: 10, ballotsInvalid: 0 }),
      base(14, 9),
      [],
      heldOn,
    );
    expect(tally.result).toBe('rejected');
    expect(tally.findings).toContain('ballots-returned-exceed-issued');
  });

  test('a record that says something else than the arithmetic', () => {
    const rejected = vote({ inFavour: 7, against: 2, abstain: 0, recordedResult: 'passed' });
    expect(tallyVote(rejected, base(14, 9), [], heldOn).findings).toContain('result-differs');
    const none = tallyVote(vote({ recordedResult: 'not-voted' }), base(14, 9), [], heldOn);
    expect([none.result, none.findings]).toEqual(['not-voted', []]);
    expect(tallyVote(vote({ inFavour: 9 }), base(20, 9), [], heldOn).findings).toContain('passed-without-quorum');
  });
});

test('a vote passes exactly when quorum and majority hold, for every rule and number', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('V1', 'V2', 'V4'),
      fc.integer({ min: 1, max: 200 }),
      fc.nat(200),
      fc.nat(200),
      (rule, expected, presentRoll, favourRoll) => {
        const present = presentRoll % (expected + 1);
        const inFavour = favourRoll % (present + 1);
        const tally = tallyVote(vote({ rule, inFavour }), base(expected, present), [], heldOn);
        const quorum = rule === 'V1' ? present > expected / 2 : present >= expected / 2;
        return (tally.result === 'passed') === (quorum && inFavour > expected / 2);
      },
    ),
  );
});

describe('who is counted', () => {
  const people = ['m1', 'm2', 'm3', 'm4', 'm5'].map((memberId, index) => ({
    memberId,
    hasVotingRights: index < 4,
    isCommitteeMember: index < 3,
    isExempt: false,
  }));
  const entry = (memberId: string, state: AttendanceState, opinionReceivedOn: string | null = null) => ({
    memberId,
    state,
    opinionReceivedOn,
  });

  test('rights-holders only, whoever signed in', () => {
    const everyone = people.map((person) => entry(person.memberId, 'present'));
    expect(voteBase('V1', people, everyone, [], heldOn)).toMatchObject({ expected: 4, present: 4 });
    expect(voteBase('V4', people, everyone, [], heldOn)).toMatchObject({ expected: 3, present: 3 });
    expect(voteBase('V1', people, [], [], heldOn)).toMatchObject({ expected: 4, present: 0 });
  });

  test('exempt from attending is not left out of the base', () => {
    expect(voteBase('V2', people, [entry('m1', 'exempt')], [], heldOn).expected).toBe(4);
  });

  test('left out only with both approvals, dated by the meeting', () => {
    const exclusion = { memberId: 'm1', superiorApprovedOn: '2025-05-01', adoptedByMeetingOn: '2025-06-10' };
    const expected = (fields: object) =>
      voteBase('V3', people, [entry('m1', 'excluded')], [{ ...exclusion, ...fields }], heldOn).expected;
    expect(expected({})).toBe(3);
    expect(expected({ superiorApprovedOn: null })).toBe(4);
    expect(expected({ adoptedByMeetingOn: null })).toBe(4);
    expect(expected({ adoptedByMeetingOn: '2025-06-11' })).toBe(4);
  });

  test('written opinions count by the day they came and by the rights of who gave them', () => {
    const attendance = [
      entry('m1', 'written-opinion', '2025-06-09'),
      entry('m2', 'written-opinion', '2025-06-11'),
      entry('m3', 'written-opinion'),
      entry('m5', 'written-opinion', '2025-06-09'),
    ];
    expect(voteBase('V1', people, attendance, [], heldOn)).toEqual({
      expected: 4,
      present: 0,
      writtenOpinions: 1,
      lateOpinions: 1,
      undatedOpinions: 1,
    });
  });
});
