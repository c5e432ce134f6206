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
  /** What the person at the keyboard must be allowed to do, by the input where it depends on it. */
  needs(input: z.output<Input>): Needs;
}

/**
 * One row of the operation table; the client, the handlers, the CLI and the garbage test all follow from it.
 * `needs` is what the person must be allowed: left out, reading for `read` and `job`, entering for `write`.
 */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  kind: OperationKind,
  input: Input,
  output: Output,
  archive: 'open' | 'none' = 'open',
  needs: Right | Needs | ((input: z.output<Input>) => Needs) = kind === 'write' ? 'enter' : 'read',
): Operation<Input, Output> {
  return { kind, input, output, archive, needs: typeof needs === 'function' ? needs : () => normalised(needs) };
}

function normalised(needs: Right | Needs): Needs {
  return typeof needs === 'string' ? { right: needs } : needs;
}
