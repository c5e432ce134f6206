import { fileLimits, type GuardedFile, partText, refuse } from './guard.ts';
import { datePrecisionOf, showNumber } from './number-format.ts';
import {
  type CellKind,
  type CellRange,
  parseAddress,
  parseRange,
  type Sheet,
  SheetCells,
  type Workbook,
} from './sheet.ts';
import { readCellFormats, readSharedStrings, readXlsxBook } from './xlsx-book.ts';
import { unescapeOffice, walkXml } from './xml-events.ts';

/**
 * Reads an OOXML workbook (.xlsx, .xlsm, new .et) from its own XML: numbers keep the digits the file holds,
 * formulas give the result stored with them, links and macros are left alone.
 *
 * @throws AppError `file-unreadable`
 */
export function readXlsx(file: GuardedFile): Workbook {
  try {
    const book = readXlsxBook(file);
    const strings = readSharedStrings(file, book.sharedStringsPart);
    const formats = readCellFormats(file, book.stylesPart).map((code) => ({ code, precision: datePrecisionOf(code) }));
    const sheets = book.sheets.map(({ name, isHidden, part }): Sheet => {
      const xml = partText(file, part);
      return {
        name,
        isHidden,
        ...(xml === null ? { rows: new Map(), merges: [] } : readSheet(file, xml, strings, formats)),
      };
    });
    return {
      format: book.hasMacros ? 'xlsm' : 'xlsx',
      isFrom1904: book.isFrom1904,
      activeSheet: book.activeSheet,
      sheets,
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError') throw error;
    // XML that is not well-formed: no workbook a spreadsheet program would open either.
    refuse(file.fileName, 'not-a-workbook');
  }
}

interface CellFormat {
  readonly code: string;
  readonly precision: ReturnType<typeof datePrecisionOf>;
}

const generalFormat: CellFormat = { code: '', precision: null };

function readSheet(
  file: GuardedFile,
  xml: string,
  strings: readonly string[],
  formats: readonly CellFormat[],
): Pick<Sheet, 'rows' | 'merges'> {
  const cells = new SheetCells(fileLimits.rows, () => refuse(file.fileName, 'too-many-rows'));
  const merges: CellRange[] = [];
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let hasFormula = false;
  let inCell = false;
  let inValue = false;
  let inPhonetic = false;

  function endCell(): void {
    const format = formats[style] ?? generalFormat;
    const { kind, raw } = readValue(type, value, strings);
    if (raw === '' && hasFormula) {
      cells.add({ row, column, kind: 'formula-without-result', raw: '', shown: '', datePrecision: null });
      return;
    }
    const shown = kind === 'number' ? showNumber(raw, format.code) : raw;
    cells.add({ row, column, kind, raw, shown, datePrecision: kind === 'number' ? format.precision : null });
  }

  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
      } else if (name === 'c') {
        const address = attributes.r === undefined ? null : parseAddress(attributes.r);
        column = address?.column ?? column + 1;
        row = address?.row ?? row;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
        hasFormula = false;
        inCell = true;
      } else if (inCell) {
        if (name === 'f') hasFormula = true;
        else if (name === 'rPh') inPhonetic = true;
        else if (name === 'v' || name === 't') inValue = !inPhonetic;
      } else if (name === 'mergeCell') {
        const range = parseRange(attributes.ref ?? '');
        if (range !== null) merges.push(range);
      }
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') {
        inCell = false;
        endCell();
      }
    },
  });
  return { rows: inRowOrder(cells.rows), merges };
}

function readValue(type: string, value: string, strings: readonly string[]): { kind: CellKind; raw: string } {
  switch (type) {
    case 's':
      return { kind: 'text', raw: value.trim() === '' ? '' : (strings[Number(value)] ?? '') };
    case 'inlineStr':
    case 'str':
    case 'd':
      return { kind: 'text', raw: unescapeOffice(value) };
    case 'b':
      return { kind: 'boolean', raw: value.trim() };
    case 'e':
      return { kind: 'error', raw: value.trim() };
    default:
      return { kind: 'number', raw: value.trim() };
  }
}

function inRowOrder(rows: SheetCells['rows']): Sheet['rows'] {
  const numbers = [...rows.keys()];
  if (numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))) return rows;
  return new Map([...rows].sort(([a], [b]) => a - b));
}
