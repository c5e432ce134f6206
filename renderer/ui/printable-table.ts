import { type RefObject, useEffect, useRef } from 'react';
import type { DataTableProps, TableColumn } from './data-table.tsx';
import { nodeText } from './node-text.ts';
import { type Printable, type ReadPrintable, usePrintables } from './printables.tsx';

/** Makes a table of a screen printable, unless it stands in a dialog. Returns what tells that it has the keyboard. */
export function usePrintableTable<Row>(
  box: RefObject<HTMLElement | null>,
  props: DataTableProps<Row>,
): (() => void) | undefined {
  const printables = usePrintables();
  const latest = useRef(props);
  latest.current = props;
  const read = useRef<ReadPrintable>(() => printableOf(latest.current));
  useEffect(() => {
    if (printables === null || box.current?.closest('dialog') !== null) return;
    return printables.add(read.current);
  }, [printables, box]);
  const { rows } = props;
  // Told whenever the rows are others
  useEffect(() => printables?.changed(), [printables, rows]);
  return printables === null ? undefined : () => printables.prefer(read.current);
}

function printableOf<Row>({ label, note = '', columns, rows }: DataTableProps<Row>): Printable {
  // 序号 is put in front by the print; a column without a heading holds buttons.
  const printed = columns.filter(({ key, title }) => key !== 'number' && nodeText(title) !== '');
  return {
    title: label,
    note,
    columns: printed.map(({ title }) => nodeText(title)),
    count: rows.count,
    rowAt(index) {
      const row = rows.at(index);
      return row === undefined ? undefined : printed.map((column) => cellText(column, row, index));
    },
    ...(rows.want === undefined ? {} : { want: rows.want }),
  };
}

function cellText<Row>({ text, render }: TableColumn<Row>, row: Row, index: number): string {
  return text === undefined ? nodeText(render(row, index)) : text(row);
}
