import type { CellFormat, Column, LedgerRow } from '../../../contract/ledger.ts';
import { bodySizes, cell, text, unbreakable, words } from '../../../templates/look.ts';
import { cellText } from '../cells.ts';
import type { ColumnTotals } from '../totals.ts';
import { dottedParts } from './break-lines.ts';
import { drawableText, textWidth } from './characters.ts';

/** 序号, which the renderers put in front. */
export const numberColumn: Column = { key: '', title: words.number, format: 'integer', width: 4 };

/** What a pass over the rows tells of a column; widths at size 1, in points. */
export interface Measured {
  column: Column;
  widest: number;
  /** Widest run that no line break may enter. */
  widestRun: number;
  sum: number;
  count: number;
}

export interface FittedColumn {
  column: Column;
  x: number;
  width: number;
}

export interface FittedColumns {
  columns: FittedColumn[];
  /** Size the body is set in, so that everything that must not break fits. */
  size: number;
}

export function startMeasuring(columns: readonly Column[], numbered: boolean): Measured[] {
  const all = numbered ? [numberColumn, ...columns] : columns;
  return all.map((column) => ({ column, widest: 0, widestRun: 0, sum: 0, count: 0 }));
}

/** Takes one row into account. `number` is its 序号. */
export function measureRow(measured: readonly Measured[], row: LedgerRow, number: number): void {
  for (const each of measured) {
    const { column } = each;
    const written = column === numberColumn ? String(number) : cellText(row.cells[column.key] ?? null, column.format);
    if (written === '') continue;
    for (const paragraph of drawableText(written).split('\n')) {
      const width = textWidth(paragraph, text.body.face, 1);
      each.widest = Math.max(each.widest, width);
      each.widestRun = Math.max(each.widestRun, widestRun(paragraph, column.format, width));
      each.sum += width;
    }
    each.count += 1;
  }
}

/** Takes the totals row into account: a sum is wider than what it adds up, and must not run into its neighbour. */
export function measureTotals(measured: readonly Measured[], totals: ColumnTotals): void {
  for (const each of measured) {
    if (each.column.total === undefined) continue;
    const { value, format } = totals.of(each.column);
    each.widest = Math.max(each.widest, textWidth(cellText(value, format), text.body.face, 1));
  }
}

function widestRun(paragraph: string, format: CellFormat, width: number): number {
  if (unbreakable.has(format)) return width;
  const runs: string[] = paragraph.match(/[!-~]+/g) ?? [];
  if (format === 'text' && paragraph.includes('·')) runs.push(...dottedParts(paragraph));
  return Math.max(0, ...runs.map((run) => textWidth(run, text.body.face, 1)));
}

/** Room for a heading on two lines, three when it is long. */
function headNeed(title: string): number {
  const width = textWidth(title, text.head.face, text.head.size);
  const lines = width > text.head.size * 10 ? 3 : 2;
  return Math.ceil(width / lines / text.head.size) * text.head.size;
}

interface Demand {
  need: number;
  wish: number;
}

/** How much a column insists on: short words on one line; room for long text; what is just bearable. */
type Ease = 'one-line' | 'comfortable' | 'tight';

function demand(measured: Measured, size: number, ease: Ease): Demand {
  const { column } = measured;
  const widest = measured.widest * size;
  const least = (column.width * size) / 2;
  const extra = cell.padding * 2;
  const head = headNeed(column.title);
  if (unbreakable.has(column.format)) {
    const need = Math.max(head, widest);
    return { need: need + extra, wish: Math.max(need, least) + extra };
  }
  const run = Math.min(measured.widestRun * size, size * 14);
  if (column.format === 'long-text') {
    const need = Math.max(head, run, Math.min(widest, size * (ease === 'tight' ? 5 : 8)));
    const mean = (measured.sum / Math.max(1, measured.count)) * size;
    const usual = Math.min(widest, size * 22, Math.max(size * 8, mean * 1.5));
    return { need: need + extra, wish: Math.max(need, least, usual) + extra };
  }
  if (column.format === 'blank') return { need: Math.max(head, least) + extra, wish: Math.max(head, least) + extra };
  const longest = size * (ease === 'one-line' ? 10 : 6);
  const short = widest <= longest ? widest : Math.max(Math.min(run, size * 8), size * (ease === 'tight' ? 4 : 5));
  const need = Math.max(head, short);
  return { need: need + extra, wish: Math.max(need, least, Math.min(widest, size * 14)) + extra };
}

