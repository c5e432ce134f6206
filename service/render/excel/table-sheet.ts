import type { LedgerRow } from '../../../contract/ledger.ts';
import { excelRow, excelSize, margins, unbreakable, words } from '../../../templates/look.ts';
import { excelCell } from '../cells.ts';
import {
  type FittedColumns,
  fitColumns,
  measureRow,
  measureTotals,
  numberColumn,
  startMeasuring,
} from '../layout/columns.ts';
import { geometry } from '../layout/page-builder.ts';
import { layRow } from '../layout/rows.ts';
import type { TableDocument } from '../layout/table-plan.ts';
import type { Pace } from '../pace.ts';
import { ColumnTotals, totalSentences } from '../totals.ts';
import { backlog, type Cuts, headerFooter, pageSetup, SheetWriter, sheetName, type Workbook } from './sheet.ts';
import { cellStyle, styles, titleStyle } from './styles.ts';

/** Writes a table ledger as one sheet: title, line 2, head, rows, totals, signatures. */
export async function writeTableSheet(
  workbook: Workbook,
  document: TableDocument,
  cuts: Cuts,
  pace: Pace,
  onRow: (rows: number) => void,
): Promise<void> {
  const { spec, data, frame } = document;
  const page = geometry(spec.orientation);
  const measured = startMeasuring(spec.columns, true);
  const sums = new ColumnTotals(spec.columns);
  let count = 0;
  for (const row of data.rows()) {
    count += 1;
    measureRow(measured, row, count);
    sums.add(row);
    await pace.step();
  }
  measureTotals(measured, sums);
  const fitted = fitColumns(measured, page.left, page.right);
  const headRows = spec.columns.some((column) => column.group !== undefined) ? 2 : 1;
  const top = 2 + headRows;
  const sheet = workbook.addWorksheet(sheetName(spec.title, new Set()), {
    pageSetup: pageSetup(spec.orientation, margins.side, `3:${top}`),
    headerFooter: headerFooter(frame.mark, frame.trace),
    views: [{ state: 'frozen', xSplit: spec.columns.length > 8 ? 2 : 0, ySplit: top }],
  });
  const writer = new SheetWriter(sheet, columnWidths(fitted), cuts);
  writeOpening(writer, frame.title, frame.heading, titleSize(fitted.size));
  writeHead(writer, fitted, headRows);
  const totals = await writeRows(writer, document, fitted, pace, onRow);
  writeEnding(writer, document, totals, count);
  sheet.commit();
}

/** Widths in characters, in proportion to the PDF's; half-width digits of 宋体 are wider than the PDF's. */
function columnWidths({ columns, size }: FittedColumns): number[] {
  return columns.map(({ column, width }) => {
    const characters = (width / size) * 2 * (unbreakable.has(column.format) ? 1.08 : 1.02);
    return Math.round(Math.min(120, Math.max(4, characters)) * 100) / 100;
  });
}

/** The sheet is scaled down to its page, so the title is written larger by as much. */
function titleSize(bodySize: number): number {
  return Math.min(28, Math.round((excelSize.title * excelSize.body) / bodySize));
}

export function writeOpening(
  writer: SheetWriter,
  title: string,
  heading: readonly string[],
  size: number = excelSize.title,
): void {
  writer.begin(excelRow.title);
  writer.text(title, 1, writer.columns, titleStyle(size));
  writer.commit();
  if (heading.length === 0) return;
  writer.begin(excelRow.heading);
  spread(writer, heading);
  writer.commit();
}

/** Parts side by side over the whole width: the first to the left, the last to the right. */
function spread(writer: SheetWriter, parts: readonly string[]): void {
  const ends = parts.map((_, index) => Math.round((writer.columns * (index + 1)) / parts.length));
  for (const [index, part] of parts.entries()) {
    const from = (ends[index - 1] ?? 0) + 1;
    const to = Math.max(from, ends[index] ?? from);
    const last = index === parts.length - 1;
    const style = index === 0 ? styles.headingLeft : last ? styles.headingRight : styles.headingCenter;
    writer.text(part, from, to, style);
  }
}

