import type { PaperPart } from '../../contract/exam-paper.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { addDays } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import { demoQuestions } from './exam-questions.ts';
import type { Random } from './random.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

/** Of a larger branch only so many sit on screen, that the practice archive is made quickly. */
const mostSitters = 9;

/** Results that are entered at once. */
const mostEntered = 500;

const part = { content: null, tag: '', difficultyFrom: 1, difficultyTo: 5 } as const;
const parts: PaperPart[] = [
  { ...part, kind: 'single', count: 15, points: 3 },
  { ...part, kind: 'multiple', count: 5, points: 5 },
  { ...part, kind: 'true-false', count: 5, points: 2 },
  { ...part, kind: 'short', count: 2, points: 10 },
];

/** A bank, one issued paper, an exam on screen that is closed with its certificates, and one on paper that is not. */
export function fillExams(
  context: ArchiveContext,
  call: CallRecord,
  random: Random,
  plan: { branchId: string; today: string },
): void {
  const { branchId, today } = plan;
  demoQuestions.forEach(([kind, content, difficulty, stem, options, key, source], index) => {
    call(context, 'question.save', {
      draft: {
        id: `question-${String(index + 1).padStart(3, '0')}`,
        revision: 0,
        branchId,
        kind,
        stem,
        options: [...options],
        correct: typeof key === 'string' ? [] : [...key],
        referenceAnswer: typeof key === 'string' ? key : '',
        explanation: source,
        contents: [content],
        tags: [stem.includes('党费') ? '党费' : stem.includes('预备') ? '发展党员' : '组织生活'],
        difficulty,
        source,
      },
    });
  });
  const paperId = 'exam-paper-1';
  call(context, 'examPaper.save', {
    draft: {
      id: paperId,
      revision: 0,
      branchId,
      title: '党章党规党纪知识测试卷（练习）',
      seed: 2026,
      parts,
      instructions: '闭卷，独立完成。',
    },
  });
  call(context, 'examPaper.issue', { id: paperId, revision: 1 });
  screenExam();
  paperExam();

  function screenExam(): void {
    const heldOn = addDays(today, -20);
    const id = 'exam-1';
    call(context, 'exam.save', {
      draft: {
        id,
        revision: 0,
        branchId,
        title: '党章党规党纪知识测试',
        heldOn,
        place: '党员活动室',
        contents: ['party-rules'],
        paperId,
        passMark: 60,
        durationMinutes: 60,
      },
    });
    const { questions } = call(context, 'examPaper.get', { id: paperId }).paper;
    const people = call(context, 'exam.get', { id }).rows.filter(({ state }) => state === 'absent');
    const sitting = at(context, `${heldOn}T10:00:00`);
    people.slice(0, mostSitters).forEach(({ memberId }, person) => {
      // One in eleven stays away.
      if (person % 11 === 7) return;
      const { sittingId } = call(sitting, 'sitting.begin', { examId: id, memberId });
      // The last two have not learned much.
      const luck = person % 9 === 4 ? 0.35 : 0.88;
      questions.forEach((question, index) => {
        const number = index + 1;
        const isRight = random.chance(luck);
        if (question.kind === 'short') {
          const text = isRight ? question.referenceAnswer.split('。')[0] : '';
          call(sitting, 'sitting.answer', { sittingId, number, chosen: [], text: text ?? '' });
          return;
        }
        const places = question.kind === 'true-false' ? 2 : question.options.length;
        const wrong = [((question.correct[0] ?? 0) + 1) % places];
        call(sitting, 'sitting.answer', { sittingId, number, chosen: isRight ? question.correct : wrong, text: '' });
      });
      call(sitting, 'sitting.submit', { sittingId });
      const marks = questions.flatMap(({ kind }, index) =>
        kind === 'short' ? [{ number: index + 1, points: random.int(6, 10) }] : [],
      );
      const { lines, revision } = call(sitting, 'sitting.sheet', { sittingId });
      const waiting = marks.filter(({ number }) => lines[number - 1]?.mark === null);
      if (waiting.length > 0) call(sitting, 'sitting.mark', { sittingId, revision, marks: waiting });
    });
    const closing = at(context, `${addDays(heldOn, 1)}T10:00:00`);
    call(closing, 'exam.close', { id, revision: 1 });
    call(closing, 'examCertificate.issue', { examId: id, issuedOn: addDays(heldOn, 2) });
  }

  function paperExam(): void {
    const id = 'exam-2';
    call(context, 'exam.save', {
      draft: {
        id,
        revision: 0,
        branchId,
        title: '街道党员政治理论测试（纸笔）',
        heldOn: addDays(today, -6),
        contents: ['political-theory'],
        mode: 'paper',
        fullMark: 100,
        passMark: 60,
        durationMinutes: 90,
        note: '街道统一命题',
      },
    });
    const people = call(context, 'exam.get', { id }).rows.filter(({ state }) => state === 'absent');
    if (people.length === 0) return;
    const entries = people
      .filter((_, index) => index % 6 !== 5)
      .map(({ memberId }) => ({ memberId, total: random.int(52, 97), marks: [] }));
    for (let start = 0; start < entries.length; start += mostEntered)
      call(context, 'sitting.enter', { examId: id, entries: entries.slice(start, start + mostEntered) });
  }
}

/** The same context at another time: what is done then is dated then. */
function at(context: ArchiveContext, time: string): ArchiveContext {
  const now = new Date(time);
  return Object.create(context, {
    now: { value: () => now },
    today: { value: () => time.slice(0, 10) },
  }) as ArchiveContext;
}
