import { Button } from 'antd';
import { useState } from 'react';
import type { PointsCycle, PointsLine, PointsRow } from '../../contract/points-operations.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { originRoute } from './origin-route.ts';

const words = text.points.person;
const { tenths } = text.points;

/** One person's year: the arithmetic, and for each point the record or the evidence behind it. For that person alone. */
export function PersonView({ row, year, onBack }: { row: PointsRow; year: number; onBack(): void }) {
  const { branch, asOf, go } = useWorkspace();
  const found = useOperation(
    'pointsEntry.list',
    { branchId: branch.id, year, asOf, memberId: row.memberId },
    { records: ['pointsEntry', 'pointsScheme'] },
  );
  const [chosen, setChosen] = useState<string>();
  const lines = (found.value ?? []).toReversed();
  const line = lines.find(({ entry }) => entry.id === chosen) ?? lines[0];
  const { base, plus, minus, total, cycles } = row;
  const isLimited = total !== null && total !== base + plus - minus;

  return (
    <div className="points-view">
      <div className="points-bar">
        <Button size="small" onClick={onBack}>
          {words.back}
        </Button>
        <strong className="points-person">{words.title(row.name, year)}</strong>
        <span className="note points-right">{words.private}</span>
        <PrintButton ids={['95-points-card']} recordId={row.memberId} year={year} label={words.print} />
        <Button size="small" onClick={() => go({ screen: 'members', recordId: row.memberId })}>
          {words.file}
        </Button>
      </div>
      <Panel>
        {total === null ? (
          <p>{words.notRated}</p>
        ) : (
          <p className="points-sum">
            <strong>{tenths(total)}</strong>
            <span>
              {words.arithmetic(tenths(base), tenths(plus), tenths(minus), tenths(total))}
              {isLimited && (row.isVetoed ? ` ${text.points.sheet.vetoed}` : ` ${words.limited}`)}
            </span>
            {row.band !== '' && <span>{words.band(row.band)}</span>}
          </p>
        )}
        {(cycles.length > 1 || cycles[0]?.baseKind !== 'scheme') && <Cycles cycles={cycles} />}
      </Panel>
      {found.failure !== undefined && <FailurePanel failure={found.failure} />}
      <div className="points-body">
        <Panel isFlush className="points-list">
          <DataTable
            label={words.lines}
            columns={columns}
            rows={rowsOf(lines)}
            keyOf={({ entry }) => entry.id}
            nameOf={({ itemText, entry }) => `${entry.on} ${itemText}`}
            onActive={({ entry }) => setChosen(entry.id)}
            onOpen={({ entry }) => {
              if (entry.originRecord !== null) go(originRoute(entry.originRecord, entry.originId ?? ''));
            }}
            isFirst
            empty={found.value !== undefined && <EmptyState sentence={words.nothing} />}
          />
        </Panel>
        {line !== undefined && (
          <Panel title={line.itemText} className="points-detail">
            <Ground line={line} />
          </Panel>
        )}
      </div>
    </div>
  );
}

function Cycles({ cycles }: { cycles: readonly PointsCycle[] }) {
  const sheet = text.points.sheet;
  return (
    <ul className="points-cycles" aria-label={words.cycles}>
      {cycles.map((cycle) => (
        <li key={cycle.from}>
          <span className="note">{cycle.from.slice(0, 7)}</span>
          <strong>{tenths(cycle.result)}</strong>
          <span className="note">
            {`${sheet.base} ${tenths(cycle.base)} ${sheet.change(cycle.plus, cycle.minus)} ${words.baseKinds[cycle.baseKind]}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why these points are there: record or evidence, who decided, what lies above a limit. */
function Ground({ line }: { line: PointsLine }) {
  const { go } = useWorkspace();
  const { entry, originTitle, overCap } = line;
  const { originRecord } = entry;
  return (
    <div className="points-ground">
      <p>{`${entry.on} ${text.points.signed(entry.tenths, line.kind)}`}</p>
      {originRecord !== null && (
        <p>
          <Button size="small" onClick={() => go(originRoute(originRecord, entry.originId ?? ''))}>
            {text.points.entry.origin(text.points.origins[originRecord], originTitle)}
          </Button>
        </p>
      )}
      {entry.evidence !== '' && <p>{entry.evidence}</p>}
      <p>
        <AttachmentsButton
          key={entry.id}
          size="small"
          owner={{ record: 'pointsEntry', recordId: entry.id }}
          name={`${line.memberName} ${line.itemText}`}
          takesDrops={false}
        />
      </p>
      {overCap > 0 && <p className="note">{words.overCap(overCap)}</p>}
      <p className="note">{text.points.states[line.state]}</p>
      {entry.reviewedOn !== null && <p className="note">{words.decided(entry.reviewedOn, entry.reviewedBy)}</p>}
      {entry.approvedOn !== null && <p className="note">{words.decided(entry.approvedOn, entry.approvedBy)}</p>}
      {entry.refusedOn !== null && <p className="note">{words.decided(entry.refusedOn, entry.refusedReason)}</p>}
    </div>
  );
}

const columns: readonly TableColumn<PointsLine>[] = [
  { key: 'on', title: words.on, width: 100, render: ({ entry }) => entry.on },
  { key: 'item', title: words.item, width: 220, render: ({ itemText }) => itemText },
  {
    key: 'points',
    title: words.points,
    width: 72,
    align: 'right',
    render: ({ entry, kind }) => text.points.signed(entry.tenths, kind),
  },
  {
    key: 'counted',
    title: words.counted,
    width: 52,
    align: 'right',
    render: ({ counted, state }) => (state === 'counted' ? tenths(counted) : ''),
  },
  { key: 'ground', title: words.ground, render: ({ originTitle, entry }) => originTitle || entry.evidence },
  { key: 'state', title: words.state, width: 72, render: ({ state }) => text.points.states[state] },
];
