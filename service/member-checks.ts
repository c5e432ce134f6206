import { AppError } from '../contract/failure.ts';
import type { Member } from '../contract/member.ts';
import type { ReadableDb } from '../db/open.ts';
import { branchKinds, groupBranches, idNumberOwner, ownersOfChildren } from '../db/queries/member-facts.ts';
import { addMonths, earliestDay, isCertainlyBefore, latestDay, type Period } from '../rules/dates.ts';
import { standingOn } from '../rules/member.ts';

/** A year and, once, an extension of at most another (党章 Art 7). */
const mostProbationMonths = 24;

/**
 * Refuses what cannot be: dates in the wrong order, places that do not exist, somebody else's ID number or stay.
 * What is only doubtful (checksum, age at admission, …) is stored and found by the checks.
 *
 * @throws AppError `invalid-input`, `duplicate-record`, `rule-broken` (T2)
 */
export function demandSoundMember(db: ReadableDb, person: Member): void {
  const fields: Record<string, string[]> = {};
  if (person.joinedOn !== null && person.confirmedOn !== null && isCertainlyBefore(person.confirmedOn, person.joinedOn))
    fields.confirmedOn = ['before joinedOn'];
  const approved = person.confirmApprovedOn;
  if (person.joinedOn !== null && approved !== null && isCertainlyBefore(approved, person.joinedOn))
    fields.confirmApprovedOn = ['before joinedOn'];
  if (person.probationExtendedMonths !== 0 && person.probationExtendedMonths < 6)
    fields.probationExtendedMonths = ['0, or 6 to 12'];
  const kinds = branchKinds(db);
  const groups = groupBranches(db);
  for (const [index, stay] of person.memberships.entries()) {
    const at = (field: string) => `memberships.${index}.${field}`;
    const kind = kinds.get(stay.branchId);
    if (kind === undefined) fields[at('branchId')] = ['no such branch'];
    else if (kind === 'party-committee' || kind === 'general-branch') fields[at('branchId')] = ['holds no members'];
    if (stay.groupId !== null && groups.get(stay.groupId) !== stay.branchId)
      fields[at('groupId')] = ['no such group in this branch'];
    if (endsBeforeBeginning(stay)) fields[at('to')] = ['before from'];
    if (stay.to !== null && stay.leaveKind === null) fields[at('leaveKind')] = ['required'];
    if (stay.to === null && stay.leaveKind !== null) fields[at('to')] = ['required'];
    if (stay.leaveKind === 'struck-off' && stay.to !== null && isOnProbation(person, earliestDay(stay.to)))
      fields[at('leaveKind')] = ['probationary'];
  }
  for (const [index, status] of person.statuses.entries())
    if (endsBeforeBeginning(status)) fields[`statuses.${index}.to`] = ['before from'];
  demandOwnChildren(db, person, fields);
  demandNoOverlap(person, fields);
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
  if (person.idNumber === null) return;
  const owner = idNumberOwner(db, person.idNumber);
  if (owner !== undefined && owner !== person.id)
    throw new AppError({ code: 'duplicate-record', record: 'member', field: 'idNumber', id: owner });
}

/**
 * Whether somebody was certainly on probation: 预备党员 are extended or cancelled, never 除名 (domain.md §14 trap 9). Longer
 * than two years after the admission no probation lasts, and only 转正日期 was not registered.
 */
function isOnProbation(person: Member, day: string): boolean {
  if (person.joinedOn === null || standingOn(person, day) !== 'probationary') return false;
  return day <= addMonths(latestDay(person.joinedOn), mostProbationMonths);
}

function demandOwnChildren(db: ReadableDb, person: Member, fields: Record<string, string[]>): void {
  for (const part of ['memberships', 'statuses'] as const) {
    const ids = person[part].map((child) => child.id);
    const owners = ownersOfChildren(db, part, ids);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index) fields[`${part}.${index}.id`] = ['twice'];
      if ((owners.get(id) ?? person.id) !== person.id) fields[`${part}.${index}.id`] = ['belongs to somebody else'];
    }
  }
}

/** Only what is certain counts: two stays known to the month may share that month. */
function demandNoOverlap(person: Member, fields: Record<string, string[]>): void {
  for (const [index, later] of person.memberships.entries())
    for (const earlier of person.memberships.slice(0, index)) {
      const day = sharedDay(earlier, later);
      if (day === null) continue;
      if (earlier.branchId !== later.branchId)
        throw new AppError({
          code: 'rule-broken',
          rule: 'T2',
          field: `memberships.${index}.branchId`,
          expected: earlier.branchId,
          actual: `${later.branchId} (${day})`,
          source: 'T2',
        });
      fields[`memberships.${index}.from`] = ['overlaps'];
    }
}

/** A day on which both certainly hold, or null. The end is the first day that no longer holds. */
function sharedDay(a: Period, b: Period): string | null {
  const [begins = ''] = [latestDay(a.from), latestDay(b.from)].toSorted().reverse();
  const endsBy = (period: Period) => (period.to === null ? '9999-12-31' : earliestDay(period.to));
  return begins < endsBy(a) && begins < endsBy(b) ? begins : null;
}

function endsBeforeBeginning(period: Period): boolean {
  return period.to !== null && isCertainlyBefore(period.to, period.from);
}
