import type { CommitteeTerm } from '../../../contract/branch.ts';
import type { Election } from '../../../contract/election.ts';
import type { LedgerRow } from '../../../contract/ledger.ts';
import type { Tally, Vote } from '../../../contract/meeting.ts';
import { listCommitteeTerms } from '../../../db/queries/branches.ts';
import { listElections } from '../../../db/queries/elections.ts';
import { isExclusionValid } from '../../../rules/attendance.ts';
import { exclusionReasonNames } from '../../../rules/codes/meeting.ts';
import { termExpiresOn, termOn } from '../../../rules/term.ts';
import { electionWords as words } from '../../../templates/ledgers/register-words.ts';
import { type MeetingFacts, meetingFacts } from '../meeting-facts.ts';
import type { TableSource } from '../source.ts';
import { registered } from '../words.ts';

/**
 * 换届选举工作台账: every election (V3) up to the day, a row for each candidate: of the 党员大会, and of the committee's first
 * meeting that elects its 书记.
 */
export const electionsSource: TableSource = (context) => {
  const { asOf } = context.options;
  const everything = { ...context, from: '1921-01-01' };
  const ofMembers = meetingFacts(everything, 'members-meeting', asOf);
  const ofCommittee = meetingFacts(everything, 'committee-meeting', asOf).filter(isOfCommitteeAlone);
  const meetings = [...ofMembers, ...ofCommittee].toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)));
  const terms = listCommitteeTerms(context.db, { branchId: context.branch.id, asOf });
  const files = listElections(context.db, { branchId: context.branch.id });
  const rows = meetings.flatMap((facts) =>
    facts.meeting.votes.flatMap((vote, index) => {
      const tally = facts.tallies[index];
      if (vote.rule !== 'V3' || tally === undefined) return [];
      const file = files.find(({ meetingIds }) => meetingIds.includes(facts.meeting.id));
      const term =
        file?.kind === 'by-election' || isOfCommitteeAlone(facts)
          ? (termOn(terms, facts.meeting.heldOn) ?? undefined)
          : terms.find((each) => each.electedOn === facts.meeting.heldOn);
      return electionRows(facts, vote, tally, term, file);
    }),
  );
  return { rows: () => rows, totals: {} };
};

function isOfCommitteeAlone({ meeting }: MeetingFacts): boolean {
  return !meeting.types.includes('members-meeting');
}

/** By day; the 党员大会 before the meeting of those it elected. */
function placeOf(facts: MeetingFacts): string {
  return `${facts.meeting.heldOn} ${isOfCommitteeAlone(facts) ? 1 : 0}`;
}

function electionRows(
  facts: MeetingFacts,
  vote: Vote,
  tally: Tally,
  term: CommitteeTerm | undefined,
  file: Election | undefined,
): LedgerRow[] {
  const { meeting, counted, nameOf } = facts;
  const { ballotsIssued: issued, ballotsReturned: returned, ballotsInvalid: invalid } = vote;
  const excluded = meeting.exclusions
    .filter((exclusion) => isExclusionValid(exclusion, meeting.heldOn))
    .map((exclusion) =>
      words.excluded(
        nameOf(exclusion.memberId, ''),
        exclusionReasonNames[exclusion.reason],
        exclusion.superiorApprovalNumber,
        exclusion.adoptedByMeetingOn ?? '',
      ),
    );
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
        approval: approvalOf(file ?? term),
        expiresOn: term === undefined ? null : termExpiresOn(term),
        note: registered(
          [isOfCommitteeAlone(facts) ? vote.subject : '', tally.quorum.met ? '' : words.noQuorum, ...excluded]
            .filter(Boolean)
            .join('；'),
        ),
      },
    };
  });
}

function approvalOf(
  record: Pick<CommitteeTerm | Election, 'approvalNumber' | 'approvedOn'> | undefined,
): string | null {
  return record === undefined ? null : registered([record.approvalNumber, record.approvedOn ?? ''].join(' '));
}
