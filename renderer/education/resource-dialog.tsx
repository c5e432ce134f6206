import { Button } from 'antd';
import { useState } from 'react';
import type { Resource } from '../../contract/course.ts';
import { trainingContentNames } from '../../rules/codes/training.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.courses.resources;

/** One resource: what it is, where it is found, and which of the seven contents it belongs to. */
export function ResourceDialog({
  stored,
  onClose,
  onSaved,
}: {
  stored: Resource | undefined;
  onClose(): void;
  /** A new file stays open: it is attached next. */
  onSaved(resource: Resource): void;
}) {
  const { branch, today } = useWorkspace();
  const [initial] = useState(() => stored ?? blankResource(branch.id, today));
  const [draft, setDraft] = useState(initial);
  const [reason, setReason] = useState('');
  const [isCopied, setIsCopied] = useState(false);
  const saving = useSave('resource.save');
  const removing = useSave('resource.remove');
  useUnsaved(draft !== initial, words.unsaved(draft.title));
  const change = (part: Partial<Resource>) => setDraft((last) => ({ ...last, ...part }));
  const problem = (field: keyof Resource) => fieldProblem(saving.failure, field);
  const isBelowAField = (Object.keys(draft) as (keyof Resource)[]).some((field) => problem(field) !== undefined);
  const failure = removing.failure ?? (isBelowAField ? undefined : saving.failure);

  async function store(): Promise<void> {
    const saved = await saving.save({ draft, reason });
    if (saved === undefined) return;
    if (stored === undefined && saved.kind === 'file') onSaved(saved);
    else onClose();
  }

  async function remove(): Promise<void> {
    const { id, revision } = draft;
    if ((await removing.save({ id, revision, reason: reason.trim() })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={stored === undefined ? words.add : words.edit}
      onClose={onClose}
      width={720}
      actions={
        <>
          {stored !== undefined && (
            <PermitButton right="enter" disabled={reason.trim() === ''} onClick={() => void remove()}>
              {words.remove}
            </PermitButton>
          )}
          {stored !== undefined && (
            <AttachmentsButton
              owner={{ record: 'resource', recordId: stored.id }}
              name={draft.title}
              defaultSlot="courseware"
            />
          )}
          <HistoryButton record="resource" id={stored?.id} title={draft.title} />
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="course-form dialog-scroll">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <Field label={words.title} isRequired error={problem('title')} className="training-wide">
          <TextField isFirst maxLength={200} value={draft.title} onChange={(title) => change({ title })} />
        </Field>
        <Field
          label={words.kind}
          hint={stored === undefined && draft.kind === 'file' ? words.fileHint : undefined}
          error={problem('kind')}
        >
          <SelectField
            value={draft.kind}
            options={optionsOf(words.kinds)}
            onChange={(kind) => kind !== null && change({ kind })}
          />
        </Field>
        <Field label={words.year} error={problem('year')}>
          <NumberField value={draft.year} onChange={(year) => change({ year })} />
        </Field>
        <Field label={words.contents} error={problem('contents')} className="training-wide">
          <MultiSelectField
            values={draft.contents}
            options={optionsOf(trainingContentNames)}
            onChange={(contents) => change({ contents })}
          />
        </Field>
        {draft.kind === 'link' && (
          <Field label={words.link} isRequired hint={words.linkHint} error={problem('link')} className="training-wide">
            <TextField
              maxLength={500}
              value={draft.link}
              onChange={(link) => {
                change({ link });
                setIsCopied(false);
              }}
              suffix={
                draft.link === '' ? undefined : (
                  <Button
                    size="small"
                    onClick={() => void navigator.clipboard.writeText(draft.link).then(() => setIsCopied(true))}
                  >
                    {isCopied ? words.copied : words.copy}
                  </Button>
                )
              }
            />
          </Field>
        )}
        {draft.kind === 'text' && (
          <Field label={words.body} isRequired error={problem('body')} className="training-wide">
            <TextField lines={6} maxLength={20_000} value={draft.body} onChange={(body) => change({ body })} />
          </Field>
        )}
        <Field label={words.source} error={problem('source')}>
          <TextField maxLength={200} value={draft.source} onChange={(source) => change({ source })} />
        </Field>
        <Field label={words.recordedOn} isRequired error={problem('recordedOn')}>
          <DateField value={draft.recordedOn} onChange={(day) => change({ recordedOn: day ?? '' })} />
        </Field>
        <Field label={words.location} hint={words.locationHint} error={problem('location')} className="training-wide">
          <TextField maxLength={300} value={draft.location} onChange={(location) => change({ location })} />
        </Field>
        <Field label={words.note} error={problem('note')} className="training-wide">
          <TextField lines={2} value={draft.note} onChange={(note) => change({ note })} />
        </Field>
        {stored !== undefined && (
          <Field label={words.reason} className="training-wide">
            <TextField maxLength={200} value={reason} onChange={setReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function blankResource(branchId: string, day: string): Resource {
  return {
    id: newId(),
    revision: 0,
    branchId,
    title: '',
    kind: 'file',
    link: '',
    location: '',
    body: '',
    contents: [],
    source: '',
    year: null,
    recordedOn: day,
    note: '',
  };
}
