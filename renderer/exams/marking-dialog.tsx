import { Button } from 'antd';
import { useState } from 'react';
import type { Exam, ExamRow, MarkedLine } from '../../contract/exam.ts';
import { readChosen } from '../../rules/exam-marking.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { MarkedLines } from './marked-lines.tsx';

const words = text.exams.marking;

interface MarkingProps {
  exam: Exam;
  row: ExamRow;
  /** Whose paper waits next. */
  next: ExamRow | undefined;
  onNext(row: ExamRow): void;
  onClose(): void;
}

/** A submitted paper with its keys, marked by hand where a mark is asked for; or the marks of a paper on paper. */
export function MarkingDialog(props: MarkingProps) {
  const { exam, row } = props;
  const isNew = row.sittingId === null;
  const sheet = useOperation('sitting.sheet', row.sittingId === null ? null : { sittingId: row.sittingId });
  const paper = useOperation('examPaper.get', isNew && exam.paperId !== null ? { id: exam.paperId } : null);
  const failure = sheet.failure ?? paper.failure;
  const lines: MarkedLine[] | undefined = isNew
    ? paper.value?.paper.questions.map(({ questionId: _id, ...question }, index) => ({
        ...question,
        number: index + 1,
        chosen: [],
        text: '',
        mark: null,
        isByHand: true,
      }))
    : sheet.value?.lines;
  if (lines !== undefined)
    return (
      <Marking {...props} lines={lines} revision={sheet.value?.revision ?? 0} score={sheet.value?.score ?? null} />
    );
  return (
    <Dialog title={words.title(row.name)} onClose={props.onClose}>
      {failure !== undefined && <FailurePanel failure={failure} />}
    </Dialog>
  );
}

function Marking({
  exam,
  row,
  next,
  lines,
  revision,
  score,
  onNext,
  onClose,
}: MarkingProps & { lines: readonly MarkedLine[]; revision: number; score: number | null }) {
  const isOnPaper = exam.mode === 'paper';
  const isClosed = exam.closedOn !== null;
  const [onlyHand, setOnlyHand] = useState(row.state === 'waiting' && !isOnPaper);
  const [marks, setMarks] = useState<ReadonlyMap<number, number | null>>(new Map());
  const [letters, setLetters] = useState<ReadonlyMap<number, string>>(new Map());
  const marking = useSave('sitting.mark');
  const entering = useSave('sitting.enter');
  const failure = marking.failure ?? entering.failure;
  const read = lines.map((line) => ({ number: line.number, chosen: readChosen(line, letters.get(line.number) ?? '') }));
  const answers = read.flatMap(({ number, chosen }) => (Array.isArray(chosen) ? [{ number, chosen }] : []));
  const isChanged = marks.size > 0 || letters.size > 0;
  const given = [...marks].flatMap(([number, points]) => (points === null ? [] : [{ number, points }]));
  const isRead = read.every(({ chosen }) => chosen !== null);
  const isSound =
    isRead &&
    given.every(({ number, points }) => {
      const most = lines[number - 1]?.points ?? 0;
      return points >= 0 && points <= most && points * 2 === Math.round(points * 2);
    });
  const shown = onlyHand ? lines.filter(({ isByHand }) => isByHand) : lines;
  const sum = lines.reduce<number | null>((total, { number, mark }) => {
    const isByKey = answers.some((answer) => answer.number === number);
    const own = marks.has(number) ? (marks.get(number) ?? null) : isByKey ? null : mark;
    return total === null || own === null ? null : total + own;
  }, 0);

  async function store(): Promise<boolean> {
    if (given.length + answers.length === 0) return true;
    if (row.sittingId !== null)
      return (await marking.save({ sittingId: row.sittingId, revision, marks: given, answers })) !== undefined;
    const entries = [{ memberId: row.memberId, total: null, marks: given, answers }];
    return (await entering.save({ examId: exam.id, entries })) !== undefined;
  }

  return (
    <Dialog
      title={isOnPaper ? words.entryTitle(row.name) : words.title(row.name)}
      onClose={onClose}
      width={860}
      actions={
        <>
          <span className="exams-grow">
            {answers.length > 0 ? words.keyed(answers.length) : words.score(isChanged ? sum : score)}
          </span>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          {!isClosed && next !== undefined && !isOnPaper && (
            <PermitButton
              right="enter"
              disabled={!isSound}
              onClick={() => void store().then((isStored) => isStored && onNext(next))}
            >
              {words.next}
            </PermitButton>
          )}
          {!isClosed && (
            <PermitButton
              right="enter"
              type="primary"
              loading={marking.isSaving || entering.isSaving}
              disabled={!isSound || given.length + answers.length === 0}
              onClick={() => void store().then((isStored) => isStored && onClose())}
            >
              {words.save}
            </PermitButton>
          )}
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      {isOnPaper && !isClosed && <p className="note">{words.lettersNote}</p>}
      {!isOnPaper && <CheckField label={words.onlyHand} isChecked={onlyHand} onChange={setOnlyHand} />}
      <MarkedLines
        lines={shown}
        marks={marks}
        letters={isOnPaper && !isClosed ? letters : undefined}
        isFixed={isClosed}
        onLetters={(number, typed) => setLetters((last) => new Map(last).set(number, typed))}
        onMark={(number, points) => setMarks((last) => new Map(last).set(number, points))}
      />
    </Dialog>
  );
}
