import type { Check } from './check.ts';

/** A survey that still takes sheets after its last day: its result is read only when it has ended. */
export const s4: Check = {
  id: 'S4',
  subject: 'assessments',
  source: '民意调查按写明的截止日期结束（本程序的做法）',
  codes: ['survey-open'],
  evaluate: ({ asOf, surveys }) =>
    surveys
      .filter(({ openedOn, closedOn, to }) => openedOn !== null && closedOn === null && to < asOf)
      .map(({ id, title, to }) => ({
        key: id,
        severity: 'todo',
        dueOn: to,
        record: 'survey',
        recordId: id,
        params: { code: 'survey-open', title },
        expected: '1',
        actual: '0',
      })),
};
