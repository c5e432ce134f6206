import { useMemo } from 'react';
import type { ArchiveCopy } from '../../contract/archive.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from './data-table.tsx';
import { localTime } from './local-time.ts';
import { rowsOf } from './row-source.ts';
import { SeverityMark } from './severity-mark.tsx';

/** Copies of the archive, newest first, with whether each still is what it was. */
export function CopyTable({ copies, onActive }: { copies: readonly ArchiveCopy[]; onActive(copy: ArchiveCopy): void }) {
  const rows = useMemo(() => rowsOf(copies), [copies]);
  return (
    <DataTable
      label={text.copies.label}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      nameOf={({ madeAt }) => localTime(madeAt)}
      onActive={onActive}
      empty={<p className="empty-state">{text.copies.empty}</p>}
    />
  );
}

const columns: readonly TableColumn<ArchiveCopy>[] = [
  { key: 'madeAt', title: text.copies.columns.madeAt, width: 150, render: ({ madeAt }) => localTime(madeAt) },
  { key: 'reason', title: text.copies.columns.reason, width: 96, render: ({ reason }) => text.copies.reasons[reason] },
  { key: 'rows', title: text.copies.columns.rows, width: 80, align: 'right', render: ({ rows }) => rows },
  {
    key: 'bytes',
    title: text.copies.columns.bytes,
    width: 80,
    align: 'right',
    render: ({ bytes }) => megabytes(bytes),
  },
  {
    key: 'state',
    title: text.copies.columns.state,
    render: ({ verifiedAt }) =>
      verifiedAt === null ? (
        <SeverityMark severity="overdue" label={text.copies.unverified} />
      ) : (
        <SeverityMark severity="met" label={text.copies.verifiedAt(localTime(verifiedAt))} />
      ),
  },
];

function megabytes(bytes: number): string {
  return text.copies.megabytes((bytes / 1_048_576).toFixed(1));
}
