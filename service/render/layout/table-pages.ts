import type { DrawnPage } from '../../../contract/drawing.ts';
import type { LedgerRow } from '../../../contract/ledger.ts';
import { cell, grey, text } from '../../../templates/look.ts';
import { cellText } from '../cells.ts';
import type { Pace } from '../pace.ts';
import type { MissingCharacters } from './characters.ts';
import { drawOpening, drawSignatures } from './frame.ts';
import { PageBuilder } from './page-builder.ts';
import { bodyStyle, drawHead, drawRow, drawWideRow, layRow } from './rows.ts';
import { sentencesHeight, type TableDocument, type TablePlan, totalLabelWidth } from './table-plan.ts';

/** Draws the planned pages one after another in a third pass over the rows; nothing but the page at hand is held. */
export async function* drawTable(
  document: TableDocument,
  plan: TablePlan,
  missing: MissingCharacters,
  pace: Pace,
): AsyncGenerator<DrawnPage> {
  const rows = document.data.rows()[Symbol.iterator]();
  let index = -1;
  let current: LedgerRow = { cells: {} };
  for (const [pageIndex, slots] of plan.pages.entries()) {
    const page = new PageBuilder(plan.geometry, missing);
    let y = pageIndex === 0 ? plan.firstTop : plan.laterTop;
    if (pageIndex === 0) drawOpening(page, document.frame, text.title, plan.geometry);
    drawHead(page, plan.head, y);
    y += plan.head.height;
    for (const slot of slots) {
      while (index < slot.row) {
        const next = rows.next();
        if (next.done) throw new Error('the rows changed between two passes');
        current = next.value;
        index += 1;
      }
      if (slot.kind === 'group') drawGroup(page, document, plan, current, y, slot.height);
      else drawRow(page, plan.fitted, layRow(current, index + 1, plan.fitted), { ...slot, y, number: index + 1 });
      y += slot.height;
      await pace.step();
    }
    if (pageIndex === plan.pages.length - 1) drawEnding(page, document, plan, y);
    page.footer(pageIndex + 1, plan.pages.length, document.frame.trace, document.frame.title);
    yield page.finish();
  }
  rows.return?.();
}

function drawGroup(
  page: PageBuilder,
  { spec }: TableDocument,
  plan: TablePlan,
  row: LedgerRow,
  y: number,
  height: number,
): void {
  const name = cellText(row.cells[spec.groupBy ?? ''] ?? null, 'text');
  const style = { ...text.head, size: Math.min(text.head.size, plan.fitted.size) };
  drawWideRow(page, plan.fitted.columns, { text: name, style, align: 'left', shade: grey.total }, y, height);
}

function drawEnding(page: PageBuilder, document: TableDocument, plan: TablePlan, top: number): void {
  let y = top;
  if (plan.isEmpty) {
    const nothing = { text: document.spec.emptyText, style: text.body, align: 'center' as const, shade: null };
    drawWideRow(page, plan.fitted.columns, nothing, y, cell.rowHeight);
    y += cell.rowHeight;
  }
  if (!plan.isEmpty && !plan.totals.isEmpty) {
    drawColumnTotals(page, plan, y);
    y += cell.rowHeight;
  }
  if (plan.totalLines.length > 0) {
    const height = sentencesHeight(plan.totalLines.length);
    drawSentences(page, plan, y, height);
    y += height;
  }
  drawSignatures(page, plan.signing, { ...plan.geometry, top: y });
}

/** 合计 under 序号 and whatever columns follow until the first with a total. */
function drawColumnTotals(page: PageBuilder, plan: TablePlan, y: number): void {
  const { columns, size } = plan.fitted;
  const first = columns[0];
  const last = columns.at(-1);
  if (!first || !last) return;
  const style = bodyStyle(size);
  const firstTotal = columns.findIndex(({ column }) => column.total !== undefined);
  const start = columns[firstTotal] ?? last;
  page.fill(first.x, y, last.x + last.width - first.x, cell.rowHeight, grey.total);
  const top = y + (cell.rowHeight - style.leading) / 2;
  const place = { y: top, leading: style.leading };
  const label = plan.totals.label;
  const labelBox = { x: first.x, width: start.x - first.x, align: 'center' as const };
  page.text(label, { ...style, face: 'sans' }, { ...labelBox, ...place, where: label });
  page.vertical(first.x, y, y + cell.rowHeight);
  for (const { column, x, width } of columns.slice(firstTotal)) {
    const { value, format } = plan.totals.of(column);
    const inner = { x: x + cell.padding, width: width - cell.padding * 2 };
    const align = format === 'money' ? 'right' : 'center';
    page.text(cellText(value, format), style, { ...inner, align, ...place, where: column.title });
    page.vertical(x, y, y + cell.rowHeight);
  }
  page.vertical(last.x + last.width, y, y + cell.rowHeight);
  page.horizontal(first.x, last.x + last.width, y + cell.rowHeight);
}

function drawSentences(page: PageBuilder, plan: TablePlan, y: number, height: number): void {
  const { left, right } = plan.geometry;
  const labelWidth = totalLabelWidth(plan.fitted);
  page.fill(left, y, right - left, height, grey.total);
  const middle = y + (height - text.body.leading) / 2;
  const label = { ...text.body, face: 'sans' as const };
  if (plan.totals.isEmpty) {
    page.text(plan.totals.label, label, { x: left, width: labelWidth, align: 'center', y: middle, where: '' });
  }
  const top = y + (height - plan.totalLines.length * text.body.leading) / 2;
  const inner = { x: left + labelWidth + cell.formPadding, width: right - left - labelWidth - cell.formPadding * 2 };
  for (const [order, line] of plan.totalLines.entries()) {
    const place = { y: top + order * text.body.leading, align: 'left' as const, where: plan.totals.label };
    page.text(line, text.body, { ...inner, ...place });
  }
  for (const x of [left, left + labelWidth, right]) page.vertical(x, y, y + height);
  page.horizontal(left, right, y + height);
}
