import type { RosterNotice } from '../../contract/roster-import.ts';
import { bareText, cleanLine } from './clean-text.ts';
import {
  type HeadingBook,
  isRosterHeader,
  readHeader,
  rosterBook,
  type TableColumn,
  type TableHeader,
} from './headings.ts';
import { type RowKind, readRow } from './row-kinds.ts';
import { cellAddress, type Sheet, type SheetCell, type Workbook } from './sheet.ts';

/** A row that holds a person. */
export interface TableRow {
  /** Zero-based, in her sheet. */
  readonly row: number;
  /** Cells by column; of a cell merged downwards, every row it spans has it. */
  readonly cells: ReadonlyMap<number, SheetCell>;
  readonly columns: readonly TableColumn[];
  /** Row of the person this one belongs to, when the name is merged over several rows. */
  readonly continues: number | null;
  /** Headings inside the table that this row stands under. */
  readonly group: SheetCell | null;
  readonly branch: SheetCell | null;
  readonly category: SheetCell | null;
}

export interface RosterTable {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notices: readonly RosterNotice[];
}

/** Every sheet that holds a roster, the one to take first. Hidden sheets come last, then narrower ones. */
export function findTables(workbook: Workbook): { sheet: Sheet; table: RosterTable }[] {
  const found = workbook.sheets.flatMap((sheet, index) => {
    const header = findHeader(sheet, rosterBook);
    return header === null ? [] : [{ sheet, table: readTable(sheet, header), header, index }];
  });
  return found
    .filter(({ table }) => table.rows.length > 0)
    .sort(
      (a, b) =>
        Number(a.sheet.isHidden) - Number(b.sheet.isHidden) ||
        b.header.columns.length - a.header.columns.length ||
        yearIn(b.sheet.name) - yearIn(a.sheet.name) ||
        Number(b.index === workbook.activeSheet) - Number(a.index === workbook.activeSheet) ||
        b.table.rows.length - a.table.rows.length ||
        a.index - b.index,
    )
    .map(({ sheet, table }) => ({ sheet, table }));
}

/**
 * The heading with most known columns among the first rows; `null` when none heads such a table. One that ends above the
 * end of its own merged cells is taken only where there is no other: its last row would be read as a person.
 */
export function findHeader<Field extends string>(sheet: Sheet, book: HeadingBook<Field>): TableHeader<Field> | null {
  return bestHeader(sheet, book, (header) => !isCutThrough(sheet, header)) ?? bestHeader(sheet, book, () => true);
}

function isCutThrough(sheet: Sheet, { firstRow, lastRow, columns }: TableHeader<string>): boolean {
  return sheet.merges.some(
    (merge) =>
      merge.firstRow >= firstRow &&
      merge.firstRow <= lastRow &&
      merge.lastRow > lastRow &&
      columns.some(({ column }) => column >= merge.firstColumn && column <= merge.lastColumn),
  );
}

function bestHeader<Field extends string>(
  sheet: Sheet,
  book: HeadingBook<Field>,
  isFit: (header: TableHeader<Field>) => boolean,
): TableHeader<Field> | null {
  let best: TableHeader<Field> | null = null;
  for (const row of [...sheet.rows.keys()].slice(0, searchedRows)) {
    for (const depth of [1, 2, 3]) {
      const header = readHeader(sheet, row, depth, book);
      if (!book.heads(header) || !endsWithHeading(sheet, header) || !isFit(header)) continue;
      // Of headings that end in the same row, the one with fewer rows: a title above is no part of it.
      const isNarrower =
        best !== null && header.lastRow === best.lastRow && header.columns.length === best.columns.length;
      if (best === null || isNarrower || header.columns.length > best.columns.length) best = header;
    }
  }
  return best;
}

const searchedRows = 60;

/** The last row of a heading must itself name a field or be reached by a merged one, or else it is the first of data. */
function endsWithHeading(sheet: Sheet, { firstRow, lastRow, columns }: TableHeader<string>): boolean {
  const cells = sheet.rows.get(lastRow);
  if (columns.some(({ column, title }) => cleanLine(cells?.get(column)?.shown ?? '') === title)) return true;
  return sheet.merges.some(
    (merge) =>
      merge.firstRow >= firstRow &&
      merge.firstRow < lastRow &&
      merge.lastRow === lastRow &&
      columns.some(({ column }) => column === merge.firstColumn),
  );
}

