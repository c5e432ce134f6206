import { parseCsv } from 'hucre/csv';
import { fileLimits, type GuardedFile, refuse } from './guard.ts';
import { SheetCells, type Workbook } from './sheet.ts';

/**
 * Text of a file whose encoding nobody wrote down: a byte order mark decides, else UTF-8 if it is that without
 * a fault, else GB 18030 (which holds GBK and GB 2312); `null` when it is none of these or holds control characters, which no text does.
 */
export function decodeText(bytes: Buffer): string | null {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/(?![\t\n\r\f\v\u0085])\p{Cc}/u.test(text)) return text;
    } catch {
      // Not this encoding.
    }
  }
  return null;
}

/** @throws AppError `file-unreadable` `too-many-rows` */
export function readCsv(file: GuardedFile, text: string): Workbook {
  const hint = /^sep=(.)\r?\n/.exec(text);
  const body = hint === null ? text : text.slice(hint[0].length);
  const tooMany = () => refuse(file.fileName, 'too-many-rows');
  const cells = new SheetCells(fileLimits.rows, tooMany);
  const rows = parseCsv(body, { delimiter: hint?.[1] ?? guessDelimiter(body), maxRows: fileLimits.rows * 2 });
  if (rows.length >= fileLimits.rows * 2) tooMany();
  const firstRow = hint === null ? 0 : 1;
  rows.forEach((values, index) => {
    values.forEach((value, column) => {
      // ="0123" is how some programs keep a spreadsheet from making a number of it.
      const raw = (value === null ? '' : String(value)).replace(/^="(.*)"$/s, '$1');
      cells.add({ row: firstRow + index, column, kind: 'text', raw, shown: raw, datePrecision: null });
    });
  });
  const sheet = { name: file.fileName.replace(/\.[^.]*$/, ''), isHidden: false, rows: cells.rows, merges: [] };
  return { format: 'csv', isFrom1904: false, activeSheet: 0, sheets: [sheet] };
}

/** The separator that most of the first lines hold most often, outside quotes. */
export function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scores = [',', '\t', ';'].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((a, b) => a - b);
    return { delimiter, score: counts[Math.floor(counts.length / 2)] ?? 0 };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}
