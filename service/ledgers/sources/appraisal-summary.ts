import type { Appraisal, AppraisalEntry } from '../../../contract/assessment.ts';
import type { LedgerRow } from '../../../contract/ledger.ts';
import type { IsoDate } from '../../../contract/values.ts';
import { listAppraisals } from '../../../db/queries/assessments.ts';
import { countGrades, excellentQuota, ratioOf } from '../../../rules/appraisal.ts';
import { appraisalGradeNames } from '../../../rules/codes/assessment.ts';
import { ageOn, categoryHeldOn } from '../../../rules/member.ts';
import { appraisalWords as words } from '../../../templates/ledgers/assessment-words.ts';
import { percent } from '../../../templates/ledgers/words.ts';
import { Roster } from '../roster.ts';
import type { TableSource } from '../source.ts';
import { registered, sexWord } from '../words.ts';

/**
 * 民主评议党员结果汇总表 of the year assessed. Everybody of the roster of the day it was held, whoever came or left since;
 * probationary members take part and are not graded. Shares are of all full members, as the quota is (domain.md §10.4).
 */
export const appraisalSummarySource: TableSource = (context) => {
  const { db, branch, options, settings } = context;
  const appraisal = listAppraisals(db, { branchId: branch.id, year: options.year })
    .filter(({ heldOn }) => heldOn <= options.asOf)
    .at(-1);
  if (appraisal === undefined) {
    return { rows: () => [], totals: {}, missing: [{ title: words.noAppraisal, count: 1 }] };
  }
  const roster = new Roster(db, { ...options, asOf: appraisal.heldOn });
  const full = new Set<string>();
  for (const { member } of roster.entries()) {
    if (categoryHeldOn(member, appraisal.heldOn) === 'full') full.add(member.id);
  }
  const counts = countGrades(appraisal.entries.filter(({ memberId }) => full.has(memberId)));
  const quota = excellentQuota(full.size, counts.excellent, settings, appraisal.heldOn);
  const taking = new Set(
    appraisal.entries
      .filter(({ notTakenPartReason }) => notTakenPartReason.trim() === '')
      .map((entry) => entry.memberId),
  );
  const expected = [...roster.entries()].map(({ member }) => member.id);
  const taken = expected.filter((id) => taking.has(id)).length;
  const share = (part: number): string => percent(ratioOf(part, full.size));
  return {
    rows: () => rows(roster, options.asOf, appraisal),
    totals: {
      ...counts,
      excellentRate: share(counts.excellent),
      qualifiedRate: share(counts.qualified),
      basicallyQualifiedRate: share(counts.basicallyQualified),
      unqualifiedRate: share(counts.unqualified),
      expected: expected.length,
      taken,
      takenRate: percent(ratioOf(taken, expected.length)),
      full: full.size,
      allowed: quota.allowed,
      issued: appraisal.ballotsIssued ?? words.unknown,
      returned: appraisal.ballotsReturned ?? words.unknown,
      valid: appraisal.ballotsValid ?? words.unknown,
    },
  };
};

function* rows(roster: Roster, asOf: IsoDate, appraisal: Appraisal): Generator<LedgerRow> {
  const entries = new Map(appraisal.entries.map((entry) => [entry.memberId, entry]));
  for (const { member } of roster.entries()) {
    const entry = entries.get(member.id);
    const isProbationary = categoryHeldOn(member, appraisal.heldOn) !== 'full';
    const hasNotTakenPart = entry !== undefined && entry.notTakenPartReason.trim() !== '';
    yield {
      recordId: member.id,
      cells: {
        name: member.name,
        sex: sexWord(member.sex),
        age: ageOn(member.bornOn, asOf),
        joinedOn: member.joinedOn,
        ...grades(entry),
        decidedGrade: isProbationary ? null : gradeWord(entry?.decidedGrade ?? null),
        note: noteOf(entry, isProbationary),
      },
      ...(hasNotTakenPart || isProbationary ? { notDue: ['selfGrade', 'mutualGrade', 'decidedGrade'] } : {}),
    };
  }
}

function grades(entry: AppraisalEntry | undefined): LedgerRow['cells'] {
  return {
    selfGrade: gradeWord(entry?.selfGrade ?? null),
    mutualGrade: gradeWord(entry?.mutualGrade ?? null),
    pollExcellent: entry?.pollExcellent ?? null,
    pollQualified: entry?.pollQualified ?? null,
    pollBasicallyQualified: entry?.pollBasicallyQualified ?? null,
    pollUnqualified: entry?.pollUnqualified ?? null,
  };
}

function gradeWord(grade: AppraisalEntry['decidedGrade']): string | null {
  return grade === null ? null : appraisalGradeNames[grade];
}

function noteOf(entry: AppraisalEntry | undefined, isProbationary: boolean): string | null {
  const parts = [
    isProbationary ? words.ungraded : '',
    entry?.notTakenPartReason.trim() ? words.notTakenPart(entry.notTakenPartReason.trim()) : '',
    entry?.note.trim() ?? '',
  ];
  return registered(parts.filter(Boolean).join('；'));
}
