import type { FormLedger } from '../../contract/ledger.ts';

export const surveyResults: FormLedger = {
  kind: 'form',
  id: '48-survey-results',
  number: 48,
  title: '民意调查结果表',
  subject: 'assessments',
  period: 'year',
  per: 'branch',
  orientation: 'portrait',
  source: 'survey-results',
};