function writeHead(writer: SheetWriter, { columns }: FittedColumns, headRows: number): void {
  writer.begin(headRows === 1 ? excelRow.head : excelRow.body);
  let index = 0;
  while (index < columns.length) {
    const { column } = columns[index] ?? { column: numberColumn };
    let end = index;
    while (column.group !== undefined && columns[end + 1]?.column.group === column.group) end += 1;
    if (column.group === undefined) writer.text(column.title, index + 1, index + 1, styles.head, headRows - 1);
    else writer.text(column.group, index + 1, end + 1, styles.head);
    index = end + 1;
  }
  writer.commit();
  if (headRows === 1) return;
  writer.begin(excelRow.head);
  for (const [at, { column }] of columns.entries()) {
    if (column.group !== undefined) writer.text(column.title, at + 1, at + 1, styles.head);
  }
  writer.commit();
}

async function writeRows(
  writer: SheetWriter,
  { spec, data }: TableDocument,
  fitted: FittedColumns,
  pace: Pace,
  onRow: (rows: number) => void,
): Promise<ColumnTotals> {
  const totals = new ColumnTotals(spec.columns);
  let number = 0;
  let block: string | undefined;
  for (const row of data.rows()) {
    number += 1;
    totals.add(row);
    const name = spec.groupBy === undefined ? undefined : String(row.cells[spec.groupBy] ?? '');
    if (name !== undefined && name !== block) {
      writer.begin(excelRow.body);
      writer.text(name, 1, writer.columns, styles.group);
      writer.commit();
    }
    block = name;
    writeRow(writer, row, number, fitted);
    await pace.step();
    if (number % 200 !== 0) continue;
    do onRow(number);
    while (backlog(writer.sheet) > 1 << 18 && (await pace.turn()));
  }
  return totals;
}

function writeRow(writer: SheetWriter, row: LedgerRow, number: number, fitted: FittedColumns): void {
  const { lines } = layRow(row, number, fitted);
  writer.begin(linesHeight(lines, excelRow.body));
  for (const [index, { column }] of fitted.columns.entries()) {
    if (column === numberColumn) writer.value(number, index + 1, styles.number);
    else writeCell(writer, row, index + 1, column);
  }
  writer.commit();
}

/** Writes one typed cell; text goes through the writer so that what must be cut is noted. */
export function writeCell(
  writer: SheetWriter,
  row: LedgerRow,
  at: number,
  column: FittedColumns['columns'][number]['column'],
  to = at,
): void {
  const raw = row.cells[column.key] ?? null;
  const { value, numberFormat } = excelCell(raw, column.format);
  const style = cellStyle(column, numberFormat);
  if (typeof value === 'string' && typeof raw === 'string' && column.format !== 'date' && column.format !== 'month') {
    writer.text(raw, at, to, style);
  } else writer.value(value, at, style, to);
}

/** Height of a row of so many wrapped lines; workbooks do not find it by themselves for merged cells. */
export function linesHeight(lines: number, least: number): number {
  return Math.min(excelRow.most, Math.max(least, lines * excelRow.line + 8));
}

function writeEnding(writer: SheetWriter, document: TableDocument, totals: ColumnTotals, count: number): void {
  const { spec, data } = document;
  if (count === 0) {
    writer.begin(excelRow.body);
    writer.text(spec.emptyText, 1, writer.columns, styles.nothing);
    writer.commit();
  } else writeTotals(writer, document, totals, totalSentences(spec, data));
  writer.begin(excelRow.signature);
  spread(writer, [...spec.signatures.map((label) => `${label}：`), `${words.filledOn}：　　　${words.day}`]);
  writer.commit();
}

function writeTotals(
  writer: SheetWriter,
  { spec }: TableDocument,
  totals: ColumnTotals,
  sentences: readonly string[],
): void {
  if (!totals.isEmpty) {
    const first = spec.columns.findIndex((column) => column.total !== undefined);
    writer.begin(excelRow.body);
    writer.text(totals.label, 1, first + 1, styles.totalLabel);
    for (const [index, column] of spec.columns.entries()) {
      if (index < first) continue;
      const { value, format } = totals.of(column);
      const cell = excelCell(value, format);
      writer.value(cell.value, index + 2, cellStyle({ format }, cell.numberFormat, true));
    }
    writer.commit();
  }
  if (sentences.length === 0) return;
  const units = sentences.map((sentence) => Math.ceil(sentence.length / 60));
  writer.begin(
    linesHeight(
      units.reduce((sum, lines) => sum + lines, 0),
      excelRow.body + 2,
    ),
  );
  writer.text(totals.isEmpty ? totals.label : '', 1, 2, styles.totalLabel);
  writer.text(sentences.join('\n'), 3, writer.columns, styles.total);
  writer.commit();
}
