import { useState } from 'react';
import type { Branch, OrganisationKind, UnitKind } from '../../../contract/branch.ts';
import { organisationKindNames, unitKindNames } from '../../../rules/codes/organisation.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { optionsOf, SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecordDialog } from '../record-dialog.tsx';
import { CommitteeFields } from './committee-fields.tsx';
import { NameFields } from './name-fields.tsx';

type TextFieldName =
  | 'shortName'
  | 'superiorName'
  | 'code'
  | 'approvalNumber'
  | 'unitName'
  | 'contactName'
  | 'contactPhone'
  | 'address'
  | 'postcode'
  | 'venue';

/** The fields of an organisation. */
export function BranchDialog({ start, onClose }: { start: Branch; onClose(): void }) {
  const { branches } = useWorkspace();
  const [draft, setDraft] = useState(start);
  const { save, failure, isSaving } = useSave('branch.save');
  const words = text.settings.organisation;
  const isNew = start.revision === 0;
  const change = (fields: Partial<Branch>) => setDraft({ ...draft, ...fields });
  const line = (name: TextFieldName, label: string, isWide = false) => (
    <Field label={label} error={fieldProblem(failure, name)} className={isWide ? 'field-wide' : ''}>
      <TextField value={draft[name]} onChange={(value) => change({ [name]: value })} />
    </Field>
  );
  const above = branches.filter(({ id }) => id !== draft.id);

  return (
    <RecordDialog
      history={{ record: 'branch', id: draft.id }}
      title={isNew ? words.newBranch : words.editBranch}
      isNew={isNew}
      isSaving={isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await save({ draft, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.fullName} error={fieldProblem(failure, 'fullName')} className="field-wide" isRequired>
        <TextField value={draft.fullName} onChange={(fullName) => change({ fullName })} maxLength={100} isFirst />
      </Field>
      {line('shortName', words.shortName)}
      <Field label={words.kind}>
        <SelectField<OrganisationKind>
          value={draft.kind}
          options={optionsOf(organisationKindNames)}
          onChange={(kind) => change({ kind: kind ?? 'branch' })}
        />
      </Field>
      {line('superiorName', words.superior)}
      {above.length > 0 && (
        <Field label={words.parent} error={fieldProblem(failure, 'parentId')}>
          <SelectField
            value={draft.parentId}
            options={above.map((each) => ({ value: each.id, label: each.shortName || each.fullName }))}
            onChange={(parentId) => change({ parentId })}
            isClearable
          />
        </Field>
      )}
      {line('code', words.code)}
      <Field label={words.establishedOn} error={fieldProblem(failure, 'establishedOn')}>
        <DateField value={draft.establishedOn} onChange={(establishedOn) => change({ establishedOn })} isPartial />
      </Field>
      {line('approvalNumber', words.approvalNumber)}
      {line('unitName', words.unitName)}
      <Field label={words.unitKind}>
        <SelectField<UnitKind>
          value={draft.unitKind}
          options={optionsOf(unitKindNames)}
          onChange={(unitKind) => change({ unitKind })}
          isClearable
        />
      </Field>
      {line('contactName', words.contactName)}
      {line('contactPhone', words.contactPhone)}
      {line('address', words.address)}
      {line('postcode', words.postcode)}
      {line('venue', words.venue)}
      <Field label={words.closedOn} error={fieldProblem(failure, 'closedOn')}>
        <DateField value={draft.closedOn} onChange={(closedOn) => change({ closedOn })} />
      </Field>
      <div className="field-wide">
        {!isNew && <NameFields draft={draft} failure={failure} change={change} />}
        <CommitteeFields draft={draft} failure={failure} change={change} />
        <CheckField
          label={words.mayApprove}
          isChecked={draft.mayApproveAdmission}
          onChange={(mayApproveAdmission) => change({ mayApproveAdmission })}
        />
      </div>
      <Field label={words.note} className="field-wide">
        <TextField value={draft.note} onChange={(note) => change({ note })} lines={2} />
      </Field>
    </RecordDialog>
  );
}
