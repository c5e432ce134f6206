import { useState } from 'react';
import { blankCommitteeTerm, type CommitteeTerm } from '../../../contract/branch.ts';
import { termYears } from '../../../rules/term.ts';
import { newId } from '../../data/new-id.ts';
import { useOperation } from '../../data/use-operation.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecordDialog } from '../record-dialog.tsx';
import { RecordTable } from './record-table.tsx';

type Shown = CommitteeTerm & { expiresOn: string };
const words = text.settings.organisation;

const columns: readonly TableColumn<Shown>[] = [
  {
    key: 'number',
    title: words.number,
    render: ({ number }) => <span className="row-name">{words.term(number)}</span>,
  },
  { key: 'electedOn', title: words.electedOn, width: 100, render: ({ electedOn }) => electedOn },
  { key: 'years', title: words.years, width: 84, align: 'right', render: ({ years }) => years },
  { key: 'expiresOn', title: words.expiresOn, width: 100, render: ({ expiresOn }) => expiresOn },
];

export function TermsPanel() {
  const { branch, today } = useWorkspace();
  const reading = useOperation('committeeTerm.list', { branchId: branch.id }, { records: ['committeeTerm'] });
  const [edited, setEdited] = useState<CommitteeTerm>();
  const next = Math.max(0, ...(reading.value ?? []).map(({ number }) => number)) + 1;
  const blank = {
    ...blankCommitteeTerm,
    id: newId(),
    revision: 0,
    branchId: branch.id,
    number: next,
    electedOn: '',
    years: termYears(branch.unitKind, [], today),
  } as CommitteeTerm;
  return (
    <RecordTable<Shown>
      title={words.terms}
      addLabel={words.addTerm}
      reading={reading}
      columns={columns}
      nameOf={({ number }) => words.term(number)}
      emptySentence={words.noTerms}
      onAdd={() => setEdited(blank)}
      onEdit={({ expiresOn: _, ...term }) => setEdited(term)}
    >
      {edited !== undefined && <TermDialog key={edited.id} start={edited} onClose={() => setEdited(undefined)} />}
    </RecordTable>
  );
}

function TermDialog({ start, onClose }: { start: CommitteeTerm; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const { save, failure, isSaving } = useSave('committeeTerm.save');
  const isNew = start.revision === 0;
  const change = (fields: Partial<CommitteeTerm>) => setDraft({ ...draft, ...fields });
  return (
    <RecordDialog
      history={{ record: 'committeeTerm', id: draft.id }}
      title={isNew ? words.addTerm : words.editTerm}
      isNew={isNew}
      isSaving={isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await save({ draft, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.number} error={fieldProblem(failure, 'number')} isRequired>
        <NumberField
          value={draft.number}
          onChange={(number) => change({ number: number ?? Number.NaN })}
          least={1}
          most={99}
        />
      </Field>
      <Field label={words.electedOn} error={fieldProblem(failure, 'electedOn')} isRequired>
        <DateField value={draft.electedOn} onChange={(electedOn) => change({ electedOn: electedOn ?? '' })} isFirst />
      </Field>
      <Field label={words.years} error={fieldProblem(failure, 'years')} isRequired>
        <NumberField
          value={draft.years}
          onChange={(years) => change({ years: years ?? Number.NaN })}
          least={1}
          most={5}
        />
      </Field>
      <Field label={words.approvedOn} error={fieldProblem(failure, 'approvedOn')}>
        <DateField value={draft.approvedOn} onChange={(approvedOn) => change({ approvedOn })} />
      </Field>
      <Field label={words.approvalNumber}>
        <TextField value={draft.approvalNumber} onChange={(approvalNumber) => change({ approvalNumber })} />
      </Field>
      <Field label={words.extendedTo} error={fieldProblem(failure, 'extendedTo')}>
        <DateField value={draft.extendedTo} onChange={(extendedTo) => change({ extendedTo })} />
      </Field>
      <Field label={words.extensionNumber}>
        <TextField value={draft.extensionNumber} onChange={(extensionNumber) => change({ extensionNumber })} />
      </Field>
    </RecordDialog>
  );
}
