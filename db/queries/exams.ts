import type { Exam, ExamAnswer, ExamCertificate, ExamSitting } from '../../contract/exam.ts';
import type { ExamPaper, PaperSummary } from '../../contract/exam-paper.ts';
import type { Question } from '../../contract/question.ts';
import { and, asc, desc, eq, inArray, isNull, lte, sql } from '../drizzle.ts';
import type { ReadableDb, WritableDb } from '../open.ts';
import { exam, examCertificate, examPaper, examSitting, question } from '../schema/index.ts';

/** Questions of a branch (or of all), in the order they were entered. */
export function listQuestions(db: ReadableDb, { branchId }: { branchId?: string | undefined }): Question[] {
  return db
    .select()
    .from(question)
    .where(branchId === undefined ? undefined : eq(question.branchId, branchId))
    .orderBy(sql`rowid`)
    .all();
}

/** Ids of questions that papers of a branch hold. */
export function usedQuestionIds(db: ReadableDb, branchId: string): string[] {
  const rows = db.raw
    .prepare(
      `SELECT DISTINCT json_extract(held.value, '$.questionId') AS id
       FROM exam_paper, json_each(exam_paper.questions) AS held WHERE exam_paper.branch_id = ?`,
    )
    .all(branchId) as { id: string }[];
  return rows.map(({ id }) => id);
}

/** Whole papers, by id. */
export function listExamPapers(db: ReadableDb, { branchId }: { branchId?: string | undefined }): ExamPaper[] {
  return db
    .select()
    .from(examPaper)
    .where(branchId === undefined ? undefined : eq(examPaper.branchId, branchId))
    .orderBy(asc(examPaper.id))
    .all();
}

/** Papers of a branch without their questions, newest first. */
export function paperSummaries(db: ReadableDb, branchId: string): PaperSummary[] {
  return db.raw
    .prepare(
      `SELECT id, revision, title, issued_on AS issuedOn, json_array_length(questions) AS questions,
         coalesce((SELECT sum(json_extract(value, '$.points')) FROM json_each(exam_paper.questions)), 0) AS fullMark
       FROM exam_paper WHERE branch_id = ? ORDER BY rowid DESC`,
    )
    .all(branchId) as PaperSummary[];
}

/** Exams by their day, oldest first. */
export function listExams(
  db: ReadableDb,
  of: { branchId?: string | undefined; year?: number | undefined; to?: string | undefined },
): Exam[] {
  return db
    .select()
    .from(exam)
    .where(
      and(
        of.branchId === undefined ? undefined : eq(exam.branchId, of.branchId),
        of.year === undefined ? undefined : sql`substr(${exam.heldOn}, 1, 4) = ${String(of.year)}`,
        of.to === undefined ? undefined : lte(exam.heldOn, of.to),
      ),
    )
    .orderBy(asc(exam.heldOn), asc(exam.id))
    .all();
}

/** Sittings with their answers; of one exam, of several, of one person or all. */
export function listSittings(
  db: ReadableDb,
  of: { examIds?: readonly string[]; memberId?: string; id?: string },
): ExamSitting[] {
  const rows = db
    .select()
    .from(examSitting)
    .where(
      and(
        of.examIds === undefined ? undefined : inArray(examSitting.examId, [...of.examIds]),
        of.memberId === undefined ? undefined : eq(examSitting.memberId, of.memberId),
        of.id === undefined ? undefined : eq(examSitting.id, of.id),
      ),
    )
    .orderBy(sql`rowid`)
    .all();
  const answers = answersOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, answers: answers.get(row.id) ?? [] }));
}

