import type { FormLedger } from '../../contract/ledger.ts';

/** Our own: what a person's file lacks, to be handed to whom it concerns. */
export const missingPapers: FormLedger = {
  kind: 'form',
  id: '43-missing-papers',
  number: 43,
  title: '发展党员材料催收单',
  subject: 'development',
  period: 'live',
  per: 'member',
  orientation: 'portrait',
  source: 'missing-papers',
};
