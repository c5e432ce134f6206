import type { Wire } from '../../contract/operations.ts';
import { type Reading, useOperation } from '../data/use-operation.ts';
import { type Saving, useSave } from '../data/use-save.ts';
import type { Book, Line } from './book.ts';

/**
 * A register's operations by its name. All registers have the same four; which line they carry is judged by the
 * engine's schema, so here one stands for all. `isConcealed`: nothing is asked, the person may not read it.
 */
export function useLines(book: Book, filter: Wire<'talk.list'>, isConcealed = false): Reading<Line[]> {
  const reading = useOperation(`${book.name}.list` as 'talk.list', isConcealed ? null : filter, {
    records: [book.name, 'member'],
  });
  return reading as unknown as Reading<Line[]>;
}

interface LineSaving extends Omit<Saving<'talk.save'>, 'save'> {
  save(input: { draft: Record<string, unknown>; reason: string }): Promise<Line | undefined>;
}

export function useLineSave(book: Book): LineSaving {
  return useSave(`${book.name}.save` as 'talk.save') as unknown as LineSaving;
}

export function useLineRemoval(book: Book): Saving<'talk.remove'> {
  return useSave(`${book.name}.remove` as 'talk.remove');
}
