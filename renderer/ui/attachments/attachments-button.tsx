import { Button } from 'antd';
import { useState } from 'react';
import { type AttachmentSlot, attachingRight } from '../../../contract/attachment.ts';
import { useOperation } from '../../data/use-operation.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import type { RecordDay } from './attachment-card.tsx';
import { AttachmentsDialog } from './attachments-dialog.tsx';
import type { PendingFile } from './pending.ts';
import type { Owner } from './use-adding.ts';
import { useArrivingFiles } from './use-arriving-files.ts';
import './attachments.css';

/**
 * The attachments of any record behind one button, with how many there are. For a page of one record it also takes
 * what is dropped on the page or pasted into it.
 */
export function AttachmentsButton({
  owner,
  name,
  recordDay,
  defaultSlot = 'scan',
  takesDrops = true,
  size = 'middle',
  label = text.attachments.button,
}: {
  owner: Owner;
  /** The record as it is called. */
  name: string;
  /** The record's own day, which a photo's day is held against. */
  recordDay?: RecordDay | undefined;
  /** What an image attached here mostly is. */
  defaultSlot?: AttachmentSlot;
  /** False where several such buttons stand on a page: then only the opened one takes files. */
  takesDrops?: boolean;
  size?: 'small' | 'middle';
  /** What the button says of how many there are. */
  label?: (count: number) => string;
}) {
  const { rights } = useWorkspace();
  const { record, recordId, part = '' } = owner;
  const [isOpen, setIsOpen] = useState(false);
  const [pending, setPending] = useState<readonly PendingFile[]>([]);
  const found = useOperation('attachment.list', { record, recordId }, { records: ['attachment'] });
  const count = (found.value ?? []).filter((each) => part === '' || each.part === part).length;
  const isOver = useArrivingFiles(rights.includes(attachingRight(record)) && (isOpen || takesDrops), (files) => {
    setPending((last) => [...last, ...files]);
    setIsOpen(true);
  });
  return (
    <>
      <Button size={size} onClick={() => setIsOpen(true)}>
        {label(count)}
      </Button>
      {isOver && !isOpen && <p className="attachments-over attachments-over-page">{text.attachments.dropHere}</p>}
      {isOpen && (
        <AttachmentsDialog
          owner={owner}
          name={name}
          recordDay={recordDay}
          defaultSlot={defaultSlot}
          pending={pending}
          onPending={setPending}
          isOver={isOver}
          onClose={() => {
            setIsOpen(false);
            setPending([]);
          }}
        />
      )}
    </>
  );
}
