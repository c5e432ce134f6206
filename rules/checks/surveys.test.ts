import { expect, test } from 'vitest';
import { facts } from './fixtures.ts';
import { s4 } from './surveys.ts';

test.each([
  ['being written', { openedOn: null, closedOn: null }, '2026-07-01', 0],
  ['on its last day', { openedOn: '2026-06-20', closedOn: null }, '2026-06-30', 0],
  ['open past its last day', { openedOn: '2026-06-20', closedOn: null }, '2026-07-01', 1],
  ['ended', { openedOn: '2026-06-20', closedOn: '2026-06-28' }, '2026-07-01', 0],
])('S4: a survey %s', (_name, state, asOf, items) => {
  const surveys = [{ id: 's1', title: '满意度', to: '2026-06-30', ...state }];
  expect(s4.evaluate(facts(asOf, { surveys }))).toHaveLength(items);
});
