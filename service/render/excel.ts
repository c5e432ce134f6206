import type { Writable } from 'node:stream';
import excel from 'exceljs';
import type { LedgerDocument } from '../../contract/ledger.ts';
import { writeFormSheets } from './excel/form-sheet.ts';
import type { Cuts } from './excel/sheet.ts';
import { writeTableSheet } from './excel/table-sheet.ts';
import { Pace } from './pace.ts';
import type { RenderOptions, RenderResult } from './render.ts';

/**
 * Writes a ledger as a workbook into a stream, row by row. Values from data are never formulas; ID numbers
 * and phones are text; days are real days. Memory does not grow with the rows.
 * @returns number of sheets, and where a text was longer than a cell can hold
 * @throws AppError `cancelled`
 */
export async function renderExcel(
  document: LedgerDocument,
  out: Writable,
  options: RenderOptions,
): Promise<RenderResult> {
  const pace = new Pace(options.signal);
  const cuts: Cuts = [];
  let broken: Error | null = null;
  out.on('error', (error) => {
    broken = error;
  });
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  workbook.creator = 'Zhibu Ledger';
  workbook.lastModifiedBy = 'Zhibu Ledger';
  workbook.created = options.madeAt;
  workbook.modified = options.madeAt;
  const onStep = (done: number): void => {
    if (broken) throw broken;
    options.onProgress?.(done, 0);
  };
  const sheets =
    document.kind === 'table'
      ? await writeTableSheet(workbook, document, cuts, pace, onStep).then(() => 1)
      : await writeFormSheets(workbook, document, cuts, pace, onStep);
  if (broken) throw broken;
  await workbook.commit();
  return { pages: sheets, missing: [], cut: cuts };
}
