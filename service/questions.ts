import { AppError } from '../contract/failure.ts';
import { type Question, question } from '../contract/question.ts';
import { listQuestions, usedQuestionIds } from '../db/queries/exams.ts';
import { getRow, removeRow } from '../db/records.ts';
import { branch, question as questionTable } from '../db/schema/index.ts';
import { questionFaults, questionKey, stemKey } from '../rules/questions.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { saveFlatRecord } from './save.ts';

export const questionHandlers = {
  'question.list': ({ archive: { db } }, { branchId, kind, content, tag, search, includeRetired }) => {
    const all = listQuestions(db, { branchId });
    const words = stemKey(search);
    const questions = all.filter(
      (each) =>
        (includeRetired || each.retiredOn === null) &&
        (kind === undefined || each.kind === kind) &&
        (content === undefined || each.contents.includes(content)) &&
        (tag === undefined || tag === '' || each.tags.includes(tag)) &&
        (words === '' || stemKey(each.stem).includes(words)),
    );
    const tags = [...new Set(all.flatMap((each) => each.tags))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
    return { questions, tags, usedIds: usedQuestionIds(db, branchId) };
  },
  'question.get': ({ archive: { db } }, { id }) => getRow(db, questionTable, 'question', id),
  'question.save': (context, input) =>
    saveFlatRecord(
      context,
      { record: 'question', table: questionTable, schema: question.record, blank: question.blank },
      input,
      (record) => demandSound(context, record),
    ),
  'question.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        const { branchId } = getRow(db, questionTable, 'question', input.id);
        if (usedQuestionIds(db, branchId).includes(input.id))
          throw new AppError({ code: 'record-in-use', record: 'question', id: input.id, by: 'examPaper' });
        removeRow(db, questionTable, 'question', input);
        return {};
      },
      { reason: input.reason },
    ),
} satisfies HandlersOf<'question.list' | 'question.get' | 'question.save' | 'question.remove'>;

/** The branch must exist, the key fit the options, and the bank have no such question yet. */
function demandSound({ archive: { db } }: ArchiveContext, record: Question): void {
  getRow(db, branch, 'branch', record.branchId);
  const fields: Record<string, string[]> = {};
  for (const { field, code } of questionFaults(record)) fields[field] = [...(fields[field] ?? []), code];
  if (stemKey(record.stem) === '') fields.stem = ['missing'];
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
  const key = questionKey(record);
  const twin = listQuestions(db, { branchId: record.branchId }).find(
    (each) => each.id !== record.id && questionKey(each) === key,
  );
  if (twin !== undefined)
    throw new AppError({ code: 'duplicate-record', record: 'question', field: 'stem', id: twin.id });
}
