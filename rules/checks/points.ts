import type { PointsEntry, PointsScheme } from '../../contract/points.ts';
import type { IsoDate } from '../../contract/values.ts';
import { yearOf } from '../dates.ts';
import type { PointsPerson } from '../points.ts';
import { cyclesOf, schemeOfYear, stateOfEntry } from '../points-counting.ts';
import { type PointsRecords, proposalKey, proposed, unsupportedEntries } from '../points-proposals.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** 积分 of cycles that are over: what waits to be taken up or decided, what has lost its ground (domain.md §7.4, LOCAL). */

/** What a year left open is told through March of the next. */
const lastMonthTold = 3;

function findings(facts: CheckFacts, year: number): Finding[] {
  const { asOf, branch, points, members, meetings, trainings } = facts;
  const scheme = schemeOfYear(points.schemes, year);
  const over = scheme === null ? undefined : cyclesOf(scheme.cycle, year).findLast(({ to }) => to < asOf);
  const entries = points.entries.filter(({ schemeId, on }) => schemeId === scheme?.id && yearOf(on) === year);
  const found: Finding[] = [];
  if (scheme === null) return found;
  const { services, honours } = points;
  const courses = facts.courses.finished;
  const records: PointsRecords = { meetings, trainings, services, honours, courses };
  const gone = unsupportedEntries(records, entries, scheme).filter(
    (entry) => stateOfEntry(entry, scheme, asOf) !== 'refused',
  );
  if (gone.length > 0) found.push(finding('origin-gone', year, scheme, gone.length, null));
  if (over === undefined) return found;

  const undecided = entries.filter(
    (entry) => entry.on <= over.to && stateOfEntry(entry, scheme, asOf).startsWith('waiting'),
  );
  if (undecided.length > 0) found.push(finding('undecided', year, scheme, undecided.length, over.to));
  const people = new Map<string, PointsPerson>(
    members.map((member) => [member.id, { ...member, isRetired: member.jobCode?.startsWith('4') === true }]),
  );
  const open = [
    ...proposed(records, {
      scheme,
      year,
      asOf: over.to,
      branchId: branch.id,
      people,
      settled: keysOf(entries),
    }),
  ];
  if (open.length > 0) found.push(finding('unproposed', year, scheme, open.length, over.to));
  return found;
}

function keysOf(entries: readonly PointsEntry[]): Set<string> {
  return new Set(
    entries.flatMap(({ memberId, originRecord, originId }) =>
      originRecord === null || originId === null ? [] : [proposalKey(memberId, originRecord, originId)],
    ),
  );
}

function finding(code: string, year: number, scheme: PointsScheme, entries: number, until: IsoDate | null): Finding {
  return {
    key: `${code}.${year}`,
    severity: code === 'origin-gone' ? 'incomplete' : 'todo',
    dueOn: null,
    record: 'pointsEntry',
    recordId: null,
    params: { code, year, entries, scheme: scheme.name, until: until ?? '' },
    expected: '0',
    actual: String(entries),
  };
}

export const p1: Check = {
  id: 'P1',
  subject: 'assessments',
  source: '支部积分方案（地方做法）：各周期结束后，按记录提出的积分经初评、评定后计入',
  codes: ['origin-gone', 'undecided', 'unproposed'],
  evaluate: (facts) => {
    const year = yearOf(facts.asOf);
    const month = Number(facts.asOf.slice(5, 7));
    return [...(month <= lastMonthTold ? findings(facts, year - 1) : []), ...findings(facts, year)];
  },
};
