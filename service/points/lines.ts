import type { PointsEntry, PointsOrigin } from '../../contract/points.ts';
import type { PointsLine, PointsProposal, PointsState } from '../../contract/points-operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listTrainings } from '../../db/queries/education.ts';
import { meetingsOf } from '../../db/queries/meetings.ts';
import { listRegister } from '../../db/queries/registers.ts';
import { yearRange } from '../../rules/dates.ts';
import { countEntries, stateOfEntry } from '../../rules/points-counting.ts';
import { type PointsRecords, type Proposed, proposalKey, proposals } from '../../rules/points-proposals.ts';
import { finishedIn } from '../courses/students.ts';
import { openPointsBook, type PointsBook, type PointsScope } from './book.ts';

/** Entries of a year with what became of each; of one member, or in one state, if asked for. */
export function pointsLines(
  db: ReadableDb,
  { memberId, state, ...of }: PointsScope & { memberId?: string | undefined; state?: PointsState | undefined },
): PointsLine[] {
  const book = openPointsBook(db, of);
  if (book === null) return [];
  const titles = originTitles(recordsOf(db, of));
  return [...book.entries]
    .filter(([id]) => memberId === undefined || id === memberId)
    .flatMap(([, entries]) => linesOfMember(book, entries, titles))
    .filter((line) => state === undefined || line.state === state)
    .sort((one, other) => one.entry.on.localeCompare(other.entry.on) || (one.entry.id < other.entry.id ? -1 : 1));
}

function linesOfMember(
  book: PointsBook,
  all: readonly PointsEntry[],
  titles: ReadonlyMap<string, string>,
): PointsLine[] {
  const { scheme, year, asOf } = book;
  const entries = all.filter(({ on }) => on.startsWith(`${year}-`) && on <= asOf);
  const counted = countEntries(entries, scheme, asOf);
  return entries.flatMap((entry): PointsLine[] => {
    const item = scheme.items.find(({ id }) => id === entry.itemId);
    if (item === undefined) return [];
    const { counted: counts = 0, overCap = 0 } = counted.get(entry.id) ?? {};
    return [
      {
        entry,
        memberName: book.people.get(entry.memberId)?.name ?? '',
        category: item.category,
        itemText: item.text,
        kind: item.kind,
        state: stateOfEntry(entry, scheme, asOf),
        counted: counts,
        overCap,
        originTitle: titles.get(`${entry.originRecord}.${entry.originId}`) ?? '',
      },
    ];
  });
}

/** What the scheme would give for records of the year that have no entry yet. */
export function pointsProposals(db: ReadableDb, of: PointsScope): { book: PointsBook | null; found: Proposed[] } {
  const book = openPointsBook(db, of);
  if (book === null) return { book, found: [] };
  const settled = new Set(
    [...book.entries.values()]
      .flat()
      .flatMap(({ memberId, originRecord, originId }) =>
        originRecord === null || originId === null ? [] : [proposalKey(memberId, originRecord, originId)],
      ),
  );
  return { book, found: proposals(recordsOf(db, of), { ...book, settled }) };
}

export function toProposal(book: PointsBook, proposed: Proposed): PointsProposal {
  const { item, ...rest } = proposed;
  return {
    ...rest,
    memberName: book.people.get(proposed.memberId)?.name ?? '',
    itemId: item.id,
    itemText: item.text,
    kind: item.kind,
  };
}

/** Attendance, study, service and honours of the year, up to the day. */
export function recordsOf(db: ReadableDb, { branchId, year, asOf }: PointsScope): PointsRecords {
  const { from, to: end } = yearRange(year);
  const to = end < asOf ? end : asOf;
  return {
    meetings: meetingsOf(db, { branchId, from, to }),
    trainings: listTrainings(db, { branchId, to }).filter(({ endedOn }) => endedOn >= from),
    services: listRegister(db, 'service', { branchId, from, to }),
    honours: listRegister(db, 'honour', { branchId, from, to }),
    courses: finishedIn(db, { branchId, asOf: to }),
  };
}

function originTitles(records: PointsRecords): Map<string, string> {
  const titles = new Map<string, string>();
  const add = (record: PointsOrigin, id: string, title: string) => titles.set(`${record}.${id}`, title);
  for (const { id, title } of records.meetings) add('meeting', id, title);
  for (const { id, title } of records.trainings) add('training', id, title);
  for (const { id, content } of records.services) add('service', id, content);
  for (const { id, title } of records.honours) add('honour', id, title);
  for (const { id, title } of records.courses) add('course', id, title);
  return titles;
}
