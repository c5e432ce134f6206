import { useEffect, useState } from 'react';
import { useShell } from '../data/client-context.tsx';
import { text } from '../text/zh-CN.ts';

/** What the shell has to say across all screens: the lock that comes soon, the engine that is gone for good. */
export function StatusLine({ engineFailed }: { engineFailed: boolean }) {
  const shell = useShell();
  const [seconds, setSeconds] = useState<number>();
  useEffect(
    () =>
      shell.subscribe((event) => {
        if (event.type === 'lock-soon') setSeconds(event.seconds);
      }),
    [shell],
  );
  useEffect(() => {
    if (seconds === undefined) return undefined;
    const clear = () => setSeconds(undefined);
    window.addEventListener('keydown', clear);
    window.addEventListener('pointermove', clear);
    return () => {
      window.removeEventListener('keydown', clear);
      window.removeEventListener('pointermove', clear);
    };
  }, [seconds]);
  const sentence = engineFailed ? text.frame.engineFailed : seconds === undefined ? null : text.frame.lockSoon(seconds);
  return sentence === null ? null : (
    <p className="status-line" role="alert">
      {sentence}
    </p>
  );
}
