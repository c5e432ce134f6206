import type { Column, FormBlock } from '../../../contract/ledger.ts';
import type { Tally, Vote } from '../../../contract/meeting.ts';
import { minutesWords as words } from '../../../templates/ledgers/meeting-words.ts';
import type { MeetingFacts } from '../meeting-facts.ts';

const count = (key: string, title: string): Column => ({ key, title, format: 'integer', width: 6 });

const voteColumns: readonly Column[] = [
  { key: 'subject', title: words.vote.subject, format: 'long-text', width: 20 },
  { key: 'method', title: words.vote.method, format: 'text', width: 8 },
  count('rightsExpected', words.vote.rightsExpected),
  count('rightsPresent', words.vote.rightsPresent),
  count('inFavour', words.vote.inFavour),
  count('against', words.vote.against),
  count('abstain', words.vote.abstain),
  count('written', words.vote.written),
  { key: 'result', title: words.vote.result, format: 'text', width: 8 },
];

const candidateColumns: readonly Column[] = [
  { key: 'name', title: words.election.name, format: 'text', width: 10 },
  count('inFavour', words.election.inFavour),
  count('against', words.election.against),
  count('abstain', words.election.abstain),
  count('others', words.election.others),
  { key: 'elected', title: words.election.elected, format: 'text', width: 8 },
];

/** Votes as recorded, each with its arithmetic as recomputed from the rights-holders of the day; elections apart. */
export function voteBlocks({ meeting, tallies }: MeetingFacts, title: string): FormBlock[] {
  const pairs = meeting.votes.flatMap((vote, index) => {
    const tally = tallies[index];
    return tally ? [{ vote, tally }] : [];
  });
  if (pairs.length === 0) return [];
  const decisions = pairs.filter(({ vote }) => vote.rule !== 'V3');
  const elections = pairs.filter(({ vote }) => vote.rule === 'V3');
  const blocks: FormBlock[] = [];
  if (decisions.length > 0) {
    const rows = decisions.map(({ vote, tally }) => ({ cells: decisionCells(vote, tally) }));
    blocks.push({ type: 'table', title, columns: voteColumns, numbered: false, rows, emptyText: words.none });
  } else blocks.push({ type: 'prose', title, text: elections.map(({ vote }) => vote.subject).join('\n') });
  blocks.push(...decisions.map(({ vote, tally }): FormBlock => ({ type: 'note', text: arithmetic(vote, tally) })));
  for (const { vote, tally } of elections) blocks.push(...electionBlocks(vote, tally));
  return blocks;
}

function decisionCells(vote: Vote, tally: Tally): Record<string, string | number | null> {
  return {
    subject: vote.subject,
    method: words.methods[vote.method],
    rightsExpected: tally.quorum.expected,
    rightsPresent: tally.quorum.present,
    inFavour: vote.inFavour,
    against: vote.against,
    abstain: vote.abstain,
    written: vote.rule === 'V1' ? vote.writtenInFavour : null,
    result: words.results[tally.result],
  };
}

function arithmetic(vote: Vote, tally: Tally): string {
  const { present, expected, met, arithmetic: quorum } = tally.quorum;
  const written = vote.rule === 'V1' ? Math.max(0, tally.inFavour - (vote.inFavour ?? 0)) : 0;
  const isDecided = met && tally.arithmetic !== '';
  return [
    words.quorum(vote.subject, present, expected, met, quorum),
    isDecided ? words.majority(tally.inFavour, written, tally.base, tally.arithmetic, tally.result === 'passed') : '',
    ballots(vote),
    words.source(tally.source),
  ].join('');
}

function ballots(vote: Vote): string {
  const { ballotsIssued, ballotsReturned, ballotsInvalid } = vote;
  if (ballotsIssued === null && ballotsReturned === null) return '';
  return words.ballot(ballotsIssued, ballotsReturned, ballotsInvalid);
}

function electionBlocks(vote: Vote, tally: Tally): FormBlock[] {
  const elected = new Map(tally.elected.map((candidate) => [candidate.name, candidate.elected]));
  const rows = vote.candidates.map(({ name, inFavour, against, abstain, others }) => ({
    cells: {
      name,
      inFavour,
      against,
      abstain,
      others,
      elected: elected.get(name) === true ? words.electedYes : words.electedNo,
    },
  }));
  const title = words.electionTitle(vote.subject, vote.seats);
  const { present, expected, met, arithmetic: quorum } = tally.quorum;
  const people = words.tellers(vote.scrutineers.trim(), vote.tellers.trim());
  const note = [words.quorum(vote.subject, present, expected, met, quorum), ballots(vote), words.source(tally.source)];
  return [
    { type: 'table', title, columns: candidateColumns, numbered: true, rows, emptyText: words.none },
    { type: 'note', text: [note.join(''), people].filter(Boolean).join('\n') },
  ];
}
