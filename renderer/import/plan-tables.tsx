import { useMemo } from 'react';
import type { RosterEntry, RosterField, RosterNotice } from '../../contract/roster-import.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.rosterImport;

const name: TableColumn<RosterEntry> = {
  key: 'name',
  title: words.changes.name,
  width: 150,
  render: (entry) => <span className="row-name">{entry.name}</span>,
};
const branch: TableColumn<RosterEntry> = {
  key: 'branch',
  title: words.changes.branch,
  render: (entry) => entry.branchName,
};
const group: TableColumn<RosterEntry> = {
  key: 'group',
  title: words.added.group,
  width: 130,
  render: (entry) => entry.groupName,
};
const row: TableColumn<RosterEntry> = {
  key: 'row',
  title: words.added.row,
  width: 60,
  align: 'right',
  render: (entry) => entry.row,
};

function valueColumn(field: RosterField, title: string, width: number): TableColumn<RosterEntry> {
  return {
    key: field,
    title,
    width,
    render: ({ changes }) => changes.find((change) => change.field === field)?.after ?? '',
  };
}

const newColumns = [
  name,
  branch,
  group,
  valueColumn('idNumber', words.added.idNumber, 180),
  valueColumn('bornOn', words.added.bornOn, 110),
  valueColumn('joinedOn', words.added.joinedOn, 110),
  valueColumn('confirmedOn', words.added.confirmedOn, 110),
  row,
];
const sameColumns = [name, branch, group, row];

/** Who will be made. */
export function NewTable({ entries }: { entries: readonly RosterEntry[] }) {
  return <EntryTable entries={entries} columns={newColumns} label={words.added.label} none={words.added.none} />;
}

/** Who stays as is. */
export function SameTable({ entries }: { entries: readonly RosterEntry[] }) {
  return <EntryTable entries={entries} columns={sameColumns} label={words.same.label} none={words.same.none} />;
}

function EntryTable({
  entries,
  columns,
  label,
  none,
}: {
  entries: readonly RosterEntry[];
  columns: readonly TableColumn<RosterEntry>[];
  label: string;
  none: string;
}) {
  const rows = useMemo(() => rowsOf(entries), [entries]);
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      keyOf={(entry) => String(entry.row)}
      nameOf={(entry) => entry.name}
      empty={<p className="empty-state">{none}</p>}
    />
  );
}

const noticeColumns: readonly TableColumn<RosterNotice>[] = [
  { key: 'cell', title: words.notices.cell, width: 80, render: ({ cell }) => cell },
  { key: 'text', title: words.notices.text, render: (notice) => <span title={notice.text}>{notice.text}</span> },
  { key: 'why', title: words.notices.why, width: 320, render: ({ kind }) => words.notices.kinds[kind] },
];

/** What the file holds and the import leaves. */
export function NoticesTable({ notices }: { notices: readonly RosterNotice[] }) {
  const rows = useMemo(() => rowsOf(notices), [notices]);
  return (
    <DataTable
      label={words.notices.label}
      columns={noticeColumns}
      rows={rows}
      keyOf={({ sheet, cell, kind }) => `${sheet} ${cell} ${kind}`}
      nameOf={(notice) => notice.text}
      empty={<p className="empty-state">{words.notices.none}</p>}
    />
  );
}
