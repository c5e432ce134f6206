import ExcelJS from 'exceljs';
import type { CellMark } from './marked-copy.ts';
import type { Workbook } from './sheet.ts';

/** Writes the values of a workbook anew, each where it was, with the marks. */
export async function rebuildMarked(
  workbook: Workbook,
  marks: readonly CellMark[],
  colour: string,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of workbook.sheets) {
    const target = book.addWorksheet(safeName(sheet.name, book.worksheets.length), {
      state: sheet.isHidden ? 'hidden' : 'visible',
    });
    for (const cells of sheet.rows.values()) {
      for (const cell of cells.values()) {
        const written = target.getCell(cell.row + 1, cell.column + 1);
        written.value = cell.shown.slice(0, 32_767);
        // Numbers such as IDs stay what they are shown as.
        written.numFmt = '@';
        written.alignment = { vertical: 'middle', wrapText: true };
      }
    }
    for (const { firstRow, firstColumn, lastRow, lastColumn } of sheet.merges) {
      target.mergeCells(firstRow + 1, firstColumn + 1, lastRow + 1, lastColumn + 1);
    }
    for (const [cell, text] of marksByCell(marks, sheet.name)) {
      const marked = target.getCell(cell);
      marked.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour}` } };
      marked.note = { texts: [{ text }] };
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Texts of the marks of a sheet by cell; several on one cell are one comment. */
export function marksByCell(marks: readonly CellMark[], sheet: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const mark of marks) {
    if (mark.sheet !== sheet) continue;
    const before = texts.get(mark.cell);
    texts.set(mark.cell, before === undefined ? mark.text : `${before}\n${mark.text}`);
  }
  return texts;
}

function safeName(name: string, index: number): string {
  const safe = name
    .replace(/[*?:\\/[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 28);
  return safe === '' || safe.toLowerCase() === 'history' ? `Sheet${index + 1}` : safe;
}
