import { Button } from 'antd';
import { useState } from 'react';
import type { DevelopmentCaseView } from '../../contract/development.ts';
import type { CodeTable } from '../../rules/codes/code-table.ts';
import { educations } from '../../rules/codes/education.ts';
import { ethnicities } from '../../rules/codes/ethnicity.ts';
import { newId } from '../data/new-id.ts';
import { useSave } from '../data/use-save.ts';
import { useUnsaved } from '../data/use-unsaved.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { blankStep } from './blank-step.ts';

const words = text.development.person;

/** Basics of a person; a new one with the day of the application, which is step 1. */
export function PersonDialog({
  record,
  onClose,
}: {
  record: DevelopmentCaseView | undefined;
  onClose(id?: string): void;
}) {
  const { branch, asOf } = useWorkspace();
  const [id] = useState(() => record?.id ?? newId());
  const [fields, setFields] = useState(() => ({
    name: record?.name ?? '',
    sex: record?.sex ?? ('9' as const),
    bornOn: record?.bornOn ?? null,
    ethnicity: record?.ethnicity ?? null,
    education: record?.education ?? null,
    employer: record?.employer ?? '',
    isFrontLine: record?.isFrontLine ?? false,
    leavesUnitOn: record?.leavesUnitOn ?? null,
    closedOn: record?.closedOn ?? null,
    closedReason: record?.closedReason ?? '',
    note: record?.note ?? '',
  }));
  const [idNumber, setIdNumber] = useState('');
  const [mobilePhone, setMobilePhone] = useState('');
  const [appliedOn, setAppliedOn] = useState<string | null>(asOf);
  const [reason, setReason] = useState('');
  const [stepId] = useState(newId);
  const saving = useSave('developmentCase.save');
  const put = (part: Partial<typeof fields>) => setFields((last) => ({ ...last, ...part }));
  useUnsaved(fields.name !== (record?.name ?? ''), words.unsaved(fields.name));
  const problem = (field: string) => fieldProblem(saving.failure, field);
  const stepProblem = problem('steps.0.on');
  const isBelowAField =
    stepProblem !== undefined ||
    [...Object.keys(fields), 'idNumber', 'mobilePhone'].some((field) => problem(field) !== undefined);

  async function store(): Promise<void> {
    const saved = await saving.save({
      draft: {
        id,
        revision: record?.revision ?? 0,
        ...fields,
        ...(idNumber === '' ? {} : { idNumber: idNumber.trim().toUpperCase() }),
        ...(mobilePhone === '' ? {} : { mobilePhone }),
        ...(record === undefined
          ? { branchId: branch.id, steps: [{ ...blankStep(1, appliedOn ?? ''), id: stepId }] }
          : {}),
      },
      reason,
    });
    if (saved !== undefined) onClose(saved.id);
  }

  return (
    <Dialog
      title={record === undefined ? words.add : words.edit(record.name)}
      width={720}
      onSubmit={() => void store()}
      onClose={() => onClose()}
      actions={
        <>
          <Button onClick={() => onClose()}>{text.action.cancel}</Button>
          <PermitButton right="enter" type="primary" loading={saving.isSaving} onClick={() => void store()}>
            {text.action.save}
          </PermitButton>
        </>
      }
    >
      {saving.failure !== undefined && !isBelowAField && <FailurePanel failure={saving.failure} />}
      <div className="development-form dialog-scroll">
        <Field label={words.name} isRequired error={problem('name')}>
          <TextField isFirst value={fields.name} onChange={(name) => put({ name })} maxLength={60} />
        </Field>
        <Field label={words.sex} error={problem('sex')}>
          <SelectField
            value={fields.sex === '9' ? null : fields.sex}
            options={[
              { value: '1', label: text.development.sexes.male },
              { value: '2', label: text.development.sexes.female },
            ]}
            onChange={(sex) => put({ sex: sex ?? '9' })}
          />
        </Field>
        <Field label={words.bornOn} error={problem('bornOn')} isRequired>
          <DateField isPartial value={fields.bornOn} onChange={(bornOn) => put({ bornOn })} />
        </Field>
        {record === undefined && (
          <Field label={words.appliedOn} isRequired source={words.appliedSource} error={stepProblem}>
            <DateField value={appliedOn} onChange={setAppliedOn} />
          </Field>
        )}
        <Field label={words.ethnicity} error={problem('ethnicity')}>
          <SelectField
            value={fields.ethnicity}
            isClearable
            options={codeOptions(ethnicities)}
            onChange={(ethnicity) => put({ ethnicity })}
          />
        </Field>
        <Field label={words.education} error={problem('education')}>
          <SelectField
            value={fields.education}
            isClearable
            options={codeOptions(educations)}
            onChange={(education) => put({ education })}
          />
        </Field>
        <Field
          label={words.idNumber}
          error={problem('idNumber')}
          {...(record?.idNumber ? { hint: words.idNumberHint(record.idNumber) } : {})}
        >
          <TextField value={idNumber} onChange={setIdNumber} maxLength={18} />
        </Field>
        <Field
          label={words.mobilePhone}
          error={problem('mobilePhone')}
          {...(record?.mobilePhone ? { hint: words.phoneHint(record.mobilePhone) } : {})}
        >
          <TextField value={mobilePhone} onChange={setMobilePhone} maxLength={30} />
        </Field>
        <Field label={words.employer} error={problem('employer')} className="field-wide">
          <TextField value={fields.employer} onChange={(employer) => put({ employer })} />
        </Field>
        <CheckField
          label={words.isFrontLine}
          isChecked={fields.isFrontLine}
          onChange={(isFrontLine) => put({ isFrontLine })}
        />
        <Field label={words.leavesUnitOn} error={problem('leavesUnitOn')}>
          <DateField value={fields.leavesUnitOn} onChange={(leavesUnitOn) => put({ leavesUnitOn })} />
        </Field>
        {record !== undefined && (
          <>
            <Field label={words.closedOn} error={problem('closedOn')}>
              <DateField value={fields.closedOn} onChange={(closedOn) => put({ closedOn })} />
            </Field>
            <Field label={words.closedReason} error={problem('closedReason')}>
              <TextField value={fields.closedReason} onChange={(closedReason) => put({ closedReason })} />
            </Field>
          </>
        )}
        <Field label={words.note} error={problem('note')} className="field-wide">
          <TextField lines={2} value={fields.note} onChange={(note) => put({ note })} />
        </Field>
        {record !== undefined && (
          <Field label={words.reason} className="field-wide">
            <TextField value={reason} onChange={setReason} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function codeOptions(table: CodeTable) {
  return Object.entries(table.names)
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([value, label]) => ({ value, label }));
}
