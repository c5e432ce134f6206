import type { FormLedger } from '../../contract/ledger.ts';

/** The record of domain.md §7.3. */
export const dutyReport: FormLedger = {
  kind: 'form',
  id: '40-duty-report',
  number: 40,
  title: '党支部书记抓基层党建工作述职评议表',
  subject: 'assessments',
  period: 'year',
  per: 'branch',
  orientation: 'portrait',
  source: 'duty-report',
};
