import { guardFile, refuse } from './guard.ts';
import { decodeText, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Workbook } from './sheet.ts';

/**
 * Reads a foreign workbook by what it is, whatever its name says: OOXML (.xlsx, .xlsm, new .et), BIFF
 * (.xls, .et), an HTML table or XML Spreadsheet named .xls, separated values in UTF-8, UTF-16 or GB 18030.
 * Nothing outside the bytes is touched.
 *
 * @throws AppError `file-unreadable` with reason `too-large`, `too-many-rows`, `zip-bomb`, `encrypted` or
 * `not-a-workbook`
 */
export async function readWorkbook(bytes: Buffer, fileName: string): Promise<Workbook> {
  const file = guardFile(bytes, fileName);
  if (file.kind === 'ooxml') return readXlsx(file);
  // Loaded only when needed: the reader of old formats is large.
  if (file.kind === 'biff') return (await import('./read-legacy.ts')).readBiff(file);
  const text = decodeText(bytes);
  if (text === null) refuse(fileName, 'not-a-workbook');
  const isMarkup = /^\s*<(\?xml|!doctype|html|table|head|meta|workbook)/i.test(text.slice(0, 1000));
  return isMarkup ? (await import('./read-legacy.ts')).readMarkup(file, text) : readCsv(file, text);
}
