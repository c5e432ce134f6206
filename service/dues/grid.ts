import type { DuesFixing } from '../../contract/dues.ts';
import type { DuesCell, DuesGrid } from '../../contract/dues-operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listDuesFixings, listDuesReductions, type PaymentFacts, paymentFacts } from '../../db/queries/dues.ts';
import { type MeetingPerson, meetingPeople } from '../../db/queries/meeting-people.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { getRow } from '../../db/records.ts';
import { branch } from '../../db/schema/index.ts';
import { monthsOf, yearRange } from '../../rules/dates.ts';
import { byMember, type DuesOfMember, duesBegin, fixingFor, monthOfDues, unpaidRun } from '../../rules/dues-months.ts';
import { categoryOn, stayOn } from '../../rules/member.ts';
import { initialsOf } from '../../rules/names/pinyin.ts';

type Order = 'post' | 'strokes' | 'pinyin' | 'joined';
type Row = DuesGrid['rows'][number];

/**
 * 党费收缴表 of a year as it stood on a day: everybody who owed or paid in the branch in some month, the roster of the
 * day in its order, then those who left. @throws AppError `no-such-record`
 */
export function duesGrid(
  db: ReadableDb,
  { branchId, year, asOf, order = 'post' }: { branchId: string; year: number; asOf: string; order?: Order },
): DuesGrid {
  getRow(db, branch, 'branch', branchId);
  const fixings = listDuesFixings(db, { branchId, year });
  const before = listDuesFixings(db, { branchId, year: year - 1 });
  const payments = paymentFacts(db, { branchId, asOf, year });
  const earlier = paymentFacts(db, { branchId, asOf, year: year - 1 });
  const known = {
    fixings: byMember([...before, ...fixings]),
    payments: byMember([...earlier, ...payments.filter(({ lines }) => (lines[0]?.month ?? '') >= `${year}-01`)]),
    reductions: byMember(listDuesReductions(db, { branchId })),
    begin: duesBegin({ fixings: [...before, ...fixings], payments: [...earlier, ...payments] }),
  };
  const { people, groupNames } = meetingPeople(db, branchId);
  const day = asOf < yearRange(year).to ? asOf : yearRange(year).to;
  const rows: Row[] = [];
  for (const { person, initials } of inOrder(db, people, { branchId, asOf: day, order })) {
    const dues: DuesOfMember = {
      person,
      branchId,
      fixings: known.fixings.get(person.id) ?? [],
      reductions: known.reductions.get(person.id) ?? [],
      payments: known.payments.get(person.id) ?? [],
    };
    const row = rowOf(dues, { person, initials, year, asOf, day, begin: known.begin, groupNames });
    if (row !== null) rows.push(row);
  }
  return { year, rows, ...totalsOf(rows, year) };
}

interface RowFacts {
  person: MeetingPerson;
  initials: string;
  year: number;
  asOf: string;
  day: string;
  begin: string | null;
  groupNames: ReadonlyMap<string, string>;
}

function rowOf(dues: DuesOfMember, facts: RowFacts): Row | null {
  const { person, initials, year, asOf, day, begin, groupNames } = facts;
  const cells = monthsOf(year).map(({ from }) => cellOf(dues, from.slice(0, 7), asOf, begin));
  if (cells.every(({ state }) => state === 'none' || state === 'future')) return null;
  const fixing = fixingFor(dues.fixings as DuesFixing[], day.slice(0, 7));
  const category = categoryOn(person, day);
  const groupId = stayOn(person, day)?.groupId ?? null;
  const sums = sumsOf(cells);
  return {
    memberId: person.id,
    name: person.name,
    initials,
    groupName: groupId === null ? '' : (groupNames.get(groupId) ?? ''),
    category: category === 'applicant' ? 'former' : category,
    fixing:
      fixing === null
        ? null
        : {
            id: fixing.id,
            category: fixing.category,
            base: fixing.base,
            rate: fixing.rate,
            monthlyAmount: fixing.monthlyAmount,
          },
    cells,
    ...sums,
    difference: differenceOf(cells),
    unpaidMonths: unpaidRun(dues, begin, day).length,
    note: fixing?.note ?? '',
  };
}

/** Months before the dues are registered here are nobody's debt. */
function cellOf(dues: DuesOfMember, month: string, asOf: string, begin: string | null): DuesCell {
  const found = monthOfDues(dues, month, asOf);
  const isBefore = begin === null || month < begin;
  const payments = (dues.payments as readonly PaymentFacts[]).flatMap((payment) => {
    const line = payment.lines.find((each) => each.month === month);
    if (line === undefined || payment.kind !== 'monthly') return [];
    const { id, revision, paidOn, lines } = payment;
    return [{ id, revision, amount: line.amount, months: lines.length, paidOn }];
  });
  if (isBefore && found.paid === 0 && found.state !== 'future')
    return { month, state: 'none', due: null, paid: 0, payments };
  return { ...found, payments };
}

function sumsOf(cells: readonly DuesCell[]): { due: number; paid: number } {
  return {
    due: cells.reduce((sum, { due }) => sum + (due ?? 0), 0),
    paid: cells.reduce((sum, { paid }) => sum + paid, 0),
  };
}

function differenceOf(cells: readonly DuesCell[]): number {
  return cells.reduce((sum, { due, paid }) => sum + (due === null ? 0 : paid - due), 0);
}

function totalsOf(rows: readonly Row[], year: number): Omit<DuesGrid, 'year' | 'rows'> {
  const all = rows.flatMap(({ cells }) => cells);
  const owed = all.filter(({ state }) => state !== 'none' && state !== 'future' && state !== 'exempt');
  return {
    months: monthsOf(year).map(({ from }, index) => {
      const cells = rows.flatMap((row) => row.cells[index] ?? []);
      const unpaid = cells.filter(({ state }) => state === 'unpaid' || state === 'short').length;
      return { month: from.slice(0, 7), ...sumsOf(cells), unpaid };
    }),
    ...sumsOf(all),
    difference: differenceOf(all),
    personMonthsDue: owed.length,
    personMonthsPaid: owed.filter(({ state }) => state !== 'unpaid' && state !== 'short').length,
  };
}

/** The roster of the day in its order, then everybody else who ever was here, by strokes. */
function inOrder(
  db: ReadableDb,
  people: readonly MeetingPerson[],
  of: { branchId: string; asOf: string; order: Order },
): { person: MeetingPerson; initials: string }[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const filter = { ...of, search: '', includeFormer: false };
  const ordered = pageOfMembers(db, filter, { offset: 0, limit: 1_000_000 }).rows.flatMap(({ id, initials }) => {
    const person = byId.get(id);
    byId.delete(id);
    return person === undefined ? [] : [{ person, initials }];
  });
  return [...ordered, ...[...byId.values()].map((person) => ({ person, initials: initialsOf(person.name, '') }))];
}
