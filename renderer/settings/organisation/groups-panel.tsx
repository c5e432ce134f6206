import { useState } from 'react';
import { blankGroup, type Group } from '../../../contract/branch.ts';
import { newId } from '../../data/new-id.ts';
import { useOperation } from '../../data/use-operation.ts';
import { useSave } from '../../data/use-save.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldProblem } from '../../ui/field-problem.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RecordDialog } from '../record-dialog.tsx';
import { RecordTable } from './record-table.tsx';
import { usePeople } from './use-people.ts';

const words = text.settings.organisation;

export function GroupsPanel() {
  const { branch, today } = useWorkspace();
  const reading = useOperation('group.list', { branchId: branch.id }, { records: ['group'] });
  const { nameOf } = usePeople();
  const [edited, setEdited] = useState<Group>();
  const columns: readonly TableColumn<Group>[] = [
    { key: 'name', title: words.name, render: ({ name }) => <span className="row-name">{name}</span> },
    { key: 'leader', title: words.leader, width: 90, render: ({ leaderId }) => nameOf(leaderId) },
    { key: 'from', title: words.from, width: 100, render: ({ from }) => from },
    { key: 'to', title: words.to, width: 100, render: ({ to }) => to ?? '' },
  ];
  return (
    <RecordTable<Group>
      title={words.groups}
      addLabel={words.addGroup}
      reading={reading}
      columns={columns}
      nameOf={({ name }) => name}
      emptySentence={words.noGroups}
      onAdd={() =>
        setEdited({ ...blankGroup, id: newId(), revision: 0, branchId: branch.id, name: '', from: today } as Group)
      }
      onEdit={setEdited}
    >
      {edited !== undefined && <GroupDialog key={edited.id} start={edited} onClose={() => setEdited(undefined)} />}
    </RecordTable>
  );
}

function GroupDialog({ start, onClose }: { start: Group; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const { save, failure, isSaving } = useSave('group.save');
  const { options } = usePeople();
  const isNew = start.revision === 0;
  const change = (fields: Partial<Group>) => setDraft({ ...draft, ...fields });
  return (
    <RecordDialog
      history={{ record: 'group', id: draft.id }}
      title={isNew ? words.addGroup : words.editGroup}
      isNew={isNew}
      isSaving={isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await save({ draft, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.name} error={fieldProblem(failure, 'name')} isRequired>
        <TextField value={draft.name} onChange={(name) => change({ name })} maxLength={50} isFirst />
      </Field>
      <Field label={words.leader} error={fieldProblem(failure, 'leaderId')}>
        <SelectField
          value={draft.leaderId}
          options={options}
          onChange={(leaderId) => change({ leaderId })}
          isClearable
        />
      </Field>
      <Field label={words.from} error={fieldProblem(failure, 'from')} isRequired>
        <DateField value={draft.from} onChange={(from) => change({ from: from ?? '' })} />
      </Field>
      <Field label={words.to} hint={words.groupToHint} error={fieldProblem(failure, 'to')}>
        <DateField value={draft.to} onChange={(to) => change({ to })} />
      </Field>
      <Field label={words.venue} className="field-wide">
        <TextField value={draft.venue} onChange={(venue) => change({ venue })} />
      </Field>
    </RecordDialog>
  );
}
