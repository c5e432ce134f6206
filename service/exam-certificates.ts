import { randomUUID } from 'node:crypto';
import type { ExamCertificate } from '../contract/exam.ts';
import { AppError } from '../contract/failure.ts';
import { lastCertificate, listCertificates } from '../db/queries/exams.ts';
import { getRow, putRow } from '../db/records.ts';
import { examCertificate, exam as examTable } from '../db/schema/index.ts';
import { certificateNumber, certificateYear } from '../rules/exam.ts';
import { confirmedReason } from './confirmed-reason.ts';
import { refuseExam } from './exams/sitting.ts';
import { writeTraining } from './exams/training.ts';
import { examViews } from './exams/view.ts';
import type { HandlersOf } from './handler-types.ts';

export const certificateHandlers = {
  'examCertificate.list': ({ archive }, { branchId, year }) => listCertificates(archive.db, { branchId, year }),
  'examCertificate.issue': (context, { examId, issuedOn }) =>
    context.write(() => {
      const { db } = context.archive;
      const found = getRow(db, examTable, 'exam', examId);
      if (found.closedOn === null) refuseExam('not-closed', found.title);
      if (issuedOn < found.heldOn)
        throw new AppError({ code: 'invalid-input', fields: { issuedOn: [`before ${found.heldOn}`] } });
      const now = context.now().toISOString();
      const rows = examViews(db, [found], now)[0]?.rows ?? [];
      const year = certificateYear(issuedOn);
      let sequence = lastCertificate(db, found.branchId, year);
      const issued = rows.flatMap(({ memberId, passed, score, certificate }): ExamCertificate[] => {
        if (passed !== true || score === null || certificate !== '') return [];
        sequence += 1;
        return [
          {
            id: randomUUID(),
            revision: 1,
            branchId: found.branchId,
            examId,
            memberId,
            year,
            sequence,
            number: certificateNumber(year, sequence),
            issuedOn,
            score,
            voidedOn: null,
            voidReason: '',
          },
        ];
      });
      for (const certificate of issued) putRow(db, examCertificate, certificate);
      if (issued.length > 0) writeTraining(db, found, examViews(db, [found], now)[0]?.rows ?? []);
      return issued;
    }),
  'examCertificate.void': (context, { id, revision, reason }) =>
    context.write(
      () => {
        const { db } = context.archive;
        const stored = getRow(db, examCertificate, 'examCertificate', id);
        if (stored.revision !== revision)
          throw new AppError({
            code: 'stale-record',
            record: 'examCertificate',
            id,
            currentRevision: stored.revision,
          });
        if (stored.voidedOn !== null) throw new AppError({ code: 'record-voided', record: 'examCertificate', id });
        const voidReason = confirmedReason(context, reason);
        const voided = { ...stored, voidedOn: context.today(), voidReason, revision: revision + 1 };
        putRow(db, examCertificate, voided);
        const found = getRow(db, examTable, 'exam', stored.examId);
        if (found.closedOn !== null)
          writeTraining(db, found, examViews(db, [found], context.now().toISOString())[0]?.rows ?? []);
        return voided;
      },
      { reason },
    ),
} satisfies HandlersOf<'examCertificate.list' | 'examCertificate.issue' | 'examCertificate.void'>;
