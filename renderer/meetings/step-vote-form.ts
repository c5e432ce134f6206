import { newId } from '../data/new-id.ts';
import { isVoteOn, type StepVote } from '../data/step-vote.ts';
import { type MeetingForm, newVote } from './form.ts';

/** Key of the draft of a meeting that was opened from a step: it is not the one draft of a new meeting. */
export function stepDraftKey({ caseId, stepNo, heldOn }: StepVote): string {
  return `step ${caseId} ${stepNo} ${heldOn}`;
}

/** The form with the item of the agenda and the V1 vote that the step needs, where it has no such vote yet. */
export function withStepVote(form: MeetingForm, wanted: StepVote | undefined): MeetingForm {
  if (wanted === undefined || form.votes.some((vote) => isVoteOn(vote, wanted))) return form;
  const { subject, memberId: subjectMemberId } = wanted;
  const item = { id: newId(), title: subject, content: '' };
  return {
    ...form,
    agenda: [...form.agenda, item],
    votes: [...form.votes, newVote(item.id, 'V1', { subject, subjectMemberId })],
  };
}

/** The vote on the person among those of the form. */
export function stepVoteIn(form: MeetingForm, wanted: StepVote | undefined): MeetingForm['votes'][number] | undefined {
  return wanted === undefined ? undefined : form.votes.find((vote) => isVoteOn(vote, wanted));
}
