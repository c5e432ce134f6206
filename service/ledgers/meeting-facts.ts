import type { AttachmentSlot } from '../../contract/attachment.ts';
import type { Attendance, Meeting, MeetingType, MeetingView } from '../../contract/meeting.ts';
import { type AttachmentCount, countAttachments } from '../../db/queries/attachments.ts';
import { meetingsOf } from '../../db/queries/meetings.ts';
import { everyName } from '../../db/queries/member-names.ts';
import { attendanceStateNames } from '../../rules/codes/meeting.ts';
import { attachedText } from '../../templates/ledgers/attachment-words.ts';
import { meetingWords, minutesWords } from '../../templates/ledgers/meeting-words.ts';
import { numbered } from '../../templates/ledgers/words.ts';
import { viewMeeting } from '../meetings/view.ts';
import type { SourceContext } from './source.ts';
import { registered } from './words.ts';

/** A meeting with what is counted from it, and the names of everybody it mentions. */
export interface MeetingFacts extends MeetingView {
  nameOf: (memberId: string | null, written: string) => string;
  /** Whether anybody's attendance is registered; without it 实到 is unknown, not zero. */
  isAttendanceRegistered: boolean;
  /** How many attachments of each slot the meeting has. */
  attached: readonly AttachmentCount[];
}

/** Meetings of the year up to the day, oldest first; voided ones are left out. Of one type, or all. */
export function meetingFacts(context: SourceContext, type?: MeetingType, to = context.to): MeetingFacts[] {
  const { db, branch, from } = context;
  const meetings = meetingsOf(db, { branchId: branch.id, from, to, type });
  const attached = Map.groupBy(countAttachments(db, 'meeting'), ({ recordId }) => recordId);
  return meetings.map((meeting) => ({ ...factsOf(meeting, context), attached: attached.get(meeting.id) ?? [] }));
}

function factsOf(meeting: Meeting, { db, people, settings }: SourceContext): Omit<MeetingFacts, 'attached'> {
  const view = viewMeeting(meeting, { people, settings });
  const names = everyName(db);
  return {
    ...view,
    nameOf: (memberId, written) => written.trim() || (names.get(memberId ?? '') ?? ''),
    isAttendanceRegistered: meeting.attendance.length > 0,
  };
}

/** 应到 and 实到 as cells. */
export function countCells({ counted, isAttendanceRegistered }: MeetingFacts): {
  expected: number | null;
  present: number | null;
} {
  return { expected: counted.expected || null, present: isAttendanceRegistered ? counted.present : null };
}

/** What was on the agenda; marked as 补记 when it was entered late. */
export function topicOf({ meeting }: MeetingFacts, topic = numbered(meeting.agenda.map(({ title }) => title))): string {
  const late = meeting.isLateEntry ? meetingWords.late(meeting.enteredOn) : '';
  return `${topic || meeting.title}${late}`;
}

/** Those who were expected and did not come, with state and reason. */
export function absenteesOf(facts: MeetingFacts, states: readonly Attendance['state'][]): string | null {
  const absent = facts.meeting.attendance.filter(({ state }) => states.includes(state));
  const written = absent.map(({ memberId, state, reason }) =>
    meetingWords.absentee(facts.nameOf(memberId, ''), meetingWords.state(attendanceStateNames[state], reason.trim())),
  );
  return registered(written.join('、'));
}

/** Resolutions; a meeting that only voted shows its votes. */
export function resolutionsOf({ meeting, tallies }: MeetingFacts): string | null {
  const resolved = numbered(meeting.resolutions.map(({ text }) => text));
  if (resolved !== '') return resolved;
  const votes = meeting.votes.map((vote, index) => {
    const tally = tallies[index];
    if (tally === undefined) return vote.subject;
    const result = minutesWords.results[tally.result];
    // What an election decided is who was elected; its leading votes are nobody's result.
    const elected = tally.elected.filter((each) => each.elected).map(({ name }) => name);
    if (elected.length > 0) return meetingWords.election(vote.subject, elected);
    return vote.rule === 'V3'
      ? meetingWords.undecided(vote.subject, tally.result === 'rejected' ? meetingWords.nobody : result)
      : meetingWords.decision(vote.subject, tally.inFavour, result);
  });
  return registered(numbered(votes));
}

/** How resolutions were carried out: who, by when, done or not. */
export function outcomeOf(facts: MeetingFacts): string | null {
  const outcomes = facts.meeting.resolutions.map((resolution) => {
    const responsible = facts.nameOf(resolution.responsibleId, resolution.responsibleName);
    const parts = [
      responsible === '' ? '' : meetingWords.responsible(responsible),
      resolution.dueOn === null ? '' : meetingWords.due(resolution.dueOn),
      resolution.doneOn === null ? '' : meetingWords.done(resolution.doneOn),
      resolution.doneOn === null && resolution.dueOn !== null ? meetingWords.open : '',
      resolution.outcome.trim(),
    ];
    return parts.filter(Boolean).join('，');
  });
  return registered(numbered(outcomes));
}

/** What is attached, counted, and what was written of materials that are kept elsewhere; of some slots, or of all. */
export function materialsOf({ meeting, attached }: MeetingFacts, slots?: AttachmentSlot[]): string | null {
  return registered([attachedText(attached, slots), meeting.materials.trim()].filter(Boolean).join('；'));
}

/** What was studied and discussed. */
export function contentOf({ meeting }: MeetingFacts): string | null {
  const agenda = meeting.agenda.map(({ content }) => content);
  const parts = [meeting.studyContent, ...agenda, meeting.discussion].map((part) => part.trim());
  return registered(parts.filter(Boolean).join('\n'));
}
