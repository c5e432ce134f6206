import type { DevelopmentCase } from '../../../contract/development.ts';
import type { StepState } from '../../../contract/development-process.ts';
import type { Column, FormField, FormPage, LedgerRow } from '../../../contract/ledger.ts';
import type { IsoDate } from '../../../contract/values.ts';
import { listAttachments } from '../../../db/queries/attachments.ts';
import { stepResultNames } from '../../../rules/codes/development.ts';
import { daysBetween } from '../../../rules/dates.ts';
import { inOrder, probationEnd } from '../../../rules/development.ts';
import { documentStateOn, isLacking } from '../../../rules/development-facts.ts';
import { reportOf } from '../../../rules/development-report.ts';
import { settingOn } from '../../../rules/settings.ts';
import { developmentCourse } from '../../../templates/ledgers/11-development-course.ts';
import { missingPapers } from '../../../templates/ledgers/43-missing-papers.ts';
import { developmentWords } from '../../../templates/ledgers/development-words.ts';
import { developmentFacts } from '../../development/facts.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { educationWord, ethnicityWord, registered, sexWord } from '../words.ts';
import { type Followed, followedIn, namesOf, sponsorsOn, stateOf } from './development-tables.ts';

const words = developmentWords.course;

/** 发展党员工作全程纪实表: 25 steps of each person, further attempts under their step. */
export const developmentCourseSource: FormSource = (context) => ({
  pages: function* () {
    const facts = developmentFacts(context.db, context.options.asOf);
    const list = followedIn(context);
    const names = namesOf(context, list);
    const scans = scansOf(context);
    for (const followed of list) {
      const { steps } = reportOf(followed.record, facts);
      yield {
        ...headOf(followed, developmentCourse.title),
        blocks: [
          { type: 'fields', columns: 2, fields: fieldsOf(followed, context, names) },
          {
            type: 'table',
            title: '',
            columns: courseColumns,
            numbered: false,
            rows: steps.flatMap((state) => stepRows(followed, state, { context, scans })),
            emptyText: words.none,
          },
        ],
        signatures: words.signatures,
      };
    }
  },
});

const courseColumns: readonly Column[] = [
  { key: 'step', title: words.columns.step, format: 'long-text', width: 15 },
  { key: 'on', title: words.columns.on, format: 'date', width: 11 },
  { key: 'conclusion', title: words.columns.conclusion, format: 'long-text', width: 20 },
  { key: 'handler', title: words.columns.handler, format: 'text', width: 8 },
  { key: 'papers', title: words.columns.papers, format: 'long-text', width: 13 },
  { key: 'note', title: words.columns.note, format: 'long-text', width: 12 },
];

function headOf({ record }: Followed, title: string): Pick<FormPage, 'recordId' | 'name' | 'title' | 'heading'> {
  return { recordId: record.id, name: record.name, title, heading: [] };
}

function fieldsOf(followed: Followed, { options }: SourceContext, names: Map<string, string>): FormField[] {
  const { record, achieved } = followed;
  const field = (label: string, value: string | null, more: Partial<FormField> = {}): FormField => ({
    label,
    value,
    format: 'text',
    ...more,
  });
  const introducedOn = achieved.done.get(15)?.on ?? options.asOf;
  return [
    field(words.name, record.name, { required: true }),
    field(words.sex, sexWord(record.sex), { required: true }),
    field(words.bornOn, record.bornOn, { format: 'date', required: true }),
    field(words.ethnicity, ethnicityWord(record.ethnicity)),
    field(words.education, educationWord(record.education)),
    field(words.state, stateOf(followed, options.asOf)),
    field(words.employer, registered(record.employer), { span: 2 }),
    field(words.contacts, sponsorsOn(record.contacts, options.asOf, names)),
    field(words.introducers, sponsorsOn(record.introducers, introducedOn, names)),
    field(words.probationEndsOn, probationEnd(achieved), { format: 'date', span: 2 }),
  ];
}

/** Scanned pages by the id of the file and of the paper in it. */
type Scans = ReadonlyMap<string, number>;

function scansOf({ db }: SourceContext): Scans {
  const pages = new Map<string, number>();
  for (const { recordId, part, pageCount, pages: files } of listAttachments(db, { record: 'developmentCase' })) {
    const key = `${recordId} ${part}`;
    pages.set(key, (pages.get(key) ?? 0) + (pageCount ?? files.length));
  }
  return pages;
}

