import { expect, test } from 'vitest';
import { checks } from '../../rules/checks/index.ts';
import { dueSentence, dueSentences } from './due.ts';

test('every code of every check has its sentence', () => {
  const missing = checks.flatMap((check) =>
    check.codes.filter((code) => dueSentences[check.id]?.[code] === undefined).map((code) => `${check.id} ${code}`),
  );
  expect(missing).toEqual([]);
});

test('a period is named as it is spoken of', () => {
  const item = (from: string, to: string, dueOn: string, daysLeft = 1) =>
    dueSentence({
      id: 'M1',
      rule: 'M1',
      severity: 'todo',
      subject: 'meetings',
      params: { code: 'open', type: 'members-meeting', from, to },
      dueOn,
      daysLeft,
      source: '',
      expected: '1',
      actual: '0',
      record: 'meeting',
      recordId: null,
    });
  expect(item('2026-10-01', '2026-12-31', '2026-12-31')).toBe('召开四季度支部党员大会，已开 0 次');
  expect(item('2026-10-01', '2026-10-31', '2026-10-31')).toBe('召开 10 月支部党员大会，已开 0 次');
  expect(item('2025-10-01', '2025-10-31', '2025-10-31', -300)).toBe('召开 2025 年 10 月支部党员大会，已开 0 次');
  expect(item('2025-01-01', '2025-12-31', '2026-03-31')).toBe('召开 2025 年支部党员大会，已开 0 次');
});
