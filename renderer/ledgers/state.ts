import type { LedgerOptions } from '../../contract/ledger.ts';
import type { LedgerState } from '../../contract/ledgers.ts';

/** What is chosen on this page; branch and as-of date are the program's own. */
export type LedgerChoice = Pick<LedgerOptions, 'year' | 'order' | 'unmask' | 'mark'>;

/** Something is in it and nothing is missing. */
export function isComplete({ entries, lacks }: LedgerState): boolean {
  return entries > 0 && lacks.length === 0;
}

/** How many places are not registered. */
export function lackCount({ lacks }: LedgerState): number {
  return lacks.reduce((sum, { count }) => sum + count, 0);
}
