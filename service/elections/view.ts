import type { CommitteeTerm } from '../../contract/branch.ts';
import type { Election, ElectionOutcome, ElectionView } from '../../contract/election.ts';
import type { ElectionOffice, Meeting, MeetingView } from '../../contract/meeting.ts';
import type { IsoDate } from '../../contract/values.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listPosts } from '../../db/queries/branches.ts';
import { memberNames } from '../../db/queries/meeting-people.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { listRegister } from '../../db/queries/registers.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow } from '../../db/records.ts';
import { committeeTerm } from '../../db/schema/index.ts';
import { isExclusionValid } from '../../rules/attendance.ts';
import { electionFindings } from '../../rules/election-findings.ts';
import { type Ballot, outcomeOf, tiedOf } from '../../rules/election-outcome.ts';
import { electionOfficeOf } from '../../rules/elections.ts';
import { effectiveDay, impactEnds } from '../../rules/supervision.ts';
import { termExpiresOn } from '../../rules/term.ts';
import { type PeopleOfBranch, peopleOfBranch } from '../meetings/people.ts';
import { viewMeeting } from '../meetings/view.ts';

/** One ballot with where it was held and what it fills. */
interface HeldBallot extends Ballot {
  readonly meeting: Meeting;
  readonly voteId: string;
  readonly office: ElectionOffice;
}

/** An election with its ballots added up, who is left out of 应到会, and what is missing. */
export function viewElection(db: ReadableDb, election: Election): ElectionView {
  const views = meetingsOf(db, election);
  const people = peopleOfBranch(db, election.branchId);
  const ballots = views.flatMap((view) => ballotsOf(view, people));
  const outcomes = outcomesOf(ballots, election);
  const term = termOf(db, election);
  const settings = listSettings(db);
  const heldOn = heldOnOf(views);
  return {
    election,
    expiresOn: term === null ? null : termExpiresOn(term),
    rounds: ballots.map((ballot) => ({
      meetingId: ballot.meeting.id,
      voteId: ballot.voteId,
      heldOn: ballot.meeting.heldOn,
      office: ballot.office,
      seats: ballot.vote.seats ?? 1,
      result: ballot.tally.result,
      elected: ballot.tally.elected.filter(({ elected }) => elected).map(({ name }) => name),
      tied: tiedOf(ballot),
    })),
    outcomes,
    exclusions: exclusionsOf(db, views),
    findings: electionFindings({
      election,
      term,
      heldOn,
      outcomes,
      hasPosts: hasPosts(db, election, outcomes, heldOn),
      punished: punishedAmong(db, election, ballots),
      settings,
    }),
  };
}

/** The meetings of an election that stand, by their days. */
function meetingsOf(db: ReadableDb, election: Election): MeetingView[] {
  const settings = listSettings(db);
  return election.meetingIds
    .flatMap((id) => findMeeting(db, id) ?? [])
    .filter((meeting) => meeting.voidedOn === null)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0))
    .map((meeting) => viewMeeting(meeting, { people: peopleOfBranch(db, meeting.branchId), settings }));
}

function ballotsOf({ meeting, tallies }: MeetingView, people: PeopleOfBranch): HeldBallot[] {
  const isCommitteeMeeting = meeting.types.every((type) => type === 'committee-meeting');
  const hasCommittee = people.hasCommitteeOn(meeting.heldOn);
  return meeting.votes.flatMap((vote, index) => {
    const tally = tallies[index];
    if (vote.rule !== 'V3' || tally === undefined) return [];
    const office = electionOfficeOf(vote, { isCommitteeMeeting, hasCommittee });
    return [{ meeting, voteId: vote.id, office, vote, tally }];
  });
}

/** What the ballots come to for each office they fill. */
function outcomesOf(ballots: readonly HeldBallot[], election: Election): ElectionOutcome[] {
  const offices: readonly ElectionOffice[] = ['committee', 'secretary'];
  return offices.flatMap((office) => {
    const own = ballots.filter((ballot) => ballot.office === office);
    return own.length === 0 ? [] : [outcomeOf(office, own, election.reduction)];
  });
}

/** Days on which an office was last voted on: its posts begin with them. */
export function electionDays(db: ReadableDb, election: Election): { all: IsoDate | null; secretary: IsoDate | null } {
  const people = peopleOfBranch(db, election.branchId);
  const views = meetingsOf(db, election);
  const days = views
    .flatMap((view) => ballotsOf(view, people))
    .filter(({ office }) => office === 'secretary')
    .map(({ meeting }) => meeting.heldOn);
  return { all: heldOnOf(views), secretary: days.at(-1) ?? null };
}

/** Day of the election: of its first meeting with ballots. */
function heldOnOf(views: readonly MeetingView[]): IsoDate | null {
  return views.find(({ meeting }) => meeting.votes.some(({ rule }) => rule === 'V3'))?.meeting.heldOn ?? null;
}

function termOf(db: ReadableDb, election: Election): CommitteeTerm | null {
  return election.termId === null ? null : (findRow(db, committeeTerm, election.termId) ?? null);
}

function exclusionsOf(db: ReadableDb, views: readonly MeetingView[]): ElectionView['exclusions'] {
  const all = views.flatMap(({ meeting }) => meeting.exclusions.map((each) => ({ ...each, heldOn: meeting.heldOn })));
  const once = new Map(all.map((each) => [each.memberId, each]));
  const names = memberNames(db, [...once.keys()]);
  return [...once.values()].map(({ heldOn, ...exclusion }) => ({
    ...exclusion,
    name: names.get(exclusion.memberId) ?? '',
    isValid: isExclusionValid(exclusion, heldOn),
  }));
}

/** Candidates under a punishment that still counts on the day they stood (R3). */
function punishedAmong(db: ReadableDb, election: Election, ballots: readonly HeldBallot[]): string[] {
  const lines = listRegister(db, 'discipline', { branchId: election.branchId });
  const names = ballots.flatMap(({ vote, meeting }) =>
    vote.candidates.flatMap(({ memberId, name }) =>
      lines.some(
        (line) =>
          line.memberId === memberId &&
          effectiveDay(line) <= meeting.heldOn &&
          (impactEnds(line) ?? meeting.heldOn) >= meeting.heldOn,
      )
        ? [name]
        : [],
    ),
  );
  return [...new Set(names)];
}

function hasPosts(
  db: ReadableDb,
  { branchId }: Election,
  outcomes: readonly ElectionOutcome[],
  heldOn: IsoDate | null,
): boolean {
  const posts = listPosts(db, { branchId }).filter(({ from }) => heldOn !== null && from >= heldOn);
  return outcomes
    .flatMap(({ elected }) => elected)
    .every(({ memberId }) => memberId === null || posts.some((post) => post.memberId === memberId));
}
