import type { z } from 'zod';
import type { Needs, Right } from './permission.ts';

/** `read` never writes; `write` changes the archive; `job` is long: progress out, cancel in, result whole or absent. */
export type OperationKind = 'read' | 'write' | 'job';

export interface Operation<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: OperationKind;
  readonly input: Input;
  readonly output: Output;
  /** `none`: may run while no archive is open. */
  readonly archive: 'open' | 'none';
  /**
   * What the person at the keyboard must be allowed to do, by the input where it depends on it. Left out, it follows
   * from the kind and the name (`needsOf`).
   */
  readonly needs: ((input: z.output<Input>) => Needs) | undefined;
}

/**
 * One row of the operation table; the client, the handlers, the CLI and the garbage test all follow from it.
 * `needs` is what the person must be allowed; left out, `needsOf` says it.
 */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  kind: OperationKind,
  input: Input,
  output: Output,
  archive: 'open' | 'none' = 'open',
  needs?: Right | Needs | ((input: z.output<Input>) => Needs),
): Operation<Input, Output> {
  return { kind, input, output, archive, needs: asFunction(needs) };
}

function asFunction<Input>(
  needs: Right | Needs | ((input: Input) => Needs) | undefined,
): ((input: Input) => Needs) | undefined {
  if (needs === undefined || typeof needs === 'function') return needs;
  const always = typeof needs === 'string' ? { right: needs } : needs;
  return () => always;
}
