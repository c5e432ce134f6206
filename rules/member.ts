import type { Member, MemberCategory, MemberStatus, Membership, StatusKind } from '../contract/member.ts';
import type { IsoDate, PartialDate } from '../contract/values.ts';
import { addMonths, compareDates, earliestDay, fullYears, holdsOn } from './dates.ts';

/**
 * What follows from a member's dates on a given day.
 * Sources: 党章 Arts 1, 7; 教管条例 Arts 23, 24; 选举条例 Art 5; domain.md §2.6, §14.
 */

/** The dates and periods that the derivations read; a `Member` record is one. */
export type MemberDates = Pick<
  Member,
  'bornOn' | 'joinedOn' | 'confirmedOn' | 'probationExtendedMonths' | 'partyYearsCorrection'
> & {
  /** Left out, or null: not registered. */
  readonly confirmApprovedOn?: Member['confirmApprovedOn'];
  readonly memberships: readonly Pick<Membership, 'branchId' | 'groupId' | 'from' | 'to' | 'leaveKind'>[];
  readonly statuses: readonly Pick<MemberStatus, 'kind' | 'from' | 'to'>[];
};

type Stay = MemberDates['memberships'][number];

/** Months (党章 Art 7) of the probationary period. */
export const probationMonths = 12;

/**
 * Admissions of these months had no probation (9th to 11th congress; domain.md §2.6, general knowledge):
 * party years count from the admission day when no 转正日期 is registered.
 */
const withoutProbation = { from: '1969-04', to: '1977-08' } as const;

/** Whether somebody admitted then never had a probationary period. */
export function joinedWithoutProbation(joinedOn: PartialDate): boolean {
  if (joinedOn.length === 4) return joinedOn > withoutProbation.from && joinedOn < withoutProbation.to.slice(0, 4);
  const month = joinedOn.slice(0, 7);
  return month >= withoutProbation.from && month <= withoutProbation.to;
}

/** 转正日期 as it counts: the registered one, or the admission day where there was no probation. */
export function confirmedDate(member: Pick<Member, 'joinedOn' | 'confirmedOn'>): PartialDate | null {
  if (member.confirmedOn !== null) return member.confirmedOn;
  return member.joinedOn !== null && joinedWithoutProbation(member.joinedOn) ? member.joinedOn : null;
}

/** 预备期满日 = admission + 12 months + extension, a calendar add with month-end clamp; `null` if not admitted. */
export function probationEndsOn(member: Pick<Member, 'joinedOn' | 'probationExtendedMonths'>): PartialDate | null {
  return member.joinedOn === null ? null : addMonths(member.joinedOn, probationMonths + member.probationExtendedMonths);
}

/** The stay that holds on the day; of several, the one that began last. */
export function stayOn(member: MemberDates, day: IsoDate): Stay | null {
  let last: Stay | null = null;
  for (const stay of member.memberships) {
    if (holdsOn(stay, day) && (last === null || compareDates(last.from, stay.from) <= 0)) last = stay;
  }
  return last;
}

/** Whether a status of this kind holds on the day. */
export function hasStatusOn(member: MemberDates, kind: StatusKind, day: IsoDate): boolean {
  return member.statuses.some((status) => status.kind === kind && holdsOn(status, day));
}

/** Whether the person had been here and is here no longer: some stay began, and none holds. */
function hasLeft(member: MemberDates, day: IsoDate): boolean {
  const begun = member.memberships.filter((stay) => earliestDay(stay.from) <= day);
  return begun.length > 0 && !begun.some((stay) => holdsOn(stay, day));
}

/**
 * What the person is on the day. `former`: left this branch (transferred out, died, struck off, …).
 * `applicant`: not admitted by then. A date known to the month counts from the first of that month.
 */
export function categoryOn(member: MemberDates, day: IsoDate): MemberCategory {
  return hasLeft(member, day) ? 'former' : standingOn(member, day);
}

/**
 * Category as it stood in the eyes of that day: 转正日期 is set back to the end of probation, but what was done before the
 * superior's approval was done with a probationary member (domain.md §7.1, §14 trap 1).
 */
