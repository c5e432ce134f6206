import { Button } from 'antd';
import { useState } from 'react';
import type { MeetingView } from '../../contract/meeting.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { findingText } from './missing-list.tsx';

const words = text.meetings.sign;

/** Registers that the printed record was signed; what is still missing is said before. */
export function SignDialog({
  view,
  names,
  onClose,
}: {
  view: MeetingView;
  names: ReadonlyMap<string, string>;
  onClose(): void;
}) {
  const { today } = useWorkspace();
  const { meeting, findings } = view;
  const [signedOn, setSignedOn] = useState<string | null>(today);
  const [chairSignature, setChair] = useState(meeting.chairName);
  const [recorderSignature, setRecorder] = useState(meeting.recorderName);
  const saving = useSave('meeting.sign');
  const problem =
    signedOn !== null && signedOn < meeting.heldOn
      ? words.beforeMeeting
      : signedOn !== null && signedOn > today
        ? words.future
        : undefined;
  const isReady = signedOn !== null && problem === undefined && chairSignature !== '' && recorderSignature !== '';

  async function sign(): Promise<void> {
    if (!isReady || signedOn === null) return;
    const { id, revision } = meeting;
    const signed = await saving.save({ id, revision, signedOn, chairSignature, recorderSignature });
    if (signed !== undefined) onClose();
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
            onClick={() => void sign()}
          >
            {words.action}
          </PermitButton>
        </>
      }
    >
      <p>{words.body}</p>
      {findings.length > 0 && (
        <div className="sign-missing">
          <p>{words.missing(findings.length)}</p>
          <ul>
            {[...new Set(findings.map((finding) => findingText(finding, names)))].map((sentence) => (
              <li key={sentence} className="missing-line">
                {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field label={words.signedOn} error={problem}>
        <DateField isFirst value={signedOn} onChange={setSignedOn} />
      </Field>
      <div className="basics-pair">
        <Field label={words.chair}>
          <TextField value={chairSignature} maxLength={200} onChange={setChair} />
        </Field>
        <Field label={words.recorder}>
          <TextField value={recorderSignature} maxLength={200} onChange={setRecorder} onEnter={() => void sign()} />
        </Field>
      </div>
      {saving.failure !== undefined && <FailurePanel failure={saving.failure} onClose={saving.clearFailure} />}
    </Dialog>
  );
}
