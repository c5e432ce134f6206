import type { Column, LedgerRow } from '../../../contract/ledger.ts';
import { cell, type Density, grey, type TextStyle, text, unbreakable, words } from '../../../templates/look.ts';
import { cellText } from '../cells.ts';
import { type BrokenLine, balancedLines, breakLines } from './break-lines.ts';
import { drawableText } from './characters.ts';
import { type FittedColumn, type FittedColumns, numberColumn } from './columns.ts';
import type { PageBuilder } from './page-builder.ts';

/** The cells of a row broken into lines, before it is known where the row comes to stand. */
export interface LaidRow {
  cells: BrokenLine[][];
  lines: number;
}

/** The body style in the size the columns were fitted for. */
export function bodyStyle(size: number): TextStyle {
  return { ...text.body, size, leading: (text.body.leading * size) / text.body.size };
}

const usual: Density = { rowHeight: cell.rowHeight, lift: cell.lift };

/** Height of a row of so many lines. */
export function rowHeight(lines: number, size: number, { rowHeight: least, lift }: Density = usual): number {
  return Math.max(least, lines * bodyStyle(size).leading + lift * 2);
}

/** How many lines a part of a split row can have in this much room. */
export function linesIn(room: number, size: number): number {
  return Math.floor((room - cell.lift * 2) / bodyStyle(size).leading);
}

export function layRow(row: LedgerRow, number: number, fitted: FittedColumns): LaidRow {
  const cells = fitted.columns.map(({ column, width }) => {
    const value = column === numberColumn ? number : (row.cells[column.key] ?? null);
    const format = column.format;
    return breakLines(drawableText(cellText(value, format)), {
      face: text.body.face,
      size: fitted.size,
      spacing: 0,
      width: width - cell.padding * 2,
      indent: 0,
      whole: unbreakable.has(format),
    });
  });
  const lines = Math.max(1, ...cells.map((each) => each.length));
  return { cells, lines };
}

export interface RowPlace {
  y: number;
  height: number;
  /** Lines of the cells to draw; a row taller than a page is drawn in parts. */
  from: number;
  to: number;
  /** Row as the user is told of it. */
  number: number;
}

/** Draws a row or a part of it, with its grid lines below and between. */
export function drawRow(page: PageBuilder, fitted: FittedColumns, row: LaidRow, place: RowPlace): void {
  const style = bodyStyle(fitted.size);
  for (const [index, { column, x, width }] of fitted.columns.entries()) {
    const lines = (row.cells[index] ?? []).slice(place.from, place.to);
    const isPart = row.lines > place.to - place.from;
    const top = isPart ? cell.lift : (place.height - lines.length * style.leading) / 2;
    for (const [order, line] of lines.entries()) {
      page.text(line.text, style, {
        x: x + cell.padding,
        width: width - cell.padding * 2,
        align: alignment(column),
        y: place.y + top + order * style.leading,
        leading: style.leading,
        where: words.row(place.number, column.title),
      });
    }
  }
  drawGrid(page, fitted.columns, place.y, place.y + place.height);
}

function alignment(column: Column): 'left' | 'center' | 'right' {
  if (column.format === 'long-text') return 'left';
  if (column.format === 'money') return 'right';
  return 'center';
}

/** Verticals of all columns and the line below. */
export function drawGrid(page: PageBuilder, columns: readonly FittedColumn[], top: number, bottom: number): void {
  const first = columns[0];
  const last = columns.at(-1);
  if (!first || !last) return;
  for (const { x } of columns) page.vertical(x, top, bottom);
  page.vertical(last.x + last.width, top, bottom);
  page.horizontal(first.x, last.x + last.width, bottom);
}

/** A row that is one cell over the whole width: a heading of a block, 无. */
export function drawWideRow(
  page: PageBuilder,
  columns: readonly FittedColumn[],
  content: { text: string; style: TextStyle; align: 'left' | 'center'; shade: number | null },
  y: number,
  height: number,
): void {
  const first = columns[0];
  const last = columns.at(-1);
  if (!first || !last) return;
  const width = last.x + last.width - first.x;
  if (content.shade !== null) page.fill(first.x, y, width, height, content.shade);
  const inner = { x: first.x + cell.formPadding, width: width - cell.formPadding * 2 };
  const top = y + (height - content.style.leading) / 2;
  page.text(content.text, content.style, { ...inner, align: content.align, y: top, where: content.text });
  page.vertical(first.x, y, y + height);
  page.vertical(last.x + last.width, y, y + height);
  page.horizontal(first.x, last.x + last.width, y + height);
}

/** The heading of the columns: one row, or two where neighbours share a group. */
export interface LaidHead {
  cells: { x: number; width: number; top: number; height: number; lines: string[] }[];
  height: number;
}

export function layHead(fitted: FittedColumns): LaidHead {
  const titles = fitted.columns.map(({ column, width }) => headLines(column.title, width));
  const groups = groupSpans(fitted.columns);
  const groupHeight = groups.length > 0 ? headHeight(1, cell.rowHeight) : 0;
  const own = fitted.columns.map((_, index) => (titles[index] ?? []).length);
  const grouped = fitted.columns.map(({ column }) => column.group !== undefined);
  const low = headHeight(
    Math.max(1, ...own.filter((_, index) => grouped[index] || groups.length === 0)),
    cell.rowHeight,
  );
  const tall = headHeight(Math.max(1, ...own.filter((_, index) => !grouped[index])), cell.rowHeight);
  const height = Math.max(groupHeight + low, tall, groups.length > 0 ? 0 : cell.rowHeight + 4);
  const cells = fitted.columns.map(({ x, width }, index) => {
    const top = grouped[index] ? groupHeight : 0;
    return { x, width, top, height: height - top, lines: titles[index] ?? [] };
  });
  for (const { title, x, width } of groups) {
    cells.push({ x, width, top: 0, height: groupHeight, lines: headLines(title, width) });
  }
  return { cells, height };
}

function headHeight(lines: number, least: number): number {
  return Math.max(least, lines * text.head.leading + cell.lift * 2);
}

function headLines(title: string, width: number): string[] {
  return balancedLines(title, { ...text.head, width: width - cell.padding, indent: 0, whole: false });
}

function groupSpans(columns: readonly FittedColumn[]): { title: string; x: number; width: number }[] {
  const spans: { title: string; x: number; width: number; last: number }[] = [];
  for (const [index, { column, x, width }] of columns.entries()) {
    const before = spans.at(-1);
    if (column.group === undefined) continue;
    if (before && before.title === column.group && before.last === index - 1) {
      before.width += width;
      before.last = index;
    } else spans.push({ title: column.group, x, width, last: index });
  }
  return spans;
}

export function drawHead(page: PageBuilder, head: LaidHead, y: number): void {
  const left = Math.min(...head.cells.map((each) => each.x));
  const right = Math.max(...head.cells.map((each) => each.x + each.width));
  page.fill(left, y, right - left, head.height, grey.head);
  page.horizontal(left, right, y);
  for (const each of head.cells) {
    const top = y + each.top + (each.height - each.lines.length * text.head.leading) / 2;
    for (const [order, line] of each.lines.entries()) {
      const place = { x: each.x, width: each.width, align: 'center' as const, y: top + order * text.head.leading };
      page.text(line, text.head, { ...place, where: line });
    }
    page.vertical(each.x, y + each.top, y + each.top + each.height);
    page.horizontal(each.x, each.x + each.width, y + each.top + each.height);
  }
  page.vertical(right, y, y + head.height);
}
