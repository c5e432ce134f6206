import type { AppraisalGrade, DutyReportGrade } from '../../contract/assessment.ts';

/** 民主评议等次, domain.md §7.1. */
export const appraisalGradeNames: Readonly<Record<AppraisalGrade, string>> = {
  excellent: '优秀',
  qualified: '合格',
  'basically-qualified': '基本合格',
  unqualified: '不合格',
};

/** 述职评议等次, domain.md §7.3. */
export const dutyReportGradeNames: Readonly<Record<DutyReportGrade, string>> = {
  good: '好',
  'fairly-good': '较好',
  average: '一般',
  poor: '差',
};
