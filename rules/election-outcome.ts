import type { Election, ElectionOutcome } from '../contract/election.ts';
import type { ElectionOffice, Tally, Vote } from '../contract/meeting.ts';
import type { IsoDate } from '../contract/values.ts';
import { addDays, addMonths } from './dates.ts';
import { tiedIn } from './elections.ts';

/**
 * What the ballots of an election come to, and its checklist planned back (选举条例 2020, domain.md §1.4, §1.5).
 */

/** One ballot in the order it was held. */
export interface Ballot {
  readonly vote: Pick<Vote, 'seats' | 'candidates'>;
  readonly tally: Pick<Tally, 'result' | 'elected' | 'findings' | 'base'>;
}

/** Names tied for the last seats of a ballot that stands. */
export function tiedOf({ vote, tally }: Ballot): string[] {
  return tally.findings.includes('election-tied') ? tiedIn(vote, tally.base) : [];
}

/**
 * Adds up the ballots for one office. The seats are those of the first; a later ballot fills what is open. `reduction`
 * gives up the open seats when more than half of those present agreed.
 */
export function outcomeOf(
  office: ElectionOffice,
  ballots: readonly Ballot[],
  reduction: Election['reduction'],
): ElectionOutcome {
  const seats = ballots[0]?.vote.seats ?? 1;
  const elected: ElectionOutcome['elected'] = [];
  let tied: string[] = [];
  let isVoid = false;
  let present = 0;
  for (const ballot of ballots) {
    const { vote, tally } = ballot;
    if (tally.result === 'not-voted') continue;
    present = tally.base;
    tied = tiedOf(ballot);
    isVoid = tally.result === 'no-quorum' || tally.findings.some((code) => voids.has(code));
    // A record may name nobody of the archive; two candidates of one name are told apart by their votes.
    const won = vote.candidates.filter((candidate) =>
      tally.elected.some(
        (each) => each.elected && each.name === candidate.name && each.inFavour === candidate.inFavour,
      ),
    );
    for (const candidate of won.toSorted((a, b) => b.inFavour - a.inFavour)) {
      const isKnown = elected.some((each) =>
        candidate.memberId === null ? each.name === candidate.name : each.memberId === candidate.memberId,
      );
      if (isKnown || elected.length >= seats) continue;
      elected.push({ memberId: candidate.memberId, name: candidate.name, inFavour: candidate.inFavour });
    }
  }
  const isVoted = ballots.some(({ tally }) => tally.result !== 'not-voted');
  const isReduced = reduction !== null && reduction.seats === elected.length && reduction.inFavour * 2 > present;
  const state = !isVoted
    ? 'open'
    : elected.length >= seats
      ? 'filled'
      : isVoid
        ? 'void'
        : tied.length > 0
          ? 'second-vote'
          : isReduced && office === 'committee'
            ? 'reduced'
            : 'again';
  return { office, seats, elected, state, tied: state === 'second-vote' ? tied : [] };
}

const voids = new Set(['ballots-returned-exceed-issued']);

/** Whether an outcome can be confirmed: every seat filled, or the open ones given up. */
export function isDecided(outcome: Pick<ElectionOutcome, 'state'>): boolean {
  return outcome.state === 'filled' || outcome.state === 'reduced';
}

/** Planned day of a step: its months and days from the anchor, months first, with month-end clamp. */
export function plannedOn(
  step: { readonly anchor: 'expiry' | 'election'; readonly months: number; readonly days: number },
  { expiresOn, electionOn }: { readonly expiresOn: IsoDate | null; readonly electionOn: IsoDate | null },
): IsoDate | null {
  const anchor = step.anchor === 'expiry' ? expiresOn : (electionOn ?? expiresOn);
  return anchor === null ? null : addDays(addMonths(anchor, step.months), step.days);
}
