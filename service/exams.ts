import { type Exam, exam } from '../contract/exam.ts';
import { AppError } from '../contract/failure.ts';
import type { Output } from '../contract/operations.ts';
import { unknownPeople } from '../db/queries/education.ts';
import { certificatesOf, listExams, listSittings } from '../db/queries/exams.ts';
import { findRow, getRow, nextRevision, putRow, removeRow, sameValues } from '../db/records.ts';
import { branch, examPaper, exam as examTable, training } from '../db/schema/index.ts';
import { fullMarkOf } from '../rules/exam-draw.ts';
import type { ArchiveContext } from './context.ts';
import { refuseExam } from './exams/sitting.ts';
import { writeTraining } from './exams/training.ts';
import { examViews, scoreOfSitting } from './exams/view.ts';
import type { HandlersOf } from './handler-types.ts';
import { completeDraft } from './save.ts';

export const examHandlers = {
  'exam.list': (context, { branchId, year }) =>
    examViews(context.archive.db, listExams(context.archive.db, { branchId, year }).toReversed(), nowOf(context)).map(
      ({ exam: found, counts }) => ({ exam: found, counts }),
    ),
  'exam.get': (context, { id }) => wholeExam(context, id),
  'exam.save': (context, { draft, reason }) =>
    context.write(
      () => {
        const { db } = context.archive;
        const stored = findRow(db, examTable, draft.id);
        const completed = completeDraft(
          exam.record,
          stored,
          // 满分 of a paper of the archive is that of the paper, whatever is said.
          { ...exam.blank, trainingId: null, closedOn: null, ...paperMark(context, draft.paperId) },
          { ...draft, ...paperMark(context, draft.paperId ?? stored?.paperId) },
        );
        const revision = nextRevision('exam', stored, draft, () =>
          sameValues(stored ?? {}, { ...completed, revision: stored?.revision }),
        );
        if (revision === 'same') return { ...completed, revision: stored?.revision ?? 1 };
        demandSound(context, completed, stored);
        const record = { ...completed, revision };
        putRow(db, examTable, record);
        return record;
      },
      { reason },
    ),
  'exam.remove': (context, input) =>
    context.write(
      () => {
        const { db } = context.archive;
        const { title, trainingId } = getRow(db, examTable, 'exam', input.id);
        if (trainingId !== null || listSittings(db, { examIds: [input.id] }).length > 0)
          refuseExam('has-results', title);
        removeRow(db, examTable, 'exam', input);
        return {};
      },
      { reason: input.reason },
    ),
  'exam.close': (context, { id, revision }) =>
    context.write(() => {
      const { db } = context.archive;
      const found = at(context, id, revision);
      if (found.closedOn !== null) refuseExam('closed', found.title);
      const [view] = examViews(db, [found], nowOf(context));
      const rows = view?.rows ?? [];
      const named = (kept: (row: (typeof rows)[number]) => boolean) =>
        rows
          .filter(kept)
          .map(({ name }) => name)
          .join('、');
      const [running, waiting] = [named(({ state }) => state === 'running'), named(({ state }) => state === 'waiting')];
      if (running !== '') refuseExam('not-submitted', running);
      if (waiting !== '') refuseExam('unmarked', waiting);
      if (!rows.some(({ state }) => state === 'marked')) refuseExam('nobody', found.title);
      const holders = named(({ certificate, passed }) => certificate !== '' && passed !== true);
      if (holders !== '') refuseExam('certificate-held', holders);
      const trainingId = writeTraining(db, found, rows) ?? found.trainingId;
      return put(context, { ...found, trainingId, closedOn: context.today() });
    }),
  'exam.reopen': (context, { id, revision, reason }) =>
    context.write(
      () => {
        const found = at(context, id, revision);
        if (found.closedOn === null) refuseExam('not-closed', found.title);
        return put(context, { ...found, closedOn: null });
      },
      { reason },
    ),
  'exam.ofMember': ({ archive: { db } }, { memberId, asOf }) => {
    const certificates = new Map(certificatesOf(db, memberId).map(({ examId, number }) => [examId, number]));
    return listSittings(db, { memberId })
      .flatMap((sitting) => {
        const found = getRow(db, examTable, 'exam', sitting.examId);
        if (found.closedOn === null || found.heldOn > asOf) return [];
        const score = scoreOfSitting(db, found, sitting);
        return [
          {
            examId: found.id,
            title: found.title,
            heldOn: found.heldOn,
            fullMark: found.fullMark,
            score,
            passed: score === null ? null : score >= found.passMark,
            certificate: certificates.get(found.id) ?? '',
          },
        ];
      })
      .sort((one, other) => one.heldOn.localeCompare(other.heldOn));
  },
} satisfies HandlersOf<
  'exam.list' | 'exam.get' | 'exam.save' | 'exam.remove' | 'exam.close' | 'exam.reopen' | 'exam.ofMember'
>;

function nowOf(context: ArchiveContext): string {
  return context.now().toISOString();
}

function wholeExam(context: ArchiveContext, id: string): Output<'exam.get'> {
  const { db } = context.archive;
  const found = getRow(db, examTable, 'exam', id);
  const [view] = examViews(db, [found], nowOf(context));
  if (view === undefined) throw new AppError({ code: 'no-such-record', record: 'exam', id });
  const paperTitle = found.paperId === null ? '' : (findRow(db, examPaper, found.paperId)?.title ?? '');
  return { ...view, paperTitle };
}

function at({ archive }: ArchiveContext, id: string, revision: number): Exam {
  const found = getRow(archive.db, examTable, 'exam', id);
  if (found.revision !== revision)
    throw new AppError({ code: 'stale-record', record: 'exam', id, currentRevision: found.revision });
  return found;
}

function put({ archive }: ArchiveContext, changed: Exam): Exam {
  const record = { ...changed, revision: changed.revision + 1 };
  putRow(archive.db, examTable, record);
  return record;
}

function paperMark({ archive }: ArchiveContext, paperId: string | null | undefined): { fullMark?: number } {
  if (paperId == null) return {};
  return { fullMark: fullMarkOf(getRow(archive.db, examPaper, 'examPaper', paperId)) };
}

/** Branch, paper, training and people must exist; once somebody took it, paper, mode and day stand. */
function demandSound({ archive: { db } }: ArchiveContext, record: Exam, stored: Exam | undefined): void {
  getRow(db, branch, 'branch', record.branchId);
  if (stored !== undefined && stored.closedOn !== null) refuseExam('closed', stored.title);
  const refuse = (field: string, why: string) => {
    throw new AppError({ code: 'invalid-input', fields: { [field]: [why] } });
  };
  if (record.passMark > record.fullMark) refuse('passMark', 'too_big');
  if (record.mode === 'screen' && record.paperId === null) refuse('paperId', 'missing');
  if (record.paperId !== null) {
    const paper = getRow(db, examPaper, 'examPaper', record.paperId);
    if (paper.branchId !== record.branchId) refuse('paperId', 'of another branch');
    if (paper.issuedOn === null) refuseExam('paper-not-issued', paper.title);
  }
  if (record.linkedTrainingId !== null) getRow(db, training, 'training', record.linkedTrainingId);
  const unknown = unknownPeople(
    db,
    record.excused.map(({ memberId }) => memberId),
  );
  if (unknown.length > 0) refuse('excused', 'no such member');
  if (stored === undefined || listSittings(db, { examIds: [record.id] }).length === 0) return;
  const isOther = (['branchId', 'paperId', 'mode', 'heldOn', 'fullMark'] as const).some(
    (field) => stored[field] !== record[field],
  );
  if (isOther) refuseExam('has-results', stored.title);
}
