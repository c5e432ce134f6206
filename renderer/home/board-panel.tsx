import type { Output } from '../../contract/operations.ts';
import { meetingTypeShortNames } from '../../rules/codes/meeting.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { earlierDay } from './due-route.ts';

type Row = Output<'meeting.board'>[number];
type Cell = Row['cells'][number];

/** 三会一课 of the year: a cell for each period in which a meeting is due; a cell opens the entry or the list. */
export function BoardPanel() {
  const { branch, asOf } = useWorkspace();
  const year = Number(asOf.slice(0, 4));
  const { value, failure } = useOperation(
    'meeting.board',
    { branchId: branch.id, year, asOf },
    { records: ['meeting', 'group', 'branch', 'appraisal', 'setting'] },
  );
  const { board } = text.home;
  const rows = value?.filter(isAsked) ?? [];
  const yearly = rows.filter(isYearly);
  return (
    <Panel
      title={board.title}
      note={board.year(year)}
      className="board"
      extra={
        <span className="board-legend note">
          <i className="board-sign board-met" /> {board.registered}
          <i className="board-sign board-open" /> {board.open}
          <i className="board-sign board-missing" /> {board.missing}
        </span>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      <div className="board-grid">
        <span />
        {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
          <span key={month} className={`board-month ${month === Number(asOf.slice(5, 7)) ? 'board-now' : ''}`}>
            {month === Number(asOf.slice(5, 7)) ? board.monthSuffix(month) : month}
          </span>
        ))}
        {rows
          .filter((row) => !isYearly(row))
          .map((row) => (
            <BoardRow key={row.type} row={row} year={year} />
          ))}
        {yearly.length > 0 && <span className="board-type">{board.yearlyRow}</span>}
        {yearly.map((row) => (
          <BoardCells key={row.type} row={row} year={year} months={12 / yearly.length} />
        ))}
      </div>
    </Panel>
  );
}

/** Types that are due at some time of the year, or were held all the same. */
function isAsked({ cells }: Row): boolean {
  return cells.some(({ state, held }) => state !== 'not-required' || held > 0);
}

/** Due once a year: these share the last line. */
function isYearly({ cells }: Row): boolean {
  return cells.length === 1;
}

function BoardRow({ row, year }: { row: Row; year: number }) {
  return (
    <>
      <span className="board-type">{meetingTypeShortNames[row.type]}</span>
      <BoardCells row={row} year={year} />
    </>
  );
}

/** `months`: the width, where it is not that of the period itself. */
function BoardCells({ row, year, months }: { row: Row; year: number; months?: number }) {
  return row.cells.map((cell) => (
    <BoardCell key={cell.from} row={row} cell={cell} year={year} months={months ?? monthsIn(cell)} />
  ));
}

function BoardCell({ row, cell, year, months }: { row: Row; cell: Cell; year: number; months: number }) {
  const { go, today } = useWorkspace();
  const { board } = text.home;
  const name = meetingTypeShortNames[row.type];
  const label = board.cell(name, periodName(cell, year), cell.held, cell.required, board.states[cell.state]);
  const span = { gridColumn: `span ${months}` };
  const prefix = isYearly(row) ? `${name} ` : '';
  if (cell.state === 'future' || cell.state === 'not-required') {
    return (
      <span className={`board-cell board-${cell.state}`} style={span} title={label}>
        {prefix}
        {cell.held > 0 ? cell.held : ''}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`board-cell board-${cell.state}`}
      style={span}
      title={label}
      aria-label={label}
      onClick={() =>
        cell.state === 'met'
          ? go({ screen: 'meetings', params: { type: row.type, from: cell.from, to: cell.to } })
          : go({
              screen: 'meetings',
              view: 'new',
              params: { type: row.type, heldOn: earlierDay(cell.to, today) },
            })
      }
    >
      {prefix}
      {shownIn(cell)}
    </button>
  );
}

function shownIn({ state, held, required }: Cell): string {
  const { board } = text.home;
  if (state === 'missing') return board.missing;
  return state === 'open' ? board.fraction(held, required) : String(held);
}

function monthsIn({ from, to }: Cell): number {
  return Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}

function periodName(cell: Cell, year: number): string {
  const { board } = text.home;
  const months = monthsIn(cell);
  const first = Number(cell.from.slice(5, 7));
  if (months === 1) return board.monthSuffix(first);
  return months === 3 ? (board.quarters[Math.floor(first / 3)] ?? '') : board.year(year);
}
