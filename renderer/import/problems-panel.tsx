import { useMemo } from 'react';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.rosterImport.problems;

/** What a problem of any import says. */
interface CellProblem {
  cell: string;
  code: string;
  /** Whom or what the row is about. */
  name: string;
  value: string;
  message: string;
  remedy: string;
}

const columns = (what: string): readonly TableColumn<CellProblem>[] => [
  { key: 'cell', title: words.cell, width: 64, render: ({ cell }) => <strong>{cell}</strong> },
  { key: 'name', title: what, width: 120, render: ({ name }) => <span title={name}>{name}</span> },
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
export function ProblemsPanel({
  problems,
  rows,
  what = words.name,
}: {
  problems: readonly CellProblem[];
  rows: number;
  /** Heading of what a row is about. */
  what?: string;
}) {
  const source = useMemo(() => rowsOf(problems), [problems]);
  const shown = useMemo(() => columns(what), [what]);
  return (
    <Panel title={words.title(rows)} note={words.note} isFlush className="import-problems">
      <DataTable
        label={words.label}
        columns={shown}
        rows={source}
        keyOf={({ cell, code }) => `${cell} ${code}`}
        nameOf={({ cell, name }) => `${cell} ${name}`}
      />
    </Panel>
  );
}
