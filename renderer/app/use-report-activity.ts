import { useEffect } from 'react';
import { useShell } from '../data/client-context.tsx';

/** Often enough for a lock that counts minutes. */
const every = 10_000;

/** Tells the shell that somebody is at work, so that the idle lock does not count. */
export function useReportActivity(): void {
  const shell = useShell();
  useEffect(() => {
    let last = 0;
    const report = () => {
      const now = Date.now();
      if (now - last < every) return;
      last = now;
      void shell.reportActivity();
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, report, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, report);
    };
  }, [shell]);
}
