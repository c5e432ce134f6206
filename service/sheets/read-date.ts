import type { RosterProblemCode } from '../../contract/roster-import.ts';
import type { PartialDate } from '../../contract/values.ts';
import { addDays, daysInMonth, isDay } from '../../rules/dates.ts';
import { cleanLine } from './clean-text.ts';
import { plainDigits } from './number-format.ts';
import type { DatePrecision, SheetCell } from './sheet.ts';

/** A date cell read: a date as precise as it was written, or why it cannot be one. Nothing is guessed. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: PartialDate }
  | { readonly kind: 'problem'; readonly code: RosterProblemCode; readonly candidates: readonly PartialDate[] };

export interface DateSource {
  readonly isFrom1904: boolean;
  /** Values are texts that a spreadsheet may have written from numbers: `1987.1` may have been `1987.10`. */
  readonly isSeparatedText: boolean;
}

const firstYear = 1900;
const lastYear = 2100;

/** Reads a cell of a date column; the cell holds something. */
export function readDateCell(cell: SheetCell, source: DateSource): DateReading {
  if (cell.kind === 'number') {
    return cell.datePrecision === null
      ? readNumber(plainDigits(cell.raw), cell.shown, source)
      : readSerial(Number(cell.raw), cell.datePrecision, source);
  }
  return readDateText(cell.shown, source);
}

/** Reads a date as clerks write it: 1987.06, 1987年6月, 1988-3-5, 19880305, 198803, 一九八七年六月, 1987. */
export function readDateText(text: string, source: DateSource): DateReading {
  const written = tidy(text);
  const full =
    /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})[日号.]?$/.exec(written) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  if (full !== null) return whole(full[1], full[2], full[3]);
  const month = /^(\d{4})(年|[./-])(\d{1,2})(?:月份?|[./-])?$/.exec(written);
  if (month !== null) {
    const isLost = source.isSeparatedText && month[2] === '.' && month[3] === '1';
    return isLost ? ambiguous(`${month[1]}-01`, `${month[1]}-10`) : whole(month[1], month[3]);
  }
  if (/^\d{4}年?$/.test(written)) return whole(written.slice(0, 4));
  if (/^\d{6}$/.test(written)) return readSixDigits(written);
  if (/^\d{5}$/.test(written)) return readSerial(Number(written), 'day', source);
  if (/^\d{2}(年|[./-])\d{1,2}((月|[./-])(\d{1,2}[日号]?)?)?$/.test(written)) return problem('date-two-digit-year');
  const turned = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written);
  return turned === null ? problem('date-unreadable') : readDayFirst(turned);
}

/** Half-width, Chinese numerals as digits, one kind of separator, no time of day. */
function tidy(text: string): string {
  return fromChineseNumerals(
    cleanLine(text)
      .normalize('NFKC')
      .replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, ''),
  )
    .replace(/[·。,，、_]/g, '.')
    .replace(/[—–－~]/g, '-')
    .replace(/(\d) +(?=\d)/g, '$1.')
    .replaceAll(' ', '');
}

function readNumber(digits: string, shown: string, source: DateSource): DateReading {
  const decimal = /^(\d{4})\.(\d+)$/.exec(digits);
  if (decimal !== null) {
    const [, year = '', fraction = ''] = decimal;
    if (fraction.length === 2) return whole(year, fraction);
    if (fraction.length === 4) return whole(year, fraction.slice(0, 2), fraction.slice(2));
    if (fraction.length !== 1) return problem('date-unreadable');
    if (fraction !== '1') return whole(year, fraction);
    return shown.trim() === `${year}.10` ? whole(year, '10') : ambiguous(`${year}-01`, `${year}-10`);
  }
  if (/^\d{8}$/.test(digits)) return whole(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (/^\d{6}$/.test(digits)) return readSixDigits(digits);
  if (/^\d{5}(\.\d+)?$/.test(digits)) return readSerial(Number(digits), 'day', source);
  if (/^\d{4}$/.test(digits)) return whole(digits);
  return problem('date-unreadable');
}

/** 198706 is a month; 870605 is a day whose century is not written. */
function readSixDigits(digits: string): DateReading {
  const year = Number(digits.slice(0, 4));
  if (year >= firstYear && year <= lastYear) return whole(digits.slice(0, 4), digits.slice(4));
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4));
  return problem(month >= 1 && month <= 12 && day >= 1 && day <= 31 ? 'date-two-digit-year' : 'date-unreadable');
}

