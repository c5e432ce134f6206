import { Button } from 'antd';
import { useState } from 'react';
import { newId } from '../data/new-id.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { HistoryButton } from '../ui/history-drawer.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import type { SelectOption } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Acceptance } from './acceptance.tsx';
import { type Book, type BookField, type Line, rightFor } from './book.ts';
import { FieldInput } from './field-input.tsx';
import { LineAttachments } from './line-attachments.tsx';
import { useLineRemoval, useLineSave } from './use-book.ts';

const words = text.registers;

/** The form of one line, as its book describes it. */
export function LineDialog({
  book,
  line,
  people,
  onClose,
}: {
  book: Book;
  /** Left out for a new one. */
  line: Line | undefined;
  people: readonly SelectOption<string>[];
  onClose(): void;
}) {
  const { branch, asOf } = useWorkspace();
  const [draft, setDraft] = useState<Line>(
    () => line ?? { id: newId(), revision: 0, branchId: branch.id, ...book.blank(asOf) },
  );
  const [reason, setReason] = useState('');
  const [removeReason, setRemoveReason] = useState<string>();
  const saving = useLineSave(book);
  const removing = useLineRemoval(book);
  useUnsaved(draft !== line && line !== undefined, words.unsaved(book.title));
  const shown = book.fields.filter((field) => field.when?.(draft) !== false);
  const failure = saving.failure ?? removing.failure;
  const isBelowAField = shown.some((field) => fieldProblem(saving.failure, field.key) !== undefined);

  async function store(): Promise<void> {
    const sent = { ...draft, ...hiddenCleared(book, draft) };
    if ((await saving.save({ draft: sent, reason })) !== undefined) onClose();
  }

  async function remove(why: string): Promise<void> {
    if (line === undefined) return;
    const done = await removing.save({ id: line.id, revision: line.revision, reason: why });
    if (done !== undefined) onClose();
  }

  return (
    <Dialog
      title={line === undefined ? book.add : words.edit(book.title)}
      onClose={onClose}
      width={760}
      actions={
        <>
          <HistoryButton record={book.name} id={line?.id} title={book.title} />
          {line !== undefined && <LineAttachments book={book} line={line} />}
          {line !== undefined && (
            <PermitButton
              right="decide"
              danger={removeReason !== undefined}
              disabled={removeReason?.trim() === ''}
              onClick={() => (removeReason === undefined ? setRemoveReason('') : void remove(removeReason))}
            >
              {words.remove}
            </PermitButton>
          )}
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right={rightFor(book)} type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      <div className="register-form">
        {failure !== undefined && !isBelowAField && <FailurePanel failure={failure} />}
        {book.source !== undefined && <p className="note register-wide">{text.field.source(book.source)}</p>}
        {shown.map((field, index) => (
          <Field
            key={field.key}
            label={field.label}
            isRequired={field.isRequired === true}
            error={fieldProblem(saving.failure, field.key)}
            className={field.isWide === true ? 'register-wide' : ''}
          >
            <FieldInput
              field={field}
              value={draft[field.key]}
              people={people}
              isFirst={index === 0}
              onChange={(part) => setDraft((last) => ({ ...last, ...part }))}
            />
          </Field>
        ))}
        {book.name === 'transfer' && line !== undefined && <Acceptance line={line} onClose={onClose} />}
        {line !== undefined && removeReason === undefined && (
          <Field label={words.reason} hint={words.reasonHint} className="register-wide">
            <TextField value={reason} onChange={setReason} />
          </Field>
        )}
        {removeReason !== undefined && (
          <Field label={words.removeReason} isRequired className="register-wide">
            <TextField isFirst value={removeReason} onChange={setRemoveReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

/** What the form does not show in this case is not what she means to say: periods of a punishment that has none. */
function hiddenCleared(book: Book, draft: Line): Record<string, null> {
  const shown = new Set(book.fields.filter((field) => field.when?.(draft) !== false).map((field) => field.key));
  const hidden = book.fields.filter(
    (field) => !shown.has(field.key) && isClearable(field.kind) && draft[field.key] !== undefined,
  );
  return Object.fromEntries(hidden.map((field) => [field.key, null]));
}

function isClearable(kind: BookField['kind']): boolean {
  return kind === 'day' || kind === 'partial-day' || kind === 'number' || kind === 'person';
}