/**
 * Widths from the text: what must not break fits on one line, in the largest size that allows it; short
 * columns then get what their text asks for, and the longest free column takes the rest.
 */
export function fitColumns(measured: readonly Measured[], left: number, right: number): FittedColumns {
  const room = right - left;
  const { size, demands } = chooseSize(measured, room);
  const widths = demands.map(({ need }) => need);
  const needed = sum(widths);
  if (needed > room)
    return place(
      measured,
      widths.map((width) => (width * room) / needed),
      left,
      size,
    );
  fillWishes(widths, demands, room - needed);
  spreadRest(widths, measured, size, room - sum(widths));
  return place(measured, widths, left, size);
}

function chooseSize(measured: readonly Measured[], room: number): { size: number; demands: Demand[] } {
  for (const ease of ['one-line', 'comfortable', 'tight'] as const) {
    for (const size of bodySizes) {
      if (ease !== 'tight' && size < 8) continue;
      const demands = measured.map((each) => demand(each, size, ease));
      if (sum(demands.map(({ need }) => need)) <= room) return { size, demands };
    }
  }
  const size = bodySizes[bodySizes.length - 1] ?? 6;
  return { size, demands: measured.map((each) => demand(each, size, 'tight')) };
}

/** Raises all columns together towards their wishes, the modest ones are content first. */
function fillWishes(widths: number[], demands: readonly Demand[], spare: number): void {
  let left = spare;
  const gaps = demands.map(({ wish }, index) => ({ index, gap: wish - (widths[index] ?? 0) }));
  const open = gaps.filter(({ gap }) => gap > 0).sort((one, other) => one.gap - other.gap);
  for (const [order, { index, gap }] of open.entries()) {
    const given = Math.min(gap, left / (open.length - order));
    widths[index] = (widths[index] ?? 0) + given;
    left -= given;
  }
}

/** The columns whose text still wants lines share the rest by how much they want; else some air, then the longest. */
function spreadRest(widths: number[], measured: readonly Measured[], size: number, rest: number): void {
  if (rest <= 0) return;
  const wanted = measured.map(({ column, sum: total, count }, index) => {
    if (column.format !== 'long-text' || count === 0) return 0;
    return Math.max(0, (total / count) * size - (widths[index] ?? 0));
  });
  const given = Math.min(rest, sum(wanted));
  if (given > 0) share(widths, wanted, given);
  spreadAir(widths, measured, rest - given);
}

function spreadAir(widths: number[], measured: readonly Measured[], rest: number): void {
  const free = measured
    .map(({ column, sum: total, count }, index) => ({ index, format: column.format, mean: total / Math.max(1, count) }))
    .filter(({ format }) => format === 'long-text' || format === 'blank')
    .sort((one, other) => other.mean - one.mean)[0];
  const airy = widths.map((width, index) => (measured[index]?.column === numberColumn ? 0 : width));
  const air = free ? Math.min(rest, sum(airy) * 0.25) : rest;
  share(widths, sum(airy) > 0 ? airy : widths.map(() => 1), air);
  if (free) widths[free.index] = (widths[free.index] ?? 0) + rest - air;
}

function share(widths: number[], weights: readonly number[], amount: number): void {
  const base = sum(weights);
  for (const [index, weight] of weights.entries()) widths[index] = (widths[index] ?? 0) + (amount * weight) / base;
}

function place(measured: readonly Measured[], widths: readonly number[], left: number, size: number): FittedColumns {
  let x = left;
  const columns = measured.map(({ column }, index) => {
    const width = widths[index] ?? 0;
    const fitted = { column, x, width };
    x += width;
    return fitted;
  });
  return { columns, size };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
