import { countAttendance, expectedAt, isExclusionValid, withoutRightsOfSubjects } from '../attendance.ts';
import { hasCommitteeOn } from '../committee.ts';
import { electionKindOf } from '../elections.ts';
import { guestsOn, type RosterPerson, rosterOn } from '../roster.ts';
import { stretchOf, turningDays } from '../stretches.ts';
import { tallyVote, voteBase } from '../votes.ts';
import { type Check, type CheckedMeeting, type CheckFacts, type Finding, heldMeetings } from './check.ts';

/** M9 to M12: what the record of a meeting lacks or contradicts (domain.md §5.3, §3.2, §1.5; 选举条例 Art 5). */

export interface JudgedMeeting {
  readonly meeting: CheckedMeeting;
  /** Members of the branch itself. */
  readonly roster: readonly RosterPerson[];
  /** They, and who belongs to the committee alone: the relation is in another branch. */
  readonly everybody: readonly RosterPerson[];
  readonly expected: readonly RosterPerson[];
}

interface DayRoster {
  readonly home: readonly RosterPerson[];
  readonly guests: readonly RosterPerson[];
}

interface Rosters {
  readonly posts: CheckFacts['posts'];
  readonly branchId: string;
  readonly turns: readonly string[];
  readonly stretches: Map<number, DayRoster>;
}

/**
 * Rosters already made, by the people they are made of, and stretch of days: four checks look at the same meetings, and
 * the same people and posts are asked about again after every other change.
 */
const rosters = new WeakMap<CheckFacts['members'], Rosters>();

function rosterOf({ members, posts, branch }: CheckFacts, day: string): DayRoster {
  const before = rosters.get(members);
  const known =
    before?.posts === posts && before.branchId === branch.id
      ? before
      : { posts, branchId: branch.id, turns: turningDays(members, posts), stretches: new Map<number, DayRoster>() };
  if (known !== before) rosters.set(members, known);
  const stretch = stretchOf(known.turns, day);
  const roster = known.stretches.get(stretch) ?? {
    home: rosterOn(members, posts, branch.id, day),
    guests: guestsOn(members, posts, branch.id, day),
  };
  known.stretches.set(stretch, roster);
  return roster;
}

/** Meetings already judged, each by the roster of its day. */
const judged = new WeakMap<CheckedMeeting, { readonly roster: DayRoster; readonly meeting: JudgedMeeting }>();

function judgedOnce(facts: CheckFacts, meeting: CheckedMeeting): JudgedMeeting {
  const roster = rosterOf(facts, meeting.heldOn);
  const known = judged.get(meeting);
  if (known?.roster === roster) return known.meeting;
  const found = judgedBy(roster, meeting);
  judged.set(meeting, { roster, meeting: found });
  return found;
}

function isOfCommittee({ types }: CheckedMeeting): boolean {
  return types.every((type) => type === 'committee-meeting');
}

/** A meeting with the roster of its day. */
function judgedBy({ home, guests }: DayRoster, meeting: CheckedMeeting): JudgedMeeting {
  const roster = withoutRightsOfSubjects(home, meeting.votes);
  const everybody = guests.length === 0 ? roster : [...roster, ...guests];
  const people = isOfCommittee(meeting) ? everybody : roster;
  return { meeting, roster, everybody, expected: expectedAt(people, meeting.types, meeting.groupId) };
}

function nameOf(facts: CheckFacts, memberId: string): string {
  return facts.members.find((member) => member.id === memberId)?.name ?? '';
}

function finding(
  meeting: CheckedMeeting,
  code: string,
  severity: Finding['severity'],
  fields: { expected: string; actual: string; at?: string; params?: Finding['params'] },
): Finding {
  return {
    key: [meeting.id, code, fields.at ?? ''].join('.'),
    severity,
    dueOn: null,
    record: 'meeting',
    recordId: meeting.id,
    params: { code, title: meeting.title, heldOn: meeting.heldOn, ...fields.params },
    expected: fields.expected,
    actual: fields.actual,
  };
}

