import type { DevelopmentReport } from '../../contract/development-process.ts';
import { yearOf } from '../dates.ts';
import { achievedBy, admittedOn } from '../development.ts';
import { reportOf } from '../development-report.ts';
import { hadRightsOn } from '../member.ts';
import type { Check, CheckFacts, Finding } from './check.ts';

/** Reports of every file of the branch, made once for all the checks that read them. */
const reports = new WeakMap<CheckFacts, DevelopmentReport[]>();

function reportsOf(facts: CheckFacts): DevelopmentReport[] {
  const known = reports.get(facts);
  if (known !== undefined) return known;
  const members = new Map(facts.members.map((member) => [member.id, member]));
  const made = facts.development.cases.map((record) =>
    reportOf(record, {
      templates: facts.development.templates,
      settings: facts.settings,
      asOf: facts.asOf,
      presentAt: (meetingId) => presentAt(facts, meetingId),
      hasRights: (memberId, day) => {
        const member = members.get(memberId);
        return member === undefined ? null : hadRightsOn(member, day);
      },
    }),
  );
  reports.set(facts, made);
  return made;
}

function presentAt(facts: CheckFacts, meetingId: string): ReadonlySet<string> | null {
  const meeting = facts.meetings.find(({ id }) => id === meetingId);
  if (meeting === undefined) return null;
  return new Set(meeting.attendance.filter(({ state }) => state === 'present').map(({ memberId }) => memberId));
}

/** A rule whose findings a person's report holds. */
function ofReports(id: string, source: string, codes: readonly string[]): Check {
  return {
    id,
    subject: 'development',
    source,
    codes,
    evaluate: (facts) =>
      reportsOf(facts).flatMap((report) =>
        report.findings
          .filter((found) => found.rule === id)
          .map((found, index): Finding => {
            const step = report.steps.find((each) => each.no === found.stepNo);
            return {
              key: `${report.id}.${found.code}.${found.stepNo ?? ''}.${index}`,
              severity: found.severity,
              dueOn: found.dueOn,
              record: 'developmentCase',
              recordId: report.id,
              params: { ...found.params, code: found.code, person: report.name, stepName: step?.name ?? '' },
              expected: found.expected,
              actual: found.actual,
            };
          }),
      ),
  };
}

/** Month through which last year's plan is told: a vote of December is approved within three months. */
const lastMonthTold = 3;

/** V14c: more admitted in the year than planned. */
const v14c: Check = {
  id: 'V14c',
  subject: 'development',
  source: '上级下达的年度发展党员计划',
  codes: ['above-plan'],
  evaluate: ({ asOf, development }) =>
    development.plans
      .filter(
        ({ year }) => year === yearOf(asOf) || (year === yearOf(asOf) - 1 && Number(asOf.slice(5, 7)) <= lastMonthTold),
      )
      .flatMap((plan): Finding[] => {
        const admitted = development.cases.filter((record) =>
          (admittedOn(achievedBy(record.steps, asOf)) ?? '').startsWith(`${plan.year}-`),
        ).length;
        if (admitted <= plan.quota) return [];
        return [
          {
            key: plan.id,
            severity: 'due-soon',
            dueOn: null,
            record: 'developmentPlan',
            recordId: plan.id,
            params: { code: 'above-plan', year: plan.year, admitted, quota: plan.quota },
            expected: `<=${plan.quota}`,
            actual: String(admitted),
          },
        ];
      }),
};

/** V1c to V14c of domain.md §11 (V8c stands with the members), and what the template asks for. */
export const developmentChecks: readonly Check[] = [
  ofReports('V1c', '发展细则第7条', ['late', 'due', 'without-reason']),
  ofReports('V2c', '发展细则第13条：经过一年以上培养教育和考察', ['too-early']),
  ofReports('V3c', '发展细则第11条：每半年考察一次', ['due', 'gap']),
  ofReports('V4c', '党章第5条、发展细则第14条', ['introducers', 'without-rights']),
  ofReports('V5c', '发展细则第16、17条', ['no-political-review', 'no-training']),
  ofReports('V6c', '发展细则第18至22条', ['too-early', 'no-meeting', 'introducers-absent']),
  ofReports('V7c', '发展细则第27条', ['soon', 'late', 'vote-again', 'approved-late']),
  ofReports('V9c', '党章第7条：延长预备期1次，不少于半年，不超过1年', ['out-of-range', 'twice']),
  ofReports('V10c', '发展细则第34条', ['late']),
  ofReports('V11c', '党章第1条、发展细则第5条', ['birth-unknown', 'too-young']),
  ofReports('V12c', '发展细则第35条', ['core-missing']),
  ofReports('V13c', '发展细则第19条', ['leaving']),
  v14c,
  ofReports('development-limit', '发展党员工作细则', ['too-early', 'without-reason']),
  ofReports('development-rhythm', '当地规定：思想汇报、谈话、预备党员考察', ['due']),
  ofReports('development-move', '发展细则第12条', ['in', 'out']),
  ofReports('development-documents', '发展党员工作流程图', ['missing']),
  ofReports('development-step', '发展党员工作细则', ['late', 'next']),
];
