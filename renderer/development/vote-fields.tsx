import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { DevelopmentCaseView, DevelopmentStep } from '../../contract/development.ts';
import type { Tally } from '../../contract/meeting.ts';
import { isVoteOn, type StepVote } from '../data/step-vote.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';

const words = text.development.step;

/** The actual members' meeting of the day and its V1 vote on the person. */
export function VoteFields({
  record,
  step,
  onChange,
  onMeeting,
  problem,
}: {
  record: DevelopmentCaseView;
  step: DevelopmentStep;
  onChange(part: Partial<DevelopmentStep>): void;
  /** Goes to the meeting, or to the entry of one, with what is to be voted on. */
  onMeeting(vote: StepVote, meetingId: string | null): void;
  problem(field: string): string | undefined;
}) {
  const { branch } = useWorkspace();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(step.on);
  const meetings = useOperation(
    'meeting.list',
    isDay ? { branchId: branch.id, from: step.on, to: step.on, type: 'members-meeting' } : null,
    { records: ['meeting'] },
  );
  const chosen = useOperation('meeting.get', step.meetingId === null ? null : { id: step.meetingId }, {
    records: ['meeting'],
  });
  const rows = meetings.value?.rows ?? [];
  const view = step.meetingId === null ? undefined : chosen.value;
  const votes = (view?.meeting.votes ?? []).filter((vote) => vote.rule === 'V1');
  const who = { person: record.name, memberId: record.memberId };
  const ownVotes = votes.filter((vote) => isVoteOn(vote, who));
  const withVote = (voteId: string | null): Partial<DevelopmentStep> => ({
    voteId,
    ...resultBy(
      view?.tallies.find((tally) => tally.voteId === voteId),
      step,
    ),
  });

  // Where the day has one meeting, and the meeting one vote on the person, there is nothing to choose.
  const change = useRef((_part: Partial<DevelopmentStep>) => {});
  change.current = onChange;
  const bound = useRef(withVote);
  bound.current = withVote;
  const onlyMeeting = step.meetingId === null && rows.length === 1 ? rows[0]?.id : undefined;
  const onlyVote = step.voteId === null && ownVotes.length === 1 ? ownVotes[0]?.id : undefined;
  useEffect(() => {
    if (onlyMeeting !== undefined) change.current({ meetingId: onlyMeeting, voteId: null });
  }, [onlyMeeting]);
  useEffect(() => {
    if (onlyVote !== undefined) change.current(bound.current(onlyVote));
  }, [onlyVote]);
  const isKnown = isDay && (step.meetingId === null ? meetings.value !== undefined : view !== undefined);
  const way =
    step.meetingId === null
      ? words.enterMeeting(step.on)
      : ownVotes.length === 0
        ? words.addVote(record.name)
        : words.openMeeting;
  return (
    <>
      <Field label={words.meeting} hint={words.meetingHint} error={problem('meetingId')}>
        <SelectField
          value={step.meetingId}
          isClearable
          options={rows.map((row) => ({ value: row.id, label: `${row.heldOn} ${row.title}` }))}
          onChange={(meetingId) => onChange({ meetingId, voteId: null })}
        />
        {isKnown && (
          <Button
            size="small"
            onClick={() =>
              onMeeting(
                { caseId: record.id, stepNo: step.no, ...who, subject: subjectOf(step, record.name), heldOn: step.on },
                step.meetingId,
              )
            }
          >
            {way}
          </Button>
        )}
      </Field>
      <Field label={words.vote} error={problem('voteId')}>
        <SelectField
          value={step.voteId}
          isClearable
          isDisabled={step.meetingId === null}
          options={votes.map((vote) => ({ value: vote.id, label: vote.subject }))}
          onChange={(voteId) => onChange(withVote(voteId))}
        />
      </Field>
    </>
  );
}

/** The result that the count gives; of what was adopted, she says what it was. */
function resultBy(tally: Tally | undefined, step: DevelopmentStep): Partial<DevelopmentStep> {
  if (tally?.result === 'rejected') return { result: 'rejected', months: null };
  return tally?.result === 'passed' && step.result === 'rejected' ? { result: 'passed' } : {};
}

/** What the meeting votes on, by the step and by what is proposed in it. */
function subjectOf({ no, result, months }: DevelopmentStep, name: string): string {
  if (no === 15) return words.subjects.admit(name);
  if (result === 'extended') return words.subjects.extend(name, months);
  return result === 'cancelled' ? words.subjects.cancel(name) : words.subjects.confirm(name);
}
