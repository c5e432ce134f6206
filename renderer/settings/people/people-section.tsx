import { useState } from 'react';
import type { KeyChange, Person } from '../../../contract/person.ts';
import { roleNames } from '../../../rules/codes/role.ts';
import { useOperation } from '../../data/use-operation.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { roleNotes } from '../../text/people.ts';
import { text } from '../../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { FailurePanel } from '../../ui/failure-panel.tsx';
import { localTime } from '../../ui/local-time.ts';
import { Panel } from '../../ui/panel.tsx';
import { PermitButton } from '../../ui/permit-button.tsx';
import { rowsOf } from '../../ui/row-source.ts';
import { AccessTable } from './access-table.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { KeyChangeDialog } from './key-change-dialog.tsx';
import './people.css';
import { PersonDialog } from './person-dialog.tsx';

const words = text.people;

/** Who opens the archive, each with a role and a passphrase of their own; below, who may read what is restricted. */
export function PeopleSection() {
  const { rights, confirmers } = useWorkspace();
  const { value, failure } = useOperation('person.list', {}, { records: ['person', 'setting'] });
  const [isAdding, setIsAdding] = useState(false);
  const [chosen, setChosen] = useState<Person>();
  const [removed, setRemoved] = useState<{ name: string; change: KeyChange }>();
  const self = value?.self;
  const mayManage = rights.includes('manage');
  // Who is being removed leaves the list before the keys are changed: the dialog waits for that.
  const opened = chosen && (value?.people.find(({ id }) => id === chosen.id) ?? chosen);
  const columns: readonly TableColumn<Person>[] = [
    {
      key: 'name',
      title: words.columns.name,
      width: 220,
      render: ({ id, name }) => (
        <>
          <span className="row-name">{name}</span>
          {id === self && <span className="setting-local">{words.self}</span>}
        </>
      ),
    },
    { key: 'role', title: words.columns.role, width: 140, render: ({ role }) => roleNames[role] },
    { key: 'note', title: words.columns.note, render: ({ role }) => roleNotes[role] },
    { key: 'addedOn', title: words.columns.addedOn, width: 110, render: ({ addedOn }) => addedOn },
    {
      key: 'passphraseSetAt',
      title: words.columns.passphraseSetAt,
      width: 150,
      render: ({ passphraseSetAt }) => localTime(passphraseSetAt),
    },
  ];
  return (
    <div className="people-section">
      <Panel
        title={words.title}
        isFlush
        className="people-list"
        extra={
          <PermitButton right="manage" size="small" onClick={() => setIsAdding(true)}>
            {words.add}
          </PermitButton>
        }
      >
        <p className="note people-note">{words.note}</p>
        {failure !== undefined && <FailurePanel failure={failure} />}
        <DataTable
          label={words.title}
          columns={columns}
          rows={rowsOf(value?.people ?? [])}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          {...(mayManage ? { onOpen: setChosen, onEdit: setChosen } : {})}
        />
        {mayManage && <p className="note people-note">{words.openHint}</p>}
        {confirmers.length === 0 && <p className="note people-note">{words.alone}</p>}
      </Panel>
      <Panel title={words.accessTitle}>
        {value !== undefined && <AccessTable access={value.access} mayChange={mayManage} />}
        <p className="note">{words.honest}</p>
      </Panel>
      {isAdding && <AddPersonDialog onClose={() => setIsAdding(false)} />}
      {opened !== undefined && (
        <PersonDialog
          person={opened}
          isSelf={opened.id === self}
          onClose={() => setChosen(undefined)}
          onRemoved={(change) => {
            setChosen(undefined);
            if (change !== null) setRemoved({ name: opened.name, change });
          }}
        />
      )}
      {removed !== undefined && (
        <KeyChangeDialog
          title={words.removed(removed.name)}
          change={removed.change}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </div>
  );
}
