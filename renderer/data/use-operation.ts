import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { useClient } from './client-context.tsx';
import { failureOf } from './failure-of.ts';

export interface Reading<Value> {
  /** The last answer; stays while a newer one is under way. */
  value: Value | undefined;
  failure: Failure | undefined;
  isLoading: boolean;
  refresh(): void;
}

export interface ReadingOptions {
  /** Record types (`member`, `meeting`, …) whose changes make the answer old; all when left out. */
  records?: readonly string[];
}

/**
 * Reads an operation and reads it again when records change, when the archive is opened again and when the input
 * changes. `null` as input: nothing is read yet.
 */
export function useOperation<Name extends OperationName>(
  name: Name,
  input: Wire<Name> | null,
  { records }: ReadingOptions = {},
): Reading<Output<Name>> {
  const client = useClient();
  const [answer, setAnswer] = useState<{ value: Output<Name> | undefined; failure: Failure | undefined }>({
    value: undefined,
    failure: undefined,
  });
  const [isLoading, setIsLoading] = useState(input !== null);
  const latest = useRef(0);
  // The input is plain data; its text decides whether it is another one.
  const key = input === null ? null : JSON.stringify(input);

  const refresh = useCallback(() => {
    if (key === null) return;
    const turn = ++latest.current;
    setIsLoading(true);
    client.call(name, JSON.parse(key)).then(
      (value) => {
        if (turn !== latest.current) return;
        setAnswer({ value, failure: undefined });
        setIsLoading(false);
      },
      (error) => {
        if (turn !== latest.current) return;
        setAnswer((last) => ({ value: last.value, failure: failureOf(error) }));
        setIsLoading(false);
      },
    );
  }, [client, name, key]);

  useEffect(() => {
    refresh();
    return () => {
      // An answer that comes after this belongs to nobody.
      latest.current++;
    };
  }, [refresh]);

  const wanted = records?.join();
  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type === 'archive-opened') refresh();
        else if (event.type === 'copied' && name.startsWith('copy.')) refresh();
        else if (event.type === 'changed') {
          const concerns = wanted === undefined || event.records.some((record) => wanted.split(',').includes(record));
          if (concerns) refresh();
        }
      }),
    [client, name, refresh, wanted],
  );

  return { ...answer, isLoading, refresh };
}
