import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { isComposing } from '../ui/is-composing.ts';
import { SittingQuestion } from './sitting-question.tsx';
import { useSitting } from './use-sitting.ts';
import './sitting.css';

const words = text.exams.sitting;

function clock(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return `${hours > 0 ? `${hours}:` : ''}${pad(minutes)}:${pad(seconds % 60)}`;
}

/** The page on which one person answers: nothing else is in sight, one question at a time, large. */
export function SittingScreen({ examId, memberId, onLeave }: { examId: string; memberId: string; onLeave(): void }) {
  const sitting = useSitting(examId, memberId);
  const confirm = useConfirm();
  const [at, setAt] = useState(0);
  const { page, answers, left, isOver, failure } = sitting;
  const box = useRef<HTMLElement>(null);
  const questions = page?.questions ?? [];
  const question = questions[at];
  const open = questions.filter(({ number }) => {
    const answer = answers.get(number);
    return answer === undefined || (answer.chosen.length === 0 && answer.text.trim() === '');
  });
  const goTo = (place: number) => setAt(Math.max(0, Math.min(place, questions.length - 1)));
  const isHere = page !== undefined && !isOver;
  useEffect(() => {
    if (isHere) box.current?.focus();
  }, [isHere]);

  async function submit(): Promise<void> {
    const isSure = await confirm({
      title: words.submitTitle,
      body: words.submitBody(open.length),
      action: words.submit,
      stay: words.stay,
    });
    if (isSure) await sitting.submit();
  }
  async function leave(): Promise<void> {
    const isSure = await confirm({
      title: words.leaveTitle,
      body: words.leaveBody,
      action: words.leave,
      stay: words.stay,
    });
    if (isSure) onLeave();
  }

  function choose(place: number): void {
    if (question === undefined || question.kind === 'short') return;
    const places = question.kind === 'true-false' ? 2 : question.options.length;
    if (place < 0 || place >= places) return;
    const chosen = answers.get(question.number)?.chosen ?? [];
    const next =
      question.kind !== 'multiple'
        ? [place]
        : chosen.includes(place)
          ? chosen.filter((each) => each !== place)
          : [...chosen, place].sort((one, other) => one - other);
    sitting.answer({ number: question.number, chosen: next, text: '' });
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLTextAreaElement || document.querySelector('dialog[open]') !== null) return;
    const key = event.key.toLowerCase();
    const place = /^[1-8]$/.test(key) ? Number(key) - 1 : /^[a-h]$/.test(key) ? key.charCodeAt(0) - 97 : -1;
    if (place >= 0) choose(place);
    else if (key === 'arrowright' || key === 'pagedown') goTo(at + 1);
    else if (key === 'arrowleft' || key === 'pageup') goTo(at - 1);
    else return;
    event.preventDefault();
  }

  return (
    <main ref={box} className="sitting" aria-label={words.label} tabIndex={-1} onKeyDown={onKeyDown}>
      {page !== undefined && (
        <header className="sitting-head">
          <h1>{words.heading(page.title, page.memberName)}</h1>
          {!isOver && (
            <>
              <span className="sitting-saved" role="status">
                {sitting.isSaving ? words.saving : answers.size > 0 ? words.saved : ''}
              </span>
              <span className={`sitting-clock ${left < 300 ? 'sitting-late' : ''}`}>
                {words.left} <strong>{clock(left)}</strong>
              </span>
            </>
          )}
        </header>
      )}
      {failure !== undefined && (
        <div className="sitting-failure">
          <FailurePanel failure={failure} />
          {page === undefined && <Button onClick={onLeave}>{words.done}</Button>}
        </div>
      )}
      {isOver && page !== undefined && (
        <section className="sitting-over">
          <h2>{words.over}</h2>
          <p>{words.overBody}</p>
          <Button type="primary" size="large" autoFocus onClick={onLeave}>
            {words.done}
          </Button>
        </section>
      )}
      {isHere && question !== undefined && (
        <>
          <div className="sitting-body">
            <SittingQuestion
              key={question.number}
              question={question}
              count={questions.length}
              answer={answers.get(question.number)}
              onChoose={choose}
              onWrite={(written) => sitting.answer({ number: question.number, chosen: [], text: written })}
            />
            <nav className="sitting-map" aria-label={words.map}>
              {questions.map(({ number }, place) => (
                <button
                  key={number}
                  type="button"
                  className={`sitting-number ${open.some((each) => each.number === number) ? '' : 'sitting-answered'}`}
                  aria-current={place === at}
                  aria-label={`${number} ${open.some((each) => each.number === number) ? words.unanswered : words.answered}`}
                  onClick={() => goTo(place)}
                >
                  {number}
                </button>
              ))}
            </nav>
          </div>
          <footer className="sitting-foot">
            <Button size="large" onClick={() => void leave()}>
              {words.leave}
            </Button>
            <span className="sitting-keys">{words.keys}</span>
            <Button size="large" disabled={at === 0} onClick={() => goTo(at - 1)}>
              {words.previous}
            </Button>
            <Button size="large" disabled={at === questions.length - 1} onClick={() => goTo(at + 1)}>
              {words.next}
            </Button>
            <Button size="large" type="primary" onClick={() => void submit()}>
              {words.submit}
            </Button>
          </footer>
        </>
      )}
    </main>
  );
}
