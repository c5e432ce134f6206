import type { Meeting, MeetingView, Tally, Vote } from '../../contract/meeting.ts';
import { countAttendance, validExclusions, withoutRightsOfSubjects } from '../../rules/attendance.ts';
import { electionKindOf } from '../../rules/elections.ts';
import type { SettingEntry } from '../../rules/settings.ts';
import { tallyVote, voteBase } from '../../rules/votes.ts';
import { findingsOf } from './findings.ts';
import type { PeopleOfBranch, Person } from './people.ts';

/** What a view is computed from besides the record itself. */
export interface ViewSources {
  people: PeopleOfBranch;
  settings: readonly SettingEntry[];
}

/** Views already computed: many lists and ledgers ask for the same records, which give the same from the same. */
const views = new WeakMap<Meeting, ViewSources & { view: MeetingView }>();

/**
 * Recomputes a meeting from the rights-holders of its day: counts, tallies and what is missing or contradicts.
 * What comes back is shared by all who ask.
 */
export function viewMeeting(meeting: Meeting, sources: ViewSources): MeetingView {
  const known = views.get(meeting);
  if (known !== undefined && known.people === sources.people && known.settings === sources.settings) return known.view;
  const view = computeView(meeting, sources);
  views.set(meeting, { people: sources.people, settings: sources.settings, view });
  return view;
}

function computeView(meeting: Meeting, { people, settings }: ViewSources): MeetingView {
  const expected = withoutRightsOfSubjects(people.expectedAt(meeting), meeting.votes);
  const { unaccounted, unexpected, ...counted } = countAttendance(
    expected,
    meeting.attendance,
    meeting.exclusions,
    meeting.heldOn,
  );
  const tallies = meeting.votes.map((vote) => tallyOf(vote, meeting, { people, settings }));
  const facts = { expected, counted, unaccounted, unexpected, tallies, settings };
  return { meeting, counted, tallies, findings: findingsOf(meeting, facts) };
}

function tallyOf(vote: Vote, meeting: Meeting, { people, settings }: ViewSources): Tally {
  const voters = withoutRightsOfSubjects(votersOf(vote, meeting, people), meeting.votes);
  const base = voteBase(vote.rule, voters, meeting.attendance, meeting.exclusions, meeting.heldOn);
  const tally = tallyVote(
    vote,
    base,
    settings,
    meeting.heldOn,
    electionKindOf(vote, meeting, people.hasCommitteeOn(meeting.heldOn), base.present),
  );
  const findings = [...tally.findings];
  if (hasVotersWithoutRights(vote, meeting, voters, base.present)) findings.push('voters-without-rights');
  if (hasUnapprovedExclusion(meeting)) findings.push('exclusions-without-approval');
  return { ...tally, voteId: vote.id, findings };
}

/** Admission, confirmation and the like (V1) belong to the whole branch, whoever the meeting was called for. */
function votersOf(vote: Vote, meeting: Meeting, people: PeopleOfBranch): Person[] {
  if (vote.rule === 'V1') return people.rosterOn(meeting.heldOn);
  return vote.rule === 'V4' ? people.on(meeting.heldOn) : people.expectedAt(meeting);
}

/**
 * M11, as far as counts can tell: more votes than rights-holders came though enough people were there, or a
 * candidate of the election who has no right to be elected.
 */
function hasVotersWithoutRights(vote: Vote, meeting: Meeting, voters: readonly Person[], present: number): boolean {
  const cast = (vote.inFavour ?? 0) + (vote.against ?? 0) + (vote.abstain ?? 0);
  const attended = meeting.attendance.filter((entry) => entry.state === 'present').length;
  if (cast > present && cast <= attended) return true;
  const holders = new Set(voters.filter((person) => person.hasVotingRights).map((person) => person.memberId));
  return vote.candidates.some((candidate) => candidate.memberId !== null && !holders.has(candidate.memberId));
}

function hasUnapprovedExclusion(meeting: Meeting): boolean {
  const valid = validExclusions(meeting.exclusions, meeting.heldOn);
  return (
    meeting.exclusions.some((exclusion) => !valid.has(exclusion.memberId)) ||
    meeting.attendance.some((entry) => entry.state === 'excluded' && !valid.has(entry.memberId))
  );
}