function yearIn(name: string): number {
  return Number(/(?:19|20)\d{2}/.exec(name)?.[0] ?? 0);
}

function readTable(sheet: Sheet, first: TableHeader): RosterTable {
  const notices: RosterNotice[] = [];
  const rows: TableRow[] = [];
  const personRows = new Set<number>();
  const repeated = textsAround(sheet, first);
  let header = first;
  let group: SheetCell | null = null;
  let branch: SheetCell | null = null;
  let category: SheetCell | null = null;

  function note(kind: RosterNotice['kind'], row: number, column: number, text: string): void {
    notices.push({ kind, sheet: sheet.name, cell: cellAddress(row, column), text: text.slice(0, 200) });
  }
  function noteColumns(row: number): void {
    for (const { column, title, isRepeated } of header.unknown)
      note(isRepeated ? 'column-repeated' : 'column-unknown', row, column, title);
  }

  noteColumns(first.lastRow);
  const downward = mergedDownward(sheet);
  for (const [row, own] of sheet.rows) {
    if (row <= first.lastRow) continue;
    const kind: RowKind = continues(row) ? { kind: 'person' } : readRow(own, header, repeated);
    switch (kind.kind) {
      case 'header': {
        const next = readHeader(sheet, row, 1, rosterBook);
        if (isRosterHeader(next)) header = next;
        note('row-header-repeated', row, kind.cell.column, kind.cell.shown);
        break;
      }
      case 'group':
        group = kind.cell;
        break;
      case 'branch':
        branch = kind.cell;
        group = null;
        break;
      case 'category':
        category = kind.cell;
        break;
      case 'total':
      case 'footer':
      case 'note':
      case 'hint':
        note(`row-${kind.kind}`, row, kind.cell.column, kind.cell.shown);
        break;
      case 'person':
        rows.push(personRow(row, own));
        personRows.add(row);
        break;
      case 'blank':
        break;
    }
  }
  noteUnheaded();
  return { sheet: sheet.name, headerRow: first.firstRow, columns: first.columns, rows, notices };

  /** Whether the name of the person above is merged down into this row. */
  function continues(row: number): boolean {
    const name = header.columns.find(({ field }) => field === 'name');
    const master = name === undefined ? undefined : downward.get(`${row},${name.column}`);
    return master !== undefined && personRows.has(master);
  }

  function personRow(row: number, own: ReadonlyMap<number, SheetCell>): TableRow {
    const cells = new Map(own);
    let continues: number | null = null;
    for (const { column, field } of header.columns) {
      const master = downward.get(`${row},${column}`);
      if (master === undefined) continue;
      const value = sheet.rows.get(master)?.get(column);
      if (value !== undefined) cells.set(column, value);
      if (field === 'name') continues = master;
    }
    return { row, cells, columns: header.columns, continues, group, branch, category };
  }

  /** Data under no heading at all is said, too. */
  function noteUnheaded(): void {
    const headed = new Set([
      ...first.columns.map(({ column }) => column),
      ...first.unknown.map(({ column }) => column),
      ...first.serialColumns,
    ]);
    for (const { row, cells } of rows) {
      for (const [column, cell] of cells) {
        if (headed.has(column)) continue;
        headed.add(column);
        if (column > 0 || !/^\d+$/.test(cell.shown.trim())) note('column-unknown', row, column, '');
      }
    }
  }
}

/** Texts of the heading and above it: a printout repeats them on every page. */
function textsAround(sheet: Sheet, header: TableHeader): Set<string> {
  const texts = new Set<string>();
  for (const [row, cells] of sheet.rows) {
    if (row > header.lastRow) break;
    for (const cell of cells.values()) texts.add(bareText(cell.shown));
  }
  texts.delete('');
  return texts;
}

/** For cells under the first of a downward merge: `row,column` → row of the first. */
function mergedDownward(sheet: Sheet): Map<string, number> {
  const masters = new Map<string, number>();
  for (const { firstRow, lastRow, firstColumn } of sheet.merges) {
    if (lastRow - firstRow > maxMergedRows) continue;
    for (let row = firstRow + 1; row <= lastRow; row++) masters.set(`${row},${firstColumn}`, firstRow);
  }
  return masters;
}

const maxMergedRows = 2000;
