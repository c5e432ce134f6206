import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { RecordName } from '../../contract/history.ts';
import type { SecondPerson } from '../../contract/person.ts';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SecondPersonDialog } from '../ui/second-person.tsx';
import { TextField } from '../ui/text-field.tsx';

/** A record of the dues in a dialog; a change says why when it likes, a removal must. */
export function RecordDialog({
  title,
  isNew,
  isSaving,
  failure,
  width = 640,
  history,
  onSave,
  onRemove,
  onClose,
  children,
}: {
  title: string;
  isNew: boolean;
  isSaving: boolean;
  failure: Failure | undefined;
  width?: number;
  /** The record whose history is shown, once it is saved. */
  history: { record: RecordName; id: string };
  onSave(reason: string): void;
  /** With the second person, once the removal was refused for want of one. */
  onRemove(reason: string, second?: SecondPerson): void;
  onClose(): void;
  children: ReactNode;
}) {
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Failure>();
  const wantsSecond =
    failure?.code === 'second-person-needed' || failure?.code === 'second-person-refused' ? failure : undefined;
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      actions={
        <>
          {!isNew && <HistoryButton {...history} title={title} />}
          {!isNew && <AttachmentsButton owner={{ record: history.record, recordId: history.id }} name={title} />}
          {!isNew && (
            <PermitButton
              right="decide"
              className="dues-remove"
              disabled={reason.trim() === ''}
              onClick={() => onRemove(reason.trim())}
            >
              {text.dues.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={isSaving} onClick={() => onSave(reason)}>
            {text.dues.save}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="dues-form dialog-scroll">
        {children}
        {!isNew && (
          <Field label={text.dues.reason} hint={text.dues.reasonHint} className="field-wide">
            <TextField value={reason} onChange={setReason} maxLength={200} />
          </Field>
        )}
      </div>
      {wantsSecond !== undefined && wantsSecond !== refused && (
        <SecondPersonDialog
          confirmers={wantsSecond.people}
          isSaving={isSaving}
          onClose={() => setRefused(wantsSecond)}
          onConfirm={(second) => {
            setRefused(wantsSecond);
            onRemove(reason.trim(), second);
          }}
        />
      )}
    </Dialog>
  );
}
