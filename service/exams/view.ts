import type { Exam, ExamCounts, ExamRow, ExamSitting } from '../../contract/exam.ts';
import type { PaperQuestion } from '../../contract/exam-paper.ts';
import type { ReadableDb } from '../../db/open.ts';
import { listCertificates, listSittings } from '../../db/queries/exams.ts';
import { meetingPeople, memberNames } from '../../db/queries/meeting-people.ts';
import { pageOfMembers } from '../../db/queries/member-list.ts';
import { listSettings } from '../../db/queries/settings.ts';
import { findRow } from '../../db/records.ts';
import { examPaper } from '../../db/schema/index.ts';
import { examCounts, expectation, secondsLeft, sittingState } from '../../rules/exam.ts';
import { scoreOf } from '../../rules/exam-marking.ts';
import { stayOn } from '../../rules/member.ts';
import { settingOn } from '../../rules/settings.ts';

export interface ExamView {
  readonly exam: Exam;
  readonly rows: ExamRow[];
  readonly counts: ExamCounts;
}

/** Questions of the paper of an exam; none for a paper from elsewhere. */
export function questionsOf(db: ReadableDb, { paperId }: Pick<Exam, 'paperId'>): PaperQuestion[] {
  return paperId === null ? [] : (findRow(db, examPaper, paperId)?.questions ?? []);
}

/** Percent of the points for a part of a 多选题, as it holds on the day of the exam. */
export function partialPercent(db: ReadableDb, { heldOn }: Pick<Exam, 'heldOn'>): number {
  return settingOn(listSettings(db), 'education.exam-partial-percent', heldOn).value;
}

/** 成绩 of one sitting that is handed in; `null` before, and while a mark is missing. */
export function scoreOfSitting(db: ReadableDb, exam: Exam, sitting: ExamSitting): number | null {
  if (sitting.submittedAt === null) return null;
  return scoreOf(questionsOf(db, exam), sitting, partialPercent(db, exam));
}

/**
 * Everybody of the branch on the day of each exam, in the order of posts, with where they stand; and who took it
 * without being of the branch that day.
 *
 * @param now ISO time of the engine, for the time that is left
 */
export function examViews(db: ReadableDb, exams: readonly Exam[], now: string): ExamView[] {
  const sittings = Map.groupBy(listSittings(db, { examIds: exams.map(({ id }) => id) }), ({ examId }) => examId);
  const papers = new Map<string, PaperQuestion[]>();
  return exams.map((exam) => {
    const key = exam.paperId ?? '';
    const questions = papers.get(key) ?? questionsOf(db, exam);
    papers.set(key, questions);
    const rows = rowsOf(db, exam, { questions, now, sittings: sittings.get(exam.id) ?? [] });
    return { exam, rows, counts: examCounts(rows) };
  });
}

function rowsOf(
  db: ReadableDb,
  exam: Exam,
  facts: { questions: readonly PaperQuestion[]; now: string; sittings: readonly ExamSitting[] },
): ExamRow[] {
  const { branchId, heldOn } = exam;
  const percent = partialPercent(db, exam);
  const { people, groupNames } = meetingPeople(db, branchId);
  const known = new Map(people.map((person) => [person.id, person]));
  const own = new Map(facts.sittings.map((sitting) => [sitting.memberId, sitting]));
  const certificates = new Map(
    listCertificates(db, { examId: exam.id })
      .filter(({ voidedOn }) => voidedOn === null)
      .map(({ memberId, number }) => [memberId, number]),
  );
  const filter = { branchId, asOf: heldOn, order: 'post' as const, search: '', includeFormer: false };
  const listed = pageOfMembers(db, filter, { offset: 0, limit: 1_000_000 }).rows;
  const others = [...own.keys()].filter((id) => !listed.some((row) => row.id === id));
  const names = memberNames(db, [...listed.map(({ id }) => id), ...others]);
  return [...listed, ...others.map((id) => ({ id, initials: '' }))].flatMap(({ id, initials }): ExamRow[] => {
    const person = known.get(id);
    const expected = person === undefined ? 'outside' : expectation(person, exam);
    const sitting = own.get(id);
    if (expected === 'outside' && sitting === undefined) return [];
    const isIn = sitting !== undefined && sitting.submittedAt !== null;
    const score = isIn ? scoreOf(facts.questions, sitting, percent) : null;
    const groupId = person === undefined ? null : (stayOn(person, heldOn)?.groupId ?? null);
    return [
      {
        memberId: id,
        name: names.get(id) ?? '',
        initials,
        groupName: groupId === null ? '' : (groupNames.get(groupId) ?? ''),
        state: sittingState(expected, sitting, score),
        sittingId: sitting?.id ?? null,
        revision: sitting?.revision ?? 0,
        remaining: sitting === undefined || isIn ? null : secondsLeft(sitting, exam.durationMinutes, facts.now),
        score,
        passed: score === null ? null : score >= exam.passMark,
        certificate: certificates.get(id) ?? '',
        excuse: exam.excused.find(({ memberId }) => memberId === id)?.reason ?? '',
      },
    ];
  });
}
