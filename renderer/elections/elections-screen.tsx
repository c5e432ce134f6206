import { useState } from 'react';
import type { Election } from '../../contract/election.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { ElectionPage } from './election-page.tsx';
import './elections.css';
import { NewElectionDialog } from './new-election-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';

const words = text.elections;

const columns: readonly TableColumn<Election>[] = [
  { key: 'title', title: words.name, render: ({ title }) => <span className="row-name">{title}</span> },
  { key: 'kind', title: words.kind, width: 90, render: ({ kind }) => words.kinds[kind] },
  { key: 'heldOn', title: words.day, width: 110, render: ({ heldOn }) => heldOn ?? '' },
  {
    key: 'steps',
    title: words.progress,
    width: 80,
    align: 'right',
    render: ({ steps }) => words.steps(steps.filter(({ doneOn }) => doneOn !== null).length, steps.length),
  },
  {
    key: 'state',
    title: words.state,
    width: 120,
    render: ({ appointedOn }) => appointedOn ?? '',
  },
];

/** 换届 and 补选 of the branch: the files, and one of them with its steps, ballots and approvals. */
export function ElectionsScreen() {
  const { branch, route, go } = useWorkspace();
  const files = useOperation('election.list', { branchId: branch.id }, { records: ['election'] });
  const [dialog, setDialog] = useState<Election['kind'] | 'template'>();
  const open = (id: string) => go({ screen: 'elections', recordId: id });
  if (route.recordId !== undefined) return <ElectionPage key={route.recordId} id={route.recordId} />;
  const all = files.value ?? [];
  return (
    <div className="elections">
      <PageHeader
        title={words.title}
        summary={words.summary(all.length)}
        actions={
          <>
            <PermitButton right="configure" onClick={() => setDialog('template')}>
              {words.template}
            </PermitButton>
            <PermitButton right="enter" onClick={() => setDialog('by-election')}>
              {words.addBy}
            </PermitButton>
            <PermitButton right="enter" type="primary" onClick={() => setDialog('re-election')}>
              {words.add}
            </PermitButton>
          </>
        }
      />
      {files.failure !== undefined && <FailurePanel failure={files.failure} />}
      <Panel isFlush className="elections-list">
        <DataTable
          label={words.title}
          columns={columns}
          rows={rowsOf(all)}
          keyOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={({ id }) => open(id)}
          isFirst
          empty={
            files.value !== undefined && (
              <EmptyState
                sentence={words.none}
                action={{ label: words.add, onAct: () => setDialog('re-election'), right: 'enter' }}
              />
            )
          }
        />
      </Panel>
      {dialog === 'template' && <TemplateDialog onClose={() => setDialog(undefined)} />}
      {(dialog === 're-election' || dialog === 'by-election') && (
        <NewElectionDialog kind={dialog} onClose={() => setDialog(undefined)} onMade={open} />
      )}
    </div>
  );
}