export function categoryHeldOn(member: MemberDates, day: IsoDate): MemberCategory {
  const category = categoryOn(member, day);
  const approved = member.confirmApprovedOn ?? null;
  return category === 'full' && approved !== null && earliestDay(approved) > day ? 'probationary' : category;
}

/** Category by the dates of admission and confirmation alone, for somebody known to be here. */
export function standingOn(
  member: Pick<Member, 'joinedOn' | 'confirmedOn'>,
  day: IsoDate,
): Exclude<MemberCategory, 'former'> {
  const confirmed = confirmedDate(member);
  if (confirmed !== null && earliestDay(confirmed) <= day) return 'full';
  if (member.joinedOn !== null && earliestDay(member.joinedOn) <= day) return 'probationary';
  return 'applicant';
}

/**
 * Counted in the branch on the day: relation here, full or probationary, membership not stopped.
 * Those out of contact or mobile are counted (教管条例 Art 24: only 停止党籍 leaves the headcount).
 */
export function isInHeadcount(member: MemberDates, day: IsoDate, branchId?: string): boolean {
  const stay = stayOn(member, day);
  if (stay === null || (branchId !== undefined && stay.branchId !== branchId)) return false;
  // Who is here has not left.
  return standingOn(member, day) !== 'applicant' && !hasStatusOn(member, 'membership-stopped', day);
}

/**
 * Whether a full member's vote has begun and is not suspended. 转正 is valid with the superior's approval: 转正日期 and
 * 党龄 are then set back to the end of probation, but a meeting held before the approval had a probationary member in the
 * room (domain.md §3.1 steps 23–24, §14 traps 1, 4–6). Where the approval is not registered, 转正日期 stands for it.
 */
export function mayVoteOn(member: Pick<MemberDates, 'confirmApprovedOn' | 'statuses'>, day: IsoDate): boolean {
  const approved = member.confirmApprovedOn ?? null;
  if (approved !== null && earliestDay(approved) > day) return false;
  return !member.statuses.some((status) => status.kind === 'rights-suspended' && holdsOn(status, day));
}

/**
 * 有表决权、选举权和被选举权: full member of the branch, approved by the day, whose rights are not suspended
 * (选举条例 Art 5; 党章 Art 7).
 */
export function hasVotingRights(member: MemberDates, day: IsoDate, branchId?: string): boolean {
  return isInHeadcount(member, day, branchId) && categoryOn(member, day) === 'full' && mayVoteOn(member, day);
}

/**
 * As {@link hasVotingRights}, for days before the archive as well: of somebody registered as here already, the
 * relation of an earlier day is not known, and the person's own dates decide.
 */
export function hadRightsOn(
  member: MemberDates & { readonly memberships: readonly (Stay & Pick<Membership, 'entryKind'>)[] },
  day: IsoDate,
): boolean {
  const stays: readonly (Stay & Pick<Membership, 'entryKind'>)[] = member.memberships;
  const [first] = stays.toSorted((left, right) => compareDates(left.from, right.from));
  if (first?.entryKind === 'registered' && day < earliestDay(first.from))
    return standingOn(member, day) === 'full' && mayVoteOn(member, day);
  return hasVotingRights(member, day);
}

/**
 * 党龄: full years from 转正日期 plus the correction, never below 0. `null` for who is no full member on the day
 * and where the date is too imprecise to say.
 */
export function partyYears(member: MemberDates, day: IsoDate): number | null {
  const confirmed = confirmedDate(member);
  if (confirmed === null || categoryOn(member, day) !== 'full') return null;
  const years = fullYears(confirmed, day);
  return years === null ? null : Math.max(0, years + member.partyYearsCorrection);
}

/** 周岁 on the day; `null` when the birth date is not registered or too imprecise to say. */
export function ageOn(bornOn: PartialDate | null, day: IsoDate): number | null {
  if (bornOn === null) return null;
  const years = fullYears(bornOn, day);
  return years === null || years < 0 ? null : years;
}