/** Both orders are in use; taken only where one of them is no day, or both are the same. */
function readDayFirst(match: RegExpExecArray): DateReading {
  const [, a = '', b = '', year = ''] = match;
  const readings = [whole(year, a, b), whole(year, b, a)].flatMap((reading) =>
    reading.kind === 'date' ? [reading.date] : [],
  );
  const [first, second = first] = readings;
  if (first === undefined || second === undefined) return problem('date-impossible');
  return first === second ? { kind: 'date', date: first } : ambiguous(first, second);
}

/**
 * A serial day. The format tells what she meant: a month format over the first of a month is a month (a
 * spreadsheet makes 1987-06-01 of "1987年6月"), over another day it hides a day that is known.
 */
function readSerial(serial: number, precision: DatePrecision, source: DateSource): DateReading {
  const days = Math.floor(serial) + (source.isFrom1904 ? 1462 : 0);
  if (!Number.isFinite(days) || days < 1 || precision === 'time') return problem('date-unreadable');
  // The 1900 system counts a 29 February 1900 that never was.
  const day = addDays('1899-12-31', days >= 60 ? days - 1 : days);
  const year = Number(day.slice(0, 4));
  if (days === 60 || year < firstYear || year > lastYear) return problem('date-unreadable');
  if (precision === 'month' && day.endsWith('-01')) return { kind: 'date', date: day.slice(0, 7) };
  if (precision === 'year' && day.endsWith('-01-01')) return { kind: 'date', date: day.slice(0, 4) };
  return { kind: 'date', date: day };
}

/** `00` for a month or day means that it is not known. */
function whole(yearText = '', monthText = '00', dayText = '00'): DateReading {
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  if (year < firstYear || year > lastYear || month > 12) return problem('date-impossible');
  if (month === 0) return day === 0 ? { kind: 'date', date: yearText } : problem('date-impossible');
  const date = `${yearText}-${String(month).padStart(2, '0')}`;
  if (day === 0) return { kind: 'date', date };
  if (day > daysInMonth(year, month)) return problem('date-impossible');
  const full = `${date}-${String(day).padStart(2, '0')}`;
  return isDay(full) ? { kind: 'date', date: full } : problem('date-impossible');
}

const digitOf: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 二〇〇五年七月十一日 → 2005年7月11日; 八八年 → 88年. Other texts stay. */
function fromChineseNumerals(text: string): string {
  const match =
    /^([〇零○一二三四五六七八九]{2}|[〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月)?(?:([一二三四五六七八九十]{1,3})[日号])?$/.exec(
      text,
    );
  if (match === null) return text;
  const year = [...(match[1] ?? '')].map((character) => digitOf[character] ?? '').join('');
  const month = match[2] === undefined ? '' : `${smallNumber(match[2])}月`;
  const day = match[3] === undefined ? '' : `${smallNumber(match[3])}日`;
  return `${year}年${month}${day}`;
}

/** 十一 → 11, 三十 → 30, 二十五 → 25, 一 → 1. */
function smallNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  return (
    Number(tens === '' ? 1 : (digitOf[tens ?? ''] ?? 0)) * 10 + Number(ones === '' ? 0 : (digitOf[ones ?? ''] ?? 0))
  );
}

function problem(code: RosterProblemCode): DateReading {
  return { kind: 'problem', code, candidates: [] };
}

function ambiguous(...candidates: PartialDate[]): DateReading {
  return { kind: 'problem', code: 'date-ambiguous', candidates };
}