/** The 课题 of a lesson and the 主题 of a theme day are its 议题; a meeting that is anything else has items. */
function hasTopic({ types, lessonTopic, theme }: CheckedMeeting): boolean {
  return types.every((type) => (type === 'party-lesson' ? lessonTopic !== '' : type === 'theme-day' && theme !== ''));
}

/** M9 on one meeting. */
export function recordFindings(judged: JudgedMeeting, facts: CheckFacts): Finding[] {
  const { meeting, expected } = judged;
  const findings: Finding[] = [];
  const missing = (code: string) => findings.push(finding(meeting, code, 'incomplete', { expected: '1', actual: '0' }));
  if (meeting.chairId === null && meeting.chairName === '') missing('chair-missing');
  if (meeting.recorderId === null && meeting.recorderName === '') missing('recorder-missing');
  if (meeting.agenda.length === 0 && !hasTopic(meeting)) missing('agenda-missing');
  if (meeting.types.includes('group-meeting') && meeting.groupId === null && facts.groups.length > 0)
    missing('group-missing');
  if (meeting.attendance.length === 0) {
    missing('attendance-missing');
    return findings;
  }
  const counts = countAttendance(expected, meeting.attendance, meeting.exclusions, meeting.heldOn);
  if (counts.unaccounted > 0) {
    findings.push(
      finding(meeting, 'attendance-sum', 'overdue', {
        expected: String(counts.expected),
        actual: String(counts.expected - counts.unaccounted),
        params: { people: counts.unaccounted },
      }),
    );
  }
  if (counts.unexpected > 0) {
    findings.push(
      finding(meeting, 'attendance-unexpected', 'overdue', {
        expected: '0',
        actual: String(counts.unexpected),
        params: { people: counts.unexpected },
      }),
    );
  }
  return findings;
}

/** Codes that ask for a look and break no rule. */
const mildCodes = new Set([
  'quorum-exactly-four-fifths',
  'seats-unfilled',
  'election-tied',
  'written-opinion-undated',
  'votes-fewer-than-present',
  'seats-missing',
]);

/** M10 on one meeting: each vote recomputed and compared. */
export function voteRuleFindings(judged: JudgedMeeting, facts: CheckFacts): Finding[] {
  const { meeting, roster, everybody, expected } = judged;
  return meeting.votes.flatMap((vote) => {
    // Admission and the like (V1) belong to the whole branch, whoever the meeting was called for.
    const people = vote.rule === 'V1' ? roster : vote.rule === 'V4' ? everybody : expected;
    const base = voteBase(vote.rule, people, meeting.attendance, meeting.exclusions, meeting.heldOn);
    const kind = electionKindOf(vote, meeting, hasCommitteeOn(facts.branch, meeting.heldOn), base.present);
    const tally = tallyVote(vote, base, facts.settings, meeting.heldOn, kind);
    return tally.findings.map((code) =>
      finding(meeting, code, mildCodes.has(code) ? 'incomplete' : 'overdue', {
        at: vote.id,
        expected: code === 'passed-without-quorum' ? tally.quorum.arithmetic : tally.arithmetic,
        actual: vote.recordedResult,
        params: { vote: vote.subject, rule: vote.rule, result: tally.result },
      }),
    );
  });
}

