import type { FormLedger } from '../../contract/ledger.ts';

export const surveySheets: FormLedger = {
  kind: 'form',
  id: '49-survey-sheets',
  number: 49,
  title: '民意调查问卷',
  subject: 'assessments',
  period: 'year',
  per: 'branch',
  orientation: 'portrait',
  source: 'survey-sheets',
};
