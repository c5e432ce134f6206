import type { CellFormat, CellValue } from '../../contract/ledger.ts';
import { numberFormat } from '../../templates/look.ts';
import { writableText } from './layout/characters.ts';

/** What a cell of a workbook is given: a primitive or a day at UTC midnight, never a formula. */
export interface ExcelCell {
  value: string | number | Date | null;
  numberFormat: string;
}

/** Most characters a cell of a workbook can hold. */
export const longestCell = 32_767;

/** The text a value is printed as. Not registered prints empty. */
export function cellText(value: CellValue, format: CellFormat): string {
  if (value === null || format === 'blank') return '';
  if (typeof value === 'number') return numberText(value, format);
  if (format === 'date' || format === 'month') return dateText(value, format);
  return writableText(value);
}

function numberText(value: number, format: CellFormat): string {
  if (!Number.isFinite(value)) throw new TypeError('not a finite number in a ledger cell');
  switch (format) {
    case 'money':
      return moneyText(value);
    case 'percent':
      return `${(value * 100).toFixed(1)}%`;
    default:
      return String(Math.round(value * 100) / 100);
  }
}

/** Fen as yuan with two decimals and groups: 123456 is 1,234.56. Integer arithmetic only. */
function moneyText(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = Math.abs(Math.round(fen)) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${grouped}.${String(rest).padStart(2, '0')}`;
}

/** `1998-05-12` as 1998.05.12, or 1998.05 where only the month is asked for or known. Other text stays as it is. */
function dateText(value: string, format: 'date' | 'month'): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (!parts) return writableText(value);
  const [, year, month, day] = parts;
  return [year, month, format === 'date' ? day : undefined].filter((part) => part !== undefined).join('.');
}

/**
 * The typed cell of a workbook. ID numbers and phones are text; days are real days shown as the ledger
 * prints them; a year alone stays text, for no day of it is known.
 */
export function excelCell(value: CellValue, format: CellFormat): ExcelCell {
  if (value === null || format === 'blank' || value === '') return { value: null, numberFormat: numberFormat[format] };
  if (typeof value === 'number') return excelNumber(value, format);
  if (format === 'date' || format === 'month') {
    const day = excelDay(value);
    if (day) {
      const shown = format === 'month' || value.length === 7 ? numberFormat.month : numberFormat.date;
      return { value: day, numberFormat: shown };
    }
  }
  const text = excelText(cellText(value, format));
  return { value: text, numberFormat: textFormat(text) };
}

function excelNumber(value: number, format: CellFormat): ExcelCell {
  if (!Number.isFinite(value)) throw new TypeError('not a finite number in a ledger cell');
  if (format === 'money') return { value: Math.round(value) / 100, numberFormat: numberFormat.money };
  if (format === 'integer' || format === 'decimal' || format === 'percent') {
    return { value: format === 'decimal' ? Math.round(value * 100) / 100 : value, numberFormat: numberFormat[format] };
  }
  return { value: String(value), numberFormat: '@' };
}

/** The day as UTC midnight, so that no time zone moves it; `null` for a year alone or before 1900-03. */
function excelDay(value: string): Date | null {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!parts) return null;
  const [, year, month, day] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')));
  return date.getTime() >= Date.UTC(1900, 2, 1) ? date : null;
}

/**
 * Text as a workbook keeps it: `_x0041_` would be read as an escape, so its underscore is escaped; what is
 * beyond 32,767 characters no cell can hold and is cut with an ellipsis (see {@link isCut}).
 */
export function excelText(text: string): string {
  const kept = isCut(text) ? `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return kept.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Whether a text is longer than a cell of a workbook can hold. */
export function isCut(text: string): boolean {
  return text.length > longestCell;
}

/** The text format shows #### for more than 255 characters in some programs. */
function textFormat(text: string): string {
  return text.length > 255 ? 'General' : '@';
}
