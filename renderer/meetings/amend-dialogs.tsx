import { Button } from 'antd';
import { useState } from 'react';
import type { Meeting } from '../../contract/meeting.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { isGiven, noSecond, SecondPersonFields } from '../ui/second-person.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Appends a correction to a signed record. */
export function AmendDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const words = text.meetings.amend;
  const [field, setField] = useState('');
  const [amended, setAmended] = useState('');
  const [reason, setReason] = useState('');
  const saving = useSave('meeting.amend');
  const isReady = field.trim() !== '' && amended.trim() !== '' && reason.trim() !== '';

  async function amend(): Promise<void> {
    const { id, revision } = meeting;
    if (isReady && (await saving.save({ id, revision, field, text: amended, reason })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.title}
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton
            right="decide"
            type="primary"
            disabled={!isReady}
            loading={saving.isSaving}
            onClick={() => void amend()}
          >
            {words.action}
          </PermitButton>
        </>
      }
    >
      <p>{words.body}</p>
      <Field label={words.field} hint={words.fieldHint}>
        <TextField isFirst value={field} maxLength={200} onChange={setField} />
      </Field>
      <Field label={words.text}>
        <TextField lines={4} value={amended} maxLength={20_000} onChange={setAmended} />
      </Field>
      <Field label={words.reason}>
        <TextField value={reason} maxLength={200} onChange={setReason} onEnter={() => void amend()} />
      </Field>
      {saving.failure !== undefined && <FailurePanel failure={saving.failure} onClose={saving.clearFailure} />}
    </Dialog>
  );
}

/** Takes a record out of every count, with a reason; it cannot be taken back. */
export function VoidDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const words = text.meetings.void;
  const [reason, setReason] = useState('');
  const { confirmers } = useWorkspace();
  const [second, setSecond] = useState(() => noSecond(confirmers));
  const saving = useSave('meeting.void');
  const isReady = reason.trim() !== '' && isGiven(second, confirmers);

  async function makeVoid(): Promise<void> {
    const { id, revision } = meeting;
    if (!isReady) return;
    const given = confirmers.length === 0 ? {} : { second };
    const done = await saving.save({ id, revision, reason, ...given });
    if (done !== undefined) return onClose();
    setSecond((last) => ({ ...last, passphrase: '' }));
  }

  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton
            right="decide"
            type="primary"
            disabled={!isReady}
            loading={saving.isSaving}
            onClick={() => void makeVoid()}
          >
            {words.action}
          </PermitButton>
        </>
      }
    >
      <p>{words.body(meeting.title, meeting.heldOn)}</p>
      <Field label={words.reason}>
        <TextField isFirst value={reason} maxLength={200} onChange={setReason} />
      </Field>
      <SecondPersonFields confirmers={confirmers} value={second} onChange={setSecond} onEnter={() => void makeVoid()} />
      {saving.failure !== undefined && <FailurePanel failure={saving.failure} onClose={saving.clearFailure} />}
    </Dialog>
  );
}
