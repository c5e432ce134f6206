import { useState } from 'react';
import type { DevelopmentCaseView, Move } from '../../contract/development.ts';
import { newId } from '../data/new-id.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PartDialog } from './part-dialog.tsx';
import { usePart } from './use-part.ts';

const words = text.development.move;

/** 变动单位: time counts on when the materials are handed over; who goes to another unit is closed here. */
export function MoveDialog({
  record,
  existing,
  onClose,
}: {
  record: DevelopmentCaseView;
  existing: Move | undefined;
  onClose(): void;
}) {
  const { asOf } = useWorkspace();
  const editing = usePart(record);
  const [entry, setEntry] = useState<Move>(
    () => existing ?? { id: newId(), kind: 'in', on: asOf, unit: '', hasMaterials: true, note: '' },
  );
  const put = (part: Partial<Move>) => setEntry((last) => ({ ...last, ...part }));
  const problem = (field: string) => fieldProblem(editing.failure, editing.pathOf('moves', entry.id, field));
  const close = (isDone: boolean) => void (isDone && onClose());
  const closing = entry.kind === 'out' ? { closedOn: entry.on, closedReason: words.closed(entry.unit) } : {};
  return (
    <PartDialog
      title={existing === undefined ? words.title : words.change}
      editing={editing}
      isBelowAField={['on', 'unit'].some((field) => problem(field) !== undefined)}
      onStore={() => void editing.store('moves', entry, closing).then(close)}
      onRemove={existing === undefined ? undefined : () => void editing.remove('moves', entry.id).then(close)}
      onClose={onClose}
    >
      <Field label={words.kind} hint={entry.kind === 'in' ? words.inHint : words.outHint} className="field-wide">
        <SelectField value={entry.kind} options={optionsOf(words.kinds)} onChange={(kind) => kind && put({ kind })} />
      </Field>
      <Field label={words.on} isRequired error={problem('on')}>
        <DateField isFirst value={entry.on} onChange={(on) => put({ on: on ?? '' })} />
      </Field>
      <Field label={words.unit} isRequired error={problem('unit')}>
        <TextField value={entry.unit} onChange={(unit) => put({ unit })} maxLength={200} />
      </Field>
      <CheckField
        label={words.hasMaterials}
        isChecked={entry.hasMaterials}
        onChange={(hasMaterials) => put({ hasMaterials })}
      />
      <Field label={words.note} className="field-wide">
        <TextField value={entry.note} onChange={(note) => put({ note })} />
      </Field>
    </PartDialog>
  );
}
