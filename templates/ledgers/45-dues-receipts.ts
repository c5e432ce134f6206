import type { FormLedger } from '../../contract/ledger.ts';

/** What each member paid in the year, to be handed to him or her. */
export const duesReceipts: FormLedger = {
  kind: 'form',
  id: '45-dues-receipts',
  number: 45,
  title: '党费收据',
  subject: 'dues',
  period: 'year',
  per: 'member',
  orientation: 'portrait',
  source: 'dues-receipts',
};
