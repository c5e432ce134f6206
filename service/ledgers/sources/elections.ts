import type { CommitteeTerm } from '../../../contract/branch.ts';
import type { LedgerRow } from '../../../contract/ledger.ts';
import type { Tally, Vote } from '../../../contract/meeting.ts';
import { listCommitteeTerms } from '../../../db/queries/branches.ts';
import { termExpiresOn } from '../../../rules/term.ts';
import { electionWords as words } from '../../../templates/ledgers/register-words.ts';
import { type MeetingFacts, meetingFacts } from '../meeting-facts.ts';
import type { TableSource } from '../source.ts';
import { registered } from '../words.ts';

/** 换届选举工作台账: every election (V3) at a members' meeting up to the day, a row for each candidate. */
export const electionsSource: TableSource = (context) => {
  const { asOf } = context.options;
  const meetings = meetingFacts({ ...context, from: '1921-01-01' }, 'members-meeting', asOf);
  const terms = listCommitteeTerms(context.db, { branchId: context.branch.id, asOf });
  const rows = meetings.flatMap((facts) =>
    facts.meeting.votes.flatMap((vote, index) => {
      const tally = facts.tallies[index];
      if (vote.rule !== 'V3' || tally === undefined) return [];
      const term = terms.find((each) => each.electedOn === facts.meeting.heldOn);
      return electionRows(facts, vote, tally, term);
    }),
  );
  return { rows: () => rows, totals: {} };
};

function electionRows(
  { meeting, counted }: MeetingFacts,
  vote: Vote,
  tally: Tally,
  term: CommitteeTerm | undefined,
): LedgerRow[] {
  const { ballotsIssued: issued, ballotsReturned: returned, ballotsInvalid: invalid } = vote;
  return vote.candidates.map((candidate) => {
    const result = tally.elected.find(
      ({ name, inFavour }) => name === candidate.name && inFavour === candidate.inFavour,
    );
    return {
      recordId: meeting.id,
      cells: {
        term: term === undefined ? null : words.term(term.number),
        electedOn: meeting.heldOn,
        expected: tally.quorum.expected,
        excluded: counted.excluded,
        present: tally.quorum.present,
        issued,
        returned,
        valid: returned === null || invalid === null ? null : returned - invalid,
        candidate: candidate.name,
        votes: candidate.inFavour,
        elected: result?.elected === true ? words.elected : words.notElected,
        approval: term === undefined ? null : registered([term.approvalNumber, term.approvedOn ?? ''].join(' ')),
        expiresOn: term === undefined ? null : termExpiresOn(term),
        note: tally.quorum.met ? null : words.noQuorum,
      },
    };
  });
}
