import type { RosterField, RosterNotice } from '../../contract/roster-import.ts';
import type { IsoDate } from '../../contract/values.ts';
import { readPosts } from '../../rules/codes/organisation.ts';
import { checkPerson, isAlreadyKnown } from './check-person.ts';
import type { RosterTable } from './find-table.ts';
import { type KnownPerson, type Match, PeopleIndex } from './match-people.ts';
import { groupKey, type RosterBranch, resolveBranch } from './places.ts';
import type { DateSource } from './read-date.ts';
import { nameKey } from './read-identity.ts';
import { readPerson } from './read-person.ts';
import {
  type MemberField,
  memberFields,
  type PersonRow,
  type RosterValues,
  type RowFault,
  type ValuePlace,
} from './roster-values.ts';
import { cellAddress } from './sheet.ts';

export interface RosterArchive {
  readonly people: readonly KnownPerson[];
  readonly branches: readonly RosterBranch[];
  /** Groups that exist, by branch. */
  readonly groups: readonly { readonly branchId: string; readonly name: string }[];
}

export interface RosterPlanInput {
  readonly table: RosterTable;
  readonly source: DateSource;
  readonly archive: RosterArchive;
  /** Branch for rows that name none; `null` when there are several and none was chosen. */
  readonly branchId: string | null;
  /** Today: nothing on a roster happens later. */
  readonly asOf: IsoDate;
}

export interface PlannedChange {
  readonly field: MemberField | 'groupName';
  /** As stored; empty for nothing. */
  readonly before: string;
  readonly after: string;
  readonly place: ValuePlace | null;
}

/** What happens to one row. */
export interface PlannedPerson {
  /** Zero-based, in her sheet. */
  readonly row: number;
  readonly name: string;
  /** `null` for a new person. */
  readonly known: KnownPerson | null;
  readonly branchId: string;
  /** Group as the branch calls it; empty for none. */
  readonly groupName: string;
  /** For a new person: every value. */
  readonly changes: readonly PlannedChange[];
  readonly faults: readonly RowFault[];
}

export interface RosterPlanning {
  readonly table: RosterTable;
  readonly people: readonly PlannedPerson[];
  readonly notices: readonly RosterNotice[];
  /** Groups to make, each once. */
  readonly newGroups: readonly { readonly branchId: string; readonly name: string }[];
}

/** Holds a table against the archive: who is new, what changes, what is the same, and every problem at once. */
export function planRoster(input: RosterPlanInput): RosterPlanning {
  const { table, source, archive, asOf } = input;
  const rows = joinContinuedRows(table, source);
  const index = new PeopleIndex(archive.people);
  const matches = rows.map((row) => index.find(row));
  const repeated = findRepeated(rows, matches);
  const groups = new GroupNames(archive.groups);
  const branches = resolveBranches(rows, input);

  const people = rows.map((row, at): PlannedPerson => {
    const match = matches[at] ?? { kind: 'new' };
    const known = match.kind === 'known' ? match.person : null;
    const checked = checkPerson(row, known, asOf);
    const branchId = branches.get(row) ?? null;
    const faults = [...checked.faults, ...(repeated.get(row) ?? [])];
    if (match.kind === 'problem')
      faults.push(faultAt(row, row.values.idNumber === undefined ? 'name' : 'idNumber', match.code, match.detail));
    if (branchId === null) faults.push(faultAt(row, 'branchName', 'branch-unknown'));
    else if (known?.branchId != null && known.branchId !== branchId)
      faults.push(faultAt(row, 'name', 'person-in-other-branch', { branchId: known.branchId }));
    const target = branchId ?? input.branchId ?? '';
    const groupName = groups.resolve(target, row.values.groupName ?? '', faults.length === 0);
    const changes = listChanges(row, checked.values, known, groupName);
    return { row: row.row, name: row.values.name ?? '', known, branchId: target, groupName, changes, faults };
  });
  return { table, people, notices: [...table.notices, ...noticeUnread(table, rows, matches)], newGroups: groups.added };
}

function faultAt(
  row: PersonRow,
  field: RosterField,
  code: RowFault['code'],
  detail: Record<string, string> = {},
): RowFault {
  const place = row.places.get(field) ?? row.places.get('name');
  const where = { row: place?.row ?? row.row, column: place?.column ?? 0, title: place?.title ?? '' };
  return { code, field, ...where, value: place?.written ?? '', detail };
}

/** A name merged over several rows is one person; its other cells must not contradict each other. */
function joinContinuedRows(table: RosterTable, source: DateSource): PersonRow[] {
  const rows: PersonRow[] = [];
  const byRow = new Map<number, number>();
  for (const tableRow of table.rows) {
    const row = readPerson(tableRow, source);
    const at = tableRow.continues === null ? undefined : byRow.get(tableRow.continues);
    const first = at === undefined ? undefined : rows[at];
    if (at === undefined || first === undefined) {
      byRow.set(tableRow.row, rows.length);
      rows.push(row);
    } else rows[at] = joinRows(first, row);
  }
  return rows;
}

