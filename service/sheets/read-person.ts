import type { RosterField } from '../../contract/roster-import.ts';
import { readCategory } from '../../rules/codes/member.ts';
import { cleanLine } from './clean-text.ts';
import type { TableRow } from './find-table.ts';
import type { TableColumn } from './headings.ts';
import { type CellReading, readCell } from './read-cell.ts';
import { type DateSource, readDateText } from './read-date.ts';
import type { PersonRow, RosterValues, RowFault, ValuePlace } from './roster-values.ts';
import { sectionText } from './row-kinds.ts';
import type { SheetCell } from './sheet.ts';

/** Reads what a row says about a person, and every cell that cannot be taken over, all at once. */
export function readPerson(row: TableRow, source: DateSource): PersonRow {
  const reader = new PersonReader(row);
  for (const column of row.columns) {
    const cell = row.cells.get(column.column);
    if (cell === undefined || column.part !== null) continue;
    if (cell.kind === 'text' && cleanLine(cell.shown) === '') continue;
    reader.take(column, cell, readCell(column.field, cell, source));
  }
  for (const parts of dateParts(row)) {
    const text = parts.map(({ cell }) => cleanLine(cell.shown).replace(/[年月日]$/, '')).join('-');
    const [year] = parts;
    if (year === undefined || text === '') continue;
    const read = readDateText(text, source);
    reader.take(
      year.column,
      year.cell,
      read.kind === 'date'
        ? { kind: 'values', values: { [year.column.field]: read.date } }
        : { kind: 'problem', code: read.code, detail: {} },
    );
  }
  return reader.finish();
}

class PersonReader {
  readonly #row: TableRow;
  readonly #values: RosterValues = {};
  readonly #places = new Map<RosterField, ValuePlace>();
  readonly #faults: RowFault[] = [];
  readonly #unread: ValuePlace[] = [];
  #maskedId: string | null = null;
  #maskedPhone: string | null = null;
  #sexInName: '1' | '2' | null = null;
  #openBirth: readonly string[] = [];

  constructor(row: TableRow) {
    this.#row = row;
  }

  take(column: TableColumn, cell: SheetCell, reading: CellReading): void {
    const { field } = column;
    const place = { row: cell.row, column: column.column, title: column.title, written: cleanLine(cell.shown) };
    switch (reading.kind) {
      case 'values':
        if (Object.keys(reading.values).length > 0) this.#merge(reading.values, place);
        break;
      case 'sex-in-name':
        this.#merge(reading.values, place);
        this.#sexInName = reading.sex;
        break;
      case 'masked':
        this.#places.set(field, place);
        if (field === 'idNumber') this.#maskedId = reading.text;
        else this.#maskedPhone = reading.text;
        break;
      case 'unread':
        this.#unread.push(place);
        break;
      case 'problem': {
        const { written, ...where } = place;
        this.#places.set(field, place);
        if (field === 'bornOn') this.#openBirth = reading.detail.candidates?.split(' ') ?? [];
        this.#faults.push({ code: reading.code, field, ...where, value: written, detail: reading.detail });
      }
    }
  }

  /** The first cell that says something of a field wins; unit and post in two columns make one text. */
  #merge(values: RosterValues, place: ValuePlace): void {
    for (const [key, value] of Object.entries(values) as [keyof RosterValues, string][]) {
      const known = this.#values[key] ?? undefined;
      if (known === undefined) this.#places.set(key, place);
      if (key === 'employer' && known !== undefined && !known.endsWith(value)) {
        Object.assign(this.#values, { employer: `${known}${value}` });
      } else if (key === 'introducerNames' && known !== undefined) {
        const names = [...new Set([...known.split('、'), ...value.split('、')])];
        if (names.length > 2) this.#unread.push(place);
        else Object.assign(this.#values, { introducerNames: names.join('、') });
      } else if (known === undefined) Object.assign(this.#values, { [key]: value });
      else if (known !== value && key !== 'employer') this.#unread.push(place);
    }
  }

  finish(): PersonRow {
    const { group, branch, category, row } = this.#row;
    const values = this.#values;
    this.#demandName();
    const hasSexFault = this.#faults.some(({ field }) => field === 'sex');
    if (this.#sexInName !== null && values.sex === undefined && !hasSexFault) values.sex = this.#sexInName;
    // What the headings inside the table say, where the row itself says nothing.
    if (values.groupName === undefined && group !== null) this.#takeSection('groupName', group);
    if (values.branchName === undefined && branch !== null) this.#takeSection('branchName', branch);
    if (values.category === undefined && category !== null) {
      const read = readCategory(sectionText(category.shown));
      if (read !== null) values.category = read;
    }
    return {
      row,
      values,
      places: this.#places,
      blanks: this.#blanks(),
      faults: this.#faults,
      maskedId: this.#maskedId,
      maskedPhone: this.#maskedPhone,
      openBirth: this.#openBirth,
      unread: this.#unread,
    };
  }

  #blanks(): Map<RosterField, ValuePlace> {
    const blanks = new Map<RosterField, ValuePlace>();
    for (const { field, column, title } of this.#row.columns) {
      if (!blanks.has(field)) blanks.set(field, { row: this.#row.row, column, title, written: '' });
    }
    return blanks;
  }

  #takeSection(field: 'groupName' | 'branchName', cell: SheetCell): void {
    this.#values[field] = sectionText(cell.shown);
    this.#places.set(field, { row: cell.row, column: cell.column, title: '', written: cleanLine(cell.shown) });
  }

  #demandName(): void {
    const column = this.#row.columns.find(({ field }) => field === 'name');
    if (column === undefined || this.#values.name !== undefined) return;
    if (this.#faults.some(({ field }) => field === 'name')) return;
    const place = { row: this.#row.row, column: column.column, title: column.title };
    this.#faults.push({ code: 'name-missing', field: 'name', ...place, value: '', detail: {} });
  }
}

/** Cells of dates whose year, month and day stand in columns of their own; the year first. */
function dateParts(row: TableRow): { column: TableColumn; cell: SheetCell }[][] {
  const fields = [...new Set(row.columns.filter(({ part }) => part !== null).map(({ field }) => field))];
  return fields.map((field) =>
    (['year', 'month', 'day'] as const).flatMap((part) => {
      const column = row.columns.find((candidate) => candidate.field === field && candidate.part === part);
      const cell = column === undefined ? undefined : row.cells.get(column.column);
      return column === undefined || cell === undefined || cleanLine(cell.shown) === '' ? [] : [{ column, cell }];
    }),
  );
}
