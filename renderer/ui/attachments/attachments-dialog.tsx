import { Button } from 'antd';
import { type Dispatch, type SetStateAction, useState } from 'react';
import { type AttachmentSlot, attachingRight } from '../../../contract/attachment.ts';
import { useShell } from '../../data/client-context.tsx';
import { newId } from '../../data/new-id.ts';
import { useOperation } from '../../data/use-operation.ts';
import { text } from '../../text/zh-CN.ts';
import { Dialog } from '../dialog.tsx';
import { FailurePanel } from '../failure-panel.tsx';
import { PermitButton } from '../permit-button.tsx';
import { AttachmentCard, type RecordDay } from './attachment-card.tsx';
import { AttachmentView } from './attachment-view.tsx';
import { inPageOrder, type PendingFile } from './pending.ts';
import { PendingList } from './pending-list.tsx';
import { type Owner, useAdding } from './use-adding.ts';

const words = text.attachments;

/** The attachments of one record: what is there, and more by dialog, by dropping or by pasting. */
export function AttachmentsDialog({
  owner,
  name,
  recordDay,
  defaultSlot,
  pending,
  onPending,
  isOver,
  onClose,
}: {
  owner: Owner;
  /** The record as it is called. */
  name: string;
  recordDay: RecordDay | undefined;
  defaultSlot: AttachmentSlot;
  pending: readonly PendingFile[];
  onPending: Dispatch<SetStateAction<readonly PendingFile[]>>;
  /** Files are held over the window. */
  isOver: boolean;
  onClose(): void;
}) {
  const shell = useShell();
  const adding = useAdding(owner);
  const [openId, setOpenId] = useState<string>();
  const [startsAsPages, setStartsAsPages] = useState(false);
  const { record, recordId, part = '' } = owner;
  const found = useOperation('attachment.list', { record, recordId }, { records: ['attachment'] });
  const space = useOperation('attachment.space', {}, { records: ['setting'] });
  const attachments = (found.value ?? []).filter((each) => part === '' || each.part === part);
  const opened = attachments.find(({ id }) => id === openId);
  const right = attachingRight(record);
  const choose = async (asPages: boolean) => {
    const granted = await shell.chooseFiles();
    if (granted.length === 0) return;
    const files = granted.map(
      ({ token, name: fileName }): PendingFile => ({ key: newId(), name: fileName, source: { kind: 'grant', token } }),
    );
    setStartsAsPages(asPages);
    onPending(asPages ? inPageOrder(files) : files);
  };
  return (
    <Dialog
      title={words.ofRecord(name)}
      width={880}
      onClose={onClose}
      actions={
        <>
          <span className="note attachments-hint">{words.hint(space.value?.fileLimit ?? 0)}</span>
          <Button onClick={onClose}>{text.action.close}</Button>
          <PermitButton right={right} onClick={() => void choose(true)}>
            {words.choosePages}
          </PermitButton>
          <PermitButton
            right={right}
            type={pending.length === 0 ? 'primary' : 'default'}
            onClick={() => void choose(false)}
          >
            {words.choose}
          </PermitButton>
        </>
      }
    >
      {found.failure !== undefined && <FailurePanel failure={found.failure} />}
      {adding.failures.map((failure, index) => (
        <FailurePanel key={index} failure={failure} onClose={adding.clearFailures} />
      ))}
      {pending.length > 0 && (
        <PendingList
          key={pending[0]?.key}
          files={pending}
          onChange={onPending}
          defaultSlot={defaultSlot}
          startsAsPages={startsAsPages}
          photoEdge={space.value?.photoEdge ?? 0}
          isBusy={adding.progress !== undefined}
          onAdd={(as) => {
            void adding.add(pending, as).then(() => {
              onPending([]);
              setStartsAsPages(false);
            });
          }}
        />
      )}
      {adding.progress !== undefined && (
        <p role="status" className="note">
          {words.pending.progress(adding.progress.done, adding.progress.total, adding.progress.name)}
        </p>
      )}
      {adding.shrunk.length > 0 && (
        <p role="status" className="note">
          {adding.shrunk.map(({ name: file, before, after }) => words.pending.shrunk(file, before, after)).join('')}
        </p>
      )}
      {attachments.length === 0 && pending.length === 0 ? (
        <p className="attachments-empty">{words.empty}</p>
      ) : (
        <ul className="attachments-list dialog-scroll">
          {attachments.map((attachment) => (
            <li key={attachment.id}>
              <AttachmentCard attachment={attachment} recordDay={recordDay} onOpen={() => setOpenId(attachment.id)} />
            </li>
          ))}
        </ul>
      )}
      {isOver && <p className="attachments-over">{words.dropHere}</p>}
      {opened !== undefined && (
        <AttachmentView
          key={opened.id}
          attachment={opened}
          recordDay={recordDay}
          right={right}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </Dialog>
  );
}
