import type { FormLedger } from '../../contract/ledger.ts';

/** The checklist of domain.md §1.4, one for each 换届 or 补选. */
export const electionPlan: FormLedger = {
  kind: 'form',
  id: '60-election-plan',
  number: 60,
  title: '换届选举工作安排表',
  subject: 'organisation',
  period: 'term',
  per: 'branch',
  orientation: 'portrait',
  source: 'election-plan',
};
