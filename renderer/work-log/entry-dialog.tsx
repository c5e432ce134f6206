import { Button } from 'antd';
import { useState } from 'react';
import type { WorkLogEntry } from '../../contract/work-log.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.workLog;

/** Enters or mends one line that has no record of its own. */
export function EntryDialog({ id, onClose }: { id: string | 'new'; onClose(): void }) {
  const { branch, asOf, person } = useWorkspace();
  const entries = useOperation('workLogEntry.list', id === 'new' ? null : { branchId: branch.id });
  if (id === 'new') {
    const blank = { id: newId(), revision: 0, branchId: branch.id, happenedOn: asOf, title: '', content: '' };
    return <EntryForm initial={{ ...blank, handler: person }} onClose={onClose} />;
  }
  const entry = entries.value?.find((other) => other.id === id);
  return entry === undefined ? null : <EntryForm initial={entry} onClose={onClose} />;
}

function EntryForm({ initial, onClose }: { initial: WorkLogEntry; onClose(): void }) {
  const [draft, setDraft] = useState(initial);
  const saving = useSave('workLogEntry.save');
  const removing = useSave('workLogEntry.remove');
  const [removeReason, setRemoveReason] = useState<string>();
  const change = (part: Partial<WorkLogEntry>) => setDraft((last) => ({ ...last, ...part }));
  const failure = saving.failure ?? removing.failure;

  async function store(): Promise<void> {
    if ((await saving.save({ draft })) !== undefined) onClose();
  }
  async function remove(reason: string): Promise<void> {
    const { id, revision } = initial;
    if ((await removing.save({ id, revision, reason })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={initial.revision === 0 ? words.entryTitle : words.editTitle}
      onClose={onClose}
      width={560}
      actions={
        <>
          {initial.revision > 0 && <HistoryButton record="workLogEntry" id={initial.id} title={initial.title} />}
          {initial.revision > 0 && removeReason === undefined && (
            <PermitButton right="decide" onClick={() => setRemoveReason('')}>
              {words.remove}
            </PermitButton>
          )}
          {removeReason !== undefined && (
            <PermitButton
              right="decide"
              danger
              disabled={removeReason.trim() === ''}
              onClick={() => void remove(removeReason)}
            >
              {words.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="work-log-form">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <Field label={words.happenedOn} isRequired>
          <DateField value={draft.happenedOn} onChange={(day) => change({ happenedOn: day ?? '' })} />
        </Field>
        <Field label={words.what} isRequired>
          <TextField isFirst value={draft.title} onChange={(title) => change({ title })} onEnter={() => void store()} />
        </Field>
        <Field label={words.content}>
          <TextField lines={4} value={draft.content} onChange={(content) => change({ content })} />
        </Field>
        <Field label={words.handler}>
          <TextField value={draft.handler} onChange={(handler) => change({ handler })} />
        </Field>
        {removeReason !== undefined && (
          <Field label={words.removeReason} isRequired>
            <TextField isFirst value={removeReason} onChange={setRemoveReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
