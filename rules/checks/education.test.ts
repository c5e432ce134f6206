import { expect, test } from 'vitest';
import type { Training } from '../../contract/education.ts';
import { o6 } from './education.ts';
import { facts, found, member, training } from './fixtures.ts';

const all = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'];
const trained = training('t0', '2024-03-01', 56, all);

test('a new secretary has six months; one who goes on into another term is not new', () => {
  expect(found(o6, facts('2024-07-10'))).toEqual([]);
  expect(found(o6, facts('2024-07-11'))).toEqual(['new-secretary:due-soon']);
  expect(found(o6, facts('2024-07-11', { trainings: [trained] }))).toEqual([]);
  const earlier = {
    id: 'p0',
    memberId: 'm1',
    branchId: 'b1',
    title: 'secretary' as const,
    from: '2021-01-10',
    to: '2024-01-09',
  };
  expect(found(o6, facts('2024-07-11', { posts: [earlier, ...facts('2024-07-11').posts] }))).toEqual([]);
});

test('hours are looked at from October on, by the months that are over', () => {
  const year = (asOf: string, hours: number) =>
    found(o6, facts(asOf, { trainings: [trained, training('t1', '2025-05-01', hours, all)] }));
  expect(year('2025-09-30', 1)).toEqual([]);
  expect(year('2025-10-01', 41)).toEqual(['behind:due-soon']);
  // Nine months of 56 are 42.
  expect(year('2025-10-01', 42)).toEqual([]);
  expect(year('2025-12-31', 55)).toEqual(['short:due-soon']);
  expect(year('2025-12-31', 56)).toEqual([]);
});

test('what a year lacked is told through March of the next, unless nothing of it is registered', () => {
  const trainings = [trained, training('t1', '2025-05-01', 31, all)];
  expect(found(o6, facts('2026-03-31', { trainings }))).toEqual(['short:due-soon']);
  expect(found(o6, facts('2026-04-01', { trainings }))).toEqual([]);
  expect(found(o6, facts('2026-03-31', { trainings: [trained] }))).toEqual([]);
});

test('a committee without 集中培训 is named apart from the hours', () => {
  const online: Training = { ...training('t1', '2025-05-01', 56, all), form: 'online' };
  const findings = o6.evaluate(facts('2025-12-31', { trainings: [trained, online] }));
  expect(findings.map(({ params }) => [params.code, params.people, params.names])).toEqual([
    ['no-intensive', 3, '党员m1、党员m2、党员m3'],
  ]);
});

test('who is exempt is not waited for', () => {
  const exempt = member('m8', {
    statuses: [
      { id: 'e', kind: 'attendance-exempt', from: '2020', to: null, detail: '', reason: '', documentNumber: '' },
    ],
  });
  const members = [...facts('2025-12-31').members.slice(0, 7), exempt];
  const trainings = [trained, training('t1', '2025-05-01', 56, all.slice(0, 7))];
  expect(found(o6, facts('2025-12-31', { members, trainings }))).toEqual([]);
});
