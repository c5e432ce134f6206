import { readCategory } from '../../rules/codes/member.ts';
import { rowMarks } from '../../templates/roster-words.ts';
import { bareText, cleanLine } from './clean-text.ts';
import { readHeading, type TableHeader } from './headings.ts';
import type { SheetCell } from './sheet.ts';

/** What a row under the heading is. Everything that is not plainly something else is a person. */
export type RowKind =
  | { kind: 'blank' }
  | { kind: 'person' }
  | {
      kind: 'header' | 'group' | 'branch' | 'category' | 'total' | 'footer' | 'note' | 'hint';
      cell: SheetCell;
    };

/**
 * @param own the cells of the row that hold something
 * @param repeated bare texts of the heading and above it
 */
export function readRow(
  own: ReadonlyMap<number, SheetCell>,
  header: TableHeader,
  repeated: ReadonlySet<string>,
): RowKind {
  const cells = [...own.values()]
    .filter((cell) => cleanLine(cell.shown) !== '' || cell.kind === 'formula-without-result')
    .sort((a, b) => a.column - b.column);
  const [first] = cells;
  if (first === undefined) return { kind: 'blank' };
  if (isRepeatedHeader(cells, repeated)) return { kind: 'header', cell: first };

  const held = cells.filter((cell) => !header.serialColumns.has(cell.column));
  const [lead] = held;
  if (lead === undefined) {
    const isNumber = /^\d+$/.test(cleanLine(first.shown));
    return rowMark(first) ?? (isNumber ? { kind: 'blank' } : (section(first) ?? { kind: 'note', cell: first }));
  }
  const mapped = new Map(header.columns.map((column) => [column.column, column.field]));
  const cellOf = (field: string) => held.find((cell) => mapped.get(cell.column) === field);
  const name = cellOf('name');
  const hasIdNumber = /[\dX*＊]{8,}/i.test(cleanLine(cellOf('idNumber')?.shown ?? '').replace(/[\s-]/g, ''));

  const title = section(first);
  if (title !== null && (cells.length === 1 || (cells.length === 2 && !hasIdNumber))) return title;
  // A line under the table reaches over the identity columns; a person's row has one of them filled properly.
  const mark = rowMark(first) ?? (lead === first ? null : rowMark(lead)) ?? (name === undefined ? null : rowMark(name));
  if (mark !== null && (cells.length === 1 || !hasIdNumber || mark.kind === 'hint')) return mark;
  if (isColumnNumbering(held)) return { kind: 'hint', cell: first };
  if (name !== undefined)
    return cells.length === 1 && isSentence(name) ? { kind: 'note', cell: name } : { kind: 'person' };
  const others = held.filter((cell) => mapped.has(cell.column));
  if (others.length === 0 || (cells.length === 1 && !hasIdNumber)) return { kind: 'note', cell: lead };
  return { kind: 'person' };
}

function isRepeatedHeader(cells: readonly SheetCell[], repeated: ReadonlySet<string>): boolean {
  // No heading holds a number or a date: spares the look-ups for nearly every row.
  if (cells.some((cell) => /\d{6}/.test(cell.shown))) return false;
  const known = cells.filter((cell) => readHeading([], cell.shown).kind === 'field');
  if (known.length >= 3 && known.length * 2 >= cells.length) return true;
  return cells.every((cell) => repeated.has(bareText(cell.shown)) && bareText(cell.shown).length > 1);
}

/** Text under the table that happens to stand in the column of names. */
function isSentence(cell: SheetCell): boolean {
  const text = cleanLine(cell.shown);
  return [...text].length > 15 || /[，。；：、！？]/.test(text);
}

function section(cell: SheetCell): RowKind | null {
  const title = sectionTitle(cell);
  return title === null ? null : { kind: title, cell };
}

/** A heading inside the table: 第二党小组（12人）, 一、预备党员, 第三党支部. */
function sectionTitle(cell: SheetCell): 'group' | 'branch' | 'category' | null {
  const text = sectionText(cell.shown);
  if (text.length > 30) return null;
  if (/小组$/.test(text) || /^第?[一二三四五六七八九十\d]{1,3}组$/.test(text)) return 'group';
  if (/(党支部|支部|支部委员会|党总支)$/.test(text)) return 'branch';
  return readCategory(text) === null ? null : 'category';
}

/** What a section is called, without its number, brackets and colon. */
export function sectionText(text: string): string {
  return cleanLine(text)
    .normalize('NFKC')
    .replace(/^[(]?[一二三四五六七八九十\d]{1,3}[)、.．]\s*/, '')
    .replace(/[([【〔].*?[)\]】〕]/g, '')
    .replace(/[:：]?\s*(共?\d+[人名])?[:：]?$/, '')
    .replaceAll(' ', '')
    .trim();
}

/** A line that is no record: a sum, a signature line, a note, an example. */
export function rowMark(cell: SheetCell): { kind: 'total' | 'footer' | 'note' | 'hint'; cell: SheetCell } | null {
  const text = cleanLine(cell.shown).replaceAll(' ', '').normalize('NFKC');
  if (rowMarks.total.test(text)) return { kind: 'total', cell };
  const footer = rowMarks.footer.exec(text)?.[0];
  if (footer !== undefined && /^([:：(_\s]|$|\d)/.test(text.slice(footer.length))) return { kind: 'footer', cell };
  const note = rowMarks.note.exec(text)?.[0];
  if (note !== undefined && /^([:：\d.、(]|$)/.test(text.slice(note.length))) return { kind: 'note', cell };
  return rowMarks.hint.test(text.replace(/^[([【]/, '')) ? { kind: 'hint', cell } : null;
}

/** 1 2 3 … or 甲 乙 丙 … under the headings. */
function isColumnNumbering(cells: readonly SheetCell[]): boolean {
  return (
    cells.length > 2 &&
    cells.every((cell) => /^[(]?([甲乙丙丁戊己庚辛壬癸]|\d{1,2}|[①-⑳])[)]?$/.test(cleanLine(cell.shown)))
  );
}
