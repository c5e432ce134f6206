import type { FormLedger } from '../../contract/ledger.ts';

export const meetingMinutes: FormLedger = {
  kind: 'form',
  id: '20-meeting-minutes',
  number: 20,
  title: '会议记录',
  subject: 'meetings',
  period: 'year',
  per: 'meeting',
  orientation: 'portrait',
  source: 'meeting-minutes',
};
