import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DevelopmentRow } from '../../contract/development-operations.ts';
import { developmentStageNames } from '../../rules/codes/development.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { loadInitials, matchesTyped } from '../ui/initials.ts';
import { KeyHints } from '../ui/key-hints.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { TextField } from '../ui/text-field.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { PersonDialog } from './person-dialog.tsx';

const words = text.development;
const stages = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const;

/** Everybody by stage, with what comes next. */
export function CaseList() {
  const { branch, asOf, go } = useWorkspace();
  const [stage, setStage] = useState<string>();
  const [includeClosed, setIncludeClosed] = useState(false);
  const [typed, setTyped] = useState('');
  const filter = useRef<InputRef>(null);
  const [isAdding, setIsAdding] = useState(false);
  useShortcut({ key: 'n', onPress: () => setIsAdding(true) });
  useShortcut({ key: '/', onPress: () => filter.current?.focus() });
  const [, setIsReady] = useState(false);
  useEffect(() => void loadInitials().then(() => setIsReady(true)), []);
  const [created, setCreated] = useState<string>();
  // Once the form is gone, so that it is not taken for something unsaved.
  useEffect(() => {
    if (created !== undefined) go({ screen: 'development', recordId: created });
  }, [created, go]);
  const list = useOperation(
    'developmentCase.list',
    { branchId: branch.id, asOf, includeClosed },
    { records: ['developmentCase', 'member', 'setting'] },
  );
  const all = list.value ?? [];
  const shown = all.filter(
    (row) => (stage === undefined || row.stage === stage) && (typed === '' || matchesTyped(typed, row.name)),
  );
  const columns: TableColumn<DevelopmentRow>[] = [
    { key: 'name', title: words.columns.name, width: 110, render: (row) => <strong>{row.name}</strong> },
    {
      key: 'stage',
      title: words.columns.stage,
      width: 120,
      render: (row) => (row.isClosed ? words.closed : developmentStageNames[row.stage]),
    },
    { key: 'appliedOn', title: words.columns.appliedOn, width: 110, render: (row) => row.appliedOn ?? '' },
    {
      key: 'next',
      title: words.columns.next,
      render: (row) => (row.nextStep === null ? words.noNext : `${row.nextPosition ?? row.nextStep}. ${row.nextName}`),
    },
    { key: 'window', title: words.columns.window, width: 250, render: (row) => words.window(row.earliest, row.latest) },
    {
      key: 'papers',
      title: words.columns.papers,
      width: 80,
      align: 'right',
      render: (row) => words.number(row.documentsMissing),
    },
    {
      key: 'findings',
      title: words.columns.findings,
      width: 80,
      align: 'right',
      render: (row) => words.number(row.findings),
    },
  ];
  return (
    <>
      <div className="development-bar">
        <TextField
          ref={filter}
          className="development-filter"
          label={words.filter}
          placeholder={words.filter}
          value={typed}
          onChange={setTyped}
          onEscape={() => setTyped('')}
        />
        {[undefined, ...stages].map((name) => (
          <button
            key={name ?? 'all'}
            type="button"
            className="plain-button development-chip"
            aria-pressed={stage === name}
            onClick={() => setStage(name)}
          >
            {name === undefined ? words.stages.all : developmentStageNames[name]}{' '}
            {name === undefined ? all.length : all.filter((row) => row.stage === name).length}
          </button>
        ))}
        <CheckField label={words.includeClosed} isChecked={includeClosed} onChange={setIncludeClosed} />
        <PermitButton right="enter" type="primary" className="development-add" onClick={() => setIsAdding(true)}>
          {words.add}
        </PermitButton>
      </div>
      {list.failure !== undefined && <FailurePanel failure={list.failure} />}
      <DataTable
        label={words.title}
        note={
          stage === undefined && typed === '' ? '' : text.print.joined([text.print.narrowed, text.print.found(typed)])
        }
        columns={columns}
        rows={rowsOf(shown)}
        keyOf={(row) => row.id}
        nameOf={(row) => row.name}
        onOpen={(row) => go({ screen: 'development', recordId: row.id })}
        empty={
          list.value === undefined ? null : typed !== '' || stage !== undefined ? (
            <EmptyState
              sentence={words.nobody}
              action={{
                label: words.showAll,
                onAct: () => {
                  setTyped('');
                  setStage(undefined);
                },
              }}
            />
          ) : (
            <EmptyState
              sentence={words.empty}
              action={{ label: words.add, onAct: () => setIsAdding(true), right: 'enter' }}
            />
          )
        }
        isFirst
      />
      <KeyHints
        hints={[
          { keys: ['N'], does: words.add },
          { keys: ['/'], does: words.filter },
          { keys: ['Enter'], does: words.open },
        ]}
      />
      {isAdding && (
        <PersonDialog
          record={undefined}
          onClose={(id) => {
            setIsAdding(false);
            setCreated(id);
          }}
        />
      )}
    </>
  );
}