function stepRows(
  { record }: Followed,
  state: StepState,
  { context: { options, settings }, scans }: { context: SourceContext; scans: Scans },
): LedgerRow[] {
  const attempts = inOrder(record.steps).filter((each) => each.no === state.no && each.on <= options.asOf);
  const title = words.step(state.position, state.name);
  if (attempts.length === 0) return [{ cells: { step: title } }];
  return attempts.map((each, index) => {
    const lateAfter = settingOn(settings, 'development.late-entry-days', each.on).value;
    const isLate = each.enteredOn !== null && daysBetween(each.on, each.enteredOn) > lateAfter;
    const result = each.result === 'passed' ? '' : words.result(stepResultNames[each.result], each.months);
    const notes = [
      attempts.length > 1 ? words.attempt(each.attempt) : '',
      isLate ? words.lateEntry : '',
      each.reason === '' ? '' : words.lateReason(each.reason),
    ];
    return {
      recordId: record.id,
      cells: {
        step: title,
        on: each.on,
        conclusion: registered([result, each.conclusion.trim(), each.documentNumber].filter(Boolean).join('；')),
        handler: registered(each.handlerName || each.actorName),
        // The papers are those of the step; they stand with its last entry.
        papers: index === attempts.length - 1 ? papersOf(record, state, options.asOf, scans) : null,
        note: registered(notes.filter(Boolean).join('；')),
      },
    };
  });
}

/** What there is of the papers of a step by the day, further ones among them, and what of it was scanned. */
function papersOf(record: DevelopmentCase, { no, documents }: StepState, asOf: IsoDate, scans: Scans): string {
  const there = record.documents.filter((each) => each.stepNo === no && !isLacking(documentStateOn(each, asOf)));
  const lacking = documents.filter((each) => !each.isOptional && isLacking(each.state));
  if (there.length === 0) return words.none;
  const scanned = there.flatMap((each) => scans.get(`${record.id} ${each.id}`) ?? []);
  const pages = scanned.reduce((sum, each) => sum + each, 0);
  return `${words.papers(there.length, lacking.length)}；${words.scanned(scanned.length, there.length, pages)}`;
}

const missingWords = developmentWords.missing;
const missingColumns: readonly Column[] = [
  { key: 'step', title: missingWords.columns.step, format: 'long-text', width: 16 },
  { key: 'title', title: missingWords.columns.title, format: 'long-text', width: 20 },
  { key: 'state', title: missingWords.columns.state, format: 'text', width: 8 },
  { key: 'reason', title: missingWords.columns.reason, format: 'long-text', width: 16 },
  { key: 'due', title: missingWords.columns.due, format: 'text', width: 10 },
];

/** 材料催收单: papers that the steps taken ask for and that are not there, one sheet for each person who lacks any. */
export const missingPapersSource: FormSource = (context) => ({
  pages: function* () {
    const facts = developmentFacts(context.db, context.options.asOf);
    for (const followed of followedIn(context)) {
      const { record } = followed;
      const rows = reportOf(record, facts)
        .steps.filter((step) => step.state === 'done')
        .flatMap((step) =>
          step.documents
            .filter((each) => !each.isOptional && isLacking(each.state))
            .map((each): LedgerRow => {
              const own = record.documents.find((paper) => paper.stepNo === step.no && paper.title === each.title);
              return {
                recordId: record.id,
                cells: {
                  step: words.step(step.position, step.name),
                  title: each.title,
                  state: missingWords.states[each.state] ?? null,
                  reason: registered(own?.returnReason ?? ''),
                  due: null,
                },
              };
            }),
        );
      if (rows.length === 0) continue;
      yield {
        ...headOf(followed, missingPapers.title),
        blocks: [
          {
            type: 'fields',
            columns: 2,
            fields: [
              { label: words.name, value: record.name, format: 'text' },
              { label: words.state, value: stateOf(followed, context.options.asOf), format: 'text' },
            ],
          },
          { type: 'table', title: '', columns: missingColumns, numbered: true, rows, emptyText: words.none },
          { type: 'note', text: missingWords.note },
        ],
        signatures: missingWords.signatures,
      };
    }
  },
});
