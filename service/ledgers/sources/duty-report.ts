import type { DutyReport } from '../../../contract/assessment.ts';
import type { Column, FormBlock, FormField, FormPage, LedgerRow } from '../../../contract/ledger.ts';
import { listDutyReports } from '../../../db/queries/assessments.ts';
import { dutyReportGradeNames } from '../../../rules/codes/assessment.ts';
import { dutyReport as spec } from '../../../templates/ledgers/40-duty-report.ts';
import { dutyReportWords as words } from '../../../templates/ledgers/assessment-words.ts';
import { frameWords, writtenDay } from '../../../templates/ledgers/words.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { registered } from '../words.ts';

const lastYearColumns: readonly Column[] = [
  { key: 'problem', title: words.problem, format: 'long-text', width: 24 },
  { key: 'measure', title: words.measure, format: 'long-text', width: 28 },
  { key: 'done', title: words.done, format: 'text', width: 10 },
];

const problemColumns: readonly Column[] = [
  { key: 'problem', title: words.problem, format: 'long-text', width: 20 },
  { key: 'measure', title: words.measure, format: 'long-text', width: 24 },
  { key: 'responsible', title: words.responsible, format: 'text', width: 8 },
  { key: 'due', title: words.due, format: 'date', width: 11 },
  { key: 'doneOn', title: words.doneOn, format: 'date', width: 11 },
];

const pollColumns: readonly Column[] = Object.entries(words.pollColumns).map(([key, title]) => ({
  key,
  title,
  format: 'integer',
  width: 8,
}));

/** 书记抓党建述职评议: the records of the year, before, at and after the report. */
export const dutyReportSource: FormSource = (context) => ({
  pages: () =>
    listDutyReports(context.db, { branchId: context.branch.id, year: context.options.year })
      .filter(({ reportedOn }) => reportedOn === null || reportedOn <= context.options.asOf)
      .map((report) => formOf(report, context)),
});

function formOf(report: DutyReport, { branch }: SourceContext): FormPage {
  return {
    recordId: report.id,
    name: report.reporterName,
    title: frameWords.title(report.year, branch.fullName, spec.title),
    heading: [],
    blocks: [{ type: 'fields', columns: 2, fields: fieldsOf(report) }, ...blocksOf(report)],
    signatures: words.signatures,
  };
}

function fieldsOf(report: DutyReport): FormField[] {
  const field = (label: string, value: string | null, required = false): FormField => ({
    label,
    value,
    format: 'text',
    required,
  });
  return [
    field(words.year, `${report.year}`),
    field(words.reporter, report.reporterName),
    field(words.reportedOn, report.reportedOn === null ? null : writtenDay(report.reportedOn), true),
    field(words.place, registered(report.place)),
    field(words.grade, report.grade === null ? null : dutyReportGradeNames[report.grade], true),
    field(words.decidedBy, registered(report.decidedBy)),
  ];
}

function blocksOf(report: DutyReport): FormBlock[] {
  const comments = report.comments.map(({ speaker, text }) => words.comment(speaker, text.trim())).join('\n');
  const lastYear = report.lastYearProblems.map(({ problem, measure, isDone }) => ({
    problem,
    measure,
    done: isDone ? words.isDone : words.isOpen,
  }));
  const problems = report.problems.map(({ problem, measure, responsible, dueOn, doneOn }) => ({
    problem,
    measure,
    responsible: registered(responsible),
    due: dueOn,
    doneOn,
  }));
  const poll = {
    good: report.pollGood,
    fairlyGood: report.pollFairlyGood,
    average: report.pollAverage,
    poor: report.pollPoor,
    issued: report.ballotsIssued,
    returned: report.ballotsReturned,
  };
  return [
    ...prose(words.preparation, report.preparation),
    ...prose(words.report, report.report),
    table(words.lastYear, lastYearColumns, lastYear, true),
    ...prose(words.comments, comments),
    table(words.poll, pollColumns, [poll], false),
    table(words.problems, problemColumns, problems, true),
    ...prose(words.note, report.note),
  ];
}

function prose(title: string, text: string): FormBlock[] {
  return text.trim() === '' ? [] : [{ type: 'prose', title, text: text.trim() }];
}

function table(
  title: string,
  columns: readonly Column[],
  rows: readonly LedgerRow['cells'][],
  numbered: boolean,
): FormBlock {
  return { type: 'table', title, columns, numbered, rows: rows.map((cells) => ({ cells })), emptyText: words.none };
}
