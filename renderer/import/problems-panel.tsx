import { useMemo } from 'react';
import type { RosterProblem } from '../../contract/roster-import.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.rosterImport.problems;

const columns: readonly TableColumn<RosterProblem>[] = [
  { key: 'cell', title: words.cell, width: 64, render: ({ cell }) => <strong>{cell}</strong> },
  { key: 'name', title: words.name, width: 120, render: ({ personName }) => personName },
  {
    key: 'written',
    title: words.written,
    width: 200,
    render: ({ value }) => <span className="import-written">{value === '' ? words.blank : value}</span>,
  },
  {
    key: 'problem',
    title: words.problem,
    render: ({ message }) => (
      <span title={message}>
        <SeverityMark severity="overdue" label={<span className="import-plain">{message}</span>} />
      </span>
    ),
  },
  { key: 'remedy', title: words.remedy, render: ({ remedy }) => <span title={remedy}>{remedy}</span> },
];

/** Every problem of the file, at the place where she finds it in her own program. */
export function ProblemsPanel({ problems, rows }: { problems: readonly RosterProblem[]; rows: number }) {
  const source = useMemo(() => rowsOf(problems), [problems]);
  return (
    <Panel title={words.title(rows)} note={words.note} isFlush className="import-problems">
      <DataTable
        label={words.label}
        columns={columns}
        rows={source}
        keyOf={({ cell, code }) => `${cell} ${code}`}
        nameOf={({ cell, personName }) => `${cell} ${personName}`}
      />
    </Panel>
  );
}
