import type { FormLedger } from '../../contract/ledger.ts';

export const signInSheets: FormLedger = {
  kind: 'form',
  id: '19-sign-in-sheets',
  number: 19,
  title: '会议签到表',
  subject: 'meetings',
  period: 'year',
  per: 'meeting',
  orientation: 'portrait',
  source: 'sign-in-sheets',
};
