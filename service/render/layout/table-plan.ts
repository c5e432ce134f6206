import type { LedgerDocument } from '../../../contract/ledger.ts';
import { cell, text, words } from '../../../templates/look.ts';
import type { Pace } from '../pace.ts';
import { ColumnTotals, totalSentences } from '../totals.ts';
import { breakLines } from './break-lines.ts';
import { type FittedColumns, fitColumns, measureRow, measureTotals, startMeasuring } from './columns.ts';
import { drawOpening, type Signing, signatureHeight } from './frame.ts';
import { type Geometry, geometry } from './page-builder.ts';
import { type LaidHead, layHead, layRow, rowHeight } from './rows.ts';
import { breakPages, type RowLines, type Slot } from './table-breaks.ts';

export type TableDocument = Extract<LedgerDocument, { kind: 'table' }>;

/** Everything decided before a line is drawn. Rows themselves are not kept: only their heights. */
export interface TablePlan {
  geometry: Geometry;
  fitted: FittedColumns;
  head: LaidHead;
  /** Where the rows of page 1 and of later pages begin. */
  firstTop: number;
  laterTop: number;
  pages: Slot[][];
  totals: ColumnTotals;
  sentences: string[];
  totalLines: string[];
  signing: Signing;
  isEmpty: boolean;
}

/** Two passes over the rows: widths and totals, then heights and page breaks. */
export async function planTable(document: TableDocument, pace: Pace): Promise<TablePlan> {
  const { spec, data, frame } = document;
  const page = geometry(spec.orientation);
  const measured = startMeasuring(spec.columns, true);
  const totals = new ColumnTotals(spec.columns);
  let count = 0;
  for (const row of data.rows()) {
    count += 1;
    measureRow(measured, row, count);
    totals.add(row);
    await pace.step();
  }
  measureTotals(measured, totals);
  const fitted = fitColumns(measured, page.left, page.right);
  const head = layHead(fitted);
  const openingEnd = drawOpening(null, frame, text.title, page);
  const signing: Signing = { labels: spec.signatures, dated: 'once', dayLabel: words.filledOn, style: text.signature };
  const sentences = count === 0 ? [] : totalSentences(spec, data);
  const totalLines = breakTotals(sentences, fitted, page);
  const ending = endingHeight(totals, totalLines, count) + signatureHeight(signing);
  const rows: RowLines[] = [];
  let block: string | undefined;
  for (const row of data.rows()) {
    const name = spec.groupBy === undefined ? undefined : String(row.cells[spec.groupBy] ?? '');
    const { lines } = layRow(row, rows.length + 1, fitted);
    rows.push({ lines, opensBlock: name !== undefined && name !== block });
    block = name;
    await pace.step();
  }
  const room = {
    first: page.bottom - openingEnd - head.height,
    later: page.bottom - page.top - head.height,
    ending,
    size: fitted.size,
  };
  return {
    geometry: page,
    fitted,
    head,
    firstTop: openingEnd,
    laterTop: page.top,
    pages: breakPages(rows, room),
    totals,
    sentences,
    totalLines,
    signing,
    isEmpty: count === 0,
  };
}

/** Left part of the totals row that holds 合计. */
export function totalLabelWidth(fitted: FittedColumns): number {
  return (fitted.columns[0]?.width ?? 0) + (fitted.columns[1]?.width ?? 0);
}

function breakTotals(sentences: readonly string[], fitted: FittedColumns, page: Geometry): string[] {
  const width = page.right - page.left - totalLabelWidth(fitted) - cell.formPadding * 2;
  return sentences.flatMap((sentence) =>
    breakLines(sentence, { ...text.body, width, indent: 0, whole: false }).map((line) => line.text),
  );
}

/** Height of a totals row that holds sentences. */
export function sentencesHeight(lines: number): number {
  return rowHeight(lines, text.body.size);
}

function endingHeight(totals: ColumnTotals, lines: readonly string[], count: number): number {
  if (count === 0) return cell.rowHeight;
  return (totals.isEmpty ? 0 : cell.rowHeight) + (lines.length === 0 ? 0 : sentencesHeight(lines.length));
}
