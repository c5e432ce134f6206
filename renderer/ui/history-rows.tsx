import { Fragment } from 'react';
import type { HistoryEntry, Names } from '../../contract/history.ts';
import { fieldText } from '../text/history.ts';
import { text } from '../text/zh-CN.ts';
import { HistoryChanges, historyTitle, Lines } from './history-entry.tsx';
import { comparedLines, valueLines } from './history-value.ts';
import './history-rows.css';

type Row = Pick<HistoryEntry, 'action' | 'record' | 'part' | 'rowLabel' | 'changes'>;

/** From so many rows of one kind on, each is told in a line. */
const listedFrom = 3;
const mostLines = 40;

/** The rows of one save: the record first, then its parts; many of a kind (到会情况) in a line each. */
export function HistoryRows({ rows, names }: { rows: readonly (Row & { sequence: number })[]; names: Names }) {
  const kinds = new Map<string, (Row & { sequence: number })[]>();
  for (const row of rows.toSorted((one, other) => one.sequence - other.sequence)) {
    const kind = `${row.record} ${row.part} ${row.action}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  return [...kinds].map(([kind, alike]) =>
    alike.length >= listedFrom && alike.every(({ rowLabel }) => rowLabel !== '') ? (
      <ListedRows key={kind} rows={alike} names={names} />
    ) : (
      alike.map((row) => (
        <Fragment key={row.sequence}>
          <h3>{historyTitle(row)}</h3>
          <HistoryChanges entry={row} names={names} />
        </Fragment>
      ))
    ),
  );
}

/** Rows of one kind, a line each: 朱建国：到会 出席; 朱建国：到会 请假 → 出席. */
export function ListedRows({ rows, names }: { rows: readonly Row[]; names: Names }) {
  const [first] = rows;
  if (first === undefined) return null;
  const { history } = text;
  return (
    <>
      <h3>{history.listed(history.actions[first.action], history.parts[first.part] ?? first.part, rows.length)}</h3>
      <div className="history-rows">
        <Lines lines={rows.slice(0, mostLines).map((row) => rowLine(row, names))} />
        {rows.length > mostLines && <p className="note">{text.changes.more(rows.length - mostLines)}</p>}
      </div>
    </>
  );
}

/** Fields that the label of the row says already, or that only keep its place. */
const said: ReadonlySet<string> = new Set(['memberId', 'position']);

function rowLine({ action, part, rowLabel, changes }: Row, names: Names): string {
  const told = changes.flatMap(({ field, before, after }) => {
    if (said.has(field)) return [];
    const name = fieldText(field, part);
    if (action === 'update') {
      const lines = comparedLines(part, field, before, after, names);
      return [`${name} ${lines.before.join('；')} → ${lines.after.join('；')}`];
    }
    const value = action === 'insert' ? after : before;
    return value === null || value === '' ? [] : [`${name} ${valueLines(part, field, value, names).join('；')}`];
  });
  return `${rowLabel}：${told.join('，')}`;
}
