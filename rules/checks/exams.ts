import { yearOf, yearRange } from '../dates.ts';
import { settingOn } from '../settings.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** 党章党规党纪知识测试 yearly and papers to mark (domain.md §6: usual, LOCAL; asked for only where the branch sets it). */

/** From October on, what the year still lacks is told. */
const firstMonthLookedAt = 10;

function yearlyTests({ asOf, settings, exams }: CheckFacts): Finding[] {
  const wanted = settingOn(settings, 'education.yearly-tests', asOf).value;
  const year = yearOf(asOf);
  if (wanted === 0 || Number(asOf.slice(5, 7)) < firstMonthLookedAt) return [];
  const held = exams.filter(
    ({ heldOn, contents, taken }) => yearOf(heldOn) === year && contents.includes('party-rules') && taken > 0,
  ).length;
  if (held >= wanted) return [];
  return [
    {
      key: `yearly.${year}`,
      severity: 'todo',
      dueOn: yearRange(year).to,
      record: 'exam',
      recordId: null,
      params: { code: 'yearly', year, wanted, held },
      expected: String(wanted),
      actual: String(held),
    },
  ];
}

export const e1: Check = {
  id: 'E1',
  subject: 'education',
  source: '党章党规党纪知识测试由本地规定（常见做法每年1次）',
  codes: ['yearly'],
  evaluate: yearlyTests,
};

/** Written answers that nobody has marked; results that nobody has confirmed are left to the branch. */
export const e2: Check = {
  id: 'E2',
  subject: 'education',
  source: '考试成绩在阅卷后才计入（本程序的做法）',
  codes: ['unmarked'],
  evaluate: ({ exams }) =>
    exams
      .filter(({ waiting }) => waiting > 0)
      .map(({ id, title, heldOn, waiting }) => ({
        key: id,
        severity: 'todo',
        dueOn: null,
        record: 'exam',
        recordId: id,
        params: { code: 'unmarked', title, heldOn, waiting },
        expected: '0',
        actual: String(waiting),
      })),
};
