import { getDocumentProxy } from 'unpdf';
import type { JobContext } from './context.ts';

/** Pages of a PDF; null when it is broken or closed by a password. In a thread of its own, for it is a stranger's file. */
export async function countPagesJob(_context: JobContext, { bytes }: { bytes: Uint8Array }): Promise<number | null> {
  try {
    const { numPages } = await getDocumentProxy(new Uint8Array(bytes));
    return Number.isInteger(numPages) && numPages > 0 ? numPages : null;
  } catch {
    return null;
  }
}
