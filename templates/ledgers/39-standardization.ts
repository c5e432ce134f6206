import type { FormLedger } from '../../contract/ledger.ts';

/** The sheet of domain.md §7.2; its indicators are the superior's. */
export const standardization: FormLedger = {
  kind: 'form',
  id: '39-standardization',
  number: 39,
  title: '党支部标准化规范化考核表',
  subject: 'assessments',
  period: 'year',
  per: 'branch',
  orientation: 'portrait',
  source: 'standardization',
};
