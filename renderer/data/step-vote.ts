import type { Route } from './route.ts';

/** A vote that a step of development needs: carried to the entry of the members' meeting and back to the step. */
export interface StepVote {
  caseId: string;
  stepNo: number;
  /** Whose file it is. */
  person: string;
  /** The member record, where there is one already. */
  memberId: string | null;
  /** What is put to the vote: the item of the agenda and the subject of the vote. */
  subject: string;
  heldOn: string;
}

/** What comes back from the meeting, to be bound to the step. */
export interface HeldMeeting {
  meetingId: string;
  heldOn: string;
}

/** To the meeting, or to the entry of a new one where there is none yet. */
export function meetingRouteOf({ stepNo, memberId, ...vote }: StepVote, meetingId: string | null): Route {
  const params = { ...vote, stepNo: String(stepNo), type: 'members-meeting' };
  return {
    screen: 'meetings',
    ...(meetingId === null ? { view: 'new' } : { recordId: meetingId }),
    params: memberId === null ? params : { ...params, memberId },
  };
}

/** The vote that the entry of a meeting was opened for; `undefined` where it was opened for itself. */
export function stepVoteOf({ params }: Route): StepVote | undefined {
  const { caseId, stepNo = '', person, memberId = null, subject, heldOn } = params ?? {};
  if (caseId === undefined || person === undefined || subject === undefined || heldOn === undefined) return undefined;
  return { caseId, stepNo: Number(stepNo), person, memberId, subject, heldOn };
}

/** Back to the step, with the meeting that was saved. */
export function stepRouteOf({ caseId, stepNo }: StepVote, meeting: { id: string; heldOn: string }): Route {
  return {
    screen: 'development',
    recordId: caseId,
    params: { stepNo: String(stepNo), meetingId: meeting.id, heldOn: meeting.heldOn },
  };
}

/** The meeting that the way back to a step brings. */
export function heldMeetingOf({ params }: Route, stepNo: number): HeldMeeting | undefined {
  const { meetingId, heldOn } = params ?? {};
  if (params?.stepNo !== String(stepNo) || meetingId === undefined || heldOn === undefined) return undefined;
  return { meetingId, heldOn };
}

/** Whether a vote of the meeting is the one on the person: by the member record, where both know it, else by name. */
export function isVoteOn(
  vote: { rule: string; subject: string; subjectMemberId: string | null },
  { person, memberId }: Pick<StepVote, 'person' | 'memberId'>,
): boolean {
  if (vote.rule !== 'V1') return false;
  return vote.subjectMemberId !== null && memberId !== null
    ? vote.subjectMemberId === memberId
    : vote.subject.includes(person);
}
