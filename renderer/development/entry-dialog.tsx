import { Button } from 'antd';
import { useState } from 'react';
import type { Activity, DevelopmentCaseView, Review } from '../../contract/development.ts';
import type { DevelopmentStage } from '../../contract/development-process.ts';
import { activityKindNames, reviewKindNames } from '../../rules/codes/development.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

/** One review (考察, 思想汇报, 谈话), or one activity of the file. */
export function EntryDialog({
  record,
  kind,
  stage,
  onClose,
}: {
  record: DevelopmentCaseView;
  kind: 'review' | 'activity';
  stage: DevelopmentStage;
  onClose(): void;
}) {
  const { asOf } = useWorkspace();
  const [id] = useState(newId);
  const [on, setOn] = useState<string | null>(asOf);
  const [reviewKind, setReviewKind] = useState<Review['kind']>(
    stage === 'probationary' ? 'probation-review' : 'branch-review',
  );
  const [activityKind, setActivityKind] = useState<Activity['kind']>('party-lesson');
  const [by, setBy] = useState('');
  const [content, setContent] = useState('');
  const [hours, setHours] = useState<number | null>(null);
  const [evidence, setEvidence] = useState('');
  const saving = useSave('developmentCase.save');
  const isReview = kind === 'review';
  const words = text.development[kind];

  async function store(): Promise<void> {
    const shared = { id, on: on ?? '', content };
    const part = isReview
      ? { reviews: [...record.reviews, { ...shared, kind: reviewKind, by }] }
      : { activities: [...record.activities, { ...shared, kind: activityKind, hours, evidence }] };
    const saved = await saving.save({ draft: { id: record.id, revision: record.revision, ...part } });
    if (saved !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.title}
      width={640}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <Button type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {text.action.save}
          </Button>
        </>
      }
    >
      {saving.failure !== undefined && <FailurePanel failure={saving.failure} />}
      <div className="development-form dialog-scroll">
        <Field label={words.kind}>
          {isReview ? (
            <SelectField
              value={reviewKind}
              options={optionsOf(reviewKindNames)}
              onChange={(next) => next && setReviewKind(next)}
            />
          ) : (
            <SelectField
              value={activityKind}
              options={optionsOf(activityKindNames)}
              onChange={(next) => next && setActivityKind(next)}
            />
          )}
        </Field>
        <Field label={words.on} isRequired>
          <DateField isFirst value={on} onChange={setOn} />
        </Field>
        {isReview ? (
          <Field label={text.development.review.by}>
            <TextField value={by} onChange={setBy} />
          </Field>
        ) : (
          <>
            <Field label={text.development.activity.hours}>
              <NumberField isWhole={false} value={hours} onChange={setHours} />
            </Field>
            <Field label={text.development.activity.evidence}>
              <TextField value={evidence} onChange={setEvidence} />
            </Field>
          </>
        )}
        <Field label={words.content} className="field-wide">
          <TextField lines={isReview ? 3 : 1} value={content} onChange={setContent} />
        </Field>
      </div>
    </Dialog>
  );
}

function optionsOf<Value extends string>(names: Readonly<Record<Value, string>>): { value: Value; label: string }[] {
  return (Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
