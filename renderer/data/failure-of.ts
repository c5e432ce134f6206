import { AppError, type Failure } from '../../contract/failure.ts';

/** The failure in whatever a call rejected with; a mistake of the page itself has a reference of its own. */
export function failureOf(error: unknown): Failure {
  return error instanceof AppError ? error.failure : { code: 'internal', reference: 'page' };
}
