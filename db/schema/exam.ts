import type { Exam, ExamAnswer, ExamCertificate, ExamSitting } from '../../contract/exam.ts';
import type { ExamPaper } from '../../contract/exam-paper.ts';
import type { Question } from '../../contract/question.ts';
import { integer, real, sqliteTable, text } from '../drizzle.ts';
import { json, recordColumns } from './columns.ts';

export const question = sqliteTable('question', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  kind: text().notNull().$type<Question['kind']>(),
  stem: text().notNull(),
  options: json<Question['options']>('options'),
  correct: json<Question['correct']>('correct'),
  referenceAnswer: text('reference_answer').notNull(),
  explanation: text().notNull(),
  contents: json<Question['contents']>('contents'),
  tags: json<Question['tags']>('tags'),
  difficulty: integer().notNull(),
  source: text().notNull(),
  retiredOn: text('retired_on'),
} satisfies Record<keyof Question, unknown>);

export const examPaper = sqliteTable('exam_paper', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  title: text().notNull(),
  parts: json<ExamPaper['parts']>('parts'),
  seed: integer().notNull(),
  instructions: text().notNull(),
  issuedOn: text('issued_on'),
  questions: json<ExamPaper['questions']>('questions'),
} satisfies Record<keyof ExamPaper, unknown>);

export const exam = sqliteTable('exam', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  title: text().notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  contents: json<Exam['contents']>('contents'),
  mode: text().notNull().$type<Exam['mode']>(),
  paperId: text('paper_id'),
  fullMark: real('full_mark').notNull(),
  passMark: real('pass_mark').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  form: text().notNull().$type<Exam['form']>(),
  linkedTrainingId: text('linked_training_id'),
  excused: json<Exam['excused']>('excused'),
  note: text().notNull(),
  trainingId: text('training_id'),
  closedOn: text('closed_on'),
} satisfies Record<keyof Exam, unknown>);

/** Answers stand in rows of their own: each is kept the moment it is given. */
export const examSitting = sqliteTable('exam_sitting', {
  ...recordColumns,
  examId: text('exam_id').notNull(),
  memberId: text('member_id').notNull(),
  mode: text().notNull().$type<ExamSitting['mode']>(),
  startedAt: text('started_at'),
  lastSeenAt: text('last_seen_at'),
  extraMinutes: integer('extra_minutes').notNull(),
  extraReason: text('extra_reason').notNull(),
  submittedAt: text('submitted_at'),
  endedBy: text('ended_by').$type<ExamSitting['endedBy']>(),
  total: real(),
  marks: json<ExamSitting['marks']>('marks'),
} satisfies Record<Exclude<keyof ExamSitting, 'answers'>, unknown>);

export const examAnswer = sqliteTable('exam_answer', {
  id: text().primaryKey(),
  sittingId: text('sitting_id').notNull(),
  number: integer().notNull(),
  chosen: json<ExamAnswer['chosen']>('chosen'),
  text: text().notNull(),
} satisfies Record<keyof ExamAnswer | 'id' | 'sittingId', unknown>);

export const examCertificate = sqliteTable('exam_certificate', {
  ...recordColumns,
  branchId: text('branch_id').notNull(),
  examId: text('exam_id').notNull(),
  memberId: text('member_id').notNull(),
  year: integer().notNull(),
  sequence: integer().notNull(),
  number: text().notNull(),
  issuedOn: text('issued_on').notNull(),
  score: real().notNull(),
  voidedOn: text('voided_on'),
  voidReason: text('void_reason').notNull(),
} satisfies Record<keyof ExamCertificate, unknown>);
