import { confirmationNote } from '../templates/confirmation-words.ts';
import type { ArchiveContext } from './context.ts';

/**
 * The reason as the history keeps it: with who confirmed, for what leaves no record that could say so.
 *
 * @throws AppError `second-person-needed`
 */
export function confirmedReason(context: ArchiveContext, reason: string): string {
  return `${reason}${confirmationNote(context.confirmedBy)}`;
}
