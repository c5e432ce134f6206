import { AppError } from '../../contract/failure.ts';
import type { OperationName } from '../../contract/operations.ts';
import type { ReadableDb } from '../../db/open.ts';
import { runningSitting } from '../../db/queries/exams.ts';

/** Records that hold keys. */
const withKeys = ['question', 'examPaper'];

const asked = (input: unknown, field: string): unknown => (input as Record<string, unknown> | null)?.[field];

const whenOfKeys = (input: unknown) => {
  const record = asked(input, 'record');
  return record === undefined || withKeys.includes(String(record));
};

/** Every way a key can be read, and when. */
const showing: Partial<Record<OperationName, (input: unknown) => boolean>> = {
  'question.list': () => true,
  'question.get': () => true,
  'questionImport.plan': () => true,
  'examPaper.get': () => true,
  'examPaper.draw': () => true,
  'examPaper.save': () => true,
  'sitting.sheet': () => true,
  'history.list': whenOfKeys,
  'change.list': whenOfKeys,
  'change.get': () => true,
  'change.planUndo': () => true,
  'record.dump': whenOfKeys,
  'ledger.preview': (input) => String(asked(input, 'id')).includes('exam-key'),
  'ledger.export': (input) => JSON.stringify(asked(input, 'ids')).includes('exam-key'),
};

/**
 * While somebody sits an exam at this machine, nothing that shows a key is answered, whoever asks.
 *
 * @throws AppError `exam-refused` (running), naming the person
 */
export function demandKeysMayBeShown(db: ReadableDb, name: OperationName, input: unknown): void {
  if (showing[name]?.(input) !== true) return;
  const running = runningSitting(db);
  if (running !== undefined) throw new AppError({ code: 'exam-refused', reason: 'running', detail: running.name });
}
