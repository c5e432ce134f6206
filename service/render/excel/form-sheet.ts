import type { FormBlock, FormField, FormPage, LedgerDocument } from '../../../contract/ledger.ts';
import { excelRow, excelSize, formGrid, margins, text, words } from '../../../templates/look.ts';
import { cellText, excelCell } from '../cells.ts';
import { breakLines } from '../layout/break-lines.ts';
import { type FittedColumns, fitColumns, measureRow, numberColumn, startMeasuring } from '../layout/columns.ts';
import { packFields } from '../layout/form-fields.ts';
import { geometry } from '../layout/page-builder.ts';
import { layHead, layRow } from '../layout/rows.ts';
import type { Pace } from '../pace.ts';
import { type Cuts, headerFooter, pageSetup, SheetWriter, sheetName, type Workbook } from './sheet.ts';
import { cellStyle, styles } from './styles.ts';
import { linesHeight, writeCell, writeOpening } from './table-sheet.ts';

type FormDocument = Extract<LedgerDocument, { kind: 'form' }>;

/** Writes each form as a sheet of its own. Returns how many. */
export async function writeFormSheets(
  workbook: Workbook,
  document: FormDocument,
  cuts: Cuts,
  pace: Pace,
  onForm: (forms: number) => void,
): Promise<number> {
  const used = new Set<string>();
  const write = (form: FormPage): void => {
    const { orientation } = document.spec;
    const sheet = workbook.addWorksheet(sheetName(form.name, used), {
      pageSetup: pageSetup(orientation, margins.formSide, null),
      headerFooter: headerFooter(document.frame.mark, document.frame.trace),
    });
    const page = geometry(orientation, margins.formSide);
    const room = page.right - page.left;
    const width = Math.round(((room / excelSize.body) * 2 * 100) / formGrid) / 100;
    const writer = new SheetWriter(sheet, Array(formGrid).fill(width), cuts);
    writeForm(writer, form, room);
    sheet.commit();
  };
  let forms = 0;
  for (const form of document.data.pages()) {
    write(form);
    forms += 1;
    onForm(forms);
    await pace.turn();
  }
  if (forms > 0) return forms;
  const { title, heading } = document.frame;
  const blocks: FormBlock[] = [{ type: 'note', text: words.nothing }];
  write({ name: document.spec.title, title, heading, blocks, signatures: words.emptySigners });
  return 1;
}

function writeForm(writer: SheetWriter, form: FormPage, room: number): void {
  writeOpening(writer, form.title, form.heading);
  let isOpen = false;
  for (const block of form.blocks) {
    if (isOpen && (block.type === 'fields' || block.type === 'table')) isOpen = closeFrame(writer);
    writeBlock(writer, block, room);
    isOpen = block.type === 'prose' || block.type === 'note';
  }
  if (isOpen) closeFrame(writer);
  writeSignatures(writer, form.signatures);
}

/** Prose has lines at its sides only; a thin row closes it below. */
function closeFrame(writer: SheetWriter): false {
  writer.begin(6);
  writer.text('', 1, formGrid, styles.close);
  writer.commit();
  return false;
}

function writeBlock(writer: SheetWriter, block: FormBlock, room: number): void {
  if (block.type === 'fields') writeFields(writer, block.fields, block.columns, room);
  else if (block.type === 'note') {
    writeParagraph(writer, block.text, styles.note, { size: excelSize.note, line: 17, room });
  } else {
    if (block.title !== '') writeLine(writer, block.title, styles.section, excelRow.body + 4);
    if (block.type === 'prose') writeProse(writer, block.text, room);
    else writeTable(writer, block, room);
  }
}

function writeLine(
  writer: SheetWriter,
  content: string,
  style: Parameters<SheetWriter['text']>[3],
  height: number,
): void {
  writer.begin(height);
  writer.text(content, 1, formGrid, style);
  writer.commit();
}

function writeProse(writer: SheetWriter, content: string, room: number): void {
  const type = { size: excelSize.prose, line: excelRow.proseLine, room };
  for (const paragraph of content.split('\n')) {
    const trimmed = paragraph.replace(/^[\s\u3000]+/, '');
    if (trimmed !== '') writeParagraph(writer, `　　${trimmed}`, styles.prose, type);
  }
}

/** A paragraph as a merged row of the height its text needs; one too tall for a row goes on in the next. */
function writeParagraph(
  writer: SheetWriter,
  content: string,
  style: Parameters<SheetWriter['text']>[3],
  type: { size: number; line: number; room: number },
): void {
  const { size, line, room } = type;
  const lines = breakLines(content, { ...text.prose, size, width: room - size * 3, indent: 0, whole: false });
  const most = Math.floor((excelRow.most - 6) / line);
  for (let from = 0; from < lines.length; from += most) {
    const part = lines.slice(from, from + most);
    const joined = lines.length > most ? part.map(({ text: piece }) => piece).join('') : content;
    writeLine(writer, joined, style, part.length * line + 6);
  }
}

