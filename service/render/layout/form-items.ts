import type { FormBlock } from '../../../contract/ledger.ts';
import { cell, type Density, distance, text } from '../../../templates/look.ts';
import { breakLines } from './break-lines.ts';
import { fitColumns, measureRow, startMeasuring } from './columns.ts';
import { type Box, type FlowItem, gap, item, mostLines } from './flow.ts';
import { fieldItems } from './form-fields.ts';
import { drawHead, drawRow, drawWideRow, type LaidRow, layHead, layRow, rowHeight } from './rows.ts';

/** Fields and untitled tables run from edge to edge; prose, notes and titled tables keep a distance. */
function isInset(block: FormBlock): boolean {
  return block.type === 'prose' || block.type === 'note' || (block.type === 'table' && block.title !== '');
}

/** Lays the blocks of a form out as one flow. */
export function flowItems(blocks: readonly FormBlock[], box: Box): FlowItem[] {
  const items: FlowItem[] = [];
  let wasInset = false;
  const inner = { left: box.left + distance.boxPadding, right: box.right - distance.boxPadding };
  for (const block of blocks) {
    const inset = isInset(block);
    if (inset && !wasInset) items.push(gap(distance.boxPadding - distance.beforeSection));
    if (!inset && wasInset) items.push(gap(distance.boxPadding));
    items.push(...blockItems(block, inset ? inner : box).map((each) => ({ ...each, isInset: inset })));
    wasInset = inset;
  }
  if (wasInset) items.push(gap(distance.boxPadding));
  // The frame ends with the last row of a table; the distance below it belongs to what follows.
  const last = items.at(-1);
  if (last?.isGap && !wasInset) last.isBoxed = false;
  return items;
}

function blockItems(block: FormBlock, box: Box): FlowItem[] {
  switch (block.type) {
    case 'fields':
      return fieldItems(block.fields, block.columns, box);
    case 'prose':
      return [...headingItems(block.title, box), ...proseItems(block.text, box)];
    case 'note':
      return noteItems(block.text, box);
    case 'table':
      return [...headingItems(block.title, box), ...tableItems(block, box)];
  }
}

function headingItems(title: string, box: Box): FlowItem[] {
  if (title === '') return [];
  const style = text.section;
  const draw: FlowItem['draw'] = (page, y) =>
    page.text(title, style, {
      x: box.left,
      width: box.right - box.left,
      align: 'left',
      y: y + distance.beforeSection,
      where: title,
    });
  return [item(distance.beforeSection + style.leading + 2, draw, { keepWithNext: true })];
}

/** Paragraphs with an indent of two characters; two lines of a paragraph stay together at the foot and top of a page. */
function proseItems(content: string, box: Box): FlowItem[] {
  const style = text.prose;
  const indent = style.size * 2;
  const paragraphs = content.split('\n').filter((paragraph, _, all) => paragraph.trim() !== '' || all.length === 1);
  return paragraphs.flatMap((paragraph) => {
    const trimmed = paragraph.replace(/^[\s\u3000]+/, '');
    const lines = breakLines(trimmed, { ...style, width: box.right - box.left, indent, whole: false });
    return lines.map((line, index) => {
      const start = line.isFirst ? indent : 0;
      const draw: FlowItem['draw'] = (page, y) =>
        page.text(line.text, style, {
          x: box.left + start,
          width: box.right - box.left - start,
          align: line.isLast ? 'left' : 'justify',
          y,
          where: line.text.slice(0, 12),
        });
      const keepWithNext = lines.length > 1 && (index === 0 || index === lines.length - 2);
      return item(style.leading, draw, { keepWithNext });
    });
  });
}

function noteItems(content: string, box: Box): FlowItem[] {
  const style = text.note;
  const width = box.right - box.left;
  return breakLines(content, { ...style, width, indent: 0, whole: false }).map((line) =>
    item(style.leading, (page, y) =>
      page.text(line.text, style, { x: box.left, width, align: 'left', y, where: line.text.slice(0, 12) }),
    ),
  );
}

function tableItems(block: Extract<FormBlock, { type: 'table' }>, box: Box): FlowItem[] {
  const measured = startMeasuring(block.columns, block.numbered);
  for (const [index, row] of block.rows.entries()) measureRow(measured, row, index + 1);
  const fitted = fitColumns(measured, box.left, box.right);
  const laidHead = layHead(fitted);
  const head = item(laidHead.height, (page, y) => drawHead(page, laidHead, y), { keepWithNext: true });
  if (block.rows.length === 0) {
    const nothing = { text: block.emptyText, style: text.body, align: 'center' as const, shade: null };
    const draw: FlowItem['draw'] = (page, y) => drawWideRow(page, fitted.columns, nothing, y, cell.rowHeight);
    return [head, item(cell.rowHeight, draw), gap(6)];
  }
  const density = { rowHeight: block.tall ? cell.tallRowHeight : cell.rowHeight + 3, lift: cell.lift };
  const rows = block.rows.flatMap((row, index) => {
    const laid = layRow(row, index + 1, fitted);
    return rowParts(laid, fitted.size, density).map(({ from, to, height }) =>
      item(height, (page, y) => drawRow(page, fitted, laid, { y, height, from, to, number: index + 1 }), { head }),
    );
  });
  return [head, ...rows, gap(6)];
}

function rowParts(laid: LaidRow, size: number, density: Density): { from: number; to: number; height: number }[] {
  const parts = [];
  for (let from = 0; from < laid.lines; from += mostLines) {
    const to = Math.min(laid.lines, from + mostLines);
    parts.push({ from, to, height: rowHeight(to - from, size, density) });
  }
  return parts;
}
