import type { Exam } from '../contract/exam.ts';
import { AppError } from '../contract/failure.ts';
import { keepAnswer, listSittings, removeAnswers, removeSitting, runningSitting } from '../db/queries/exams.ts';
import { meetingPeople } from '../db/queries/meeting-people.ts';
import { findRow, getRow, sameValues } from '../db/records.ts';
import { examPaper, exam as examTable, member } from '../db/schema/index.ts';
import { expectation, secondsLeft } from '../rules/exam.ts';
import { markQuestions } from '../rules/exam-marking.ts';
import type { ArchiveContext } from './context.ts';
import {
  blankSitting,
  demandAnswers,
  demandMarks,
  locked,
  mergedMarks,
  pageOf,
  putSitting,
  refuseExam,
  sittingFacts,
} from './exams/sitting.ts';
import { examViews, partialPercent, questionsOf, scoreOfSitting } from './exams/view.ts';
import type { HandlersOf } from './handler-types.ts';

export const sittingHandlers = {
  'sitting.begin': (context, { examId, memberId }) =>
    context.write(() => {
      const { db } = context.archive;
      const found = openExam(context, examId);
      if (found.mode !== 'screen') refuseExam('other-mode', found.title);
      demandExpected(context, found, memberId);
      const now = context.now().toISOString();
      const running = runningSitting(db);
      const [known] = listSittings(db, { examIds: [examId] }).filter((each) => each.memberId === memberId);
      if (running !== undefined && running.id !== known?.id) refuseExam('running', running.name);
      if (known === undefined) {
        const sitting = { ...blankSitting(examId, memberId, 'screen'), startedAt: now, lastSeenAt: now };
        putSitting(db, sitting);
        return pageOf(db, { sitting, exam: found, questions: questionsOf(db, found) }, now);
      }
      const facts = sittingFacts(db, known.id);
      if (known.submittedAt !== null) return pageOf(db, facts, now);
      const isOver = secondsLeft(known, found.durationMinutes, now) === 0;
      const sitting = isOver ? locked(known, found, now) : seen(known, now);
      putSitting(db, sitting);
      return pageOf(db, { ...facts, sitting }, now);
    }),
  'sitting.page': (context, { sittingId }) =>
    pageOf(context.archive.db, sittingFacts(context.archive.db, sittingId), context.now().toISOString()),
  'sitting.answer': (context, { sittingId, ...answer }) => {
    const { db } = context.archive;
    const { sitting, exam, questions } = sittingFacts(db, sittingId);
    const now = context.now().toISOString();
    if (sitting.submittedAt !== null) refuseExam('submitted');
    const question = questions[answer.number - 1];
    const places = question?.kind === 'true-false' ? 2 : (question?.options.length ?? 0);
    const wrong = (field: string) => {
      throw new AppError({ code: 'invalid-input', fields: { [field]: ['out of range'] } });
    };
    if (question === undefined) return wrong('number');
    if (answer.chosen.some((place) => place >= places)) wrong('chosen');
    if (question.kind !== 'multiple' && answer.chosen.length > 1) wrong('chosen');
    if (new Set(answer.chosen).size !== answer.chosen.length) wrong('chosen');
    if (question.kind !== 'short' && answer.text !== '') wrong('text');
    const remaining = secondsLeft(sitting, exam.durationMinutes, now);
    if (remaining === 0) {
      context.write(() => putSitting(db, locked(sitting, exam, now)));
      refuseExam('time-over');
    }
    return context.write(() => {
      const chosen = answer.chosen.toSorted((one, other) => one - other);
      keepAnswer(db, sittingId, { ...answer, chosen });
      putSitting(db, seen(sitting, now));
      return { remaining };
    });
  },
  'sitting.submit': (context, { sittingId }) =>
    context.write(() => {
      const { db } = context.archive;
      const { sitting, exam } = sittingFacts(db, sittingId);
      // Handing in twice is handing in once.
      if (sitting.submittedAt !== null) return { submittedAt: sitting.submittedAt };
      const done = locked(sitting, exam, context.now().toISOString());
      putSitting(db, done);
      return { submittedAt: done.submittedAt ?? '' };
    }),
  'sitting.extend': (context, { sittingId, minutes, reason }) =>
    context.write(
      () => {
        const { db } = context.archive;
        const { sitting, exam } = sittingFacts(db, sittingId);
        if (exam.closedOn !== null) refuseExam('closed', exam.title);
        if (sitting.mode !== 'screen') refuseExam('other-mode', exam.title);
        // A paper that only the clock took away is given back; one handed in stays handed in.
        if (sitting.endedBy === 'submission') refuseExam('submitted');
        const now = context.now().toISOString();
        const extraMinutes = sitting.extraMinutes + minutes;
        if (extraMinutes > 600) throw new AppError({ code: 'invalid-input', fields: { minutes: ['too_big'] } });
        const longer = { ...sitting, extraMinutes, extraReason: reason, submittedAt: null, endedBy: null };
        putSitting(db, { ...longer, revision: sitting.revision + 1 });
        return { remaining: secondsLeft(longer, exam.durationMinutes, now) };
      },
      { reason },
    ),
  'sitting.sheet': ({ archive: { db } }, { sittingId }) => {
    const { sitting, exam, questions } = sittingFacts(db, sittingId);
    if (sitting.submittedAt === null) refuseExam('running', getRow(db, member, 'member', sitting.memberId).name);
    const answers = new Map(sitting.answers.map((answer) => [answer.number, answer]));
    return {
      sittingId,
      revision: sitting.revision,
      memberName: getRow(db, member, 'member', sitting.memberId).name,
      score: scoreOfSitting(db, exam, sitting),
      lines: markQuestions(questions, sitting, partialPercent(db, exam)).flatMap((marked) => {
        const question = questions[marked.number - 1];
        if (question === undefined) return [];
        const { questionId: _id, ...shown } = question;
        const { chosen = [], text = '' } = answers.get(marked.number) ?? {};
        return [{ ...shown, ...marked, chosen, text }];
      }),
    };
  },
  'sitting.mark': (context, { sittingId, revision, marks, answers }) =>
    context.write(() => {
      const { db } = context.archive;
      const { sitting, exam, questions } = sittingFacts(db, sittingId);
      if (sitting.revision !== revision)
        throw new AppError({
          code: 'stale-record',
          record: 'examSitting',
          id: sittingId,
          currentRevision: sitting.revision,
        });
      if (exam.closedOn !== null) refuseExam('closed', exam.title);
      if (sitting.submittedAt === null) refuseExam('not-submitted');
      demandMarks(marks, questions, ({ kind }) => sitting.mode === 'paper' || kind === 'short');
      if (answers.length > 0 && sitting.mode !== 'paper') refuseExam('other-mode', exam.title);
      demandAnswers(answers, questions);
      // An answer to be marked by the key takes the place of a mark; a mark given with it stands before the key.
      const kept = sitting.marks.filter((mark) => !answers.some(({ number }) => number === mark.number));
      // On paper the marks of the questions stand in the place of a sum.
      putSitting(db, { ...sitting, total: null, marks: mergedMarks(kept, marks), revision: revision + 1 });
      for (const answer of answers) keepAnswer(db, sittingId, { ...answer, text: '' });
      const marked = sittingFacts(db, sittingId).sitting;
      return { revision: marked.revision, score: scoreOfSitting(db, exam, marked) };
    }),
  'sitting.enter': (context, { examId, entries }) =>
    context.write(() => {
      const { db } = context.archive;
      const found = openExam(context, examId);
      if (found.mode !== 'paper') refuseExam('other-mode', found.title);
      const questions = questionsOf(db, found);
      const known = new Map(listSittings(db, { examIds: [examId] }).map((sitting) => [sitting.memberId, sitting]));
      const now = context.now().toISOString();
      entries.forEach(({ memberId, total, marks, answers }, index) => {
        const sitting = known.get(memberId);
        if (sitting === undefined) demandExpected(context, found, memberId);
        demandMarks(marks, questions, () => true, `entries.${index}.marks`);
        demandAnswers(answers, questions, `entries.${index}.answers`);
        if (total !== null && total > found.fullMark)
          throw new AppError({ code: 'invalid-input', fields: { [`entries.${index}.total`]: ['too_big'] } });
        if (total === null && marks.length === 0 && answers.length === 0) {
          if (sitting !== undefined) removeSitting(db, sitting.id);
          return;
        }
        const entered = {
          ...(sitting ?? { ...blankSitting(examId, memberId, 'paper'), submittedAt: now, endedBy: 'entry' as const }),
          total,
          marks: mergedMarks([], marks),
        };
        const isSame = sitting !== undefined && sameValues(sitting, entered) && answers.length === 0;
        if (isSame && sitting.answers.length === 0) return;
        putSitting(db, { ...entered, revision: sitting === undefined ? 1 : sitting.revision + 1 });
        removeAnswers(db, entered.id);
        for (const answer of answers) keepAnswer(db, entered.id, { ...answer, text: '' });
      });
      const [view] = examViews(db, [found], now);
      if (view === undefined) throw new AppError({ code: 'no-such-record', record: 'exam', id: examId });
      const paperTitle = found.paperId === null ? '' : (findRow(db, examPaper, found.paperId)?.title ?? '');
      return { ...view, paperTitle };
    }),
} satisfies HandlersOf<
  | 'sitting.begin'
  | 'sitting.page'
  | 'sitting.answer'
  | 'sitting.submit'
  | 'sitting.extend'
  | 'sitting.sheet'
  | 'sitting.mark'
  | 'sitting.enter'
>;

/** The latest time seen only moves on. */
function seen<Seen extends { lastSeenAt: string | null }>(sitting: Seen, now: string): Seen {
  return { ...sitting, lastSeenAt: sitting.lastSeenAt !== null && sitting.lastSeenAt > now ? sitting.lastSeenAt : now };
}

function openExam({ archive }: ArchiveContext, examId: string): Exam {
  const found = getRow(archive.db, examTable, 'exam', examId);
  if (found.closedOn !== null) refuseExam('closed', found.title);
  return found;
}

/** Of the branch on the day of the exam; who is exempt may take it of their own will. */
function demandExpected({ archive }: ArchiveContext, found: Exam, memberId: string): void {
  const { name } = getRow(archive.db, member, 'member', memberId);
  const person = meetingPeople(archive.db, found.branchId).people.find(({ id }) => id === memberId);
  if (person === undefined || expectation(person, found) === 'outside') refuseExam('not-expected', name);
}
