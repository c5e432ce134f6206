import { Button } from 'antd';
import { useState } from 'react';
import type { StepBound, StepTemplate } from '../../../contract/development-process.ts';
import { reviewKindNames } from '../../../rules/codes/development.ts';
import { text } from '../../text/zh-CN.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { MultiSelectField, SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = text.developmentTemplate.step;

/** One step of a version: everything that a province may lay down of it. */
export function StepTemplateDialog({
  step,
  earlier,
  stages,
  hardSource,
  onApply,
  onClose,
}: {
  step: StepTemplate;
  /** Steps before it, from which a limit may count. */
  earlier: readonly StepTemplate[];
  stages: readonly string[];
  /** Where its hard limit comes from; `undefined` where it has none. */
  hardSource: string | undefined;
  onApply(step: StepTemplate): void;
  onClose(): void;
}) {
  const [draft, setDraft] = useState(step);
  const [lines, setLines] = useState(() => ({
    required: titlesOf(step, false),
    optional: titlesOf(step, true),
    checks: step.checks.join('\n'),
  }));
  const put = (part: Partial<StepTemplate>) => setDraft((last) => ({ ...last, ...part }));
  const isOwn = step.no > 25;

  function apply(): void {
    onApply({
      ...draft,
      documents: [
        ...linesOf(lines.required).map((title) => ({ title, isOptional: false })),
        ...linesOf(lines.optional).map((title) => ({ title, isOptional: true })),
      ],
      checks: linesOf(lines.checks),
    });
  }

  return (
    <Dialog
      title={words.title(step.name)}
      width={780}
      onClose={onClose}
      onSubmit={apply}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          <Button type="primary" onClick={apply}>
            {words.apply}
          </Button>
        </>
      }
    >
      {hardSource !== undefined && <p className="note">{words.fixedNote(hardSource)}</p>}
      <div className="dialog-form dialog-scroll">
        <Field label={words.name} isRequired>
          <TextField isFirst value={draft.name} onChange={(name) => put({ name })} maxLength={60} />
        </Field>
        <Field label={words.actor}>
          <TextField value={draft.actor} onChange={(actor) => put({ actor })} maxLength={100} />
        </Field>
        {isOwn && (
          <Field label={words.stage}>
            <SelectField
              value={String(draft.stage)}
              options={stages.map((label, index) => ({ value: String(index + 1), label }))}
              onChange={(stage) => put({ stage: Number(stage ?? draft.stage) })}
            />
          </Field>
        )}
        <Field label={words.source} isRequired>
          <TextField value={draft.source} onChange={(source) => put({ source })} maxLength={200} />
        </Field>
        <BoundFields
          title={words.earliest}
          bound={draft.earliest}
          earlier={earlier}
          canBeHard
          onChange={(earliest) => put({ earliest })}
        />
        <BoundFields
          title={words.latest}
          bound={draft.latest}
          earlier={earlier}
          canBeHard={false}
          onChange={(latest) => put({ latest })}
        />
        {draft.periods.map((period, index) => (
          <Field key={period.kind} label={words.period(reviewKindNames[period.kind])}>
            <NumberField
              value={period.months}
              least={1}
              most={24}
              onChange={(months) =>
                put({
                  periods: draft.periods.map((each, place) =>
                    place === index ? { ...each, months: months ?? 0 } : each,
                  ),
                })
              }
            />
          </Field>
        ))}
        <Field label={words.documents} className="field-wide">
          <TextField lines={3} value={lines.required} onChange={(required) => setLines({ ...lines, required })} />
        </Field>
        <Field label={words.optional}>
          <TextField lines={2} value={lines.optional} onChange={(optional) => setLines({ ...lines, optional })} />
        </Field>
        <Field label={words.checks}>
          <TextField lines={2} value={lines.checks} onChange={(checks) => setLines({ ...lines, checks })} />
        </Field>
      </div>
    </Dialog>
  );
}

/** A limit: from which steps, how many months and days, and whether it blocks. Without steps there is none. */
function BoundFields({
  title,
  bound,
  earlier,
  canBeHard,
  onChange,
}: {
  title: string;
  bound: StepBound | null;
  earlier: readonly StepTemplate[];
  canBeHard: boolean;
  onChange(bound: StepBound | null): void;
}) {
  const blank: StepBound = { after: [], months: 0, days: 0, isHard: false, isLocal: true, movesWithExtension: false };
  const now = bound ?? blank;
  const put = (part: Partial<StepBound>) => {
    const next = { ...now, ...part };
    onChange(next.after.length === 0 ? null : next);
  };
  return (
    <fieldset className="field-wide template-bound">
      <legend>{title}</legend>
      <Field label={words.after}>
        <MultiSelectField
          values={now.after.map(String)}
          options={earlier.map((step, index) => ({ value: String(step.no), label: `${index + 1}. ${step.name}` }))}
          onChange={(after) => put({ after: after.map(Number) })}
        />
      </Field>
      <Field label={words.months}>
        <NumberField
          value={now.months}
          isDisabled={bound === null}
          onChange={(months) => put({ months: months ?? 0 })}
        />
      </Field>
      <Field label={words.days}>
        <NumberField value={now.days} isDisabled={bound === null} onChange={(days) => put({ days: days ?? 0 })} />
      </Field>
      {canBeHard && bound !== null && (
        <CheckField label={words.isHard} isChecked={now.isHard} onChange={(isHard) => put({ isHard })} />
      )}
    </fieldset>
  );
}

function titlesOf(step: StepTemplate, isOptional: boolean): string {
  return step.documents
    .filter((each) => each.isOptional === isOptional)
    .map(({ title }) => title)
    .join('\n');
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
