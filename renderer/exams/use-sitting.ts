import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExamAnswer, SittingPage } from '../../contract/exam.ts';
import type { Failure } from '../../contract/failure.ts';
import { useClient } from '../data/client-context.tsx';
import { failureOf } from '../data/failure-of.ts';

export interface Sitting {
  page: SittingPage | undefined;
  answers: ReadonlyMap<number, ExamAnswer>;
  /** Seconds left: the engine's, counted on between its answers. */
  left: number;
  isSaving: boolean;
  isOver: boolean;
  failure: Failure | undefined;
  answer(answer: ExamAnswer): void;
  /** Hands in once everything is kept. */
  submit(): Promise<void>;
}

/**
 * One person's exam: begun or gone on with when the page opens, every answer kept at once and in order, handed in
 * when the engine's time is over. The page only shows the time; the engine decides.
 */
export function useSitting(examId: string, memberId: string): Sitting {
  const client = useClient();
  const [page, setPage] = useState<SittingPage>();
  const [answers, setAnswers] = useState<ReadonlyMap<number, ExamAnswer>>(new Map());
  const [failure, setFailure] = useState<Failure>();
  const [isOver, setIsOver] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const [ends, setEnds] = useState(Number.POSITIVE_INFINITY);
  const [left, setLeft] = useState(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const sittingId = page?.sittingId;

  const setRemaining = useCallback((seconds: number) => {
    setEnds(performance.now() + seconds * 1000);
    setLeft(seconds);
  }, []);

  useEffect(() => {
    let isHere = true;
    client.call('sitting.begin', { examId, memberId }).then(
      (begun) => {
        if (!isHere) return;
        setPage(begun);
        setAnswers(new Map(begun.answers.map((answer) => [answer.number, answer])));
        setIsOver(begun.isOver);
        setRemaining(begun.remaining);
      },
      (error) => isHere && setFailure(failureOf(error)),
    );
    return () => {
      isHere = false;
    };
  }, [client, examId, memberId, setRemaining]);

  const submit = useCallback(async () => {
    if (sittingId === undefined) return;
    await queue.current;
    try {
      await client.call('sitting.submit', { sittingId });
      setIsOver(true);
    } catch (error) {
      setFailure(failureOf(error));
    }
  }, [client, sittingId]);

  const answer = useCallback(
    (given: ExamAnswer) => {
      if (sittingId === undefined) return;
      setAnswers((last) => new Map(last).set(given.number, given));
      setWaiting((count) => count + 1);
      queue.current = queue.current.then(async () => {
        try {
          const { remaining } = await client.call('sitting.answer', { sittingId, ...given });
          setRemaining(remaining);
          setFailure(undefined);
        } catch (error) {
          const found = failureOf(error);
          const isLocked =
            found.code === 'exam-refused' && (found.reason === 'time-over' || found.reason === 'submitted');
          if (isLocked) setIsOver(true);
          else setFailure(found);
        } finally {
          setWaiting((count) => count - 1);
        }
      });
    },
    [client, sittingId, setRemaining],
  );

  useEffect(() => {
    if (isOver || !Number.isFinite(ends)) return undefined;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) {
        clearInterval(timer);
        void submit();
      }
    }, 500);
    return () => clearInterval(timer);
  }, [ends, isOver, submit]);

  return { page, answers, left, isSaving: waiting > 0, isOver, failure, answer, submit };
}
