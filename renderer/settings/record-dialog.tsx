import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
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
