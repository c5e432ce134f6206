import type { MarkedLine } from '../../contract/exam.ts';
import { readChosen } from '../../rules/exam-marking.ts';
import { optionLetter } from '../../rules/questions.ts';
import { text } from '../text/zh-CN.ts';
import { NumberField } from '../ui/number-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { answerText } from './questions-view.tsx';

const words = text.exams.marking;

/** Questions with what was answered, the key and the mark. */
export function MarkedLines({
  lines,
  marks,
  letters,
  isFixed,
  onMark,
  onLetters,
}: {
  lines: readonly MarkedLine[];
  /** Marks typed and not saved yet. */
  marks: ReadonlyMap<number, number | null>;
  /** Answers copied from a sheet of paper, as they were typed; `undefined` where there are none to copy. */
  letters: ReadonlyMap<number, string> | undefined;
  isFixed: boolean;
  onMark(number: number, points: number | null): void;
  onLetters(number: number, typed: string): void;
}) {
  const first = lines.find(({ isByHand }) => isByHand)?.number;
  return (
    <ol className="exams-marking dialog-scroll">
      {lines.map((line) => (
        <li key={line.number}>
          <div>
            <p>{`${line.number}. ${line.stem}`}</p>
            {line.options.length > 0 && (
              <p className="note">
                {line.options.map((option, place) => `${optionLetter(place)}. ${option}`).join('　')}
              </p>
            )}
            <p>
              <span className="note">{`${words.answered}：`}</span>
              {answered(line)}
            </p>
            <p>
              <span className="note">{`${words.key}：`}</span>
              {answerText(line)}
            </p>
          </div>
          <div className="exams-mark">
            {letters !== undefined && line.kind !== 'short' && (
              <>
                <TextField
                  size="small"
                  isFirst={line.number === first}
                  label={words.letters(line.number)}
                  placeholder={line.kind === 'true-false' ? words.trueFalseHint : words.lettersHint}
                  value={letters.get(line.number) ?? ''}
                  maxLength={20}
                  onChange={(typed) => onLetters(line.number, typed)}
                />
                {readChosen(line, letters.get(line.number) ?? '') === null && (
                  <span className="field-error">{words.unread}</span>
                )}
              </>
            )}
            {line.isByHand && !isFixed ? (
              <NumberField
                size="small"
                isFirst={line.number === first && (letters === undefined || line.kind === 'short')}
                isWhole={false}
                least={0}
                most={line.points}
                label={words.mark(line.number)}
                value={marks.has(line.number) ? (marks.get(line.number) ?? null) : line.mark}
                onChange={(points) => onMark(line.number, points)}
              />
            ) : (
              <strong>{line.mark}</strong>
            )}
            <span className="note">{words.points(line.points)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

function answered(line: MarkedLine): string {
  const shown =
    line.kind === 'short' ? line.text : line.chosen.length === 0 ? '' : answerText({ ...line, correct: line.chosen });
  return shown.trim() === '' ? words.blank : shown;
}
