import { AppError, type AttachmentReason } from '../../contract/failure.ts';

/** The refusal of one file, by name; `limit` in bytes where a limit was passed. */
export function refused(file: string, reason: AttachmentReason, limit = 0): AppError {
  return new AppError({ code: 'attachment-refused', file, reason, limit });
}
