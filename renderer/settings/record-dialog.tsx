import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { RecordName } from '../../contract/history.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';

/** A record in a dialog: its fields, the reason of a change, and a failure that stays beside them. */
export function RecordDialog({
  title,
  isNew,
  isSaving,
  failure,
  onSave,
  onClose,
  extra,
  history,
  children,
}: {
  title: string;
  /** A new record needs no reason. */
  isNew: boolean;
  isSaving: boolean;
  failure: Failure | undefined;
  onSave(reason: string): void;
  onClose(): void;
  /** Buttons at the left of the foot. */
  extra?: ReactNode;
  /** The record whose history is shown, once it is saved. */
  history?: { record: RecordName; id: string };
  children: ReactNode;
}) {
  const [reason, setReason] = useState('');
  const { settings } = text;
  return (
    <Dialog
      title={title}
      width={640}
      onClose={onClose}
      actions={
        <>
          {!isNew && history !== undefined && <HistoryButton {...history} title={title} />}
          {extra}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="decide" type="primary" loading={isSaving} onClick={() => onSave(reason)}>
            {text.action.save}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="dialog-form dialog-scroll">
        {children}
        {!isNew && (
          <Field label={settings.reason} hint={settings.reasonHint} className="field-wide">
            <TextField value={reason} onChange={setReason} onEnter={onSave} maxLength={500} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
