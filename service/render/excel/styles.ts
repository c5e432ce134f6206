import type { Alignment, Border, Style } from 'exceljs';
import type { Column } from '../../../contract/ledger.ts';
import { excelFill, excelFont, excelSize } from '../../../templates/look.ts';

const thin: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } };
const grid: Style['border'] = { top: thin, left: thin, bottom: thin, right: thin } as Style['border'];

function align(horizontal: Alignment['horizontal'], more: Partial<Alignment> = {}): Partial<Alignment> {
  return { horizontal, vertical: 'middle', wrapText: true, ...more };
}

function fill(argb: string): Style['fill'] {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

function style(size: number, name: string, more: Partial<Style>): Partial<Style> {
  return { font: { name, size, family: 1 }, ...more } as Partial<Style>;
}

const serif = (size: number, more: Partial<Style>): Partial<Style> => style(size, excelFont.serif, more);
const sans = (size: number, more: Partial<Style>): Partial<Style> => style(size, excelFont.sans, more);

/** Styles of a workbook; each object is shared by all cells that look so, or the writer would compare them all. */
export const styles = {
  headingLeft: serif(excelSize.heading, { alignment: align('left', { wrapText: false }) }),
  headingCenter: serif(excelSize.heading, { alignment: align('center', { wrapText: false }) }),
  headingRight: serif(excelSize.heading, { alignment: align('right', { wrapText: false }) }),
  head: sans(excelSize.head, { alignment: align('center'), border: grid, fill: fill(excelFill.head) }),
  group: sans(excelSize.body, { alignment: align('left'), border: grid, fill: fill(excelFill.total) }),
  number: serif(excelSize.body, { alignment: align('center'), border: grid, numFmt: '0' }),
  nothing: serif(excelSize.body, { alignment: align('center'), border: grid }),
  totalLabel: sans(excelSize.body, { alignment: align('center'), border: grid, fill: fill(excelFill.total) }),
  total: serif(excelSize.body, { alignment: align('left'), border: grid, fill: fill(excelFill.total) }),
  label: sans(excelSize.body, { alignment: align('center'), border: grid, fill: fill(excelFill.label) }),
  value: serif(excelSize.body, { alignment: align('left'), border: grid }),
  section: sans(excelSize.prose, { alignment: align('left', { indent: 1 }), border: { left: thin, right: thin } }),
  prose: serif(excelSize.prose, {
    alignment: align('left', { vertical: 'top', indent: 1 }),
    border: { left: thin, right: thin },
  }),
  note: serif(excelSize.note, { alignment: align('left', { indent: 1 }), border: { left: thin, right: thin } }),
  close: { border: { left: thin, right: thin, bottom: thin } } as Partial<Style>,
} as const;

const cells = new Map<string, Partial<Style>>();

/** The style of a cell of a column, with the number format its value asks for. */
export function cellStyle(column: Pick<Column, 'format'>, numberFormat: string, isTotal = false): Partial<Style> {
  const horizontal = column.format === 'long-text' ? 'left' : column.format === 'money' ? 'right' : 'center';
  const key = `${horizontal} ${numberFormat} ${isTotal}`;
  let known = cells.get(key);
  if (!known) {
    known = serif(excelSize.body, {
      alignment: align(horizontal),
      border: grid,
      numFmt: numberFormat,
      ...(isTotal ? { fill: fill(excelFill.total) } : {}),
    });
    cells.set(key, known);
  }
  return known;
}

export function titleStyle(size: number): Partial<Style> {
  return { font: { name: excelFont.serif, size, bold: true, family: 1 }, alignment: align('center') };
}
