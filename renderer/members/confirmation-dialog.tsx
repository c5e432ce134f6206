import { Button } from 'antd';
import { useState } from 'react';
import type { MemberView } from '../../contract/member.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { problemsOf } from './problems.ts';
import { Refusal } from './refusal.tsx';

const words = text.member.confirm;

/** 登记转正, offered once the probation has ended; the day proposed is that end, whenever the vote was. */
export function ConfirmationDialog({ person, onClose }: { person: MemberView; onClose(): void }) {
  const { save, isSaving, failure } = useSave('member.save');
  const [day, setDay] = useState(person.probationEndsOn);
  const [approved, setApproved] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  async function store(): Promise<void> {
    const { id, revision } = person;
    const draft = { id, revision, confirmedOn: day, confirmApprovedOn: approved };
    if ((await save({ draft, reason })) !== undefined) onClose();
  }
  return (
    <Dialog
      title={words.title(person.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton
            right="enter"
            type="primary"
            disabled={day === null}
            loading={isSaving}
            onClick={() => void store()}
          >
            {words.action}
          </PermitButton>
        </>
      }
    >
      <Refusal failure={failure} />
      <Field
        label={words.day}
        isRequired
        hint={words.hint(person.probationEndsOn ?? '')}
        source={words.source}
        error={problemsOf(failure).confirmedOn}
      >
        <DateField value={day} isPartial isFirst onChange={setDay} />
      </Field>
      <Field label={words.approved} hint={words.approvedHint} error={problemsOf(failure).confirmApprovedOn}>
        <DateField value={approved} isPartial onChange={setApproved} />
      </Field>
      <Field label={words.reason} hint={words.reasonHint}>
        <TextField value={reason} onChange={setReason} maxLength={300} onEnter={() => void store()} />
      </Field>
    </Dialog>
  );
}
