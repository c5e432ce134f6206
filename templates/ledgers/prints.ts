import type { FormLedger } from '../../contract/ledger.ts';
import { pointsCard } from './95-points-card.ts';
import { examPrints } from './exam-prints.ts';

/** Prints about one record: drawn like ledgers, asked for where they belong, in no list of ledgers. */
export const prints: readonly FormLedger[] = [...examPrints, pointsCard];
