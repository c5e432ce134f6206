import type { LedgerRow } from '../../../contract/ledger.ts';
import { listCertificates, listExams } from '../../../db/queries/exams.ts';
import { memberNames } from '../../../db/queries/meeting-people.ts';
import { examWords as words } from '../../../templates/ledgers/exam-words.ts';
import { percent } from '../../../templates/ledgers/words.ts';
import { examViews } from '../../exams/view.ts';
import type { TableSource } from '../source.ts';
import { registered } from '../words.ts';

/** 党员教育考试成绩台账: everybody who should have taken each exam of the year held by the day. */
export const examResultsSource: TableSource = ({ db, branch, options, to }) => {
  const exams = listExams(db, { branchId: branch.id, year: options.year, to });
  // Nothing here depends on the time that is left.
  const views = examViews(db, exams, `${options.asOf}T00:00:00.000Z`);
  const rows = views.flatMap(({ exam, rows: people }) =>
    people.map((person): LedgerRow => {
      const isMarked = person.state === 'marked';
      return {
        recordId: exam.id,
        cells: {
          heldOn: exam.heldOn,
          exam: exam.title,
          mode: words.mode[exam.mode],
          name: person.name,
          group: registered(person.groupName),
          fullMark: exam.fullMark,
          passMark: exam.passMark,
          score: person.score,
          result:
            person.state === 'marked' ? (person.passed ? words.passed : words.failed) : words.states[person.state],
          certificate: registered(person.certificate),
          note: registered(
            [person.excuse, exam.closedOn === null && isMarked ? words.provisional : ''].filter(Boolean).join('；'),
          ),
        },
        ...(isMarked || person.state === 'waiting' ? {} : { notDue: ['score'] }),
      };
    }),
  );
  const sum = (of: 'expected' | 'taken' | 'passed') => views.reduce((total, { counts }) => total + counts[of], 0);
  const [expected, taken, passed] = [sum('expected'), sum('taken'), sum('passed')];
  return {
    rows: () => rows,
    totals: {
      exams: views.length,
      expected,
      taken,
      passed,
      participation: percent(expected === 0 ? null : taken / expected),
      passRate: percent(taken === 0 ? null : passed / taken),
    },
  };
};

/** 合格证书发放登记表: the numbers given in the year by the day, voided ones too. */
export const examCertificatesSource: TableSource = ({ db, branch, options, to }) => {
  const certificates = listCertificates(db, { branchId: branch.id, year: options.year, to });
  const exams = new Map(listExams(db, { branchId: branch.id }).map((exam) => [exam.id, exam]));
  const names = memberNames(
    db,
    certificates.map(({ memberId }) => memberId),
  );
  const rows = certificates.map((certificate): LedgerRow => {
    const exam = exams.get(certificate.examId);
    const { voidedOn } = certificate;
    return {
      recordId: certificate.examId,
      cells: {
        number: certificate.number,
        name: names.get(certificate.memberId) ?? null,
        exam: exam?.title ?? null,
        heldOn: exam?.heldOn ?? null,
        score: certificate.score,
        issuedOn: certificate.issuedOn,
        received: null,
        note: voidedOn === null || voidedOn > to ? null : words.voided(voidedOn, certificate.voidReason),
      },
    };
  });
  const voided = certificates.filter(({ voidedOn }) => voidedOn !== null && voidedOn <= to).length;
  return { rows: () => rows, totals: { issued: certificates.length, voided } };
};
