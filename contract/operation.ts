import type { z } from 'zod';

/** `read` never writes; `write` changes the archive; `job` is long: progress out, cancel in, result whole or absent. */
export type OperationKind = 'read' | 'write' | 'job';

export interface Operation<Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: OperationKind;
  readonly input: Input;
  readonly output: Output;
  /** `none`: may run while no archive is open. */
  readonly archive: 'open' | 'none';
}

/** One row of the operation table; the client, the handlers, the CLI and the garbage test all follow from it. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  kind: OperationKind,
  input: Input,
  output: Output,
  archive: 'open' | 'none' = 'open',
): Operation<Input, Output> {
  return { kind, input, output, archive };
}
