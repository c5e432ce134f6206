/** A foreign workbook as the roster reader sees it: values and where they stand, nothing of its looks. */

export type CellKind = 'text' | 'number' | 'boolean' | 'error' | 'formula-without-result';

export interface SheetCell {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** Text, or the digits of a number as the file holds them (`1987.1`, `1.301021987060543E+17`). */
  readonly raw: string;
  /** As her program shows it, as far as the number format tells; the same as `raw` for texts. */
  readonly shown: string;
  /** What a date format shows at the finest; `null` when the format is not a date format. */
  readonly datePrecision: DatePrecision | null;
}

export type DatePrecision = 'year' | 'month' | 'day' | 'time';

/** Zero-based, both ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Cells that hold something, by row and column; rows in order. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly CellRange[];
}

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xls' | 'csv' | 'markup';

export interface Workbook {
  readonly format: WorkbookFormat;
  /** Serial dates count from 1904-01-01. */
  readonly isFrom1904: boolean;
  readonly sheets: readonly Sheet[];
  /** Sheet that was in front when the file was saved. */
  readonly activeSheet: number;
}

/** `0, 6` → `G1`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `6` → `G`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `G1` → row 0, column 6; `null` when it is no address of a sheet. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(match[2]) - 1;
  return row < 0 || row > 1_048_575 || column > 16_383 ? null : { row, column };
}

/** `A1:M1` or `A1`; `null` when it is no range of a sheet. */
export function parseRange(range: string): CellRange | null {
  const [from = '', to = from] = range.split(':');
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (first === null || last === null) return null;
  return { firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column };
}

/** Collects cells while a file is read; keeps only those that hold something. */
export class SheetCells {
  readonly rows = new Map<number, Map<number, SheetCell>>();
  readonly #maxRows: number;
  readonly #onTooMany: () => never;

  constructor(maxRows: number, onTooMany: () => never) {
    this.#maxRows = maxRows;
    this.#onTooMany = onTooMany;
  }

  add(cell: SheetCell): void {
    if (cell.raw === '' && cell.kind !== 'formula-without-result') return;
    let row = this.rows.get(cell.row);
    if (row === undefined) {
      if (this.rows.size >= this.#maxRows) this.#onTooMany();
      row = new Map();
      this.rows.set(cell.row, row);
    }
    row.set(cell.column, cell);
  }
}
