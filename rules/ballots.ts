import type { Tally, Vote } from '../contract/meeting.ts';

/** Ballots and majorities that all vote rules share. Sources: 选举条例 2020, domain.md §1.5 and §3.2. */

/** Rights-holders of one vote on its day. */
export interface VoteBase {
  /** 应到会有表决权（选举权）: rights-holders of the day, without those excluded with both approvals. */
  readonly expected: number;
  /** 实到会有表决权 */
  readonly present: number;
  /** Rights-holders absent whose written opinion reached the branch by the day of the meeting. */
  readonly writtenOpinions: number;
  /** Written opinions that came after the meeting or of somebody without rights: not counted. */
  readonly lateOpinions: number;
  /** Written opinions whose day of receipt is not registered: nothing shows that they came before the meeting; not counted. */
  readonly undatedOpinions: number;
}

export type TallyResult = Omit<Tally, 'voteId'>;

/** 过半数: fewest votes that are more than half of the base. */
export function majorityOf(base: number): number {
  return Math.floor(base / 2) + 1;
}

/** Half of a whole number, in decimal. */
export function halfOf(base: number): string {
  return base % 2 === 0 ? String(base / 2) : `${(base - 1) / 2}.5`;
}

/** `8 > 7.5` or `7 ≤ 7.5`: votes against half of the base. */
export function majorityArithmetic(inFavour: number, base: number): string {
  return `${inFavour} ${inFavour * 2 > base ? '>' : '≤'} ${halfOf(base)}`;
}

/** 有效票 when ballots were counted: returned − invalid; `null` when not registered. */
export function validBallots(vote: Pick<Vote, 'ballotsReturned' | 'ballotsInvalid'>): number | null {
  return vote.ballotsReturned === null ? null : vote.ballotsReturned - (vote.ballotsInvalid ?? 0);
}

/** More ballots returned than issued: the vote is void and must be repeated (选举条例, domain.md §1.5). */
export function hasSurplusBallots(vote: Pick<Vote, 'ballotsIssued' | 'ballotsReturned'>): boolean {
  return vote.ballotsIssued !== null && vote.ballotsReturned !== null && vote.ballotsReturned > vote.ballotsIssued;
}

/** What does not fit about the ballots themselves, shared by all rules. */
export function ballotFindings(
  vote: Pick<Vote, 'ballotsIssued' | 'ballotsReturned' | 'ballotsInvalid'>,
  base: VoteBase,
): string[] {
  const findings: string[] = [];
  if (hasSurplusBallots(vote)) findings.push('ballots-returned-exceed-issued');
  // What came back was given out, also where nobody wrote down how many were.
  const issued = vote.ballotsIssued ?? vote.ballotsReturned;
  if (issued !== null && issued > base.present) findings.push('ballots-issued-exceed-present');
  const valid = validBallots(vote);
  if (valid !== null && valid < 0) findings.push('ballots-invalid-exceed-returned');
  return findings;
}

/** Whether the record says something else than the arithmetic; no quorum counts as not passed. */
export function isResultDifferent(recorded: Vote['recordedResult'], computed: TallyResult['result']): boolean {
  if (recorded === 'not-voted') return computed === 'passed' || computed === 'rejected';
  return (recorded === 'passed') !== (computed === 'passed');
}
