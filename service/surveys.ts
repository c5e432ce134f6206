import { AppError, type SurveyReason } from '../contract/failure.ts';
import { leastSheets, type Survey, survey as surveyRecord } from '../contract/survey.ts';
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
  'survey.submit': (context, { id, answers, isInvalid }) =>
    context.write(() => {
      const { db } = context.archive;
      const { openedOn, closedOn, questions } = getRow(db, survey, 'survey', id);
      const tally = findTally(db, id);
      if (openedOn === null || tally === undefined) throw refused('not-begun');
      if (closedOn !== null) throw refused('closed');
      const problems = sheetProblems(questions, answers);
      if (Object.keys(problems).length > 0) throw new AppError({ code: 'invalid-input', fields: problems });
      if (isInvalid) putTally(db, { ...tally, invalid: tally.invalid + 1 });
      else
        putTally(db, {
          ...tally,
          valid: tally.valid + 1,
          questions: withSheet(tally.questions, questions, answers),
        });
      return {};
    }),
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
  | 'survey.close'
  | 'survey.result'
>;

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
