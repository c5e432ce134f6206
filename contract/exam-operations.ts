import { z } from 'zod';
import {
  ExamAnswer,
  ExamCertificate,
  ExamCounts,
  ExamRow,
  exam,
  HandMark,
  Mark,
  MarkedLine,
  PaperAnswer,
  SittingPage,
} from './exam.ts';
import { operation } from './operation.ts';
import { SecondPerson } from './person.ts';
import { saveInput } from './record.ts';
import { IsoDate, Label, RecordId, Year } from './values.ts';

const byId = z.strictObject({ id: RecordId });
const revised = z.strictObject({ id: RecordId, revision: z.int() });
const withReason = z.strictObject({ ...revised.shape, reason: Label });
const ofSitting = z.strictObject({ sittingId: RecordId });
const Left = z.strictObject({ remaining: z.int() });
const ofPerson = z.strictObject({ examId: RecordId, memberId: RecordId });
const Whole = z.strictObject({ exam: exam.record, paperTitle: z.string(), counts: ExamCounts, rows: z.array(ExamRow) });

export const examOperations = {
  /** Exams of a branch, newest first, with their counts. */
  'exam.list': operation(
    'read',
    z.strictObject({ branchId: RecordId, year: Year.optional() }),
    z.array(z.strictObject({ exam: exam.record, counts: ExamCounts })),
  ),
  'exam.get': operation('read', byId, Whole),
  'exam.save': operation('write', saveInput(exam.draft), exam.record),
  /** Of an exam that nobody took. */
  'exam.remove': operation('write', withReason, z.strictObject({})),
  /** Results stand: written to the training of the exam, once. Refused while a paper is not handed in or marked. */
  'exam.close': operation('write', revised, exam.record, 'open', 'decide'),
  /** To mend a result. The training stays and is written anew when the exam is closed again. */
  'exam.reopen': operation('write', withReason, exam.record, 'open', 'decide'),

  /** Begins a person's exam on screen, or goes on with it after a crash; the time runs from the first beginning. */
  'sitting.begin': operation('write', ofPerson, SittingPage),
  'sitting.page': operation('read', ofSitting, SittingPage),
  /** Keeps one answer. Refused when the paper is handed in or the time is over; the paper is then locked. */
  'sitting.answer': operation('write', z.strictObject({ ...ofSitting.shape, ...ExamAnswer.shape }), Left),
  'sitting.submit': operation('write', ofSitting, z.strictObject({ submittedAt: z.string() })),
  /** Gives time back after an interruption. */
  'sitting.extend': operation(
    'write',
    z.strictObject({ ...ofSitting.shape, minutes: z.int().min(1).max(600), reason: Label }),
    Left,
  ),
  /** The submitted paper with its keys and marks. */
  'sitting.sheet': operation(
    'read',
    ofSitting,
    z.strictObject({
      sittingId: RecordId,
      revision: z.int(),
      memberName: z.string(),
      lines: z.array(MarkedLine),
      score: z.number().nullable(),
    }),
  ),
  /**
   * Marks by hand: of 简答题 on screen, of every question on paper. Questions left out keep their mark. On paper also
   * answers to be marked by the key; one takes the place of the mark its question had.
   */
  'sitting.mark': operation(
    'write',
    z
      .strictObject({
        ...ofSitting.shape,
        revision: z.int(),
        marks: z.array(HandMark).max(500),
        answers: z.array(PaperAnswer).max(500).default([]),
      })
      .refine(({ marks, answers }) => marks.length + answers.length > 0, { path: ['marks'], message: 'missing' }),
    z.strictObject({ revision: z.int(), score: z.number().nullable() }),
  ),
  /**
   * Results of an exam on paper: the sum of each person, or for each question its mark, or its answer to be marked by the
   * key; none of them takes it away.
   */
  'sitting.enter': operation(
    'write',
    z.strictObject({
      examId: RecordId,
      entries: z
        .array(
          z.strictObject({
            memberId: RecordId,
            total: Mark.nullable(),
            marks: z.array(HandMark).max(500),
            answers: z.array(PaperAnswer).max(500).default([]),
          }),
        )
        .min(1)
        .max(2000)
        .refine((all) => new Set(all.map(({ memberId }) => memberId)).size === all.length, 'twice the same'),
    }),
    Whole,
  ),

  /** Exams a person took that are closed by the day, oldest first. */
  'exam.ofMember': operation(
    'read',
    z.strictObject({ memberId: RecordId, asOf: IsoDate }),
    z.array(
      z.strictObject({
        examId: RecordId,
        title: z.string(),
        heldOn: IsoDate,
        fullMark: z.number(),
        score: z.number().nullable(),
        passed: z.boolean().nullable(),
        certificate: z.string(),
      }),
    ),
  ),
  'examCertificate.list': operation(
    'read',
    z.strictObject({ branchId: RecordId, year: Year.optional() }),
    z.array(ExamCertificate),
  ),
  /** Numbers for everybody who passed a closed exam and has none yet, in the order of the list. */
  'examCertificate.issue': operation(
    'write',
    z.strictObject({ examId: RecordId, issuedOn: IsoDate }),
    z.array(ExamCertificate),
    'open',
    'decide',
  ),
  /** The number stays taken. */
  'examCertificate.void': operation(
    'write',
    z.strictObject({ ...withReason.shape, second: SecondPerson.optional() }),
    ExamCertificate,
    'open',
    'decide',
  ),
};
