// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight exist, which a table element cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, a cell is its active descendant
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DuesGrid } from '../../contract/dues-operations.ts';
import { readYuan } from '../text/money.ts';
import { text } from '../text/zh-CN.ts';
import { isComposing } from '../ui/is-composing.ts';
import { rowsOf } from '../ui/row-source.ts';
import { useRowWindow } from '../ui/use-row-window.ts';
import { GridRowView } from './grid-row.tsx';
import type { GridRow, useGridEntry } from './use-grid-entry.ts';

const words = text.dues.grid;
const months = 12;

/** The year as a spreadsheet: arrows move, figures are entered, a column is pasted. Only the rows in sight are drawn. */
export function DuesGridTable({
  grid,
  rows,
  entry,
  startMonth,
  startMember,
  onOpen,
}: {
  grid: DuesGrid;
  rows: readonly GridRow[];
  entry: ReturnType<typeof useGridEntry>;
  /** 0 to 11: where the keyboard stands at first. */
  startMonth: number;
  startMember: string | undefined;
  onOpen(row: GridRow, column: number): void;
}) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const source = useMemo(() => rowsOf(rows), [rows]);
  const shown = useRowWindow(box, source);
  const [at, setAt] = useState({ row: 0, column: startMonth });
  const [typed, setTyped] = useState<string | null>(null);
  const row = Math.min(at.row, Math.max(0, rows.length - 1));
  const active = { row, column: at.column };

  const { reveal } = shown;
  useEffect(() => {
    // Who is typing a filter goes on typing.
    if (!(document.activeElement instanceof HTMLInputElement)) box.current?.focus();
    const found = rows.findIndex(({ memberId }) => memberId === startMember);
    if (found < 0) return;
    setAt({ row: found, column: startMonth });
    reveal(found);
  }, []);

  function moveTo(nextRow: number, nextColumn: number): void {
    const to = {
      row: Math.max(0, Math.min(nextRow, rows.length - 1)),
      column: Math.max(0, Math.min(nextColumn, months - 1)),
    };
    setAt(to);
    shown.reveal(to.row);
  }

  // What the memoised rows call must stay the same function while the state moves on.
  const latest = useRef({ rows, entry, active, typed, moveTo, onOpen });
  latest.current = { rows, entry, active, typed, moveTo, onOpen };
  const pick = useCallback((toRow: number, toColumn: number) => latest.current.moveTo(toRow, toColumn), []);
  const open = useCallback((ofRow: number, ofColumn: number) => {
    const found = latest.current.rows[ofRow];
    if (found !== undefined) latest.current.onOpen(found, ofColumn);
  }, []);
  const idOf = useCallback((ofRow: number, ofColumn: number) => `${id}-${ofRow}-${ofColumn}`, [id]);
  const done = useCallback((step: number | null) => {
    const now = latest.current;
    if (now.typed === null) return;
    setTyped(null);
    // The next key may come before the new state: what was typed is taken once.
    latest.current = { ...now, typed: null };
    const member = now.rows[now.active.row];
    const cell = member?.cells[now.active.column];
    if (step !== null && member !== undefined && cell !== undefined && now.typed.trim() !== '') {
      const amount = readYuan(now.typed);
      if (amount === null || amount === 0) now.entry.say(words.unreadable(now.typed));
      else if (cell.paid !== amount) void now.entry.enter(member, cell, amount);
    }
    if (step !== null && step !== 0) now.moveTo(now.active.row + step, now.active.column);
    box.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    if (act(event)) event.preventDefault();
  }

  function act({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const member = rows[active.row];
    const cell = member?.cells[active.column];
    if (ctrlKey || metaKey || altKey) return false;
    const targets: Record<string, [number, number]> = {
      ArrowDown: [active.row + 1, active.column],
      Enter: [active.row + 1, active.column],
      ArrowUp: [active.row - 1, active.column],
      ArrowLeft: [active.row, active.column - 1],
      ArrowRight: [active.row, active.column + 1],
      PageDown: [active.row + shown.perPage, active.column],
      PageUp: [active.row - shown.perPage, active.column],
      Home: [active.row, 0],
      End: [active.row, months - 1],
    };
    const target = targets[key];
    if (target !== undefined) {
      moveTo(...target);
      return true;
    }
    if (member === undefined || cell === undefined) return false;
    if (/^[0-9.０-９]$/.test(key)) setTyped(key);
    else if (key === 'F2') setTyped(cell.paid > 0 ? String(cell.paid / 100) : '');
    else if (key === 'F4') onOpen(member, active.column);
    else if (key === 'Delete' || key === 'Backspace') void entry.clear(cell);
    else if (key === ' ') {
      void entry.enterDue(member, cell);
      moveTo(active.row + 1, active.column);
    } else return false;
    return true;
  }

  const indexes = Array.from({ length: shown.to - shown.from }, (_, offset) => shown.from + offset);
  return (
    <div
      ref={box}
      className="dues-grid"
      role="grid"
      aria-label={text.dues.views.grid}
      aria-rowcount={rows.length + 2}
      aria-colcount={months + 5}
      aria-activedescendant={rows.length === 0 ? undefined : idOf(active.row, active.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (typed !== null) return;
        event.preventDefault();
        void entry.paste(event.clipboardData.getData('text/plain'), rows, active);
      }}
      onScroll={shown.onScroll}
    >
      <div className="dues-row dues-head-row" role="row" aria-rowindex={1}>
        <span role="columnheader">{words.name}</span>
        <span role="columnheader" className="dues-number">
          {words.amount}
        </span>
        {grid.months.map(({ month }, index) => (
          <span key={month} role="columnheader" className="dues-number">
            {words.monthHead(index)}
          </span>
        ))}
        <span role="columnheader" className="dues-number">
          {words.due}
        </span>
        <span role="columnheader" className="dues-number">
          {words.paid}
        </span>
        <span role="columnheader" className="dues-number">
          {words.difference}
        </span>
      </div>
      <div className="dues-body" role="rowgroup" style={{ height: shown.height }}>
        {indexes.map((index) => {
          const member = rows[index];
          if (member === undefined) return null;
          const isHere = index === active.row;
          return (
            <GridRowView
              key={member.memberId}
              row={member}
              index={index}
              top={index * shown.rowHeight}
              height={shown.rowHeight}
              active={isHere ? active.column : -1}
              typed={isHere ? typed : null}
              sent={entry.sent}
              idOf={idOf}
              onPick={pick}
              onOpen={open}
              onType={setTyped}
              onDone={done}
            />
          );
        })}
      </div>
      <div className="dues-row dues-foot-row" role="row" aria-rowindex={rows.length + 2}>
        <span role="rowheader" className="dues-name">
          {words.total}
        </span>
        <span role="gridcell" />
        {grid.months.map(({ month, paid, unpaid }) => (
          <span key={month} role="gridcell" className="dues-number" title={words.unpaidCount(unpaid)}>
            {paid === 0 ? '' : text.dues.money(paid)}
          </span>
        ))}
        <span role="gridcell" className="dues-number">
          {text.dues.money(grid.due)}
        </span>
        <span role="gridcell" className="dues-number">
          {text.dues.money(grid.paid)}
        </span>
        <span role="gridcell" className="dues-number">
          {text.dues.money(grid.difference)}
        </span>
      </div>
    </div>
  );
}
