import { expect, test } from 'vitest';
import { electionSteps } from './elections.ts';
import { facts } from './fixtures.ts';

test('the next step of an election is told fifteen days before its day, and late after it; none once posts are made', () => {
  const step = { id: 's1', name: '向上级请示', source: '', plannedOn: '2026-05-20', doneOn: null as string | null };
  const written = { documentNumber: '', note: '' };
  const next = { ...step, ...written, id: 's2', name: '上级批复', plannedOn: '2026-05-25' };
  const on = (day: string, done: string | null = null, appointedOn: string | null = null) =>
    electionSteps
      .evaluate(
        facts(day, {
          elections: [{ id: 'e1', title: '换届', steps: [{ ...step, ...written, doneOn: done }, next], appointedOn }],
        }),
      )
      .map(({ params }) => `${params.step} ${params.code}`);
  expect([on('2026-05-04'), on('2026-05-05'), on('2026-05-21')]).toEqual([[], ['向上级请示 due'], ['向上级请示 late']]);
  expect(on('2026-05-21', '2026-05-19')).toEqual(['上级批复 due']);
  expect(on('2026-06-21', '2026-05-19', '2026-06-01')).toEqual([]);
});
