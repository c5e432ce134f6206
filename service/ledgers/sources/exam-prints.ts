import type { ExamPaper, PaperQuestion } from '../../../contract/exam-paper.ts';
import type { FormBlock, FormPage } from '../../../contract/ledger.ts';
import { listCertificates, listExamPapers, listExams } from '../../../db/queries/exams.ts';
import { memberNames } from '../../../db/queries/meeting-people.ts';
import { questionKindNames } from '../../../rules/codes/exam.ts';
import { fullMarkOf } from '../../../rules/exam-draw.ts';
import { optionLetter, optionLetters } from '../../../rules/questions.ts';
import { column } from '../../../templates/ledgers/column.ts';
import { certificateWords, paperWords as words } from '../../../templates/ledgers/exam-words.ts';
import type { FormSource } from '../source.ts';

/** A part of a paper with its questions and their numbers. */
interface Section {
  readonly title: string;
  readonly kind: PaperQuestion['kind'];
  readonly questions: readonly (PaperQuestion & { number: number })[];
}

/** Parts in order; the numbers go through the whole paper. */
function sectionsOf({ parts, questions }: ExamPaper): Section[] {
  const numbered = questions.map((question, index) => ({ ...question, number: index + 1 }));
  const filled = parts
    .map((part, index) => ({ part, own: numbered.filter((question) => question.part === index) }))
    .filter(({ own }) => own.length > 0);
  return filled.map(({ part, own }, place) => ({
    title: words.part(place, questionKindNames[part.kind], own.length, part.points),
    kind: part.kind,
    questions: own,
  }));
}

function eachPaper(page: (paper: ExamPaper) => Omit<FormPage, 'recordId' | 'signatures'>): FormSource {
  return ({ db, branch }) => ({
    pages: function* () {
      for (const paper of listExamPapers(db, { branchId: branch.id }))
        yield { recordId: paper.id, signatures: [], ...page(paper) };
    },
  });
}

function draftNote({ issuedOn }: ExamPaper): FormBlock[] {
  return issuedOn === null ? [{ type: 'note', text: words.draft }] : [];
}

/** 试卷: what is handed out. Nothing of the keys. */
export const examPaperSource = eachPaper((paper) => ({
  name: paper.title,
  title: paper.title,
  heading: words.paperHeading,
  blocks: [
    ...draftNote(paper),
    {
      type: 'note',
      text: [words.whole(fullMarkOf(paper), paper.questions.length), paper.instructions].filter(Boolean).join(''),
    },
    ...sectionsOf(paper).flatMap(({ title, kind, questions }): FormBlock[] => {
      const heading = kind === 'true-false' ? `${title}${words.trueFalse}` : title;
      if (kind !== 'short') return [{ type: 'prose', title: heading, text: questions.map(askedText).join('\n') }];
      return [
        { type: 'prose', title: heading, text: '' },
        ...questions.flatMap((question): FormBlock[] => [
          { type: 'prose', title: '', text: askedText(question) },
          room(),
        ]),
      ];
    }),
  ],
}));

function askedText(question: PaperQuestion & { number: number }): string {
  const stem = words.stem(question.number, question.stem.trim(), question.kind !== 'short');
  return [stem, ...optionLines(question.options)].join('\n');
}

/** Short options stand together on one line. */
function optionLines(options: readonly string[]): string[] {
  const written = options.map((option, place) => words.option(optionLetter(place), option));
  const isShort = written.reduce((sum, text) => sum + [...text].length + 2, 0) <= 36;
  return isShort && written.length > 0 ? [written.join('　　')] : written;
}

/** Room to write: a box of some lines. */
export function room(): FormBlock {
  return {
    type: 'table',
    title: '',
    columns: [column('room', words.room, 'blank', 60)],
    numbered: false,
    rows: Array.from({ length: 4 }, () => ({ cells: { room: null } })),
    emptyText: words.empty,
    tall: true,
  };
}

/** 参考答案 with what explains them. */
export const examKeySource = eachPaper((paper) => ({
  name: words.keyTitle(paper.title),
  title: words.keyTitle(paper.title),
  heading: words.keyHeading(fullMarkOf(paper), paper.questions.length),
  blocks: [
    ...draftNote(paper),
    ...sectionsOf(paper).map(
      ({ title, questions }): FormBlock => ({
        type: 'prose',
        title,
        text: questions
          .map((question) => words.answer(question.number, keyText(question), question.explanation.trim()))
          .join('\n'),
      }),
    ),
  ],
}));

function keyText({ kind, correct, referenceAnswer }: PaperQuestion): string {
  if (kind === 'short') return referenceAnswer.trim();
  if (kind === 'true-false') return correct[0] === 0 ? words.mark.right : words.mark.wrong;
  return optionLetters(correct);
}

const perRow = 5;

/** 答题卡: numbers with room for a letter or a mark each, and lines for what is written. */
export const examSheetSource = eachPaper((paper) => ({
  name: words.sheetTitle(paper.title),
  title: words.sheetTitle(paper.title),
  heading: words.paperHeading,
  blocks: sectionsOf(paper).flatMap(({ title, kind, questions }): FormBlock[] => {
    if (kind === 'short')
      return [
        { type: 'prose', title, text: '' },
        ...questions.flatMap((question): FormBlock[] => [
          { type: 'prose', title: '', text: words.answer(question.number, '', '') },
          room(),
        ]),
      ];
    const places = Array.from({ length: perRow }, (_, place) => place);
    return [
      {
        type: 'table',
        title,
        numbered: false,
        emptyText: words.empty,
        tall: true,
        columns: places.flatMap((place) => [
          column(`number${place}`, words.number, 'text', 5),
          column(`answer${place}`, words.answered, 'blank', 9),
        ]),
        rows: Array.from({ length: Math.ceil(questions.length / perRow) }, (_, row) => ({
          cells: Object.fromEntries(
            places.flatMap((place) => [
              [`number${place}`, String(questions[row * perRow + place]?.number ?? '')],
              [`answer${place}`, null],
            ]),
          ),
        })),
      },
    ];
  }),
}));

/** 合格证书: one page each, all of an exam by its id; a voided one is not printed. */
export const examCertificateSource: FormSource = ({ db, branch }) => {
  const exams = new Map(listExams(db, { branchId: branch.id }).map((exam) => [exam.id, exam]));
  const valid = listCertificates(db, { branchId: branch.id }).filter(({ voidedOn }) => voidedOn === null);
  const names = memberNames(
    db,
    valid.map(({ memberId }) => memberId),
  );
  return {
    pages: function* () {
      for (const certificate of valid) {
        const exam = exams.get(certificate.examId);
        const name = names.get(certificate.memberId) ?? '';
        if (exam === undefined) continue;
        yield {
          recordId: exam.id,
          name: `${exam.title} ${certificate.number}`,
          title: certificateWords.title,
          heading: [certificateWords.number(certificate.number)],
          blocks: [
            {
              type: 'prose',
              title: '',
              text: certificateWords.text(name, exam.heldOn, exam.title, certificate.score, exam.fullMark),
            },
            { type: 'note', text: certificateWords.issued(branch.fullName, certificate.issuedOn) },
          ],
          signatures: certificateWords.signatures,
        };
      }
    },
  };
};
