import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from './dates.ts';
import type { MemberDates } from './member.ts';
import { ageOn, categoryOn, hasVotingRights, isInHeadcount, partyYears, probationEndsOn, stayOn } from './member.ts';

function person(dates: Partial<MemberDates> = {}): MemberDates {
  return {
    bornOn: '1985-03-10',
    joinedOn: '2010-07-01',
    confirmedOn: '2011-07-01',
    probationExtendedMonths: 0,
    partyYearsCorrection: 0,
    memberships: [{ branchId: 'b1', groupId: null, from: '2010-07-01', to: null, leaveKind: null }],
    statuses: [],
    ...dates,
  };
}

describe('probation', () => {
  test.each([
    ['2024-02-29', 0, '2025-02-28'],
    ['2024-02-29', 6, '2025-08-29'],
    ['2024-08-31', 6, '2026-02-28'],
    ['2023-06-15', 0, '2024-06-15'],
    ['2023-06', 12, '2025-06'],
  ])('admitted %s, extended by %i months: over on %s', (joinedOn, probationExtendedMonths, expected) => {
    expect(probationEndsOn({ joinedOn, probationExtendedMonths })).toBe(expected);
  });

  test('is no number of days: the day of the month stays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 6, 12), (days, extension) => {
        const joinedOn = addDays('1978-01-01', days);
        const ends = probationEndsOn({ joinedOn, probationExtendedMonths: extension });
        return ends === addMonths(joinedOn, 12 + extension);
      }),
    );
  });
});

describe('category', () => {
  test('goes from applicant to probationary on the admission day and to full on the confirmation day', () => {
    const member = person({ memberships: [] });
    expect(categoryOn(member, '2010-06-30')).toBe('applicant');
    expect(categoryOn(member, '2010-07-01')).toBe('probationary');
    expect(categoryOn(member, '2011-06-30')).toBe('probationary');
    expect(categoryOn(member, '2011-07-01')).toBe('full');
  });

  test('the end of probation alone makes nobody a full member', () => {
    expect(categoryOn(person({ confirmedOn: null }), '2020-01-01')).toBe('probationary');
  });

  test('who left is former from the day of leaving, and not before', () => {
    const member = person({
      memberships: [
        { branchId: 'b1', groupId: null, from: '2010-07-01', to: '2024-05-20', leaveKind: 'transferred-out' },
      ],
    });
    expect(categoryOn(member, '2024-05-19')).toBe('full');
    expect(categoryOn(member, '2024-05-20')).toBe('former');
  });

  test('a cancelled admission ends as former, never as full', () => {
    const member = person({
      confirmedOn: null,
      memberships: [
        { branchId: 'b1', groupId: null, from: '2010-07-01', to: '2011-09-01', leaveKind: 'admission-cancelled' },
      ],
    });
    expect(categoryOn(member, '2011-08-31')).toBe('probationary');
    expect(categoryOn(member, '2011-09-01')).toBe('former');
  });

  test('who came back is a member again', () => {
    const member = person({
      memberships: [
        { branchId: 'b1', groupId: null, from: '2010-07-01', to: '2020-01-01', leaveKind: 'transferred-out' },
        { branchId: 'b1', groupId: null, from: '2023-01-01', to: null, leaveKind: null },
      ],
    });
    expect(['2019-12-31', '2021-06-01', '2023-01-01'].map((day) => categoryOn(member, day))).toEqual([
      'full',
      'former',
      'full',
    ]);
  });

  test('admissions between the 9th and the 11th congress had no probation', () => {
    const member = person({ joinedOn: '1970-05', confirmedOn: null, memberships: [] });
    expect(categoryOn(member, '1970-05-31')).toBe('full');
    expect(partyYears(member, '2025-12-31')).toBe(55);
    expect(categoryOn(person({ joinedOn: '1977-09-01', confirmedOn: null, memberships: [] }), '1990-01-01')).toBe(
      'probationary',
    );
  });
});

describe('headcount and voting rights', () => {
  test('a group change has one stay on every day', () => {
    const member = person({
      memberships: [
        { branchId: 'b1', groupId: 'g1', from: '2010-07-01', to: '2024-03', leaveKind: 'group-change' },
        { branchId: 'b1', groupId: 'g2', from: '2024-03', to: null, leaveKind: null },
      ],
    });
    expect(stayOn(member, '2024-02-29')?.groupId).toBe('g1');
    expect(stayOn(member, '2024-03-15')?.groupId).toBe('g2');
  });

  test('stopped membership leaves the headcount for its period; being out of contact or mobile does not', () => {
    const stopped = person({ statuses: [{ kind: 'membership-stopped', from: '2024-01-10', to: '2024-06-10' }] });
    expect(['2024-01-09', '2024-01-10', '2024-06-09', '2024-06-10'].map((day) => isInHeadcount(stopped, day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const away = person({
      statuses: [
        { kind: 'out-of-contact', from: '2024-01', to: null },
        { kind: 'mobile-out', from: '2024-01', to: null },
      ],
    });
    expect(isInHeadcount(away, '2024-06-01')).toBe(true);
    expect(hasVotingRights(away, '2024-06-01')).toBe(true);
  });

  test('rights: full members only, none while suspended, counted in the headcount all the same', () => {
    const member = person({ statuses: [{ kind: 'rights-suspended', from: '2024-01-10', to: '2025-01-10' }] });
    expect(hasVotingRights(member, '2011-06-30')).toBe(false);
    expect(hasVotingRights(member, '2024-01-09')).toBe(true);
    expect(hasVotingRights(member, '2024-01-10')).toBe(false);
    expect(isInHeadcount(member, '2024-01-10')).toBe(true);
    expect(hasVotingRights(member, '2025-01-10')).toBe(true);
  });

  test('counts in the branch of the relation only', () => {
    expect(isInHeadcount(person(), '2024-01-01', 'b1')).toBe(true);
    expect(isInHeadcount(person(), '2024-01-01', 'b2')).toBe(false);
  });
});

describe('party years', () => {
  test('start at confirmation, not at admission, and take the correction', () => {
    expect(partyYears(person(), '2024-06-30')).toBe(12);
    expect(partyYears(person(), '2024-07-01')).toBe(13);
    expect(partyYears(person({ partyYearsCorrection: 1 }), '2024-07-01')).toBe(14);
    expect(partyYears(person({ partyYearsCorrection: -60 }), '2024-07-01')).toBe(0);
  });

  test('probationary members have none', () => {
    expect(partyYears(person(), '2011-06-30')).toBeNull();
    expect(partyYears(person({ confirmedOn: null }), '2024-07-01')).toBeNull();
  });
});

test('age is unknown without a birth date and is never negative', () => {
  expect(ageOn(null, '2024-01-01')).toBeNull();
  expect(ageOn('2030-01', '2024-01-01')).toBeNull();
  expect(ageOn('1985-03-10', '2024-03-09')).toBe(38);
});
