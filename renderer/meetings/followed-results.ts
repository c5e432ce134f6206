import type { MeetingView, Tally, Vote } from '../../contract/meeting.ts';
import type { Wire } from '../../contract/operations.ts';
import type { Client } from '../data/client.ts';
import { followedResult, type MeetingForm } from './form.ts';

type Draft = Wire<'meeting.save'>['draft'];

/** The votes with what the count gives as their recorded result, but for those she set herself. */
export function followingResults(
  votes: readonly Vote[],
  tallies: readonly Tally[],
  ownResults: readonly string[],
): Vote[] {
  const results = new Map(tallies.map((tally) => [tally.voteId, followedResult(tally)]));
  return votes.map((vote) => {
    const recordedResult = results.get(vote.id);
    const isFollowed = recordedResult !== undefined && !ownResults.includes(vote.id);
    return isFollowed && recordedResult !== vote.recordedResult ? { ...vote, recordedResult } : vote;
  });
}

/** A last count before the save, so that a result never lags behind numbers just typed. */
export async function withFollowedResults(client: Client, draft: Draft, ownResults: readonly string[]): Promise<Draft> {
  const { votes } = draft;
  if (votes === undefined || votes.every((vote) => ownResults.includes(vote.id))) return draft;
  // What is wrong with the draft is told by the save itself.
  const counted = await client.call('meeting.check', { draft }).catch(() => undefined);
  return counted === undefined ? draft : { ...draft, votes: followingResults(votes, counted.tallies, ownResults) };
}

/** A view without the differences that are gone a moment later, when the recorded result has followed. */
export function withoutFollowed(view: MeetingView | undefined, form: MeetingForm): MeetingView | undefined {
  if (view === undefined) return undefined;
  const isOwn = (index: number) => form.ownResults.includes(view.meeting.votes[index]?.id ?? '');
  return {
    ...view,
    tallies: view.tallies.map((tally, index) =>
      isOwn(index) ? tally : { ...tally, findings: tally.findings.filter((code) => code !== 'result-differs') },
    ),
    findings: view.findings.filter((finding) => {
      const match = /^votes\.(\d+)\.result-differs$/.exec(finding.field);
      return match === null || isOwn(Number(match[1]));
    }),
  };
}
