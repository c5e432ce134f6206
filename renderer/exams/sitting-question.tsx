import { useEffect, useRef, useState } from 'react';
import type { AskedQuestion, ExamAnswer } from '../../contract/exam.ts';
import { trueFalseOptions } from '../../rules/codes/exam.ts';
import { optionLetter } from '../../rules/questions.ts';
import { text } from '../text/zh-CN.ts';
import { TextField } from '../ui/text-field.tsx';

const words = text.exams.sitting;

/** A pause in writing after which what is written is kept; leaving the question keeps it at once. */
const pause = 1_000;

/** One question, large: options as wide buttons, or room to write. */
export function SittingQuestion({
  question,
  count,
  answer,
  onChoose,
  onWrite,
}: {
  question: AskedQuestion;
  count: number;
  answer: ExamAnswer | undefined;
  onChoose(place: number): void;
  onWrite(text: string): void;
}) {
  const options = question.kind === 'true-false' ? trueFalseOptions : question.options;
  const chosen = answer?.chosen ?? [];
  return (
    <section className="sitting-question">
      <p className="sitting-count">
        {words.number(question.number, count, question.points)}
        <span>{words.hints[question.kind]}</span>
      </p>
      <h2>{question.stem}</h2>
      {question.kind === 'short' ? (
        <Written written={answer?.text ?? ''} onWrite={onWrite} />
      ) : (
        <div className="sitting-options">
          {options.map((option, place) => (
            <button
              key={optionLetter(place)}
              type="button"
              className="sitting-option"
              aria-pressed={chosen.includes(place)}
              onClick={() => onChoose(place)}
            >
              <span className="sitting-letter">{optionLetter(place)}</span>
              <span>{option}</span>
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

function Written({ written, onWrite }: { written: string; onWrite(text: string): void }) {
  const [draft, setDraft] = useState(written);
  const unsaved = useRef<string | undefined>(undefined);
  const keep = useRef(onWrite);
  keep.current = onWrite;
  useEffect(() => {
    if (unsaved.current === undefined) return undefined;
    const timer = setTimeout(() => {
      unsaved.current = undefined;
      keep.current(draft);
    }, pause);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(
    () => () => {
      if (unsaved.current !== undefined) keep.current(unsaved.current);
    },
    [],
  );
  return (
    <TextField
      isFirst
      lines={10}
      maxLength={4000}
      label={words.room}
      className="sitting-written"
      value={draft}
      onChange={(next) => {
        unsaved.current = next;
        setDraft(next);
      }}
      onBlur={() => {
        if (unsaved.current === undefined) return;
        unsaved.current = undefined;
        onWrite(draft);
      }}
    />
  );
}
