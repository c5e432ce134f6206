import { useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { ExamEditor } from './exam-editor.tsx';

const words = text.exams.exams;

type Row = Output<'exam.list'>[number];

const columns: readonly TableColumn<Row>[] = [
  { key: 'heldOn', title: words.heldOn, width: 100, render: ({ exam }) => exam.heldOn },
  { key: 'title', title: words.title, render: ({ exam }) => exam.title },
  { key: 'mode', title: words.mode, width: 56, render: ({ exam }) => words.modes[exam.mode] },
  { key: 'expected', title: words.expected, width: 50, align: 'right', render: ({ counts }) => counts.expected },
  { key: 'taken', title: words.taken, width: 50, align: 'right', render: ({ counts }) => counts.taken },
  { key: 'passed', title: words.passed, width: 50, align: 'right', render: ({ counts }) => counts.passed },
  {
    key: 'participation',
    title: words.participation,
    width: 70,
    align: 'right',
    render: ({ counts }) => words.percent(counts.participation),
  },
  {
    key: 'passRate',
    title: words.passRate,
    width: 70,
    align: 'right',
    render: ({ counts }) => words.percent(counts.passRate),
  },
  {
    key: 'state',
    title: words.state,
    width: 120,
    render: ({ exam, counts }) =>
      exam.closedOn !== null ? words.closed : counts.waiting > 0 ? words.waiting(counts.waiting) : words.open,
  },
];

/** 考试 of a year, newest first. */
export function ExamsView({ year, onOpen }: { year: number; onOpen(id: string): void }) {
  const { branch } = useWorkspace();
  const [isAdding, setIsAdding] = useState(false);
  const found = useOperation(
    'exam.list',
    { branchId: branch.id, year },
    { records: ['exam', 'examSitting', 'examCertificate', 'member'] },
  );
  if (found.failure !== undefined) return <FailurePanel failure={found.failure} />;
  return (
    <div className="exams-view">
      <div className="exams-bar">
        <span className="exams-grow" />
        <PermitButton right="enter" type="primary" onClick={() => setIsAdding(true)}>
          {words.add}
        </PermitButton>
      </div>
      <Panel isFlush className="exams-list">
        <DataTable
          label={words.table}
          note={text.print.year(year)}
          columns={columns}
          rows={rowsOf(found.value ?? [])}
          keyOf={({ exam }) => exam.id}
          nameOf={({ exam }) => exam.title}
          onOpen={({ exam }) => onOpen(exam.id)}
          onEdit={({ exam }) => onOpen(exam.id)}
          isFirst
          empty={
            found.value !== undefined && (
              <EmptyState
                sentence={words.none(year)}
                action={{ label: words.add, onAct: () => setIsAdding(true), right: 'enter' }}
              />
            )
          }
        />
      </Panel>
      {isAdding && (
        <ExamEditor
          stored={undefined}
          onClose={(saved) => {
            setIsAdding(false);
            if (saved !== undefined) onOpen(saved);
          }}
        />
      )}
    </div>
  );
}
