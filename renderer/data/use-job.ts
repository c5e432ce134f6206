import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import type { Progress } from '../../contract/port.ts';
import { useClient } from './client-context.tsx';
import { failureOf } from './failure-of.ts';

export interface Job<Name extends OperationName> {
  start(input: Wire<Name>): Promise<Output<Name> | undefined>;
  cancel(): void;
  isRunning: boolean;
  progress: Progress | undefined;
  /** Milliseconds since the epoch; for the time that is left. */
  startedAt: number | undefined;
  result: Output<Name> | undefined;
  /** `cancelled` is one of them. */
  failure: Failure | undefined;
  clear(): void;
}

type JobState<Name extends OperationName> = Omit<Job<Name>, 'start' | 'cancel' | 'clear'>;

/** Long work: progress out, cancel in. Leaving the screen does not cancel it; only one runs at a time per hook. */
export function useJob<Name extends OperationName>(name: Name): Job<Name> {
  const client = useClient();
  const [state, setState] = useState<JobState<Name>>(idle);
  const controller = useRef<AbortController | null>(null);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const start = useCallback(
    async (input: Wire<Name>) => {
      if (controller.current !== null) return undefined;
      const own = new AbortController();
      controller.current = own;
      const change = (next: Partial<JobState<Name>>) => {
        if (isMounted.current) setState((last) => ({ ...last, ...next }));
      };
      setState({ ...idle, isRunning: true, startedAt: Date.now() });
      try {
        const result = await client.call(name, input, {
          signal: own.signal,
          onProgress: (progress) => change({ progress }),
        });
        change({ result, isRunning: false });
        return result;
      } catch (error) {
        change({ failure: failureOf(error), isRunning: false });
        return undefined;
      } finally {
        controller.current = null;
      }
    },
    [client, name],
  );
  const cancel = useCallback(() => controller.current?.abort(), []);
  const clear = useCallback(() => setState(idle), []);
  return { ...state, start, cancel, clear };
}

const idle = { isRunning: false, progress: undefined, startedAt: undefined, result: undefined, failure: undefined };
