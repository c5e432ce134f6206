import { type ExamPaper, examPaper, type Shortage } from '../contract/exam-paper.ts';
import { AppError } from '../contract/failure.ts';
import { isPaperUsed, listQuestions, paperSummaries } from '../db/queries/exams.ts';
import { findRow, getRow, nextRevision, putRow, removeRow, sameValues } from '../db/records.ts';
import { branch, examPaper as paperTable } from '../db/schema/index.ts';
import { drawPaper, fullMarkOf } from '../rules/exam-draw.ts';
import type { ArchiveContext } from './context.ts';
import type { HandlersOf } from './handler-types.ts';
import { completeDraft } from './save.ts';

export const examPaperHandlers = {
  'examPaper.list': ({ archive: { db } }, { branchId }) => paperSummaries(db, branchId),
  'examPaper.get': ({ archive: { db } }, { id }) => {
    const paper = getRow(db, paperTable, 'examPaper', id);
    return { paper, shortages: shortagesOf(paper), fullMark: fullMarkOf(paper) };
  },
  'examPaper.draw': ({ archive: { db } }, { branchId, parts, seed }) => {
    getRow(db, branch, 'branch', branchId);
    const drawn = drawPaper(parts, listQuestions(db, { branchId }), seed);
    return { ...drawn, fullMark: fullMarkOf(drawn) };
  },
  'examPaper.save': (context, { draft, reason }) =>
    context.write(
      () => {
        const { db } = context.archive;
        const stored = findRow(db, paperTable, draft.id);
        const completed = completeDraft(
          examPaper.record,
          stored,
          { ...examPaper.blank, issuedOn: null, questions: [] },
          draft,
        );
        const revision = nextRevision('examPaper', stored, draft, () =>
          sameValues(stored ?? {}, { ...completed, revision: stored?.revision }),
        );
        if (revision === 'same') return { ...completed, revision: stored?.revision ?? 1 };
        demandOpen(completed);
        getRow(db, branch, 'branch', completed.branchId);
        const { questions } = drawPaper(
          completed.parts,
          listQuestions(db, { branchId: completed.branchId }),
          completed.seed,
        );
        return put(context, { ...completed, questions, revision });
      },
      { reason },
    ),
  'examPaper.issue': (context, { id, revision }) =>
    context.write(() => {
      const { db } = context.archive;
      const paper = getRow(db, paperTable, 'examPaper', id);
      demandRevision(paper, revision);
      demandOpen(paper);
      const bank = listQuestions(db, { branchId: paper.branchId });
      const { questions, shortages } = drawPaper(paper.parts, bank, paper.seed);
      if (shortages.length > 0) throw new AppError({ code: 'questions-lacking', parts: shortages });
      return put(context, { ...paper, questions, issuedOn: context.today(), revision: paper.revision + 1 });
    }),
  'examPaper.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        if (isPaperUsed(db, input.id))
          throw new AppError({ code: 'record-in-use', record: 'examPaper', id: input.id, by: 'exam' });
        removeRow(db, paperTable, 'examPaper', input);
        return {};
      },
      { reason: input.reason },
    ),
} satisfies HandlersOf<
  'examPaper.list' | 'examPaper.get' | 'examPaper.draw' | 'examPaper.save' | 'examPaper.issue' | 'examPaper.remove'
>;

function put({ archive }: ArchiveContext, paper: ExamPaper): ExamPaper {
  putRow(archive.db, paperTable, paper);
  return paper;
}

function demandOpen({ issuedOn, title }: ExamPaper): void {
  if (issuedOn !== null) throw new AppError({ code: 'exam-refused', reason: 'paper-issued', detail: title });
}

function demandRevision({ id, revision }: ExamPaper, from: number): void {
  if (revision !== from)
    throw new AppError({ code: 'stale-record', record: 'examPaper', id, currentRevision: revision });
}

/** What a stored paper lacks of its own rule. */
function shortagesOf({ parts, questions }: ExamPaper): Shortage[] {
  return parts.flatMap(({ count }, part) => {
    const found = questions.filter((question) => question.part === part).length;
    return found < count ? [{ part, wanted: count, found }] : [];
  });
}
