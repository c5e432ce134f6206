import type { Election } from '../../contract/election.ts';
import type { Failure } from '../../contract/failure.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Panel } from '../ui/panel.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.elections;

/** When it is held and by whose leave, and the approvals that follow. */
export function BasicsPanel({
  draft,
  change,
  failure,
}: {
  draft: Election;
  change(part: Partial<Election>): void;
  failure: Failure | undefined;
}) {
  const day = (
    field: 'heldOn' | 'timingApprovedOn' | 'extendedTo' | 'requestedOn' | 'approvedOn' | 'filedOn',
    hint = '',
  ) => (
    <Field label={words[field]} error={fieldProblem(failure, field)} {...(hint === '' ? {} : { hint })}>
      <DateField value={draft[field]} onChange={(value) => change({ [field]: value })} />
    </Field>
  );
  const line = (
    field: 'timingReason' | 'timingNumber' | 'methodAdopted' | 'requestNumber' | 'approvalNumber' | 'filingNumber',
  ) => (
    <Field label={words[field]} error={fieldProblem(failure, field)}>
      <TextField
        value={draft[field]}
        maxLength={field === 'timingReason' ? 500 : 100}
        onChange={(value) => change({ [field]: value })}
      />
    </Field>
  );
  const isReElection = draft.kind === 're-election';
  return (
    <Panel title={words.basics}>
      <div className="election-fields">
        <Field label={words.name} className="field-wide" error={fieldProblem(failure, 'title')}>
          <TextField value={draft.title} maxLength={200} onChange={(title) => change({ title })} />
        </Field>
        {day('heldOn', words.heldOnHint)}
        <Field label={words.seats} error={fieldProblem(failure, 'seats')}>
          <NumberField value={draft.seats} least={1} most={20} onChange={(seats) => change({ seats })} />
        </Field>
        {isReElection && (
          <>
            <Field label={words.termNumber} error={fieldProblem(failure, 'termNumber')}>
              <NumberField
                value={draft.termNumber}
                least={1}
                most={99}
                onChange={(termNumber) => change({ termNumber })}
              />
            </Field>
            <Field label={words.timing}>
              <SelectField<Election['timing']>
                value={draft.timing}
                options={optionsOf(words.timings)}
                onChange={(timing) =>
                  timing !== null && change({ timing, ...(timing === 'extended' ? {} : { extendedTo: null }) })
                }
              />
            </Field>
            {draft.timing !== 'on-time' && (
              <>
                {line('timingReason')}
                {day('timingApprovedOn')}
                {line('timingNumber')}
                {draft.timing === 'extended' && day('extendedTo', words.extendedHint)}
              </>
            )}
          </>
        )}
        {line('methodAdopted')}
        {day('requestedOn')}
        {line('requestNumber')}
        {day('approvedOn')}
        {line('approvalNumber')}
        {day('filedOn')}
        {line('filingNumber')}
        <Field label={words.note} className="field-wide">
          <TextField value={draft.note} lines={2} onChange={(note) => change({ note })} />
        </Field>
      </div>
    </Panel>
  );
}
