import type { PointsScheme } from '../../contract/points.ts';
import type { PointsRow } from '../../contract/points-operations.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { rowsOf } from '../ui/row-source.ts';

const words = text.points.sheet;
const { tenths } = text.points;

/** The year of everybody, in the order of posts; places stand there only where the branch turned them on. */
export function SheetView({
  scheme,
  rows,
  onOpen,
}: {
  scheme: PointsScheme;
  rows: readonly PointsRow[];
  onOpen(memberId: string): void;
}) {
  const rated = rows.filter(({ state }) => state === 'rated').length;
  return (
    <div className="points-view">
      <div className="points-bar">
        <strong>{words.summary(rows.length, rated)}</strong>
        <span className="note">{scheme.isRanked ? words.ranked : words.privacy}</span>
        <span className="note points-right">{words.keys}</span>
      </div>
      <Panel isFlush className="points-list">
        <DataTable
          label={words.table}
          columns={scheme.isRanked ? rankedColumns : columns}
          rows={rowsOf(rows)}
          keyOf={({ memberId }) => memberId}
          nameOf={({ name }) => name}
          onOpen={({ memberId }) => onOpen(memberId)}
          isFirst
          empty={<EmptyState sentence={text.points.noMembers} />}
        />
      </Panel>
    </div>
  );
}

/** A value that only who takes part has. */
const ofRated = (show: (row: PointsRow) => string) => (row: PointsRow) => (row.state === 'rated' ? show(row) : '');

const columns: readonly TableColumn<PointsRow>[] = [
  { key: 'name', title: words.name, render: ({ name }) => <strong>{name}</strong> },
  { key: 'group', title: words.group, width: 110, render: ({ groupName }) => groupName },
  { key: 'base', title: words.base, width: 64, align: 'right', render: ofRated(({ base }) => tenths(base)) },
  ...words.quarters.map((title, index) => ({
    key: `quarter${index + 1}`,
    title,
    width: 68,
    align: 'right' as const,
    render: ofRated(({ quarters }) => words.change(quarters[index]?.plus ?? 0, quarters[index]?.minus ?? 0)),
  })),
  { key: 'plus', title: words.plus, width: 56, align: 'right', render: ofRated(({ plus }) => tenths(plus)) },
  { key: 'minus', title: words.minus, width: 56, align: 'right', render: ofRated(({ minus }) => tenths(minus)) },
  {
    key: 'total',
    title: words.total,
    width: 72,
    align: 'right',
    render: ({ total }) => (total === null ? '' : <strong>{tenths(total)}</strong>),
  },
  {
    key: 'band',
    title: words.band,
    width: 130,
    render: ({ band, isVetoed, exemption }) =>
      exemption === null ? (isVetoed ? words.vetoed : band) : words.exemptions[exemption],
  },
  {
    key: 'waiting',
    title: words.waiting,
    width: 64,
    align: 'right',
    render: ({ waiting }) => words.waitingCount(waiting),
  },
];

const [nameColumn, ...otherColumns] = columns;

/** The place beside the name, where it is not scrolled away. */
const rankedColumns: readonly TableColumn<PointsRow>[] = [
  ...(nameColumn === undefined ? [] : [nameColumn]),
  { key: 'rank', title: words.rank, width: 44, align: 'right', render: ({ rank }) => rank ?? '' },
  ...otherColumns,
];
