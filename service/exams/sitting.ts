import { randomUUID } from 'node:crypto';
import type { Exam, ExamSitting, HandMark, PaperAnswer, SittingPage } from '../../contract/exam.ts';
import type { PaperQuestion } from '../../contract/exam-paper.ts';
import { AppError, type ExamReason } from '../../contract/failure.ts';
import type { ReadableDb, WritableDb } from '../../db/open.ts';
import { listSittings } from '../../db/queries/exams.ts';
import { getRow, putRow } from '../../db/records.ts';
import { examSitting, exam as examTable, member } from '../../db/schema/index.ts';
import { secondsLeft, timeIsOverAt } from '../../rules/exam.ts';
import { questionsOf } from './view.ts';

/** A sitting with what it belongs to. */
export interface SittingFacts {
  readonly sitting: ExamSitting;
  readonly exam: Exam;
  readonly questions: PaperQuestion[];
}

/** @throws AppError `no-such-record` */
export function sittingFacts(db: ReadableDb, sittingId: string): SittingFacts {
  const { examId } = getRow(db, examSitting, 'examSitting', sittingId);
  const [sitting] = listSittings(db, { id: sittingId });
  if (sitting === undefined) throw new AppError({ code: 'no-such-record', record: 'examSitting', id: sittingId });
  const exam = getRow(db, examTable, 'exam', examId);
  return { sitting, exam, questions: questionsOf(db, exam) };
}

export function blankSitting(examId: string, memberId: string, mode: ExamSitting['mode']): ExamSitting {
  return {
    id: randomUUID(),
    revision: 1,
    examId,
    memberId,
    mode,
    startedAt: null,
    lastSeenAt: null,
    extraMinutes: 0,
    extraReason: '',
    submittedAt: null,
    endedBy: null,
    total: null,
    marks: [],
    answers: [],
  };
}

/** Stores a sitting; its answers have rows of their own. */
export function putSitting(db: WritableDb, sitting: ExamSitting): void {
  const { answers: _answers, ...row } = sitting;
  putRow(db, examSitting, row);
}

/** What the person who answers sees: never a key. */
export function pageOf(db: ReadableDb, { sitting, exam, questions }: SittingFacts, now: string): SittingPage {
  const remaining = sitting.submittedAt === null ? secondsLeft(sitting, exam.durationMinutes, now) : 0;
  return {
    sittingId: sitting.id,
    examId: exam.id,
    title: exam.title,
    memberName: getRow(db, member, 'member', sitting.memberId).name,
    fullMark: exam.fullMark,
    passMark: exam.passMark,
    remaining,
    isOver: sitting.submittedAt !== null || remaining === 0,
    questions: questions.map(({ part, kind, stem, options, points }, index) => ({
      number: index + 1,
      part,
      kind,
      stem,
      options,
      points,
    })),
    answers: sitting.answers,
  };
}

/** Hands a sitting in; one whose time ran out, at the moment it did. */
export function locked(sitting: ExamSitting, exam: Exam, now: string): ExamSitting {
  const isTimeOver = secondsLeft(sitting, exam.durationMinutes, now) === 0;
  return {
    ...sitting,
    revision: sitting.revision + 1,
    submittedAt: isTimeOver ? timeIsOverAt(sitting, exam.durationMinutes) : now,
    endedBy: isTimeOver ? 'time' : 'submission',
    lastSeenAt: now,
  };
}

/** Marks put in place of those of the same questions, in order. */
export function mergedMarks(known: readonly HandMark[], given: readonly HandMark[]): HandMark[] {
  const marks = new Map([...known, ...given].map((mark) => [mark.number, mark]));
  return [...marks.values()].sort((one, other) => one.number - other.number);
}

/** @throws AppError `invalid-input` for a mark of no question, twice, or above its points; by the place in the input */
export function demandMarks(
  marks: readonly HandMark[],
  questions: readonly PaperQuestion[],
  isAllowed: (question: PaperQuestion) => boolean,
  path = 'marks',
): void {
  const fields: Record<string, string[]> = {};
  marks.forEach(({ number, points }, index) => {
    const question = questions[number - 1];
    const isTwice = marks.findIndex((other) => other.number === number) !== index;
    if (question === undefined || !isAllowed(question)) fields[`${path}.${index}.number`] = ['not marked by hand'];
    else if (isTwice) fields[`${path}.${index}.number`] = ['twice the same'];
    else if (points > question.points) fields[`${path}.${index}.points`] = ['too_big'];
  });
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
}

/** @throws AppError `invalid-input` for an answer of no question with a key, twice, or with what is no option of it */
export function demandAnswers(
  answers: readonly PaperAnswer[],
  questions: readonly PaperQuestion[],
  path = 'answers',
): void {
  const fields: Record<string, string[]> = {};
  answers.forEach(({ number, chosen }, index) => {
    const question = questions[number - 1];
    const isTwice = answers.findIndex((other) => other.number === number) !== index;
    const places = question?.kind === 'true-false' ? 2 : (question?.options.length ?? 0);
    const isOutside = chosen.some((place) => place >= places) || new Set(chosen).size !== chosen.length;
    if (question === undefined || question.kind === 'short') fields[`${path}.${index}.number`] = ['marked by hand'];
    else if (isTwice) fields[`${path}.${index}.number`] = ['twice the same'];
    else if (isOutside || (question.kind !== 'multiple' && chosen.length > 1))
      fields[`${path}.${index}.chosen`] = ['out of range'];
  });
  if (Object.keys(fields).length > 0) throw new AppError({ code: 'invalid-input', fields });
}

export function refuseExam(reason: ExamReason, detail = ''): never {
  throw new AppError({ code: 'exam-refused', reason, detail });
}
