// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight exist, which a table element cannot say
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, a row is its active descendant
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles every key
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { isComposing } from './is-composing.ts';
import { usePrintableTable } from './printable-table.ts';
import type { RowSource } from './row-source.ts';
import { useRowWindow } from './use-row-window.ts';
import './data-table.css';

export interface TableColumn<Row> {
  key: string;
  title: ReactNode;
  /** Pixels; one column at least should have none and take what is left. */
  width?: number;
  align?: 'left' | 'right' | 'center';
  render(row: Row, index: number): ReactNode;
  /** What the cell says on paper, where `render` leaves it to a component. */
  text?(row: Row): string;
}

export interface DataTableProps<Row> {
  /** What the table holds, for those who cannot see it. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: RowSource<Row>;
  keyOf(row: Row): string;
  /** Name of a row, read out with its check box. */
  nameOf(row: Row): string;
  /** Enter, or a double click. */
  onOpen?: (row: Row) => void;
  /** F2. */
  onEdit?: (row: Row) => void;
  /** Chosen rows by key; leaving it out leaves out the check boxes. */
  selected?: ReadonlySet<string>;
  onSelect?: (keys: ReadonlySet<string>) => void;
  /** Shown instead of rows when there is none. */
  empty?: ReactNode;
  /** Keys that mean something on this table, such as 1 to 6 in an attendance list; `next`: and go one row on. */
  onRowKey?: (key: string, row: Row, index: number) => boolean | 'next';
  onActive?: (row: Row, index: number) => void;
  /** How the list is narrowed, for its print. */
  note?: string;
  /** Put the keyboard on the table when it appears. */
  isFirst?: boolean;
}

/** Between columns and at both sides, as in the style sheet. */
const gap = 12;

/**
 * The dense list. Only the rows in sight are drawn. Arrows, Page Up and Down, Home and End move; Enter opens; Space
 * chooses; Ctrl A chooses all; F2 edits; Esc lets the choice go.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, keyOf, nameOf, selected, onSelect } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const shown = useRowWindow(box, rows);
  const onFocus = usePrintableTable(box, props);
  const { isFirst = false } = props;
  // `autoFocus` works on form controls only.
  useEffect(() => {
    if (isFirst) box.current?.focus();
  }, [isFirst]);
  const last = rows.count - 1;
  const at = Math.min(active, Math.max(last, 0));
  const template = [
    ...(selected === undefined ? [] : ['36px']),
    ...columns.map(({ width }) => (width === undefined ? 'minmax(80px, 1fr)' : `${width}px`)),
  ].join(' ');
  // More columns than fit: head and body grow together, and the box scrolls sideways.
  const minWidth = columns.reduce(
    (sum, { width = 80 }) => sum + width + gap,
    selected === undefined ? gap : 36 + 2 * gap,
  );

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(index, last));
    setActive(next);
    shown.reveal(next);
    const row = rows.at(next);
    if (row !== undefined) props.onActive?.(row, next);
  }

  function toggle(row: Row): void {
    if (selected === undefined || onSelect === undefined) return;
    const next = new Set(selected);
    if (!next.delete(keyOf(row))) next.add(keyOf(row));
    onSelect(next);
  }

  // All of a list that comes page by page: chosen when the last of it is here.
  const [isAwaitingAll, setAwaitingAll] = useState(false);
  useEffect(() => {
    if (!isAwaitingAll) return;
    const loaded = Array.from({ length: rows.count }, (_, index) => rows.at(index)).filter((row) => row !== undefined);
    if (loaded.length < rows.count) return rows.want?.(0, rows.count);
    setAwaitingAll(false);
    onSelect?.(new Set(loaded.map(keyOf)));
  }, [isAwaitingAll, rows, keyOf, onSelect]);

  function selectAll(): void {
    if (rows.count > 0 && selected?.size === rows.count) onSelect?.(new Set());
    else setAwaitingAll(true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    // Keys typed into a control inside a row are that control's.
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const row = rows.at(at);
    if (act(event, row)) event.preventDefault();
  }

  function act(event: KeyboardEvent, row: Row | undefined): boolean {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'a' || onSelect === undefined) return false;
      selectAll();
      return true;
    }
    if (event.altKey) return false;
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + shown.perPage,
      PageUp: at - shown.perPage,
      Home: 0,
      End: last,
    };
    const target = steps[key];
    if (target !== undefined) {
      moveTo(target);
      return true;
    }
    if (row === undefined) return false;
    if (key === 'Enter' && props.onOpen !== undefined) props.onOpen(row);
    else if (key === 'F2' && props.onEdit !== undefined) props.onEdit(row);
    else if (key === ' ' && onSelect !== undefined) toggle(row);
    else if (key === 'Escape' && selected !== undefined && selected.size > 0) onSelect?.(new Set());
    else {
      const answer = props.onRowKey?.(key, row, at) ?? false;
      if (answer === 'next') moveTo(at + 1);
      return answer !== false;
    }
    return true;
  }

  const indexes = Array.from({ length: shown.to - shown.from }, (_, offset) => shown.from + offset);
  return (
    <div
      ref={box}
      className="data-table"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.count + 1}
      aria-multiselectable={selected !== undefined}
      aria-activedescendant={rows.count === 0 ? undefined : `${id}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={shown.onScroll}
      onFocus={onFocus}
      onMouseOver={showWholeCell}
    >
      <div className="data-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, minWidth }}>
        {selected !== undefined && (
          <span role="columnheader" className="data-check">
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={text.table.selectAll}
              checked={rows.count > 0 && selected.size >= rows.count}
              ref={(input) => {
                if (input !== null) input.indeterminate = selected.size > 0 && selected.size < rows.count;
              }}
              onChange={selectAll}
            />
          </span>
        )}
        {columns.map((column) => (
          <span key={column.key} role="columnheader" className={`data-cell data-${column.align ?? 'left'}`}>
            {column.title}
          </span>
        ))}
      </div>
      {rows.count === 0 ? (
        props.empty
      ) : (
        <div className="data-body" role="rowgroup" style={{ height: shown.height, minWidth }}>
          {indexes.map((index) => {
            const row = rows.at(index);
            const key = row === undefined ? undefined : keyOf(row);
            const isSelected = key !== undefined && selected?.has(key) === true;
            return (
              <div
                key={key ?? `empty-${index}`}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                className={`data-row ${isSelected ? 'data-selected' : ''} ${index === at ? 'data-active' : ''}`}
                style={{ gridTemplateColumns: template, top: index * shown.rowHeight, height: shown.rowHeight }}
                onClick={() => moveTo(index)}
                onDoubleClick={() => row !== undefined && props.onOpen?.(row)}
              >
                {row !== undefined && selected !== undefined && (
                  <span role="gridcell" className="data-check">
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={text.table.selectRow(nameOf(row))}
                      checked={isSelected}
                      onChange={() => toggle(row)}
                    />
                  </span>
                )}
                {row !== undefined &&
                  columns.map((column) => (
                    <span key={column.key} role="gridcell" className={`data-cell cut data-${column.align ?? 'left'}`}>
                      {column.render(row, index)}
                    </span>
                  ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

/** What a narrow column cuts off is told under the pointer. */
function showWholeCell({ target }: MouseEvent<HTMLDivElement>): void {
  const cell = target instanceof Element ? target.closest('.data-cell') : null;
  if (cell instanceof HTMLElement) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}
