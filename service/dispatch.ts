import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { AppError, type Failure } from '../contract/failure.ts';
import { type OperationName, operations } from '../contract/operations.ts';

export type Result<Value = unknown> = { ok: true; value: Value } | { ok: false; failure: Failure };

/** Where unforeseen faults are written; never with personal data, so only the stack. */
export interface Log {
  fault(reference: string, error: unknown): void;
}

/** Looks an operation up and parses its input. @throws AppError `unknown-operation`, `invalid-input` */
export function parseCall(name: string, input: unknown): { name: OperationName; input: unknown } {
  if (!Object.hasOwn(operations, name)) throw new AppError({ code: 'unknown-operation', name: name.slice(0, 80) });
  const parsed = operations[name as OperationName].input.safeParse(input);
  if (!parsed.success) throw new AppError({ code: 'invalid-input', fields: fieldErrors(parsed.error) });
  return { name: name as OperationName, input: parsed.data };
}

/** The messages of a schema by field path; the path of the whole input is `input`. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const issue of error.issues.slice(0, 100)) {
    const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 5) : [])];
    const field = path.length === 0 ? 'input' : path.map((part) => String(part).slice(0, 80)).join('.');
    fields[field] = [...(fields[field] ?? []), issue.code];
  }
  return { ...fields };
}

/** Turns whatever was thrown into a failure; what nobody foresaw gets a reference that is also in the log. */
export function toFailure(error: unknown, signal: AbortSignal, log: Log): Failure {
  if (error instanceof AppError) return error.failure;
  if (signal.aborted) return { code: 'cancelled' };
  const reference = randomUUID().slice(0, 8);
  log.fault(reference, error);
  return { code: 'internal', reference };
}
