import { useEffect, useRef, useState } from 'react';
import type { MeetingView } from '../../contract/meeting.ts';
import type { Wire } from '../../contract/operations.ts';
import { useClient } from '../data/client-context.tsx';
import { failureOf } from '../data/failure-of.ts';

const pause = 200;

export interface MeetingCheck {
  /** The last answer; it stays while the engine is away. */
  view: MeetingView | undefined;
  /** Fields that cannot be read yet, by path. */
  fields: Readonly<Record<string, string[]>>;
  /** The engine is gone and comes back by itself. */
  isAway: boolean;
}

const nothingWrong = {};

/**
 * Recounts a draft while she types: a moment after the last change, and again when the engine is back.
 * `stored` is shown until the first answer.
 */
export function useMeetingCheck(
  draft: Wire<'meeting.save'>['draft'] | null,
  stored: MeetingView | undefined,
): MeetingCheck {
  const client = useClient();
  const [answer, setAnswer] = useState<MeetingCheck>({ view: stored, fields: nothingWrong, isAway: false });
  const [round, setRound] = useState(0);
  const latest = useRef(0);
  const key = draft === null ? null : JSON.stringify(draft);
  useEffect(() => {
    if (key === null) return undefined;
    const turn = ++latest.current;
    const timer = setTimeout(() => {
      client.call('meeting.check', { draft: JSON.parse(key) }).then(
        (view) => {
          if (turn === latest.current) setAnswer({ view, fields: nothingWrong, isAway: false });
        },
        (error) => {
          if (turn !== latest.current) return;
          const failure = failureOf(error);
          const fields = failure.code === 'invalid-input' ? failure.fields : nothingWrong;
          const isAway = failure.code === 'engine-stopped' || failure.code === 'no-archive-open';
          setAnswer((last) => ({ view: last.view, fields, isAway }));
        },
      );
    }, pause);
    return () => clearTimeout(timer);
  }, [client, key, round]);

  useEffect(
    () =>
      client.onEvent((event) => {
        const concerns =
          event.type === 'archive-opened' ||
          (event.type === 'changed' &&
            event.records.some((record) => ['member', 'post', 'group', 'setting'].includes(record)));
        if (concerns) setRound((last) => last + 1);
      }),
    [client],
  );

  useEffect(
    () =>
      client.onState((state) => {
        if (state === 'stopped') setAnswer((last) => ({ ...last, isAway: true }));
      }),
    [client],
  );

  return answer;
}
