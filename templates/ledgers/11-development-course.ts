import type { FormLedger } from '../../contract/ledger.ts';

export const developmentCourse: FormLedger = {
  kind: 'form',
  id: '11-development-course',
  number: 11,
  title: '发展党员工作全程纪实表',
  subject: 'development',
  period: 'live',
  per: 'member',
  orientation: 'portrait',
  source: 'development-course',
};
