import type { AppraisalEntry, AppraisalGrade } from '../contract/assessment.ts';
import type { IsoDate } from '../contract/values.ts';
import { parseFraction, type SettingEntry, settingOn } from './settings.ts';

/**
 * 民主评议党员: the 优秀 quota, who is graded, and the poll.
 * Sources: 教管条例 Art 18; the central organisation department's answer on the one third (domain.md §7.1).
 */

export const appraisalSource =
  '教管条例第18条；中组部答疑：优秀一般不超过正式党员总数的三分之一，预备党员参加评议但不定等次';

export interface ExcellentQuota {
  /** 正式党员 with the relation in the branch; probationary members are not in it. */
  readonly full: number;
  /** Most that may be 优秀: floor(full × ratio), exact. */
  readonly allowed: number;
  readonly given: number;
  readonly isExceeded: boolean;
  /** `3 ≤ 10 × 1/3 = 3` */
  readonly arithmetic: string;
  readonly source: string;
}

/** Greatest number of 优秀 for a number of full members, in whole numbers: 10 → 3, 16 → 5, 17 → 5. */
export function excellentAllowed(full: number, ratio: string = '1/3'): number {
  const fraction = parseFraction(ratio) ?? { numerator: 1, denominator: 3 };
  return Math.floor((full * fraction.numerator) / fraction.denominator);
}

/** The quota on the day the appraisal was held, by setting `appraisal.excellent-ratio`. */
export function excellentQuota(
  full: number,
  given: number,
  settings: readonly SettingEntry[],
  heldOn: IsoDate,
): ExcellentQuota {
  const { value: ratio, source } = settingOn(settings, 'appraisal.excellent-ratio', heldOn);
  const allowed = excellentAllowed(full, ratio);
  const isExceeded = given > allowed;
  return {
    full,
    allowed,
    given,
    isExceeded,
    arithmetic: `${given} ${isExceeded ? '>' : '≤'} ⌊${full} × ${ratio}⌋ = ${allowed}`,
    source,
  };
}

export interface GradeCounts {
  excellent: number;
  qualified: number;
  basicallyQualified: number;
  unqualified: number;
  ungraded: number;
}

const gradeKeys = {
  excellent: 'excellent',
  qualified: 'qualified',
  'basically-qualified': 'basicallyQualified',
  unqualified: 'unqualified',
} as const satisfies Record<AppraisalGrade, keyof GradeCounts>;

/** Counts decided grades; a missing grade is counted as ungraded and as nothing else. */
export function countGrades(entries: readonly Pick<AppraisalEntry, 'decidedGrade'>[]): GradeCounts {
  const counts: GradeCounts = { excellent: 0, qualified: 0, basicallyQualified: 0, unqualified: 0, ungraded: 0 };
  for (const { decidedGrade } of entries) counts[decidedGrade === null ? 'ungraded' : gradeKeys[decidedGrade]] += 1;
  return counts;
}

export type AppraisalProblem =
  | { code: 'quota-exceeded'; expected: number; actual: number }
  | { code: 'probationary-graded'; memberIds: string[] }
  | { code: 'not-a-member'; memberIds: string[] }
  | { code: 'grade-missing'; memberIds: string[] }
  | { code: 'member-missing'; memberIds: string[] }
  | { code: 'poll-exceeds-valid'; memberIds: string[] }
  | { code: 'ballots-returned-exceed-issued'; expected: number; actual: number }
  | { code: 'ballots-valid-exceed-returned'; expected: number; actual: number };

export interface AppraisalFacts {
  readonly heldOn: IsoDate;
  readonly entries: readonly Pick<
    AppraisalEntry,
    | 'memberId'
    | 'decidedGrade'
    | 'notTakenPartReason'
    | 'pollExcellent'
    | 'pollQualified'
    | 'pollBasicallyQualified'
    | 'pollUnqualified'
  >[];
  readonly ballotsIssued: number | null;
  readonly ballotsReturned: number | null;
  readonly ballotsValid: number | null;
  /** Roster of the branch on the day: those in the headcount. */
  readonly roster: readonly { memberId: string; category: 'full' | 'probationary' }[];
}

/**
 * What does not fit in an appraisal. A full member who took no part with a reason (long away, suspended by a
 * superior's rule) needs no grade.
 */
export function appraisalProblems(facts: AppraisalFacts, settings: readonly SettingEntry[]): AppraisalProblem[] {
  const categories = new Map(facts.roster.map((person) => [person.memberId, person.category]));
  const entered = new Set(facts.entries.map((entry) => entry.memberId));
  const full = facts.roster.filter((person) => person.category === 'full');
  const given = facts.entries.filter(
    (entry) => entry.decidedGrade === 'excellent' && categories.get(entry.memberId) === 'full',
  ).length;
  const quota = excellentQuota(full.length, given, settings, facts.heldOn);
  const problems: AppraisalProblem[] = [];
  if (quota.isExceeded) problems.push({ code: 'quota-exceeded', expected: quota.allowed, actual: given });

  const idsWhere = (test: (entry: AppraisalFacts['entries'][number]) => boolean) =>
    facts.entries.filter(test).map((entry) => entry.memberId);
  const lists = {
    'probationary-graded': idsWhere(
      (entry) => entry.decidedGrade !== null && categories.get(entry.memberId) === 'probationary',
    ),
    'not-a-member': idsWhere((entry) => !categories.has(entry.memberId)),
    'grade-missing': idsWhere(
      (entry) =>
        entry.decidedGrade === null && entry.notTakenPartReason === '' && categories.get(entry.memberId) === 'full',
    ),
    'member-missing': full.map((person) => person.memberId).filter((memberId) => !entered.has(memberId)),
    'poll-exceeds-valid': idsWhere((entry) => {
      const valid = facts.ballotsValid ?? facts.ballotsReturned;
      return valid !== null && pollTotal(entry) > valid;
    }),
  } as const;
  for (const [code, memberIds] of Object.entries(lists)) {
    if (memberIds.length > 0) problems.push({ code: code as keyof typeof lists, memberIds });
  }
  problems.push(...ballotProblems(facts));
  return problems;
}

function pollTotal(entry: AppraisalFacts['entries'][number]): number {
  const counts = [entry.pollExcellent, entry.pollQualified, entry.pollBasicallyQualified, entry.pollUnqualified];
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function ballotProblems(facts: AppraisalFacts): AppraisalProblem[] {
  const { ballotsIssued: issued, ballotsReturned: returned, ballotsValid: valid } = facts;
  const problems: AppraisalProblem[] = [];
  if (issued !== null && returned !== null && returned > issued)
    problems.push({ code: 'ballots-returned-exceed-issued', expected: issued, actual: returned });
  if (returned !== null && valid !== null && valid > returned)
    problems.push({ code: 'ballots-valid-exceed-returned', expected: returned, actual: valid });
  return problems;
}

/** Part of a whole, 0 to 1; `null` when either is unknown or the whole is nothing. */
export function ratioOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}
