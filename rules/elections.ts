import type { CandidateVotes, ElectionOffice, Meeting, Vote } from '../contract/meeting.ts';
import {
  ballotFindings,
  hasSurplusBallots,
  isResultDifferent,
  majorityArithmetic,
  majorityOf,
  type TallyResult,
  type VoteBase,
  validBallots,
} from './ballots.ts';

/**
 * Elections (V3), 选举条例 2020 Arts 9, 13 and domain.md §1.5: a winner has more than half of the rights-holders
 * present; more winners than seats go by votes; a tie at the last seat is voted on again.
 */

type Candidate = Pick<CandidateVotes, 'name' | 'inFavour'>;

/** Fewest candidates for a 差额 election: seats × (100 + margin) %, rounded up. 5 seats → 6, 3 → 4. */
export function candidatesNeeded(seats: number, marginPercent: number = 20): number {
  return Math.ceil((seats * (100 + marginPercent)) / 100);
}

export interface ElectionOrder {
  /** All candidates by votes, then in the order given; `elected` where one has a seat. */
  readonly elected: { name: string; inFavour: number; elected: boolean }[];
  /** Names tied for the last seats: nobody of them is elected before a second vote. */
  readonly tied: string[];
  readonly filled: number;
}

/** Seats the winners. `present` is 实到会有选举权. */
export function electWinners(candidates: readonly Candidate[], seats: number, present: number): ElectionOrder {
  const order = [...candidates].sort((a, b) => b.inFavour - a.inFavour);
  const winners = order.filter((candidate) => candidate.inFavour * 2 > present);
  const last = winners[seats - 1]?.inFavour;
  const isTied = last !== undefined && winners[seats]?.inFavour === last;
  const seated = isTied ? winners.filter((candidate) => candidate.inFavour > last) : winners.slice(0, seats);
  return {
    elected: order.map((candidate) => ({
      name: candidate.name,
      inFavour: candidate.inFavour,
      elected: seated.includes(candidate),
    })),
    tied: isTied ? winners.filter((candidate) => candidate.inFavour === last).map((candidate) => candidate.name) : [],
    filled: seated.length,
  };
}

/** What decides whether as many candidates as seats are enough. */
export interface ElectionKind {
  /** 等额: 书记 and 副书记, and a second vote among those who were tied. */
  readonly mayBeEqual: boolean;
}

/**
 * Which office a vote fills where the record does not say: a committee elects its 书记 and 副书记; a members' meeting
 * elects 委员 where there is a committee, else the 书记 (domain.md §1.3, §1.5). A subject that names the 书记 and no
 * 委员 is an election of the 书记.
 */
export function electionOfficeOf(
  vote: Pick<Vote, 'office' | 'subject'>,
  meeting: { isCommitteeMeeting: boolean; hasCommittee: boolean },
): ElectionOffice {
  if (vote.office != null) return vote.office;
  if (meeting.isCommitteeMeeting || !meeting.hasCommittee) return 'secretary';
  return vote.subject.includes('书记') && !vote.subject.includes('委员') ? 'secretary' : 'committee';
}

/** Names tied for the last seats of a valid vote, in the order given; empty where there is no tie. */
export function tiedIn(vote: Pick<Vote, 'candidates' | 'seats'>, present: number): string[] {
  return electWinners(vote.candidates, vote.seats ?? 1, present).tied;
}

/** Whether a vote has just these candidates. */
export function isAmong(vote: Pick<Vote, 'candidates'>, names: readonly string[]): boolean {
  const own = vote.candidates.map((candidate) => candidate.name);
  return names.length > 0 && own.length === names.length && names.every((name) => own.includes(name));
}

/** 等额 is right for 书记 and 副书记, and for a second vote among the tied of an earlier one of the same meeting. */
export function electionKindOf(
  vote: Pick<Vote, 'rule' | 'office' | 'subject' | 'candidates' | 'seats'>,
  meeting: Pick<Meeting, 'types'> & { readonly votes: readonly Pick<Vote, 'rule' | 'candidates' | 'seats'>[] },
  hasCommittee: boolean,
  present: number,
): ElectionKind {
  if (vote.rule !== 'V3') return { mayBeEqual: false };
  const isCommitteeMeeting = meeting.types.every((type) => type === 'committee-meeting');
  if (electionOfficeOf(vote, { isCommitteeMeeting, hasCommittee }) === 'secretary') return { mayBeEqual: true };
  const earlier = meeting.votes.slice(0, meeting.votes.indexOf(vote)).filter(({ rule }) => rule === 'V3');
  return { mayBeEqual: earlier.some((before) => isAmong(vote, tiedIn(before, present))) };
}

