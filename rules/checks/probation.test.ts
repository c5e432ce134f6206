import { describe, expect, test } from 'vitest';
import { addDays } from '../dates.ts';
import type { CheckFacts } from './check.ts';
import { facts, found, meeting, member, members, vote } from './fixtures.ts';
import { v8c } from './probation.ts';

describe('V8c: the end of probation', () => {
  const probationary = (fields: object = {}) => member('p1', { joinedOn: '2024-08-31', confirmedOn: null, ...fields });
  const on = (asOf: string, fields: object = {}, more: Partial<CheckFacts> = {}) =>
    found(v8c, facts(asOf, { members: [...members(7), probationary(fields)], ...more }));

  test('reminds 60 and 30 days before, and is broken the day after', () => {
    expect(on('2025-07-01')).toEqual([]);
    expect(on('2025-07-02')).toEqual(['coming:due-soon']);
    expect(on('2025-08-01')).toEqual(['soon:due-soon']);
    expect(on('2025-08-31')).toEqual(['soon:due-soon']);
    expect(on('2025-09-01')).toEqual(['over:overdue']);
  });

  test('counts the extension by the calendar', () => {
    expect(on('2026-02-28', { probationExtendedMonths: 6 })).toEqual(['soon:due-soon']);
    expect(on('2026-03-01', { probationExtendedMonths: 6 })).toEqual(['over:overdue']);
  });

  // Joined, months of extension, last day of probation: month ends and leap days.
  test.each([
    ['2024-02-29', 0, '2025-02-28'],
    ['2023-02-28', 0, '2024-02-28'],
    ['2023-08-31', 6, '2025-02-28'],
    ['2024-08-31', 12, '2026-08-31'],
    ['2026-02-28', 12, '2028-02-28'],
    ['2023-12-31', 9, '2025-09-30'],
  ])('of %s and %i months ends on %s: reminded 60 and 30 days before, over the day after', (joinedOn, months, end) => {
    const at = (days: number) => on(addDays(end, days), { joinedOn, probationExtendedMonths: months });
    expect([-61, -60, -31, -30, 0, 1].map(at)).toEqual([
      ...[[], ['coming:due-soon'], ['coming:due-soon'], ['soon:due-soon']],
      ...[['soon:due-soon'], ['over:overdue']],
    ]);
  });

  test('is quiet once confirmed or gone', () => {
    expect(on('2025-09-01', { confirmedOn: '2025-08-31' })).toEqual([]);
    const left = [{ ...probationary().memberships[0], to: '2025-08-31', leaveKind: 'admission-cancelled' }];
    expect(on('2025-09-01', { memberships: left })).toEqual([]);
  });

  test('a month alone is over only when its last day is', () => {
    expect(on('2025-08-31', { joinedOn: '2024-08' })).toEqual(['soon:due-soon']);
    expect(on('2025-09-01', { joinedOn: '2024-08' })).toEqual(['over:overdue']);
  });

  test('a 转正 vote on record asks for the date instead; the admission vote does not', () => {
    const ballot = (heldOn: string) => ({
      meetings: [meeting('k1', { heldOn, votes: [vote({ rule: 'V1', subjectMemberId: 'p1' })] })],
    });
    expect(on('2025-09-10', {}, ballot('2025-09-02'))).toEqual(['confirmation-unregistered:incomplete']);
    expect(on('2025-09-10', {}, ballot('2024-08-31'))).toEqual(['over:overdue']);
    const byName = [meeting('k1', { heldOn: '2025-09-02', votes: [vote({ rule: 'V1', subject: '党员p1转正' })] })];
    expect(on('2025-09-10', {}, { meetings: byName })).toEqual(['confirmation-unregistered:incomplete']);
    const other = [...members(7), probationary(), member('p10')];
    const ofOther = [meeting('k1', { heldOn: '2025-09-02', votes: [vote({ rule: 'V1', subject: '党员p10转正' })] })];
    expect(on('2025-09-10', {}, { members: other, meetings: ofOther })).toEqual(['over:overdue']);
  });

  test('the vote that extended probation is not taken for the one that ends it', () => {
    const extended = (months: number, heldOn: string, asOf: string) =>
      on(
        asOf,
        { probationExtendedMonths: months },
        { meetings: [meeting('k1', { heldOn, votes: [vote({ rule: 'V1', subjectMemberId: 'p1' })] })] },
      );
    expect(extended(6, '2025-09-05', '2026-03-10')).toEqual(['over:overdue']);
    expect(extended(12, '2025-10-20', '2026-09-10')).toEqual(['over:overdue']);
    expect(extended(6, '2026-03-05', '2026-03-10')).toEqual(['confirmation-unregistered:incomplete']);
  });
});
