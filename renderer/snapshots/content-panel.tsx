import { useMemo } from 'react';
import type { Output } from '../../contract/operations.ts';
import { useJob } from '../data/use-job.ts';
import { snapshotFieldText } from '../text/snapshots.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { ProgressCard } from '../ui/progress-card.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.snapshots.content;
const { tables } = text.snapshots;

type Leaving = Output<'snapshot.preview'>[number];

const columns: readonly TableColumn<Leaving>[] = [
  { key: 'table', title: words.table, width: 130, render: ({ name }) => tables[name] ?? name },
  { key: 'rows', title: words.rows, width: 80, align: 'right', render: ({ rows }) => rows },
  {
    key: 'fields',
    title: words.fields,
    render: ({ fields }) => {
      const names = fields.map((field) => snapshotFieldText[field] ?? field).join('、');
      return <span title={names}>{names}</span>;
    },
  },
];

/** Every table and field that would leave now, and how much of it. */
export function ContentPanel() {
  const counting = useJob('snapshot.preview');
  const { result } = counting;
  const rows = useMemo(() => rowsOf(result ?? []), [result]);
  return (
    <Panel
      title={words.title}
      note={words.note}
      isFlush
      className="snapshots-content"
      extra={
        <PermitButton right="decide" size="small" loading={counting.isRunning} onClick={() => void counting.start({})}>
          {words.count}
        </PermitButton>
      }
    >
      {counting.failure !== undefined && <FailurePanel failure={counting.failure} onClose={counting.clear} />}
      {counting.isRunning && (
        <ProgressCard
          title={words.counting}
          progress={counting.progress && { ...counting.progress, label: tables[counting.progress.label] ?? '' }}
          startedAt={counting.startedAt}
          onCancel={counting.cancel}
          staysAfterCancel={words.countCancel}
        />
      )}
      <DataTable
        label={words.title}
        columns={columns}
        rows={rows}
        keyOf={({ name }) => name}
        nameOf={({ name }) => tables[name] ?? name}
        empty={<p className="empty-state">{words.empty}</p>}
      />
    </Panel>
  );
}
