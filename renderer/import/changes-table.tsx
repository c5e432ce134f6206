import { useMemo } from 'react';
import type { RosterChange, RosterEntry } from '../../contract/roster-import.ts';
import { rosterFieldText } from '../text/import.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.rosterImport.changes;

interface Line {
  key: string;
  entry: RosterEntry;
  change: RosterChange;
  /** First line of its person: the only one that names it. */
  isFirst: boolean;
}

const columns: readonly TableColumn<Line>[] = [
  {
    key: 'name',
    title: words.name,
    width: 150,
    render: ({ entry, isFirst }) => isFirst && <span className="row-name">{entry.name}</span>,
  },
  { key: 'branch', title: words.branch, width: 140, render: ({ entry, isFirst }) => isFirst && entry.branchName },
  { key: 'field', title: words.field, width: 140, render: ({ change }) => rosterFieldText[change.field] },
  { key: 'before', title: words.before, render: ({ change }) => (change.before === '' ? words.blank : change.before) },
  { key: 'arrow', title: '', width: 24, render: () => '→' },
  { key: 'after', title: words.after, render: ({ change }) => <strong>{change.after}</strong> },
  { key: 'cell', title: words.cell, width: 80, render: ({ change }) => change.cell },
];

/** Old and new, field by field; what is not ticked stays as it is. */
export function ChangesTable({
  entries,
  unwanted,
  onUnwanted,
}: {
  entries: readonly RosterEntry[];
  unwanted: ReadonlySet<string>;
  onUnwanted(unwanted: ReadonlySet<string>): void;
}) {
  const lines = useMemo(
    () =>
      entries.flatMap((entry) =>
        entry.changes.map(
          (change, index): Line => ({ key: `${entry.row} ${change.field}`, entry, change, isFirst: index === 0 }),
        ),
      ),
    [entries],
  );
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const wanted = useMemo(
    () => new Set(lines.map(({ key }) => key).filter((key) => !unwanted.has(key))),
    [lines, unwanted],
  );
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
      nameOf={({ entry, change }) => words.wanted(entry.name, rosterFieldText[change.field])}
      selected={wanted}
      onSelect={(keys) => onUnwanted(new Set(lines.map(({ key }) => key).filter((key) => !keys.has(key))))}
      empty={<p className="empty-state">{words.none}</p>}
    />
  );
}
