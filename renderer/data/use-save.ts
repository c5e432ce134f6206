import { useCallback, useState } from 'react';
import type { Failure } from '../../contract/failure.ts';
import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { useClient } from './client-context.tsx';
import { failureOf } from './failure-of.ts';

export interface Saving<Name extends OperationName> {
  /** Writes once and never repeats by itself. `undefined`: refused or failed; the reason is in `failure`. */
  save(input: Wire<Name>): Promise<Output<Name> | undefined>;
  isSaving: boolean;
  /** Stays with the form until the next attempt or until it is taken away. */
  failure: Failure | undefined;
  clearFailure(): void;
}

/** A write whose failure is kept beside the form that made it. */
export function useSave<Name extends OperationName>(name: Name): Saving<Name> {
  const client = useClient();
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const save = useCallback(
    async (input: Wire<Name>) => {
      setIsSaving(true);
      setFailure(undefined);
      try {
        return await client.call(name, input);
      } catch (error) {
        setFailure(failureOf(error));
        return undefined;
      } finally {
        setIsSaving(false);
      }
    },
    [client, name],
  );
  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { save, isSaving, failure, clearFailure };
}