/** Names written in a line: 张三、李四 王五. */
export function namesIn(line: string): string[] {
  return line.split(/[、，,；;\s]+/).filter((name) => name !== '');
}

/** The V3 part of a tally. `marginPercent` judges the number of candidates unless the election may be 等额. */
export function tallyElection(
  vote: Pick<
    Vote,
    'inFavour' | 'seats' | 'candidates' | 'ballotsIssued' | 'ballotsReturned' | 'ballotsInvalid' | 'recordedResult'
  > &
    Pick<Vote, 'writtenInFavour' | 'writtenAgainst'> &
    Partial<Pick<Vote, 'tellers' | 'scrutineers'>>,
  base: VoteBase,
  quorum: TallyResult['quorum'],
  marginPercent: number,
  { mayBeEqual }: ElectionKind,
): Omit<TallyResult, 'rule' | 'quorum' | 'source'> {
  const candidates = electionCandidates(vote);
  const seats = vote.seats ?? 1;
  // 收回票多于投票人数: void however many were given out.
  const isVoid = hasSurplusBallots(vote) || (vote.ballotsReturned ?? 0) > base.present;
  const isValid = quorum.met && !isVoid;
  const order = electWinners(candidates, isValid ? seats : 0, base.present);
  const isVoted = candidates.length > 0;
  const result = !isVoted ? 'not-voted' : !quorum.met ? 'no-quorum' : order.filled > 0 ? 'passed' : 'rejected';
  const findings = ballotFindings(vote, base);
  if (quorum.atLimit) findings.push('quorum-exactly-four-fifths');
  if (isVoted) {
    findings.push(...seatFindings(vote, candidates, seats, mayBeEqual ? 0 : marginPercent, base));
    if (isValid && order.tied.length > 0) findings.push('election-tied');
    else if (isValid && order.filled < seats) findings.push('seats-unfilled');
  }
  if (vote.writtenInFavour + vote.writtenAgainst > 0) findings.push('written-opinions-not-counted');
  if (!quorum.met && vote.recordedResult === 'passed') findings.push('passed-without-quorum');
  if (isResultDifferent(vote.recordedResult, result)) findings.push('result-differs');
  const leading = order.elected[Math.min(seats, order.elected.length) - 1]?.inFavour ?? 0;
  return {
    result,
    inFavour: leading,
    base: base.present,
    needed: majorityOf(base.present),
    arithmetic: isVoted ? majorityArithmetic(leading, base.present) : '',
    elected: order.elected,
    findings,
  };
}

type ElectionVote = Parameters<typeof tallyElection>[0];

function electionCandidates(vote: ElectionVote): Candidate[] {
  if (vote.candidates.length > 0) return vote.candidates;
  return vote.inFavour === null ? [] : [{ name: '', inFavour: vote.inFavour }];
}

function seatFindings(
  vote: ElectionVote,
  candidates: readonly Candidate[],
  seats: number,
  marginPercent: number,
  base: VoteBase,
): string[] {
  const findings: string[] = [];
  if (vote.seats === null) findings.push('seats-missing');
  else if (candidates.length < candidatesNeeded(seats, marginPercent)) findings.push('too-few-candidates');
  const counters = [...namesIn(vote.tellers ?? ''), ...namesIn(vote.scrutineers ?? '')];
  if (candidates.some(({ name }) => counters.includes(name))) findings.push('counter-is-candidate');
  const ballots = validBallots(vote) ?? base.present;
  const marks = candidates.reduce((sum, candidate) => sum + candidate.inFavour, 0);
  if (marks > ballots * seats) findings.push('votes-exceed-seats');
  const isOver = vote.candidates.some(
    (candidate) => candidate.inFavour + candidate.against + candidate.abstain > ballots,
  );
  if (isOver) findings.push(validBallots(vote) === null ? 'votes-exceed-present' : 'votes-exceed-valid-ballots');
  return findings;
}
