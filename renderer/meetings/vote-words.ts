import type { Tally, Vote } from '../../contract/meeting.ts';
import { text } from '../text/zh-CN.ts';

/** What a V1 vote about this person usually decides. */
export function subjectFor({ label, category }: { label: string; category: string }): string {
  return category === 'probationary' ? text.meetings.vote.confirm(label) : text.meetings.vote.admit(label);
}

/** A counted vote in one sentence: subject, votes, result. */
export function resolutionOf(vote: Vote, tally: Tally): string {
  const { vote: words } = text.meetings;
  const parts =
    vote.rule === 'V3'
      ? [...tally.elected.map(({ name, inFavour }) => words.counted(name, inFavour)), electedText(tally)]
      : [
          words.counted(words.inFavour, vote.inFavour ?? 0),
          words.counted(words.against, vote.against ?? 0),
          words.counted(words.abstain, vote.abstain ?? 0),
          ...(vote.writtenInFavour > 0 ? [words.counted(words.writtenInFavour, vote.writtenInFavour)] : []),
          ...(vote.writtenAgainst > 0 ? [words.counted(words.writtenAgainst, vote.writtenAgainst)] : []),
        ];
  return words.resolution(vote.subject, parts, words.result[tally.result]);
}

export function electedText(tally: Tally): string {
  const { vote: words } = text.meetings;
  const names = tally.elected.filter((candidate) => candidate.elected).map((candidate) => candidate.name);
  return names.length === 0 ? words.noneElected : words.electedNames(names.join('、'));
}
