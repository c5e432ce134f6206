import { AttachmentsButton } from '../ui/attachments/attachments-button.tsx';
import type { Book, Line } from './book.ts';

/** Attachments of one line of a register; a photo's day is held against the line's own day. */
export function LineAttachments({ book, line }: { book: Book; line: Line }) {
  const dayField = book.fields.find((field) => field.kind === 'day' && field.isRequired === true);
  const day = dayField === undefined ? undefined : line[dayField.key];
  return (
    <AttachmentsButton
      owner={{ record: book.name, recordId: line.id }}
      name={book.title}
      recordDay={dayField !== undefined && typeof day === 'string' ? { label: dayField.label, day } : undefined}
    />
  );
}
