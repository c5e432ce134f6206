import { rebuildMarked } from './mark-rebuilt.ts';
import { readWorkbook } from './read-workbook.ts';

/** A cell to colour, and what to write beside it. */
export interface CellMark {
  readonly sheet: string;
  /** `E17` */
  readonly cell: string;
  readonly text: string;
}

/**
 * Her own workbook as .xlsx with the marked cells coloured and commented. What is no .xlsx becomes one with the
 * same values in the same places.
 *
 * @throws AppError `file-unreadable`
 */
export async function markCells(bytes: Buffer, fileName: string, marks: readonly CellMark[]): Promise<Uint8Array> {
  return rebuildMarked(await readWorkbook(bytes, fileName), marks);
}
