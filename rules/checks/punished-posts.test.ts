import { expect, test } from 'vitest';
import type { Discipline } from '../../contract/supervision.ts';
import { facts, found } from './fixtures.ts';
import { r3 } from './punished-posts.ts';

/** m1 is secretary since 2024-01-10. */
function on(day: string, fields: Partial<Discipline>): string[] {
  const punishment = {
    id: 'd1',
    memberId: 'm1',
    kind: 'warning' as const,
    decidedOn: '2024-01-01',
    effectiveOn: null,
    months: null,
    rightsRestoredOn: null,
    ...fields,
  };
  return found(r3, facts(day, { registers: { ...facts(day).registers, disciplines: [punishment] } }));
}

test('R3: a post taken up within the time a punishment counts, for as long as it counts', () => {
  expect(on('2024-06-01', {})).toEqual(['elected-under-punishment:due-soon']);
  expect(on('2025-01-01', {})).toEqual(['elected-under-punishment:due-soon']);
  expect(on('2025-01-02', {})).toEqual([]);
  // Decided later than the post was taken up: it is kept.
  expect(on('2024-06-01', { decidedOn: '2024-01-11' })).toEqual([]);
  expect(on('2025-07-01', { kind: 'serious-warning' })).toEqual(['elected-under-punishment:due-soon']);
  expect(on('2025-07-02', { kind: 'serious-warning' })).toEqual([]);
  expect(on('2024-06-01', { memberId: 'm8' })).toEqual([]);
});

test('R3: under 留党察看 the post lapses, whenever it was taken up; two years after the rights are back it counts no more', () => {
  const probation = { kind: 'probation-within-party' as const, decidedOn: '2024-02-29', months: 12 as const };
  expect(on('2024-02-28', probation)).toEqual([]);
  expect(on('2024-02-29', probation)).toEqual(['post-lapsed:due-soon']);
  expect(on('2027-06-01', probation)).toEqual(['post-lapsed:due-soon']);
  const restored = { ...probation, rightsRestoredOn: '2025-02-28' };
  expect([on('2027-02-28', restored), on('2027-03-01', restored)]).toEqual([['post-lapsed:due-soon'], []]);
});
