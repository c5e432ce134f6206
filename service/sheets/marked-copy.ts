import { type GuardedFile, guardFile } from './guard.ts';
import { marksByCell, rebuildMarked } from './mark-rebuilt.ts';
import { markXlsx } from './mark-xlsx.ts';
import { readWorkbook } from './read-workbook.ts';

/** A cell to colour, and what to write beside it. */
export interface CellMark {
  readonly sheet: string;
  /** `E17` */
  readonly cell: string;
  readonly text: string;
}

/** Fill of a marked cell: light red, still readable in a black-and-white print. */
export const markColour = 'FFC7CE';

/**
 * Her own workbook as .xlsx with the marked cells coloured and commented. An .xlsx keeps everything else byte by
 * byte; other formats become an .xlsx with the same values in the same places.
 *
 * @throws AppError `file-unreadable`
 */
export async function markCells(bytes: Buffer, fileName: string, marks: readonly CellMark[]): Promise<Uint8Array> {
  const file = guardFile(bytes, fileName);
  const patched = file.kind === 'ooxml' ? patch(file, marks) : null;
  return patched ?? rebuildMarked(await readWorkbook(bytes, fileName), marks, markColour);
}

function patch(file: GuardedFile, marks: readonly CellMark[]): Uint8Array | null {
  const bySheet = new Map(
    [...new Set(marks.map(({ sheet }) => sheet))].map((sheet) => [sheet, marksByCell(marks, sheet)]),
  );
  return markXlsx(file, bySheet, markColour);
}
