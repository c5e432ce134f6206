import type { DatePrecision } from './sheet.ts';

/**
 * Number formats of foreign workbooks, as far as a roster needs them: does the format show a date, how much of
 * it, and how many decimals does it show. ECMA-376 part 1, 18.8.30 and 18.8.31 (built-in formats, also of zh-CN).
 */

const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Code of a built-in format; empty for General. */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? '';
}

/** What a format shows of a date at the finest; `null` when it shows a number or text. */
export function datePrecisionOf(format: string): DatePrecision | null {
  const [positive = ''] = format.split(';');
  const code = positive
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|g\/通用格式|am\/pm|a\/p|上午\/下午/gi, '')
    .toLowerCase();
  if (/0\.?0*e[+-]/.test(code) || !/[ymdhseg]/.test(code)) return null;
  if (/d/.test(code)) return 'day';
  if (/[hs]/.test(code)) return 'time';
  if (/m/.test(code)) return 'month';
  return /[ye]/.test(code) ? 'year' : null;
}

/** A number as a plain number format shows it; other formats leave the digits as they are. */
export function showNumber(raw: string, format: string): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  const [positive = ''] = format.split(';');
  const plain = /^(?:#,##)?(0+)(?:\.(0+))?(?:_.)?\s*$/.exec(positive);
  if (plain === null) return plainDigits(raw);
  const [whole = '', fraction] = value.toFixed((plain[2] ?? '').length).split('.');
  const padded = whole.padStart((plain[1] ?? '').length, '0');
  return fraction === undefined ? padded : `${padded}.${fraction}`;
}

/**
 * The digits a spreadsheet shows for a stored number: at most 15 significant ones, so that binary noise
 * (`1987.0999999999999`) reads as it was typed. Long whole numbers keep every digit the file holds.
 */
export function plainDigits(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const value = Number(raw);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw;
}
