import type { LedgerRow } from '../../../contract/ledger.ts';
import type { Member } from '../../../contract/member.ts';
import type { PartialDate } from '../../../contract/values.ts';
import { listGroups } from '../../../db/queries/branches.ts';
import { membersById } from '../../../db/queries/members.ts';
import { earliestDay } from '../../../rules/dates.ts';
import { confirmedDate, isInHeadcount, probationEndsOn, standingOn, stayOn } from '../../../rules/member.ts';
import { developmentWords as words } from '../../../templates/ledgers/development-words.ts';
import type { SourceContext } from '../source.ts';
import { educationWord, registered, sexWord } from '../words.ts';
import { line } from './registers.ts';

/** How a probation stood on the day, and by how many months it was extended. */
export interface ProbationResult {
  outcome: 'open' | 'confirmed' | 'cancelled';
  months: number;
}

export function resultWord({ outcome, months }: ProbationResult): string | null {
  if (outcome === 'cancelled') return words.cancelled;
  if (outcome === 'confirmed') return months > 0 ? words.confirmedAfterExtension : words.confirmed;
  return months > 0 ? words.extendedBy(months) : null;
}

/** Names of the groups of the branch, of those that were dissolved too: records of their time name them. */
export function groupNamesOf({ db, branch }: SourceContext): Map<string, string> {
  return new Map(listGroups(db, { branchId: branch.id }).map(({ id, name }) => [id, name]));
}

/**
 * Probationary members of the year who have no file of development here: transferred in, or registered when the archive
 * was begun. What only a file holds is not known of them.
 */
export function probationaryWithoutFile(
  context: SourceContext,
  filed: ReadonlySet<string>,
): { row: LedgerRow; ends: PartialDate | null; result: ProbationResult }[] {
  const { db, people, from, to } = context;
  const ids = people.between(from, to).flatMap(({ id }) => (filed.has(id) ? [] : [id]));
  const groups = groupNamesOf(context);
  return membersById(db, ids)
    .filter((member) => wasProbationary(member, context))
    .map((member) => {
      const result = resultOf(member, to);
      const groupId = stayOn(member, to)?.groupId ?? null;
      const ends = probationEndsOn(member);
      const row = line(member.id, {
        name: member.name,
        sex: sexWord(member.sex),
        bornOn: member.bornOn,
        education: educationWord(member.education),
        employer: registered(member.employer),
        joinedOn: member.joinedOn,
        approvedOn: member.joinApprovedOn,
        group: groupId === null ? null : registered(groups.get(groupId) ?? ''),
        oathOn: null,
        probationEndsOn: ends,
        reviews: null,
        confirmationAppliedOn: null,
        confirmationVotedOn: null,
        confirmationApprovedOn: result.outcome === 'confirmed' ? member.confirmApprovedOn : null,
        result: resultWord(result),
        note: registered(member.note),
      });
      return { row, ends, result };
    });
}

/** On probation here on some day of the period, the time until the superior approved the confirmation included. */
function wasProbationary(member: Member, { branch, from, to }: SourceContext): boolean {
  const days = [from, member.joinedOn ?? to, ...member.memberships.map((stay) => stay.from)].map(earliestDay);
  const approved = member.confirmApprovedOn;
  return days.some(
    (day) =>
      day >= from &&
      day <= to &&
      isInHeadcount(member, day, branch.id) &&
      (standingOn(member, day) === 'probationary' || (approved !== null && earliestDay(approved) > day)),
  );
}

function resultOf(member: Member, asOf: string): ProbationResult {
  const months = member.probationExtendedMonths;
  const isCancelled = member.memberships.some(
    ({ to, leaveKind }) => leaveKind === 'admission-cancelled' && to !== null && earliestDay(to) <= asOf,
  );
  if (isCancelled) return { outcome: 'cancelled', months };
  const approved = member.confirmApprovedOn ?? confirmedDate(member);
  return { outcome: approved !== null && earliestDay(approved) <= asOf ? 'confirmed' : 'open', months };
}
