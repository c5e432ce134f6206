import type { DevelopmentStep } from '../../contract/development.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Field } from '../ui/field.tsx';
import { SelectField } from '../ui/select-field.tsx';

const words = text.development.step;

/** The actual members' meeting of the day and its V1 vote on the person. */
export function VoteFields({
  step,
  onChange,
  problem,
}: {
  step: DevelopmentStep;
  onChange(part: Partial<DevelopmentStep>): void;
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
  const votes = step.meetingId === null ? [] : (chosen.value?.meeting.votes ?? []);
  return (
    <>
      <Field label={words.meeting} hint={words.meetingHint} error={problem('meetingId')}>
        <SelectField
          value={step.meetingId}
          isClearable
          options={(meetings.value?.rows ?? []).map((row) => ({ value: row.id, label: `${row.heldOn} ${row.title}` }))}
          onChange={(meetingId) => onChange({ meetingId, voteId: null })}
        />
      </Field>
      <Field label={words.vote} error={problem('voteId')}>
        <SelectField
          value={step.voteId}
          isClearable
          isDisabled={step.meetingId === null}
          options={votes.filter((vote) => vote.rule === 'V1').map((vote) => ({ value: vote.id, label: vote.subject }))}
          onChange={(voteId) => onChange({ voteId })}
        />
      </Field>
    </>
  );
}
