import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Attachment } from '../../../contract/attachment.ts';
import type { Failure } from '../../../contract/failure.ts';
import type { Right } from '../../../contract/permission.ts';
import { readAsDataUrl } from '../../data/attachment-bytes.ts';
import { useClient, useShell } from '../../data/client-context.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useSave } from '../../data/use-save.ts';
import { slotNames } from '../../text/attachments.ts';
import { text } from '../../text/zh-CN.ts';
import { DateField } from '../date-field.tsx';
import { Dialog } from '../dialog.tsx';
import { FailurePanel } from '../failure-panel.tsx';
import { Field } from '../field.tsx';
import { localTime } from '../local-time.ts';
import { PermitButton } from '../permit-button.tsx';
import { optionsOf, SelectField } from '../select-field.tsx';
import { TextField } from '../text-field.tsx';
import { nameOf, type RecordDay, TakenOn } from './attachment-card.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

const words = text.attachments.view;

/** An attachment opened: its pages, what is said of it, a copy of it, and the way to take it away. */
export function AttachmentView({
  attachment,
  recordDay,
  right,
  onClose,
}: {
  attachment: Attachment;
  recordDay: RecordDay | undefined;
  right: Right;
  onClose(): void;
}) {
  const [position, setPosition] = useState(0);
  const [draft, setDraft] = useState(attachment);
  const [isRemoving, setIsRemoving] = useState(false);
  const saving = useSave('attachment.save');
  const copies = useCopies(attachment);
  const page = attachment.pages[position];
  const isMany = attachment.pages.length > 1;
  const failure = saving.failure ?? copies.failure;
  const change = (part: Partial<Attachment>) => setDraft((last) => ({ ...last, ...part }));
  const store = async () => {
    const { id, revision, slot, title, takenOn, originalLocation } = draft;
    const saved = await saving.save({ draft: { id, revision, slot, title, takenOn, originalLocation } });
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog
      title={nameOf(attachment)}
      width={1080}
      onClose={onClose}
      actions={
        <>
          <PermitButton right="decide" className="attachment-remove" onClick={() => setIsRemoving(true)}>
            {words.remove}
          </PermitButton>
          {isMany && <Button onClick={() => void copies.saveAll()}>{words.saveAll}</Button>}
          <Button onClick={() => void copies.saveOne(position)}>{words.saveCopy}</Button>
          <Button onClick={onClose}>{text.action.close}</Button>
          <PermitButton right={right} type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      {copies.saved !== undefined && <p role="status">{words.saved(copies.saved)}</p>}
      <div className="attachment-view">
        <div className="attachment-picture">
          {page !== undefined && <Picture id={attachment.id} position={position} mediaType={page.mediaType} />}
          {isMany && (
            <div className="attachment-pages">
              <Button disabled={position === 0} onClick={() => setPosition(position - 1)}>
                {words.previous}
              </Button>
              <span aria-live="polite">{words.page(position + 1, attachment.pages.length)}</span>
              <Button disabled={position + 1 === attachment.pages.length} onClick={() => setPosition(position + 1)}>
                {words.next}
              </Button>
            </div>
          )}
        </div>
        <div className="dialog-form attachment-said">
          <Field label={words.slot}>
            <SelectField
              value={draft.slot}
              options={optionsOf(slotNames)}
              onChange={(slot) => slot !== null && change({ slot })}
            />
          </Field>
          <Field label={words.name}>
            <TextField
              value={draft.title}
              maxLength={200}
              placeholder={words.namePlaceholder(attachment.pages[0]?.fileName ?? '')}
              onChange={(title) => change({ title })}
            />
          </Field>
          <Field label={words.takenOn} hint={words.takenOnHint(page?.takenOn ?? null)}>
            <DateField value={draft.takenOn} isPartial onChange={(takenOn) => change({ takenOn })} />
          </Field>
          {draft.takenOn !== null && <TakenOn takenOn={draft.takenOn} recordDay={recordDay} />}
          <Field label={words.location}>
            <TextField
              value={draft.originalLocation}
              maxLength={200}
              onChange={(originalLocation) => change({ originalLocation })}
            />
          </Field>
          <p className="note">
            {text.attachments.size(attachment.pageCount, attachment.byteSize)}
            <br />
            {words.added(attachment.addedBy, localTime(attachment.addedAt))}
          </p>
        </div>
      </div>
      {isRemoving && <RemoveDialog attachment={attachment} onClose={() => setIsRemoving(false)} onRemoved={onClose} />}
    </Dialog>
  );
}

function Picture({ id, position, mediaType }: { id: string; position: number; mediaType: string }) {
  const client = useClient();
  const [shown, setShown] = useState<{ address?: string; failure?: Failure }>({});
  const isImage = mediaType.startsWith('image/');
  useEffect(() => {
    if (!isImage) return;
    let isGone = false;
    setShown({});
    readAsDataUrl(client, id, position).then(
      (address) => !isGone && setShown({ address }),
      (error) => !isGone && setShown({ failure: failureOf(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [client, id, position, isImage]);
  if (!isImage) return <p className="attachment-not-shown">{words.notShown(text.attachments.type(mediaType))}</p>;
  if (shown.failure !== undefined) return <FailurePanel failure={shown.failure} />;
  if (shown.address === undefined) return <p className="attachment-not-shown">{words.reading}</p>;
  return <img src={shown.address} alt={words.page(position + 1, position + 1)} />;
}

/** Copies into a place that the system's dialog grants; the engine records them. */
function useCopies({ id, pages }: Attachment) {
  const client = useClient();
  const shell = useShell();
  const [failure, setFailure] = useState<Failure>();
  const [saved, setSaved] = useState<string>();
  const run = async (work: () => Promise<{ files: string[] } | undefined>) => {
    setFailure(undefined);
    setSaved(undefined);
    try {
      const done = await work();
      if (done !== undefined) setSaved(done.files.join('、'));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return {
    failure,
    saved,
    saveOne: (position: number) =>
      run(async () => {
        const suggestedName = pages[position]?.fileName ?? '';
        const granted = await shell.choose({ kind: 'save-file', suggestedName });
        return granted === null ? undefined : client.call('attachment.export', { id, position, file: granted.token });
      }),
    saveAll: () =>
      run(async () => {
        const granted = await shell.choose({ kind: 'export-folder' });
        return granted === null ? undefined : client.call('attachment.export', { id, folder: granted.token });
      }),
  };
}
