import type { FormLedger } from '../../contract/ledger.ts';

/** 党员积分管理卡 of one person (domain.md §7.4, scheme E). Asked for from that person's page, in no list of ledgers. */
export const pointsCard: FormLedger = {
  kind: 'form',
  id: '95-points-card',
  number: 95,
  title: '党员积分管理卡',
  subject: 'assessments',
  period: 'year',
  per: 'member',
  orientation: 'landscape',
  source: 'points-card',
};