/** M11 on one meeting: voters or candidates without rights on its day. */
export function voterFindings({ meeting, roster, everybody }: JudgedMeeting, facts: CheckFacts): Finding[] {
  if (meeting.votes.length === 0) return [];
  const people = isOfCommittee(meeting) ? everybody : roster;
  const holders = new Set(people.filter((person) => person.hasVotingRights).map((person) => person.memberId));
  const opinions = meeting.attendance
    .filter((entry) => entry.state === 'written-opinion' && !holders.has(entry.memberId))
    .map((entry) => ({ code: 'opinion-without-rights', memberId: entry.memberId, at: entry.memberId }));
  const candidates = meeting.votes.flatMap((vote) =>
    vote.candidates.flatMap(({ memberId }) =>
      memberId === null || holders.has(memberId)
        ? []
        : [{ code: 'candidate-without-rights', memberId, at: `${vote.id}.${memberId}` }],
    ),
  );
  return [...opinions, ...candidates].map(({ code, memberId, at }) =>
    finding(meeting, code, 'overdue', {
      at,
      expected: '0',
      actual: '1',
      params: { person: nameOf(facts, memberId), memberId },
    }),
  );
}

/** M12 on one meeting: left out of 应到会 without both approvals. */
export function exclusionFindings({ meeting }: JudgedMeeting, facts: CheckFacts): Finding[] {
  const valid = new Set(
    meeting.exclusions.filter((each) => isExclusionValid(each, meeting.heldOn)).map((each) => each.memberId),
  );
  const leftOut = new Set([
    ...meeting.attendance.filter((entry) => entry.state === 'excluded').map((entry) => entry.memberId),
    ...meeting.exclusions.map((each) => each.memberId),
  ]);
  return [...leftOut]
    .filter((memberId) => !valid.has(memberId))
    .map((memberId) => {
      const exclusion = meeting.exclusions.find((each) => each.memberId === memberId);
      const approvals = [exclusion?.superiorApprovedOn, exclusion?.adoptedByMeetingOn].filter(Boolean).length;
      return finding(meeting, 'exclusion-unapproved', 'overdue', {
        at: memberId,
        expected: '2',
        actual: String(approvals),
        params: { person: nameOf(facts, memberId), memberId },
      });
    });
}

function recordCheck(
  id: string,
  source: string,
  codes: readonly string[],
  judge: (judged: JudgedMeeting, facts: CheckFacts) => Finding[],
): Check {
  return {
    id,
    subject: 'meetings',
    source,
    codes,
    evaluate: (facts) => heldMeetings(facts).flatMap((meeting) => judge(judgedOnce(facts, meeting), facts)),
  };
}

export const m9 = recordCheck(
  'M9',
  '会议记录要素：主持人、记录人、应到、实到、议题；应到＝实到＋请假＋缺席',
  [
    'chair-missing',
    'recorder-missing',
    'agenda-missing',
    'group-missing',
    'attendance-missing',
    'attendance-sum',
    'attendance-unexpected',
  ],
  recordFindings,
);

export const m10 = recordCheck(
  'M10',
  '发展细则、支部条例第11条和第12条、选举条例：到会人数和赞成票按规定基数复核',
  [
    'ballots-returned-exceed-issued',
    'ballots-issued-exceed-present',
    'ballots-invalid-exceed-returned',
    'votes-exceed-valid-ballots',
    'votes-differ-from-valid-ballots',
    'votes-exceed-present',
    'votes-fewer-than-present',
    'votes-exceed-seats',
    'written-opinions-not-counted',
    'written-votes-exceed-opinions',
    'written-opinion-late',
    'written-opinion-undated',
    'passed-without-quorum',
    'result-differs',
    'quorum-exactly-four-fifths',
    'too-few-candidates',
    'counter-is-candidate',
    'seats-missing',
    'election-tied',
    'seats-unfilled',
  ],
  voteRuleFindings,
);

export const m11 = recordCheck(
  'M11',
  '选举条例第5条、党章第7条：预备党员、留党察看期间党员没有表决权、选举权和被选举权',
  ['opinion-without-rights', 'candidate-without-rights'],
  voterFindings,
);

export const m12 = recordCheck(
  'M12',
  '不计入应到会须经上级党组织同意并经党员大会通过（选举工作有关规定）',
  ['exclusion-unapproved'],
  exclusionFindings,
);
