import type { RosterField } from '../../contract/roster-import.ts';
import { rosterColumns } from '../../templates/roster.ts';
import { datePartHeadings, foreignGroups, serialHeadings } from '../../templates/roster-words.ts';
import { bareText, cleanLine } from './clean-text.ts';
import type { Sheet } from './sheet.ts';

/** What a heading stands for. */
export type Heading<Field extends string = RosterField> =
  | { readonly kind: 'field'; readonly field: Field; readonly part: 'year' | 'month' | 'day' | null }
  | { readonly kind: 'serial' }
  | { readonly kind: 'unknown' };

export interface TableColumn<Field extends string = RosterField> {
  readonly column: number;
  /** Heading as she wrote it. */
  readonly title: string;
  readonly field: Field;
  readonly part: 'year' | 'month' | 'day' | null;
}

/** A heading row (or two or three) read. */
export interface TableHeader<Field extends string = RosterField> {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly TableColumn<Field>[];
  readonly unknown: readonly { readonly column: number; readonly title: string; readonly isRepeated: boolean }[];
  readonly serialColumns: ReadonlySet<number>;
}

/** How the headings of one kind of table are read. */
export interface HeadingBook<Field extends string> {
  /** What a heading means under the headings above it (outermost first). */
  read(groups: readonly string[], text: string): Heading<Field>;
  /** Takes a column in, or says that it repeats another. */
  place(columns: TableColumn<Field>[], unknown: UnknownColumn[], column: TableColumn<Field>): void;
  /** Whether it can head such a table. */
  heads(header: TableHeader<Field>): boolean;
}

export interface UnknownColumn {
  column: number;
  title: string;
  isRepeated: boolean;
}

const byAlias = new Map<string, RosterField>();
for (const { field, title, aliases } of rosterColumns) {
  for (const alias of [title, ...aliases.split(' ')]) byAlias.set(bareText(alias), field);
}
const dateFields = new Set(rosterColumns.filter((column) => column.kind === 'date').map((column) => column.field));
const serials = new Set(serialHeadings);

/** Field by a heading alone, with or without what stands in brackets. */
export function fieldOfHeading(text: string): RosterField | null {
  const whole = byAlias.get(bareText(text));
  if (whole !== undefined) return whole;
  const unbracketed = text.normalize('NFKC').replace(/[([【〔《<].*?[)\]】〕》>]/gs, '');
  return byAlias.get(bareText(unbracketed)) ?? null;
}

/** What a heading means under the headings above it (outermost first). */
export function readHeading(groups: readonly string[], text: string): Heading {
  const group = groups.at(-1) ?? '';
  const part = datePartHeadings[bareText(text)];
  const groupField = fieldOfHeading(group);
  if (part !== undefined && groupField !== null && dateFields.has(groupField))
    return { kind: 'field', field: groupField, part };
  const combined = group === '' ? null : fieldOfHeading(`${group}${text}`);
  if (combined !== null) return { kind: 'field', field: combined, part: null };
  if (groups.some((above) => foreignGroups.test(above))) return { kind: 'unknown' };
  const own = fieldOfHeading(text);
  if (own !== null) return { kind: 'field', field: own, part: null };
  return serials.has(bareText(text)) ? { kind: 'serial' } : { kind: 'unknown' };
}

/** Text of a heading cell, spread over the cells it is merged with sideways, and down to `lastRow`. */
class HeadingGrid {
  readonly #sheet: Sheet;
  readonly width: number;
  constructor(sheet: Sheet, firstRow: number, lastRow: number) {
    this.#sheet = sheet;
    let width = 0;
    for (let row = firstRow; row <= lastRow; row++) {
      for (const column of sheet.rows.get(row)?.keys() ?? []) width = Math.max(width, column + 1);
    }
    this.width = width;
  }

  own(row: number, column: number): string {
    return cleanLine(this.#sheet.rows.get(row)?.get(column)?.shown ?? '');
  }

  /** The text over a column: its own cell, or the cell merged across it. */
  across(row: number, column: number): string {
    const merge = this.#sheet.merges.find(
      (range) =>
        row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn,
    );
    return merge === undefined ? this.own(row, column) : this.own(merge.firstRow, merge.firstColumn);
  }
}

/** Reads `depth` rows from `row` on as the heading of a table. */
export function readHeader<Field extends string>(
  sheet: Sheet,
  row: number,
  depth: number,
  book: HeadingBook<Field>,
): TableHeader<Field> {
  const grid = new HeadingGrid(sheet, row, row + depth - 1);
  const columns: TableColumn<Field>[] = [];
  const unknown: UnknownColumn[] = [];
  const serialColumns = new Set<number>();
  for (let column = 0; column < grid.width; column++) {
    const own = Array.from({ length: depth }, (_, step) => grid.own(row + step, column)).filter((text) => text !== '');
    const title = own.at(-1) ?? '';
    if (title === '') continue;
    const heading = book.read(headingsAbove(grid, row, depth, column, title), title);
    if (heading.kind === 'serial') serialColumns.add(column);
    else if (heading.kind === 'unknown') unknown.push({ column, title, isRepeated: false });
    else book.place(columns, unknown, { column, title, field: heading.field, part: heading.part });
  }
  return { firstRow: row, lastRow: row + depth - 1, columns, unknown, serialColumns };
}

/** Headings over a column, outermost first, without the one that spans the whole table (a title). */
function headingsAbove(grid: HeadingGrid, row: number, depth: number, column: number, title: string): string[] {
  const above: string[] = [];
  for (let step = -1; step < depth; step++) {
    const text = grid.across(row + step, column);
    if (text === '' || text === title || above.includes(text)) continue;
    const spans = Array.from({ length: grid.width }, (_, other) => grid.across(row + step, other) === text);
    if (spans.filter(Boolean).length * 10 <= grid.width * 7) above.push(text);
  }
  return above;
}

/** Columns that may share a field: unit and post together are 工作单位及职务; parts of one date. */
function place(columns: TableColumn[], unknown: UnknownColumn[], column: TableColumn): void {
  const rivals = columns.filter((other) => other.field === column.field);
  const isAnotherPart =
    column.part !== null && rivals.every((other) => other.part !== null && other.part !== column.part);
  if (rivals.length === 0 || isAnotherPart || column.field === 'employer' || column.field === 'introducerNames') {
    columns.push(column);
    return;
  }
  // 手机 and 联系电话 side by side: the general one may hold the landline.
  const general = [rivals[0], column].find(
    (candidate) => candidate !== undefined && !/手机|移动/.test(candidate.title),
  );
  if (column.field === 'mobilePhone' && general !== undefined && !columns.some((other) => other.field === 'landline')) {
    const other = { ...general, field: 'landline' as const };
    if (general === column) columns.push(other);
    else columns.splice(columns.indexOf(general), 1, other, column);
    return;
  }
  unknown.push({ column: column.column, title: column.title, isRepeated: true });
}

/** Whether it can head a roster: names, and something else of a person. */
export function isRosterHeader(header: TableHeader): boolean {
  const fields = new Set(header.columns.map((column) => column.field));
  return fields.has('name') && fields.size >= 2;
}

export const rosterBook: HeadingBook<RosterField> = { read: readHeading, place, heads: isRosterHeader };
