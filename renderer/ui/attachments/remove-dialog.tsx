import { Button } from 'antd';
import { useState } from 'react';
import type { Attachment } from '../../../contract/attachment.ts';
import { useSave } from '../../data/use-save.ts';
import { text } from '../../text/zh-CN.ts';
import { Dialog } from '../dialog.tsx';
import { FailurePanel } from '../failure-panel.tsx';
import { Field } from '../field.tsx';
import { TextField } from '../text-field.tsx';
import { nameOf } from './attachment-card.tsx';

const words = text.attachments.view;

/** Why an attachment goes, and what that means; without a reason it stays. */
export function RemoveDialog({
  attachment,
  onClose,
  onRemoved,
}: {
  attachment: Attachment;
  onClose(): void;
  onRemoved(): void;
}) {
  const [reason, setReason] = useState('');
  const removing = useSave('attachment.remove');
  const { id, revision } = attachment;
  const remove = async () => {
    if (reason.trim() !== '' && (await removing.save({ id, revision, reason })) !== undefined) onRemoved();
  };
  return (
    <Dialog
      title={words.removeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button
            type="primary"
            disabled={reason.trim() === ''}
            loading={removing.isSaving}
            onClick={() => void remove()}
          >
            {words.remove}
          </Button>
        </>
      }
    >
      {removing.failure !== undefined && <FailurePanel failure={removing.failure} />}
      <p className="dialog-names">{nameOf(attachment)}</p>
      <p>{words.removeBody}</p>
      <Field label={words.removeReason} isRequired>
        <TextField value={reason} maxLength={200} isFirst onChange={setReason} onEnter={() => void remove()} />
      </Field>
    </Dialog>
  );
}
