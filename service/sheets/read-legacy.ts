import { read, set_cptable, utils, type WorkBook } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { fileLimits, type GuardedFile, refuse } from './guard.ts';
import { datePrecisionOf } from './number-format.ts';
import { type CellKind, type Sheet, type SheetCell, SheetCells, type Workbook, type WorkbookFormat } from './sheet.ts';

set_cptable(codepages);

/**
 * Reads a BIFF workbook (.xls, .et). @throws AppError `file-unreadable`
 */
export function readBiff(file: GuardedFile): Workbook {
  return convert(file, 'xls', () =>
    read(file.bytes, { type: 'buffer', codepage: 936, cellNF: true, cellText: true, sheetRows: readRows }),
  );
}

/** Reads what many systems hand out as .xls: an HTML table or XML Spreadsheet 2003. Its values stay texts. */
export function readMarkup(file: GuardedFile, text: string): Workbook {
  return convert(file, 'markup', () =>
    read(text, { type: 'string', raw: true, cellNF: true, cellText: true, sheetRows: readRows }),
  );
}

const readRows = fileLimits.rows + 1;

function convert(file: GuardedFile, format: WorkbookFormat, open: () => WorkBook): Workbook {
  let book: WorkBook;
  try {
    book = open();
  } catch (error) {
    refuse(file.fileName, /password|encrypt/i.test(String(error)) ? 'encrypted' : 'not-a-workbook');
  }
  const facts = book.Workbook;
  return {
    format,
    isFrom1904: facts?.WBProps?.date1904 === true,
    activeSheet: 0,
    sheets: book.SheetNames.map((name, index) => ({
      name,
      isHidden: (facts?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      ...readSheet(file, book.Sheets[name] ?? {}),
    })),
  };
}

function readSheet(file: GuardedFile, sheet: WorkBook['Sheets'][string]): Pick<Sheet, 'rows' | 'merges'> {
  const cells = new SheetCells(fileLimits.rows, () => refuse(file.fileName, 'too-many-rows'));
  if (Object.hasOwn(sheet, '!fullref') && rowsOf(sheet['!fullref']) > fileLimits.rows)
    refuse(file.fileName, 'too-many-rows');
  const found: SheetCell[] = [];
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue;
    const { r: row, c: column } = utils.decode_cell(address);
    found.push({ row, column, ...readCell(cell as LegacyCell) });
  }
  found.sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of found) cells.add(cell);
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r,
    firstColumn: s.c,
    lastRow: e.r,
    lastColumn: e.c,
  }));
  return { rows: cells.rows, merges };
}

interface LegacyCell {
  t: string;
  v?: unknown;
  w?: string;
  z?: string | number;
  f?: string;
}

function readCell(cell: LegacyCell): Omit<SheetCell, 'row' | 'column'> {
  const kinds: Record<string, CellKind> = { n: 'number', b: 'boolean', e: 'error' };
  const kind = kinds[cell.t] ?? 'text';
  const raw = cell.v === undefined || cell.v === null ? '' : String(cell.v);
  if (raw === '' && cell.f !== undefined)
    return { kind: 'formula-without-result', raw: '', shown: '', datePrecision: null };
  if (kind !== 'number')
    return { kind, raw: kind === 'error' ? (cell.w ?? raw) : raw, shown: cell.w ?? raw, datePrecision: null };
  return { kind, raw, shown: cell.w ?? raw, datePrecision: datePrecisionOf(String(cell.z ?? '')) };
}

function rowsOf(reference: unknown): number {
  const range = utils.decode_range(String(reference));
  return range.e.r - range.s.r + 1;
}
