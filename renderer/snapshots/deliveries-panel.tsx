import { useMemo } from 'react';
import type { Output } from '../../contract/operations.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.snapshots.deliveries;

type Delivery = Output<'snapshot.deliveries'>[number];

const columns: readonly TableColumn<Delivery>[] = [
  { key: 'sequence', title: words.sequence, width: 60, align: 'right', render: ({ receipt }) => receipt.sequence },
  { key: 'receivedAt', title: words.receivedAt, width: 150, render: ({ receipt }) => localTime(receipt.receivedAt) },
  { key: 'number', title: words.number, render: ({ receipt }) => receipt.number },
  {
    key: 'bytes',
    title: words.bytes,
    width: 90,
    align: 'right',
    render: ({ receipt }) => words.kilobytes(Math.ceil(receipt.bytes / 1024)),
  },
];

/** Receipts of the receiver, newest first. */
export function DeliveriesPanel({ deliveries }: { deliveries: readonly Delivery[] }) {
  const rows = useMemo(() => rowsOf(deliveries), [deliveries]);
  return (
    <Panel title={words.title} isFlush className="snapshots-deliveries">
      <DataTable
        label={words.title}
        columns={columns}
        rows={rows}
        keyOf={({ receipt }) => receipt.number}
        nameOf={({ receipt }) => receipt.number}
        empty={<p className="empty-state">{words.none}</p>}
      />
    </Panel>
  );
}
