import { Button } from 'antd';
import { useState } from 'react';
import type { ElectionStepTemplate } from '../../contract/election.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MultiSelectField, optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TemplateVersions } from './template-versions.tsx';

const words = text.elections;

/** Registers the steps a superior has laid down, from their day on; begins from those that hold today. */
export function TemplateDialog({ onClose }: { onClose(): void }) {
  const { today } = useWorkspace();
  const held = useOperation('electionTemplate.on', { day: today }, { records: ['electionTemplate'] });
  const [own, setOwn] = useState<ElectionStepTemplate[]>();
  const [from, setFrom] = useState<string | null>(today);
  const [source, setSource] = useState('');
  const { save, failure, isSaving } = useSave('electionTemplate.save');
  const steps = own ?? held.value?.steps ?? [];
  const set = (id: string, part: Partial<ElectionStepTemplate>) =>
    setOwn(steps.map((step) => (step.id === id ? { ...step, ...part } : step)));

  async function store(): Promise<void> {
    const draft = { id: newId(), revision: 0, from: from ?? '', source, steps };
    if ((await save({ draft })) !== undefined) onClose();
  }

  return (
    <Dialog
      title={words.templateTitle}
      onClose={onClose}
      width={1180}
      actions={
        <>
          <Button
            onClick={() =>
              setOwn([
                ...steps,
                {
                  ...{ id: newId(), name: words.ownStep, kinds: ['re-election', 'by-election'] },
                  ...{ anchor: 'election', months: 0, days: 0, source: source || words.ownStep },
                } as ElectionStepTemplate,
              ])
            }
          >
            {words.addStep}
          </Button>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <PermitButton right="configure" type="primary" loading={isSaving} onClick={() => void store()}>
            {words.save}
          </PermitButton>
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <p className="note">{words.templateNote}</p>
      <TemplateVersions />
      <div className="election-fields">
        <Field label={words.templateFrom} isRequired error={fieldProblem(failure, 'from')}>
          <DateField value={from} onChange={setFrom} isFirst />
        </Field>
        <Field
          label={words.templateSource}
          isRequired
          error={fieldProblem(failure, 'source')}
          hint={held.value?.source}
        >
          <TextField value={source} maxLength={200} onChange={setSource} />
        </Field>
      </div>
      <div className="election-scroll">
        <table className="election-table">
          <thead>
            <tr>
              {Object.entries(words.templateColumns).map(([key, title]) => (
                <th key={key} scope="col" className={`template-${key}`}>
                  {title}
                </th>
              ))}
              <th className="election-remove" aria-label={words.addStep} />
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.id}>
                <td>
                  <TextField
                    size="small"
                    label={words.templateColumns.name}
                    value={step.name}
                    maxLength={60}
                    onChange={(name) => set(step.id, { name })}
                  />
                </td>
                <td>
                  <MultiSelectField
                    size="small"
                    label={words.templateColumns.kinds}
                    values={step.kinds}
                    options={optionsOf(words.kinds)}
                    onChange={(kinds) => set(step.id, { kinds })}
                  />
                </td>
                <td>
                  <SelectField<ElectionStepTemplate['anchor']>
                    size="small"
                    label={words.templateColumns.anchor}
                    value={step.anchor}
                    options={optionsOf(words.anchors)}
                    onChange={(anchor) => anchor !== null && set(step.id, { anchor })}
                  />
                </td>
                <td>
                  <NumberField
                    size="small"
                    label={words.templateColumns.months}
                    value={step.months}
                    least={-24}
                    most={24}
                    onChange={(months) => set(step.id, { months: months ?? 0 })}
                  />
                </td>
                <td>
                  <NumberField
                    size="small"
                    label={words.templateColumns.days}
                    value={step.days}
                    least={-400}
                    most={400}
                    onChange={(days) => set(step.id, { days: days ?? 0 })}
                  />
                </td>
                <td>
                  <TextField
                    size="small"
                    label={words.templateColumns.source}
                    value={step.source}
                    maxLength={200}
                    onChange={(next) => set(step.id, { source: next })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    size="small"
                    aria-label={words.removeStep(step.name)}
                    onClick={() => setOwn(steps.filter(({ id }) => id !== step.id))}
                  >
                    ×
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{words.offsetNote}</p>
    </Dialog>
  );
}
