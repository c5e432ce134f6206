import type { Vote, VoteRule } from '../contract/meeting.ts';
import type { IsoDate } from '../contract/values.ts';
import type { AttendanceEntry, Attendee, ExclusionEntry } from './attendance.ts';
import { validExclusions } from './attendance.ts';
import {
  ballotFindings,
  halfOf,
  hasSurplusBallots,
  isResultDifferent,
  majorityArithmetic,
  majorityOf,
  type TallyResult,
  type VoteBase,
  validBallots,
} from './ballots.ts';
import { type ElectionKind, tallyElection } from './elections.ts';
import { type SettingEntry, settingOn } from './settings.ts';

/**
 * Vote rules V1 to V4 (domain.md §3.2): three different denominators, all in whole numbers.
 * Sources: 发展细则 (V1), 支部条例 Art 11 (V2) and Art 12 (V4), 选举条例 2020 (V3).
 */

export const voteSources: Readonly<Record<VoteRule, string>> = {
  V1: '发展党员工作细则：到会有表决权党员超过应到会的半数，赞成超过应到会有表决权正式党员的半数',
  V2: '支部工作条例第11条：半数以上有表决权党员到会，赞成超过应到会有表决权党员的半数',
  V3: '基层组织选举工作条例（2020）：有选举权到会不少于应到会五分之四，赞成超过实到会有选举权人数的半数',
  V4: '支部工作条例第12条：半数以上委员到会；赞成以应到委员过半为惯例',
};

/**
 * Counts the rights-holders of a vote: never from the sign-in alone. Exempt members stay in the base; only both
 * approvals leave somebody out. V4 counts the committee.
 */
export function voteBase(
  rule: VoteRule,
  expected: readonly Attendee[],
  attendance: readonly AttendanceEntry[],
  exclusions: readonly ExclusionEntry[],
  heldOn: IsoDate,
): VoteBase {
  const excluded = validExclusions(exclusions, heldOn);
  const entries = new Map(attendance.map((entry) => [entry.memberId, entry]));
  const holders = expected.filter((person) => (rule === 'V4' ? person.isCommitteeMember : person.hasVotingRights));
  const base = { expected: 0, present: 0, writtenOpinions: 0, lateOpinions: 0, undatedOpinions: 0 };
  for (const person of holders) {
    const entry = entries.get(person.memberId);
    if (excluded.has(person.memberId) && entry?.state !== 'present' && entry?.state !== 'written-opinion') continue;
    base.expected += 1;
    if (entry?.state === 'present') base.present += 1;
    if (entry?.state !== 'written-opinion') continue;
    // 会议召开前 (domain.md §3.2): only what is known to have come by the day of the meeting is a vote.
    if (entry.opinionReceivedOn === null) base.undatedOpinions += 1;
    else if (entry.opinionReceivedOn > heldOn) base.lateOpinions += 1;
    else base.writtenOpinions += 1;
  }
  return base;
}

/** Fewest present for the meeting to be valid. V3 takes the operator of setting `vote.election-quorum`. */
export function quorumNeeded(rule: VoteRule, expected: number, electionOperator: string = '>='): number {
  if (rule === 'V1') return Math.floor(expected / 2) + 1;
  if (rule !== 'V3') return Math.ceil(expected / 2);
  return electionOperator === '>' ? Math.floor((expected * 4) / 5) + 1 : Math.ceil((expected * 4) / 5);
}

/** Whether enough rights-holders are there; in whole numbers, false when nobody is expected. */
export function isQuorumMet(
  rule: VoteRule,
  present: number,
  expected: number,
  electionOperator: string = '>=',
): boolean {
  if (expected === 0) return false;
  if (rule === 'V1') return present * 2 > expected;
  if (rule !== 'V3') return present * 2 >= expected;
  return electionOperator === '>' ? present * 5 > expected * 4 : present * 5 >= expected * 4;
}

function fourFifths(expected: number): string {
  return `${Math.floor((expected * 8) / 10)}${(expected * 8) % 10 === 0 ? '' : `.${(expected * 8) % 10}`}`;
}

