import type { FormLedger } from '../../contract/ledger.ts';

export const memberCard: FormLedger = {
  kind: 'form',
  id: '04-member-card',
  number: 4,
  title: '党员信息登记卡',
  subject: 'people',
  period: 'live',
  per: 'member',
  orientation: 'portrait',
  source: 'member-card',
  canChoosePeople: true,
};