function joinRows(first: PersonRow, next: PersonRow): PersonRow {
  const values: RosterValues = { ...first.values };
  const places = new Map(first.places);
  const faults = [...first.faults];
  for (const [field, value] of Object.entries(next.values) as [keyof RosterValues, string][]) {
    const known = values[field];
    const place = next.places.get(field);
    if (known === undefined) {
      Object.assign(values, { [field]: value });
      if (place !== undefined) places.set(field, place);
    } else if (known !== value && place !== undefined) {
      const other = places.get(field);
      const detail: Record<string, string> =
        other === undefined ? {} : { otherCell: cellAddress(other.row, other.column) };
      const { written, ...where } = place;
      faults.push({ code: 'two-values-one-person', field, ...where, value: written, detail });
    }
  }
  const isNew = (fault: RowFault) =>
    !faults.some(({ row, column, code }) => row === fault.row && column === fault.column && code === fault.code);
  return {
    ...first,
    values,
    places,
    faults: [...faults, ...next.faults.filter(isNew)],
    unread: [...first.unread, ...next.unread],
  };
}

/** The same person in two rows: by ID number, by the person found, or by name and birth. */
function findRepeated(rows: readonly PersonRow[], matches: readonly Match[]): Map<PersonRow, RowFault[]> {
  const byKey = new Map<string, PersonRow[]>();
  rows.forEach((row, at) => {
    const match = matches[at];
    const { idNumber, name, bornOn, joinedOn, mobilePhone } = row.values;
    const mark = bornOn ?? mobilePhone ?? joinedOn;
    const keys = new Set<string>();
    if (idNumber != null) keys.add(`id ${idNumber}`);
    if (match?.kind === 'known') keys.add(`member ${match.person.id}`);
    else if (idNumber == null && name !== undefined) keys.add(`name ${nameKey(name)} ${mark ?? ''}`);
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  });
  const faults = new Map<PersonRow, RowFault[]>();
  for (const same of byKey.values()) {
    if (same.length < 2) continue;
    for (const row of same) {
      if (faults.has(row)) continue;
      const others = same.filter((other) => other !== row).map((other) => String(other.row + 1));
      const field = row.values.idNumber == null ? 'name' : 'idNumber';
      faults.set(row, [faultAt(row, field, 'duplicate-in-file', { rows: others.join('、') })]);
    }
  }
  return faults;
}

function listChanges(
  row: PersonRow,
  values: RosterValues,
  known: KnownPerson | null,
  groupName: string,
): PlannedChange[] {
  const changes: PlannedChange[] = [];
  for (const field of memberFields) {
    const after = values[field];
    if (after === undefined || after === null) continue;
    const stored = known?.fields[field] ?? '';
    const before = typeof stored === 'string' ? stored : stored.join('、');
    if (known !== null && isAlreadyKnown(field, before, after)) continue;
    changes.push({ field, before, after, place: row.places.get(field) ?? null });
  }
  const group = known?.groupName ?? '';
  if (groupName !== '' && groupKey(group) !== groupKey(groupName))
    changes.push({ field: 'groupName', before: group, after: groupName, place: row.places.get('groupName') ?? null });
  return changes;
}

/**
 * Branch of every row. An archive of one branch takes a roster that names one branch throughout, however it is
 * spelled; where several are named, each must be found.
 */
function resolveBranches(rows: readonly PersonRow[], input: RosterPlanInput): Map<PersonRow, string | null> {
  const { branches } = input.archive;
  const named = new Set(rows.map(({ values }) => values.branchName ?? '').filter((name) => name !== ''));
  const isOne = branches.length <= 1 && named.size <= 1;
  return new Map(
    rows.map((row) => {
      const name = row.values.branchName ?? '';
      return [row, name === '' || isOne ? input.branchId : resolveBranch(branches, name)];
    }),
  );
}

/** Group names of a branch: the spelling that exists, else the first spelling of the file. */
class GroupNames {
  readonly #names = new Map<string, string>();
  readonly added: { branchId: string; name: string }[] = [];

  constructor(groups: readonly { branchId: string; name: string }[]) {
    for (const { branchId, name } of groups) this.#names.set(`${branchId} ${groupKey(name)}`, name);
  }

  resolve(branchId: string, name: string, isTaken: boolean): string {
    if (name === '') return '';
    const key = `${branchId} ${groupKey(name)}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    if (isTaken) {
      this.#names.set(key, name);
      this.added.push({ branchId, name });
    }
    return name;
  }
}

/** Words that are not taken over: said, so that nothing is dropped in silence. */
function noticeUnread(table: RosterTable, rows: readonly PersonRow[], matches: readonly Match[]): RosterNotice[] {
  return rows.flatMap((row, at) => {
    const match = matches[at];
    const places = [...row.unread];
    const post = row.places.get('postTitle');
    const text = row.values.postTitle;
    if (text !== undefined && post !== undefined) {
      const posts = readPosts(text);
      const known = match?.kind === 'known' ? match.person : null;
      const isKnown =
        posts.unread.length === 0 &&
        posts.titles.every((title) => known?.postTitles.includes(title) ?? false) &&
        (!posts.isGroupLeader || (known?.isGroupLeader ?? false));
      if (!isKnown) places.push(post);
    }
    return places.map((place): RosterNotice => {
      const cell = cellAddress(place.row, place.column);
      return {
        kind: 'value-not-imported',
        sheet: table.sheet,
        cell,
        text: `${place.title}：${place.written}`.slice(0, 200),
      };
    });
  });
}
