import { AppError, type SurveyReason } from '../contract/failure.ts';
import { leastSheets, type Survey, type SurveyAnswers, survey as surveyRecord } from '../contract/survey.ts';
import { findTally, listSurveys, putTally } from '../db/queries/surveys.ts';
import { getRow, nextRevision, putRow, removeRow } from '../db/records.ts';
import { branch, survey } from '../db/schema/index.ts';
import { emptyResults, sheetProblems, withSheet } from '../rules/surveys.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const surveyHandlers = {
  'survey.list': ({ archive }, filter) => listSurveys(archive.db, filter),
  'survey.get': ({ archive }, { id }) => getRow(archive.db, survey, 'survey', id),
  'survey.save': (context, { draft: { openedOn: _opened, closedOn: _closed, ...draft }, reason }) =>
    saveFlatRecord(
      context,
      { record: 'survey', table: survey, schema: surveyRecord.record, blank: surveyRecord.blank },
      { draft, reason },
      (record) => {
        getRow(context.archive.db, branch, 'branch', record.branchId);
        if (record.to < record.from)
          throw new AppError({ code: 'invalid-input', fields: { to: ['before the first day'] } });
        if (record.openedOn !== null) throw refused('begun');
      },
    ),
  'survey.remove': (context, { id, revision, reason }) =>
    context.write(
      () => {
        const { db } = context.archive;
        if (getRow(db, survey, 'survey', id).openedOn !== null) throw refused('begun');
        removeRow(db, survey, 'survey', { id, revision });
        return {};
      },
      { reason },
    ),

  'survey.begin': (context, { id, revision }) =>
    context.write(() => {
      const stored = demand(context, id, revision);
      if (stored.openedOn !== null) throw refused('begun');
      if (stored.questions.length === 0) throw refused('no-questions');
      putTally(context.archive.db, {
        surveyId: id,
        valid: 0,
        invalid: 0,
        questions: emptyResults(stored.questions),
      });
      return put(context, { ...stored, openedOn: context.today() });
    }),
  'survey.submit': (context, { id, ...sheet }) => addSheets(context, id, [sheet], ''),
  'survey.submitMany': (context, { id, sheets }) => addSheets(context, id, sheets, 'sheets'),
  'survey.close': (context, { id, revision }) =>
    context.write(() => {
      const stored = demand(context, id, revision);
      if (stored.openedOn === null) throw refused('not-begun');
      if (stored.closedOn !== null) throw refused('closed');
      return put(context, { ...stored, closedOn: context.today() });
    }),

  'survey.result': ({ archive }, { id }) => {
    const { closedOn } = getRow(archive.db, survey, 'survey', id);
    const tally = findTally(archive.db, id);
    if (closedOn === null || tally === undefined) throw refused('not-closed');
    const { valid, invalid, questions } = tally;
    return { surveyId: id, valid, invalid, questions: valid < leastSheets ? null : questions };
  },
} satisfies HandlersOf<
  | 'survey.list'
  | 'survey.get'
  | 'survey.save'
  | 'survey.remove'
  | 'survey.begin'
  | 'survey.submit'
  | 'survey.submitMany'
  | 'survey.close'
  | 'survey.result'
>;

/** Adds sheets to the sums in one write of the one row; `path` is where they stand in the input, for what is refused. */
function addSheets(
  context: ArchiveContext,
  id: string,
  sheets: readonly { answers: SurveyAnswers; isInvalid: boolean }[],
  path: '' | 'sheets',
): Record<string, never> {
  return context.write(() => {
    const { db } = context.archive;
    const { openedOn, closedOn, questions } = getRow(db, survey, 'survey', id);
    const tally = findTally(db, id);
    if (openedOn === null || tally === undefined) throw refused('not-begun');
    if (closedOn !== null) throw refused('closed');
    const problems = sheets.flatMap(({ answers }, index) =>
      Object.entries(sheetProblems(questions, answers)).map(([field, why]) => [
        path === '' ? field : `${path}.${index}.${field}`,
        why,
      ]),
    );
    if (problems.length > 0) throw new AppError({ code: 'invalid-input', fields: Object.fromEntries(problems) });
    const valid = sheets.filter(({ isInvalid }) => !isInvalid);
    putTally(db, {
      ...tally,
      valid: tally.valid + valid.length,
      invalid: tally.invalid + sheets.length - valid.length,
      questions: valid.reduce((sums, { answers }) => withSheet(sums, questions, answers), tally.questions),
    });
    return {};
  });
}

function refused(reason: SurveyReason): AppError {
  return new AppError({ code: 'survey-refused', reason });
}

/** @throws AppError `no-such-record`, `stale-record` */
function demand({ archive }: ArchiveContext, id: string, revision: number): Survey {
  const stored = getRow(archive.db, survey, 'survey', id);
  nextRevision('survey', stored, { id, revision }, () => false);
  return stored;
}

function put({ archive }: ArchiveContext, record: Survey): Survey {
  const next = { ...record, revision: record.revision + 1 };
  putRow(archive.db, survey, next);
  return next;
}
