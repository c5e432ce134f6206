import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { DevelopmentCaseView, DevelopmentStep } from '../../contract/development.ts';
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
  /** Goes to the entry of the meeting of the day. */
  onMeeting(heldOn: string): void;
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
  const votes = (step.meetingId === null ? [] : (chosen.value?.meeting.votes ?? [])).filter(
    (vote) => vote.rule === 'V1',
  );
  const ownVotes = votes.filter(
    (vote) =>
      vote.subject.includes(record.name) || (record.memberId !== null && vote.subjectMemberId === record.memberId),
  );

  // Where the day has one meeting, and the meeting one vote on the person, there is nothing to choose.
  const change = useRef(onChange);
  change.current = onChange;
  const onlyMeeting = step.meetingId === null && rows.length === 1 ? rows[0]?.id : undefined;
  const onlyVote = step.voteId === null && ownVotes.length === 1 ? ownVotes[0]?.id : undefined;
  useEffect(() => {
    if (onlyMeeting !== undefined) change.current({ meetingId: onlyMeeting, voteId: null });
  }, [onlyMeeting]);
  useEffect(() => {
    if (onlyVote !== undefined) change.current({ voteId: onlyVote });
  }, [onlyVote]);
  const isWithout = isDay && meetings.value !== undefined && rows.length === 0;
  return (
    <>
      <Field label={words.meeting} hint={words.meetingHint} error={problem('meetingId')}>
        <SelectField
          value={step.meetingId}
          isClearable
          options={rows.map((row) => ({ value: row.id, label: `${row.heldOn} ${row.title}` }))}
          onChange={(meetingId) => onChange({ meetingId, voteId: null })}
        />
        {isWithout && (
          <Button size="small" onClick={() => onMeeting(step.on)}>
            {words.enterMeeting(step.on)}
          </Button>
        )}
      </Field>
      <Field label={words.vote} error={problem('voteId')}>
        <SelectField
          value={step.voteId}
          isClearable
          isDisabled={step.meetingId === null}
          options={votes.map((vote) => ({ value: vote.id, label: vote.subject }))}
          onChange={(voteId) => onChange({ voteId })}
        />
      </Field>
    </>
  );
}
