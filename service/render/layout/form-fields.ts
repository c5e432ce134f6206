import type { FormField } from '../../../contract/ledger.ts';
import { cell, grey, type TextStyle, text } from '../../../templates/look.ts';
import { cellText } from '../cells.ts';
import { balancedLines, breakLines } from './break-lines.ts';
import { drawableText, textWidth } from './characters.ts';
import { type Box, type FlowItem, item, mostLines } from './flow.ts';
import type { PageBuilder } from './page-builder.ts';

interface LaidField {
  label: string[];
  labelStyle: TextStyle;
  lines: string[];
  x: number;
  width: number;
  name: string;
}

/** Packs fields into lines of so many pairs; the last of a line takes what is left of it. */
export function packFields(fields: readonly FormField[], columns: number): { field: FormField; span: number }[][] {
  const rows: { field: FormField; span: number }[][] = [];
  let used = columns;
  for (const field of fields) {
    const span = Math.min(field.span ?? 1, columns);
    if (used + span > columns) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ field, span });
    used += span;
  }
  for (const row of rows) {
    const last = row.at(-1);
    if (last) last.span += columns - row.reduce((sum, { span }) => sum + span, 0);
  }
  return rows;
}

/** Label and value cells with lines around them, the labels shaded. */
export function fieldItems(fields: readonly FormField[], columns: number, box: Box): FlowItem[] {
  const pair = (box.right - box.left) / columns;
  const labelWidth = widthOfLabels(fields, pair);
  return packFields(fields, columns).flatMap((row) => {
    let x = box.left;
    const laid = row.map(({ field, span }) => {
      const width = pair * span;
      const each = layField(field, x, width, labelWidth);
      x += width;
      return each;
    });
    return fieldRows(laid, labelWidth);
  });
}

function widthOfLabels(fields: readonly FormField[], pair: number): number {
  const { size, face } = text.label;
  const widest = Math.max(...fields.map(({ label }) => textWidth(label, face, size)));
  const room = Math.max(size * 4, Math.min(widest, size * 8)) + cell.formPadding * 2 + 6;
  return Math.min(room, pair * 0.5);
}

/** Labels of two and three characters are spread to the width of four: 时　　间, 主 持 人. */
function spreadLabel(label: string): TextStyle {
  const { size } = text.label;
  if (!/^\p{Script=Han}{2,3}$/u.test(label)) return text.label;
  return { ...text.label, spacing: label.length === 2 ? size * 2 : size / 2 };
}

function layField(field: FormField, x: number, width: number, labelWidth: number): LaidField {
  const shape = { indent: 0, whole: false };
  const inner = width - labelWidth - cell.formPadding * 2;
  const value = drawableText(cellText(field.value, field.format));
  const label = balancedLines(field.label, { ...text.label, ...shape, width: labelWidth - cell.formPadding });
  return {
    label,
    labelStyle: label.length === 1 ? spreadLabel(field.label) : text.label,
    lines: breakLines(value, { ...text.value, ...shape, width: inner }).map((line) => line.text),
    x,
    width,
    name: field.label,
  };
}

function fieldRows(fields: readonly LaidField[], labelWidth: number): FlowItem[] {
  const lines = Math.max(...fields.map((field) => Math.max(field.lines.length, field.label.length)));
  const items: FlowItem[] = [];
  for (let from = 0; from < lines; from += mostLines) {
    const to = Math.min(lines, from + mostLines);
    const height = Math.max(cell.formRowHeight, (to - from) * text.value.leading + cell.lift * 2);
    items.push(item(height, (page, y) => drawFields(page, fields, { y, height, from, to, labelWidth })));
  }
  return items;
}

interface FieldPlace {
  y: number;
  height: number;
  from: number;
  to: number;
  labelWidth: number;
}

function drawFields(page: PageBuilder, fields: readonly LaidField[], place: FieldPlace): void {
  const { y, height, labelWidth } = place;
  for (const field of fields) {
    page.fill(field.x, y, labelWidth, height, grey.label);
    drawLines(page, field.label, field.labelStyle, {
      ...place,
      x: field.x,
      width: labelWidth,
      align: 'center',
      name: field.name,
    });
    const value = field.lines.slice(place.from, place.to);
    const x = field.x + labelWidth + cell.formPadding;
    const width = field.width - labelWidth - cell.formPadding * 2;
    drawLines(page, value, text.value, { ...place, x, width, align: 'left', name: field.name });
    for (const edge of [field.x, field.x + labelWidth, field.x + field.width]) page.vertical(edge, y, y + height);
    for (const edge of [y, y + height]) page.horizontal(field.x, field.x + field.width, edge);
  }
}

function drawLines(
  page: PageBuilder,
  lines: readonly string[],
  style: TextStyle,
  place: { x: number; width: number; align: 'left' | 'center'; y: number; height: number; name: string },
): void {
  const top = place.y + (place.height - lines.length * style.leading) / 2;
  for (const [order, line] of lines.entries()) {
    const { x, width, align, name } = place;
    page.text(line, style, { x, width, align, y: top + order * style.leading, where: name });
  }
}