function answersOf(db: ReadableDb, sittingIds: readonly string[]): Map<string, ExamAnswer[]> {
  const found = new Map<string, ExamAnswer[]>();
  const rows = db.raw
    .prepare(
      `SELECT sitting_id AS sittingId, number, chosen, text FROM exam_answer
       WHERE sitting_id IN (SELECT value FROM json_each(?)) ORDER BY sitting_id, number`,
    )
    .all(JSON.stringify(sittingIds)) as { sittingId: string; number: number; chosen: string; text: string }[];
  for (const { sittingId, chosen, ...row } of rows) {
    const own = found.get(sittingId) ?? [];
    own.push({ ...row, chosen: JSON.parse(chosen) as number[] });
    found.set(sittingId, own);
  }
  return found;
}

/** The person who sits an exam on screen and has not handed in, if there is one. */
export function runningSitting(db: ReadableDb): { id: string; memberId: string; name: string } | undefined {
  return db.raw
    .prepare(
      `SELECT exam_sitting.id AS id, member_id AS memberId, member.name AS name FROM exam_sitting
       JOIN member ON member.id = member_id WHERE submitted_at IS NULL ORDER BY exam_sitting.rowid LIMIT 1`,
    )
    .get() as { id: string; memberId: string; name: string } | undefined;
}

/** Certificates in the order of their numbers. */
export function listCertificates(
  db: ReadableDb,
  of: { branchId?: string | undefined; year?: number | undefined; to?: string | undefined; examId?: string },
): ExamCertificate[] {
  return db
    .select()
    .from(examCertificate)
    .where(
      and(
        of.branchId === undefined ? undefined : eq(examCertificate.branchId, of.branchId),
        of.year === undefined ? undefined : eq(examCertificate.year, of.year),
        of.to === undefined ? undefined : lte(examCertificate.issuedOn, of.to),
        of.examId === undefined ? undefined : eq(examCertificate.examId, of.examId),
      ),
    )
    .orderBy(asc(examCertificate.year), asc(examCertificate.branchId), asc(examCertificate.sequence))
    .all();
}

/** Valid certificates of one person. */
export function certificatesOf(db: ReadableDb, memberId: string): ExamCertificate[] {
  return db
    .select()
    .from(examCertificate)
    .where(and(eq(examCertificate.memberId, memberId), isNull(examCertificate.voidedOn)))
    .orderBy(desc(examCertificate.issuedOn))
    .all();
}

/** The last number given in a series; 0 for none. */
export function lastCertificate(db: ReadableDb, branchId: string, year: number): number {
  const row = db.raw
    .prepare('SELECT max(sequence) AS last FROM exam_certificate WHERE branch_id = ? AND year = ?')
    .get(branchId, year) as { last: number | null };
  return row.last ?? 0;
}

/** Whether some exam uses a paper. */
export function isPaperUsed(db: ReadableDb, paperId: string): boolean {
  return db.raw.prepare('SELECT 1 FROM exam WHERE paper_id = ? LIMIT 1').get(paperId) !== undefined;
}

/** Keeps an answer in the place of an earlier one to the same question. Inside an audited write. */
export function keepAnswer(db: WritableDb, sittingId: string, { number, chosen, text }: ExamAnswer): void {
  db.raw
    .prepare(
      `INSERT INTO exam_answer (id, sitting_id, number, chosen, text) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (sitting_id, number) DO UPDATE SET chosen = excluded.chosen, text = excluded.text`,
    )
    .run(`${sittingId}-${number}`, sittingId, number, JSON.stringify(chosen), text);
}

/** Takes away what was answered, when a result is entered anew. Inside an audited write. */
export function removeAnswers(db: WritableDb, sittingId: string): void {
  db.raw.prepare('DELETE FROM exam_answer WHERE sitting_id = ?').run(sittingId);
}

/** Takes away a result that was entered by mistake. Inside an audited write. */
export function removeSitting(db: WritableDb, sittingId: string): void {
  db.raw.prepare('DELETE FROM exam_answer WHERE sitting_id = ?').run(sittingId);
  db.raw.prepare('DELETE FROM exam_sitting WHERE id = ?').run(sittingId);
}