function writeFields(writer: SheetWriter, fields: readonly FormField[], columns: number, room: number): void {
  const pair = formGrid / columns;
  const labelSpan = Math.min(6, Math.max(3, Math.floor(pair / 3)));
  for (const row of packFields(fields, columns)) {
    const laid = row.map(({ field, span }) => {
      const valueSpan = Math.round(pair * span) - labelSpan;
      const width = (room * valueSpan) / formGrid - excelSize.body;
      const written = cellText(field.value, field.format);
      const lines = breakLines(written, { ...text.value, size: excelSize.body, width, indent: 0, whole: false }).length;
      const labelWidth = (room * labelSpan) / formGrid - 6;
      const label = { ...text.label, size: excelSize.body, width: labelWidth, indent: 0, whole: false };
      return { field, valueSpan, lines: Math.max(lines, breakLines(field.label, label).length) };
    });
    writer.begin(linesHeight(Math.max(...laid.map(({ lines }) => lines)), excelRow.body + 4));
    let at = 1;
    for (const { field, valueSpan } of laid) {
      writer.text(field.label, at, at + labelSpan - 1, styles.label);
      const end = at + labelSpan + valueSpan - 1;
      writeFieldValue(writer, field, at + labelSpan, end);
      at = end + 1;
    }
    writer.commit();
  }
}

/** Fields read as sentences, so numbers and days stand to the left like text; the cell keeps its type. */
function writeFieldValue(writer: SheetWriter, field: FormField, from: number, to: number): void {
  const { value, numberFormat } = excelCell(field.value, field.format);
  if (typeof value === 'string') writer.text(cellText(field.value, field.format), from, to, styles.value);
  else writer.value(value, from, cellStyle({ format: 'long-text' }, numberFormat), to);
}

function writeTable(writer: SheetWriter, block: Extract<FormBlock, { type: 'table' }>, room: number): void {
  const measured = startMeasuring(block.columns, block.numbered);
  for (const [index, row] of block.rows.entries()) measureRow(measured, row, index + 1);
  const fitted = fitColumns(measured, 0, room);
  const spans = gridSpans(fitted, room);
  const headLines = Math.max(...layHead(fitted).cells.map(({ lines }) => lines.length));
  writer.begin(linesHeight(headLines, excelRow.body));
  for (const [index, { column }] of fitted.columns.entries()) {
    const { from, to } = spans[index] ?? { from: 1, to: 1 };
    writer.text(column.title, from, to, styles.head);
  }
  writer.commit();
  if (block.rows.length === 0) writeLine(writer, block.emptyText, styles.nothing, excelRow.body);
  for (const [number, row] of block.rows.entries()) {
    const { lines } = layRow(row, number + 1, fitted);
    writer.begin(linesHeight(lines, block.tall ? excelRow.tall : excelRow.body));
    for (const [index, { column }] of fitted.columns.entries()) {
      const { from, to } = spans[index] ?? { from: 1, to: 1 };
      if (column === numberColumn) writer.value(number + 1, from, styles.number, to);
      else writeCell(writer, row, from, column, to);
    }
    writer.commit();
  }
}

/** The narrow columns each column of a table is merged from; at least one each. */
function gridSpans({ columns }: FittedColumns, room: number): { from: number; to: number }[] {
  let from = 1;
  return columns.map(({ x, width }, index) => {
    const after = columns.length - index - 1;
    const wanted = index === columns.length - 1 ? formGrid : Math.round(((x + width) / room) * formGrid);
    const to = Math.min(formGrid - after, Math.max(from, wanted));
    const span = { from, to };
    from = to + 1;
    return span;
  });
}

function writeSignatures(writer: SheetWriter, labels: readonly string[]): void {
  if (labels.length === 0) return;
  const eachDated = labels.length > 2;
  const inRow = eachDated ? 2 : labels.length + 1;
  const parts = eachDated
    ? labels.map((label) => `${label}：　　　　　　${words.day}`)
    : [...labels.map((label) => `${label}：`), words.day];
  for (let start = 0; start < parts.length; start += inRow) {
    writer.begin(excelRow.signature);
    for (const [index, part] of parts.slice(start, start + inRow).entries()) {
      const from = Math.round((formGrid * index) / inRow) + 1;
      const to = Math.round((formGrid * (index + 1)) / inRow);
      writer.text(part, from, to, !eachDated && index === inRow - 1 ? styles.headingRight : styles.headingLeft);
    }
    writer.commit();
  }
}
