import type { FormLedger } from '../../contract/ledger.ts';

export const branchProfile: FormLedger = {
  kind: 'form',
  id: '01-branch-profile',
  number: 1,
  title: '党支部基本情况登记表',
  subject: 'organisation',
  period: 'live',
  per: 'branch',
  orientation: 'portrait',
  source: 'branch-profile',
};
