import type { FormLedger } from '../../contract/ledger.ts';

/** The record of domain.md §1.5, one for each election held. */
export const electionResult: FormLedger = {
  kind: 'form',
  id: '61-election-result',
  number: 61,
  title: '选举结果报告单',
  subject: 'organisation',
  period: 'term',
  per: 'branch',
  orientation: 'portrait',
  source: 'election-result',
};
