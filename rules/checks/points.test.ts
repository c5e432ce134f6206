import { expect, test } from 'vitest';
import { blankPointsEntry, type PointsEntry, type PointsScheme, pointsScheme } from '../../contract/points.ts';
import { facts, found, meeting, present } from './fixtures.ts';
import { p1 } from './points.ts';

const scheme = {
  ...pointsScheme.blank,
  id: 's1',
  revision: 1,
  branchId: 'b1',
  name: '积分',
  source: '文件',
  fromYear: 2025,
  cycle: 'quarter',
  approval: 'committee',
  items: [
    {
      id: 'life',
      category: '组织生活',
      text: '参加会议',
      kind: 'plus',
      tenths: 10,
      per: 'time',
      cap: null,
      capPeriod: 'year',
      evidence: '',
      sources: ['members-meeting'],
      leastDays: null,
      mostDays: null,
    },
  ],
} as PointsScheme;
const entry: PointsEntry = {
  ...blankPointsEntry,
  id: 'e1',
  revision: 1,
  branchId: 'b1',
  schemeId: 's1',
  itemId: 'life',
  memberId: 'm1',
  on: '2025-06-10',
  tenths: 10,
  originRecord: 'meeting',
  originId: 'g1',
};
const held = meeting('g1', { attendance: present('m1') });
const points = (entries: PointsEntry[], schemes = [scheme]) => ({
  points: { schemes, entries, services: [], honours: [] },
});

test('nothing is asked of a branch without a scheme, nor of a quarter that is not over', () => {
  expect(found(p1, facts('2025-07-01', { meetings: [held], ...points([], []) }))).toEqual([]);
  expect(found(p1, facts('2025-06-30', { meetings: [held], ...points([]) }))).toEqual([]);
});

test('records of a quarter that is over are to be taken up, and entries to be decided; through March of the next year', () => {
  expect(found(p1, facts('2025-07-01', { meetings: [held], ...points([]) }))).toEqual(['unproposed:todo']);
  expect(found(p1, facts('2025-07-01', { meetings: [held], ...points([entry]) }))).toEqual(['undecided:todo']);
  const decided = { ...entry, reviewedOn: '2025-07-01', reviewedBy: '支委会' };
  expect(found(p1, facts('2025-07-01', { meetings: [held], ...points([decided]) }))).toEqual([]);
  const refused = { ...entry, refusedOn: '2025-07-01' };
  expect(found(p1, facts('2025-07-01', { meetings: [held], ...points([refused]) }))).toEqual([]);
  expect(found(p1, facts('2026-03-31', { meetings: [held], ...points([entry]) }))).toEqual(['undecided:todo']);
  expect(found(p1, facts('2026-04-01', { meetings: [held], ...points([entry]) }))).toEqual([]);
});

test('points whose record was voided, or says absent now, are to be looked at', () => {
  const decided = { ...entry, reviewedOn: '2025-06-11', reviewedBy: '支委会' };
  const voided = { ...held, voidedOn: '2025-06-12' };
  expect(found(p1, facts('2025-06-20', { meetings: [voided], ...points([decided]) }))).toEqual([
    'origin-gone:incomplete',
  ]);
  const absent = meeting('g1', {
    attendance: [{ memberId: 'm1', state: 'absent', reason: '', opinionReceivedOn: null }],
  });
  expect(found(p1, facts('2025-06-20', { meetings: [absent], ...points([decided]) }))).toEqual([
    'origin-gone:incomplete',
  ]);
  expect(found(p1, facts('2025-06-20', { meetings: [held], ...points([decided]) }))).toEqual([]);
});
