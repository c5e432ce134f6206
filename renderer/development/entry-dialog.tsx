import { useState } from 'react';
import type { Activity, DevelopmentCaseView, Review } from '../../contract/development.ts';
import type { DevelopmentStage } from '../../contract/development-process.ts';
import { activityKindNames, reviewKindNames } from '../../rules/codes/development.ts';
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

const reviewWords = text.development.review;
const activityWords = text.development.activity;

interface Props<Entry> {
  record: DevelopmentCaseView;
  /** The entry to be changed; left out for a new one. */
  existing: Entry | undefined;
  onClose(): void;
}

/** One 考察, 思想汇报 or talk. */
export function ReviewDialog({
  record,
  existing,
  kind,
  stage,
  onClose,
}: Props<Review> & { kind: Review['kind'] | undefined; stage: DevelopmentStage }) {
  const { asOf } = useWorkspace();
  const editing = usePart(record);
  const [entry, setEntry] = useState<Review>(
    () =>
      existing ?? {
        id: newId(),
        kind: kind ?? (stage === 'probationary' ? 'probation-review' : 'branch-review'),
        on: asOf,
        by: '',
        content: '',
      },
  );
  const put = (part: Partial<Review>) => setEntry((last) => ({ ...last, ...part }));
  const problem = (field: string) => fieldProblem(editing.failure, editing.pathOf('reviews', entry.id, field));
  const close = (isDone: boolean) => void (isDone && onClose());
  return (
    <PartDialog
      title={existing === undefined ? reviewWords.title : reviewWords.change}
      editing={editing}
      isBelowAField={problem('on') !== undefined}
      onStore={() => void editing.store('reviews', entry).then(close)}
      onRemove={existing === undefined ? undefined : () => void editing.remove('reviews', entry.id).then(close)}
      onClose={onClose}
    >
      <Field label={reviewWords.kind}>
        <SelectField
          value={entry.kind}
          options={optionsOf(reviewKindNames)}
          onChange={(next) => next && put({ kind: next })}
        />
      </Field>
      <Field label={reviewWords.on} isRequired error={problem('on')}>
        <DateField isFirst value={entry.on} onChange={(on) => put({ on: on ?? '' })} />
      </Field>
      <Field label={reviewWords.by}>
        <TextField value={entry.by} onChange={(by) => put({ by })} />
      </Field>
      <Field label={reviewWords.content} className="field-wide">
        <TextField lines={3} value={entry.content} onChange={(content) => put({ content })} />
      </Field>
    </PartDialog>
  );
}

/** One party lesson, award or piece of community service. */
export function ActivityDialog({ record, existing, onClose }: Props<Activity>) {
  const { asOf } = useWorkspace();
  const editing = usePart(record);
  const [entry, setEntry] = useState<Activity>(
    () => existing ?? { id: newId(), kind: 'party-lesson', on: asOf, content: '', hours: null, evidence: '' },
  );
  const put = (part: Partial<Activity>) => setEntry((last) => ({ ...last, ...part }));
  const problem = (field: string) => fieldProblem(editing.failure, editing.pathOf('activities', entry.id, field));
  const close = (isDone: boolean) => void (isDone && onClose());
  return (
    <PartDialog
      title={existing === undefined ? activityWords.title : activityWords.change}
      editing={editing}
      isBelowAField={problem('on') !== undefined || problem('hours') !== undefined}
      onStore={() => void editing.store('activities', entry).then(close)}
      onRemove={existing === undefined ? undefined : () => void editing.remove('activities', entry.id).then(close)}
      onClose={onClose}
    >
      <Field label={activityWords.kind}>
        <SelectField
          value={entry.kind}
          options={optionsOf(activityKindNames)}
          onChange={(next) => next && put({ kind: next })}
        />
      </Field>
      <Field label={activityWords.on} isRequired error={problem('on')}>
        <DateField isFirst value={entry.on} onChange={(on) => put({ on: on ?? '' })} />
      </Field>
      <Field label={activityWords.content} className="field-wide">
        <TextField value={entry.content} onChange={(content) => put({ content })} />
      </Field>
      <Field label={activityWords.hours} error={problem('hours')}>
        <NumberField isWhole={false} value={entry.hours} onChange={(hours) => put({ hours })} />
      </Field>
      <Field label={activityWords.evidence}>
        <TextField value={entry.evidence} onChange={(evidence) => put({ evidence })} />
      </Field>
    </PartDialog>
  );
}
