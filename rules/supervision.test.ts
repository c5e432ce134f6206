import { describe, expect, test } from 'vitest';
import { impactEnds, mayStopMembershipFrom, probationWithinPartyEnds, strikeOffDue } from './supervision.ts';

const punished = { decidedOn: '2024-08-31', effectiveOn: null, months: null, rightsRestoredOn: null } as const;

test.each([
  ['warning', '2025-08-31'],
  ['serious-warning', '2026-02-28'],
  ['removal-from-party-posts', '2026-08-31'],
  ['expulsion', '2029-08-31'],
] as const)('the consequences of %s last until %s, by the calendar', (kind, ends) => {
  expect(impactEnds({ ...punished, kind })).toBe(ends);
});

test('留党察看 counts two years on from the day rights return, and has no end before that', () => {
  const kind = 'probation-within-party';
  expect(impactEnds({ ...punished, kind, months: 12 })).toBeNull();
  expect(impactEnds({ ...punished, kind, months: 12, rightsRestoredOn: '2025-09-05' })).toBe('2027-09-05');
  expect(probationWithinPartyEnds({ ...punished, kind, months: 24, effectiveOn: '2024-02-29' })).toBe('2026-02-28');
  expect(probationWithinPartyEnds({ ...punished, kind: 'warning' })).toBeNull();
});

describe('the clocks of lost contact', () => {
  test('six months from the day; a month or a year alone is surely over only from its last day', () => {
    expect(mayStopMembershipFrom('2024-08-31', [])).toBe('2025-02-28');
    expect(mayStopMembershipFrom('2024-05', [])).toBe('2024-11-30');
    expect(mayStopMembershipFrom('2024', [])).toBe('2025-06-30');
  });

  test('two years of 停止党籍, unless found', () => {
    expect(strikeOffDue({ membershipStoppedOn: '2024-02-29', foundOn: null }, [])).toBe('2026-02-28');
    expect(strikeOffDue({ membershipStoppedOn: '2024-02-29', foundOn: '2025-01-01' }, [])).toBeNull();
    expect(strikeOffDue({ membershipStoppedOn: null, foundOn: null }, [])).toBeNull();
  });
});
