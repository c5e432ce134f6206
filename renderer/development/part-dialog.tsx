import { Button } from 'antd';
import type { ReactNode } from 'react';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PartEditing } from './use-part.ts';

const words = text.development.part;

/** The frame of the forms of one entry: save, give up, and take out with a reason what was there before. */
export function PartDialog({
  title,
  editing,
  isBelowAField,
  onStore,
  onRemove,
  onClose,
  children,
}: {
  title: string;
  editing: PartEditing;
  /** The refusal is told below a field already. */
  isBelowAField: boolean;
  onStore(): void;
  /** Left out for an entry that is new. */
  onRemove: (() => void) | undefined;
  onClose(): void;
  children: ReactNode;
}) {
  const { removeReason, setRemoveReason, failure } = editing;
  return (
    <Dialog
      title={title}
      width={640}
      onClose={onClose}
      onSubmit={removeReason === undefined ? onStore : () => removeReason.trim() !== '' && onRemove?.()}
      actions={
        <>
          {onRemove !== undefined && (
            <PermitButton
              right="enter"
              className="development-remove"
              danger={removeReason !== undefined}
              disabled={removeReason?.trim() === ''}
              onClick={() => (removeReason === undefined ? setRemoveReason('') : onRemove())}
            >
              {words.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          {removeReason === undefined && (
            <PermitButton right="enter" type="primary" loading={editing.isSaving} onClick={onStore}>
              {text.action.save}
            </PermitButton>
          )}
        </>
      }
    >
      {failure !== undefined && !isBelowAField && <FailurePanel failure={failure} />}
      <div className="development-form dialog-scroll">
        {children}
        {removeReason !== undefined && (
          <Field label={words.removeReason} isRequired className="field-wide">
            <TextField isFirst value={removeReason} onChange={setRemoveReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
