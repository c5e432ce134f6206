// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight exist, which a table element cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, a cell is its active descendant
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles every key
import { memo } from 'react';
import type { DuesCell } from '../../contract/dues-operations.ts';
import { duesStateNames } from '../../rules/codes/dues.ts';
import { text } from '../text/zh-CN.ts';
import { isComposing } from '../ui/is-composing.ts';
import { type GridRow, keyOf } from './use-grid-entry.ts';

const words = text.dues.grid;

export interface RowProps {
  row: GridRow;
  index: number;
  top: number;
  height: number;
  /** Column of the active cell in this row, or -1. */
  active: number;
  /** What is typed into the active cell, or `null`. */
  typed: string | null;
  sent: ReadonlyMap<string, number>;
  idOf(row: number, column: number): string;
  onPick(row: number, column: number): void;
  onOpen(row: number, column: number): void;
  onType(typed: string): void;
  /** Ends the typing and goes by a step: 1 down, -1 up, 0 stays; `null` lets what was typed go. */
  onDone(step: number | null): void;
}

/** One member: what is due a month, twelve cells, the sums of the year. */
export const GridRowView = memo(function GridRowView(props: RowProps) {
  const { row, index, top, height, active, typed, sent, idOf } = props;
  return (
    <div role="row" aria-rowindex={index + 2} className="dues-row" style={{ top, height }}>
      <span
        role="rowheader"
        className="dues-name cut"
        title={[row.name, row.groupName, words.owes(row.unpaidMonths)].filter(Boolean).join('　')}
      >
        {row.name}
      </span>
      <span role="gridcell" className="dues-number dues-quiet">
        {row.fixing === null ? words.unfixed : text.dues.money(row.fixing.monthlyAmount)}
      </span>
      {row.cells.map((cell, column) => {
        const isActive = column === active;
        const pending = sent.get(keyOf(row, cell));
        return (
          <span
            key={cell.month}
            id={idOf(index, column)}
            role="gridcell"
            title={cell.state === 'paid' || cell.state === 'none' ? undefined : duesStateNames[cell.state]}
            aria-selected={isActive}
            aria-label={words.cellLabel(row.name, cell.month, duesStateNames[cell.state])}
            className={`dues-cell dues-${cell.state} ${isActive ? 'dues-active' : ''}`}
            onClick={() => props.onPick(index, column)}
            onDoubleClick={() => props.onOpen(index, column)}
          >
            {isActive && typed !== null ? (
              <CellInput typed={typed} onType={props.onType} onDone={props.onDone} />
            ) : pending !== undefined ? (
              <span className="dues-sent">{text.dues.money(pending)}</span>
            ) : (
              <CellText cell={cell} />
            )}
          </span>
        );
      })}
      <span role="gridcell" className="dues-number">
        {text.dues.money(row.due)}
      </span>
      <span role="gridcell" className="dues-number">
        {text.dues.money(row.paid)}
      </span>
      <span role="gridcell" className={`dues-number ${row.difference < 0 ? 'dues-owing' : ''}`}>
        {text.dues.money(row.difference)}
      </span>
    </div>
  );
});

function CellText({ cell }: { cell: DuesCell }) {
  if (cell.paid > 0) {
    const mark = words.marks[cell.state] ?? '';
    return (
      <>
        {mark !== '' && <span className="dues-mark">{mark}</span>}
        {text.dues.money(cell.paid)}
      </>
    );
  }
  return <span className="dues-state">{words.states[cell.state] ?? ''}</span>;
}

function CellInput({ typed, onType, onDone }: Pick<RowProps, 'onType' | 'onDone'> & { typed: string }) {
  return (
    <input
      className="dues-input"
      // biome-ignore lint/a11y/noAutofocus: the cell that is typed into takes the keyboard
      autoFocus
      inputMode="decimal"
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => onDone(0)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        const steps: Record<string, number | null> = {
          Enter: event.shiftKey ? -1 : 1,
          ArrowDown: 1,
          ArrowUp: -1,
          Escape: null,
        };
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onDone(step);
      }}
    />
  );
}