/** Quorum of a vote with its arithmetic: `9 > 8` (V1), `8 ≥ 8` (V2, V4), `13 ≥ 12.8` (V3). */
export function quorumOf(rule: VoteRule, base: VoteBase, electionOperator: string): TallyResult['quorum'] {
  const met = isQuorumMet(rule, base.present, base.expected, electionOperator);
  const isStrict = rule === 'V1' || (rule === 'V3' && electionOperator === '>');
  const limit = rule === 'V3' ? fourFifths(base.expected) : halfOf(base.expected);
  const sign = isStrict ? (met ? '>' : '≤') : met || base.expected === 0 ? '≥' : '<';
  return {
    present: base.present,
    expected: base.expected,
    needed: quorumNeeded(rule, base.expected, electionOperator),
    met,
    atLimit: rule === 'V3' && base.expected > 0 && base.present * 5 === base.expected * 4,
    arithmetic: `${base.present} ${sign} ${limit}`,
  };
}

/**
 * Recomputes a vote from the rights-holders of the day. `settings` are the archive's dated entries; `heldOn` picks
 * those in force. `findings` are codes of {@link voteFindings}; `result` is never taken from the record.
 * Written opinions are votes in V1 only, never attendance, and no more of them than there are timely ones.
 * `election` is what the ballot alone does not say of a V3 vote.
 */
export function tallyVote(
  vote: Omit<Vote, 'id' | 'agendaId' | 'subject' | 'tellers' | 'scrutineers'> &
    Partial<Pick<Vote, 'tellers' | 'scrutineers'>>,
  base: VoteBase,
  settings: readonly SettingEntry[],
  heldOn: IsoDate,
  election: ElectionKind = { mayBeEqual: false },
): TallyResult {
  const quorum = quorumOf(vote.rule, base, settingOn(settings, 'vote.election-quorum', heldOn).value);
  const source = voteSources[vote.rule];
  if (vote.rule === 'V3') {
    const margin = settingOn(settings, 'vote.candidate-margin', heldOn).value;
    return { rule: 'V3', quorum, source, ...tallyElection(vote, base, quorum, margin, election) };
  }
  const committeeBase = settingOn(settings, 'vote.committee-base', heldOn).value;
  const denominator = vote.rule === 'V4' && committeeBase === 'present' ? base.present : base.expected;
  const countsWritten = vote.rule === 'V1';
  const written = countsWritten ? Math.min(vote.writtenInFavour, base.writtenOpinions) : 0;
  const isVoted = vote.inFavour !== null;
  const inFavour = (vote.inFavour ?? 0) + written;
  const isVoid = hasSurplusBallots(vote);
  const passed = quorum.met && !isVoid && inFavour * 2 > denominator;
  const result = !isVoted ? 'not-voted' : !quorum.met ? 'no-quorum' : passed ? 'passed' : 'rejected';
  return {
    rule: vote.rule,
    quorum,
    result,
    inFavour,
    base: denominator,
    needed: majorityOf(denominator),
    arithmetic: isVoted ? majorityArithmetic(inFavour, denominator) : '',
    elected: [],
    findings: voteFindings(vote, base, quorum, result, countsWritten),
    source,
  };
}

function voteFindings(
  vote: Parameters<typeof tallyVote>[0],
  base: VoteBase,
  quorum: TallyResult['quorum'],
  result: TallyResult['result'],
  countsWritten: boolean,
): string[] {
  const findings = ballotFindings(vote, base);
  const valid = validBallots(vote);
  const cast = (vote.inFavour ?? 0) + (vote.against ?? 0) + (vote.abstain ?? 0);
  const isComplete = vote.inFavour !== null && vote.against !== null && vote.abstain !== null;
  if (valid !== null && cast > valid) findings.push('votes-exceed-valid-ballots');
  else if (valid !== null && isComplete && cast !== valid) findings.push('votes-differ-from-valid-ballots');
  if (cast > base.present) findings.push('votes-exceed-present');
  else if (valid === null && isComplete && cast < base.present) findings.push('votes-fewer-than-present');
  const written = vote.writtenInFavour + vote.writtenAgainst;
  if (written > 0 && !countsWritten) findings.push('written-opinions-not-counted');
  if (countsWritten && written > base.writtenOpinions) findings.push('written-votes-exceed-opinions');
  if (countsWritten && base.lateOpinions > 0) findings.push('written-opinion-late');
  if (countsWritten && base.undatedOpinions > 0) findings.push('written-opinion-undated');
  if (!quorum.met && vote.recordedResult === 'passed') findings.push('passed-without-quorum');
  if (isResultDifferent(vote.recordedResult, result)) findings.push('result-differs');
  return findings;
}
