import { Button } from 'antd';
import { useState } from 'react';
import type { DevelopmentCaseView, Publicity, Training } from '../../contract/development.ts';
import { publicityKindNames, trainingKindNames } from '../../rules/codes/development.ts';
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

const words = text.development.period;

/** Training, or a notice to the public: what lasts from one day to another. */
export function PeriodDialog({ record, onClose }: { record: DevelopmentCaseView; onClose(): void }) {
  const { asOf } = useWorkspace();
  const [id] = useState(newId);
  const [kind, setKind] = useState<`training-${Training['kind']}` | `publicity-${Publicity['kind']}`>(
    'training-activist',
  );
  const [from, setFrom] = useState<string | null>(asOf);
  const [to, setTo] = useState<string | null>(asOf);
  const [days, setDays] = useState<number | null>(null);
  const [hours, setHours] = useState<number | null>(null);
  const [where, setWhere] = useState('');
  const [outcome, setOutcome] = useState('');
  const saving = useSave('developmentCase.save');
  const isTraining = kind.startsWith('training-');

  async function store(): Promise<void> {
    const shared = { id, from: from ?? '', to: to ?? '' };
    const of = kind.slice(kind.indexOf('-') + 1);
    const part = isTraining
      ? {
          trainings: [
            ...record.trainings,
            { ...shared, kind: of as Training['kind'], days, hours, organiser: where, certificate: outcome },
          ],
        }
      : {
          publicities: [...record.publicities, { ...shared, kind: of as Publicity['kind'], place: where, outcome }],
        };
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
        <Field label={words.kind} className="field-wide">
          <SelectField value={kind} options={kinds} onChange={(next) => next && setKind(next)} />
        </Field>
        <Field label={words.from} isRequired>
          <DateField value={from} onChange={setFrom} />
        </Field>
        <Field label={words.to} isRequired>
          <DateField value={to} onChange={setTo} />
        </Field>
        {isTraining && (
          <>
            <Field label={words.days}>
              <NumberField isWhole={false} value={days} onChange={setDays} />
            </Field>
            <Field label={words.hours}>
              <NumberField isWhole={false} value={hours} onChange={setHours} />
            </Field>
          </>
        )}
        <Field label={isTraining ? words.organiser : words.place}>
          <TextField value={where} onChange={setWhere} />
        </Field>
        <Field label={isTraining ? words.certificate : words.outcome}>
          <TextField value={outcome} onChange={setOutcome} />
        </Field>
      </div>
    </Dialog>
  );
}

const kinds = [
  ...(Object.entries(trainingKindNames) as [Training['kind'], string][]).map(([value, label]) => ({
    value: `training-${value}` as const,
    label,
  })),
  ...(Object.entries(publicityKindNames) as [Publicity['kind'], string][]).map(([value, label]) => ({
    value: `publicity-${value}` as const,
    label,
  })),
];
