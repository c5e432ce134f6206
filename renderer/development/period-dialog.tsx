import { useState } from 'react';
import type { DevelopmentCaseView, Publicity, Training } from '../../contract/development.ts';
import { publicityKindNames, trainingKindNames } from '../../rules/codes/development.ts';
import { newId } from '../data/new-id.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PartDialog } from './part-dialog.tsx';
import { usePart } from './use-part.ts';

const words = text.development.period;

interface Props<Entry> {
  record: DevelopmentCaseView;
  /** The entry to be changed; left out for a new one. */
  existing: Entry | undefined;
  onClose(): void;
}

/** 集中培训: of a candidate 3 days or 24 hours. */
export function TrainingDialog({ record, existing, onClose }: Props<Training>) {
  const { asOf } = useWorkspace();
  const editing = usePart(record);
  const [entry, setEntry] = useState<Training>(
    () =>
      existing ?? {
        ...{ id: newId(), kind: 'activist', from: asOf, to: asOf },
        ...{ days: null, hours: null, organiser: '', certificate: '' },
      },
  );
  const put = (part: Partial<Training>) => setEntry((last) => ({ ...last, ...part }));
  const problem = (field: string) => fieldProblem(editing.failure, editing.pathOf('trainings', entry.id, field));
  const close = (isDone: boolean) => void (isDone && onClose());
  return (
    <PartDialog
      title={existing === undefined ? words.training : words.changeTraining}
      editing={editing}
      isBelowAField={['from', 'to', 'days', 'hours'].some((field) => problem(field) !== undefined)}
      onStore={() => void editing.store('trainings', entry).then(close)}
      onRemove={existing === undefined ? undefined : () => void editing.remove('trainings', entry.id).then(close)}
      onClose={onClose}
    >
      <Field label={words.kind} className="field-wide">
        <SelectField
          value={entry.kind}
          options={optionsOf(trainingKindNames)}
          onChange={(next) => next && put({ kind: next })}
        />
      </Field>
      <Field label={words.from} isRequired error={problem('from')}>
        <DateField isFirst value={entry.from} onChange={(from) => put({ from: from ?? '' })} />
      </Field>
      <Field label={words.to} isRequired error={problem('to')}>
        <DateField value={entry.to} onChange={(to) => put({ to: to ?? '' })} />
      </Field>
      <Field label={words.days} error={problem('days')}>
        <NumberField isWhole={false} value={entry.days} onChange={(days) => put({ days })} />
      </Field>
      <Field label={words.hours} error={problem('hours')}>
        <NumberField isWhole={false} value={entry.hours} onChange={(hours) => put({ hours })} />
      </Field>
      <Field label={words.organiser}>
        <TextField value={entry.organiser} onChange={(organiser) => put({ organiser })} />
      </Field>
      <Field label={words.certificate}>
        <TextField value={entry.certificate} onChange={(certificate) => put({ certificate })} />
      </Field>
    </PartDialog>
  );
}

/** 公示 before 发展对象, admission or confirmation. */
export function PublicityDialog({ record, existing, onClose }: Props<Publicity>) {
  const { asOf } = useWorkspace();
  const editing = usePart(record);
  const [entry, setEntry] = useState<Publicity>(
    () => existing ?? { id: newId(), kind: 'candidate', from: asOf, to: asOf, place: '', outcome: '' },
  );
  const put = (part: Partial<Publicity>) => setEntry((last) => ({ ...last, ...part }));
  const problem = (field: string) => fieldProblem(editing.failure, editing.pathOf('publicities', entry.id, field));
  const close = (isDone: boolean) => void (isDone && onClose());
  return (
    <PartDialog
      title={existing === undefined ? words.publicity : words.changePublicity}
      editing={editing}
      isBelowAField={['from', 'to'].some((field) => problem(field) !== undefined)}
      onStore={() => void editing.store('publicities', entry).then(close)}
      onRemove={existing === undefined ? undefined : () => void editing.remove('publicities', entry.id).then(close)}
      onClose={onClose}
    >
      <Field label={words.kind} className="field-wide">
        <SelectField
          value={entry.kind}
          options={optionsOf(publicityKindNames)}
          onChange={(next) => next && put({ kind: next })}
        />
      </Field>
      <Field label={words.from} isRequired error={problem('from')}>
        <DateField isFirst value={entry.from} onChange={(from) => put({ from: from ?? '' })} />
      </Field>
      <Field label={words.to} isRequired error={problem('to')}>
        <DateField value={entry.to} onChange={(to) => put({ to: to ?? '' })} />
      </Field>
      <Field label={words.place}>
        <TextField value={entry.place} onChange={(place) => put({ place })} />
      </Field>
      <Field label={words.outcome}>
        <TextField value={entry.outcome} onChange={(outcome) => put({ outcome })} />
      </Field>
    </PartDialog>
  );
}
