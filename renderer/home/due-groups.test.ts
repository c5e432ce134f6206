import { expect, test } from 'vitest';
import type { DueItem } from '../../contract/due.ts';
import { countRules, foldSameKind, groupByTime, weekStart } from './due-groups.ts';

function item(id: string, fields: Partial<DueItem> = {}): DueItem {
  return {
    id,
    rule: 'M1',
    severity: 'due-soon',
    subject: 'meetings',
    params: { code: 'missing' },
    dueOn: null,
    daysLeft: null,
    source: '',
    expected: '',
    actual: '',
    record: 'meeting',
    recordId: null,
    ...fields,
  };
}

test('a week begins on Monday, also before and after a turn of the year', () => {
  expect(weekStart('2026-11-24')).toBe('2026-11-23');
  expect(weekStart('2026-11-23')).toBe('2026-11-23');
  expect(weekStart('2026-11-29')).toBe('2026-11-23');
  expect(weekStart('2026-01-01')).toBe('2025-12-29');
});

test('what is overdue stands in this week, what has no day stands last', () => {
  const groups = groupByTime(
    [
      item('late', { dueOn: '2026-10-31' }),
      item('sunday', { dueOn: '2026-11-29' }),
      item('month', { dueOn: '2026-11-30' }),
      item('quarter', { dueOn: '2026-12-31' }),
      item('later', { dueOn: '2027-01-01' }),
      item('undated'),
    ],
    '2026-11-24',
  );
  expect(groups.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ['week', ['late', 'sunday']],
    ['month', ['month']],
    ['quarter', ['quarter']],
    ['later', ['later']],
    ['undated', ['undated']],
  ]);
});

test('each rule counts once, by its worst, and what merely comes up is no rule broken', () => {
  const items = [
    item('a', { rule: 'M2', severity: 'overdue' }),
    item('b', { rule: 'M2', severity: 'due-soon' }),
    item('c', { rule: 'S1c', severity: 'incomplete' }),
    item('d', { rule: 'M1', severity: 'todo', params: { code: 'open' } }),
  ];
  expect(countRules(items, 22)).toEqual({ overdue: 1, 'due-soon': 0, incomplete: 1, todo: 0, met: 20 });
});

test('many of one kind fold behind the second, none is lost', () => {
  const folded = foldSameKind(['1', '2', '3', '4'].map((id) => item(id)));
  expect(folded.map(({ item: { id }, others }) => [id, others.map((other) => other.id)])).toEqual([
    ['1', []],
    ['2', ['3', '4']],
  ]);
});
