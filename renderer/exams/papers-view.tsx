import type { PaperSummary } from '../../contract/exam-paper.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.exams.papers;

const columns: readonly TableColumn<PaperSummary>[] = [
  { key: 'title', title: words.title, render: ({ title }) => title },
  { key: 'questions', title: words.questions, width: 60, align: 'right', render: ({ questions }) => questions },
  { key: 'fullMark', title: words.fullMark, width: 60, align: 'right', render: ({ fullMark }) => fullMark },
  {
    key: 'state',
    title: words.state,
    width: 150,
    render: ({ issuedOn }) => (issuedOn === null ? words.draft : words.issued(issuedOn)),
  },
];

/** 试卷: newest first. */
export function PapersView({ onOpen }: { onOpen(id?: string): void }) {
  const { branch } = useWorkspace();
  const found = useOperation('examPaper.list', { branchId: branch.id }, { records: ['examPaper'] });
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return (
    <div className="exams-view">
      <div className="exams-bar">
        <span className="exams-grow" />
        <PermitButton right="enter" type="primary" onClick={() => onOpen()}>
          {words.add}
        </PermitButton>
      </div>
      <Panel isFlush className="exams-list">
        <DataTable
          label={words.table}
          columns={columns}
          rows={rowsOf(found.value ?? [])}
          keyOf={({ id }) => id}
          nameOf={({ title }) => title}
          onOpen={({ id }) => onOpen(id)}
          onEdit={({ id }) => onOpen(id)}
          isFirst
          empty={
            found.value !== undefined && (
              <EmptyState sentence={words.none} action={{ label: words.add, onAct: () => onOpen(), right: 'enter' }} />
            )
          }
        />
      </Panel>
    </div>
  );
}
