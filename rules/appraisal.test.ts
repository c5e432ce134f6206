import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AppraisalFacts,
  appraisalProblems,
  countGrades,
  excellentAllowed,
  excellentQuota,
  ratioOf,
} from './appraisal.ts';

const heldOn = '2026-01-20';

test.each([
  [10, '1/3', 3],
  [16, '1/3', 5],
  [17, '1/3', 5],
  [18, '1/3', 6],
  [2, '1/3', 0],
  [10, '30%', 3],
  [20, '0.35', 7],
  [100, '0.29', 29],
])('of %i full members at %s, %i may be excellent', (full, ratio, allowed) => {
  expect(excellentAllowed(full, ratio)).toBe(allowed);
});

test('the quota is the greatest number within one third', () => {
  fc.assert(
    fc.property(fc.nat(2000), (full) => {
      const allowed = excellentAllowed(full);
      return allowed * 3 <= full && (allowed + 1) * 3 > full;
    }),
  );
});

test('the quota follows the setting of the day and shows its arithmetic', () => {
  expect(excellentQuota(10, 4, [], heldOn)).toMatchObject({
    allowed: 3,
    isExceeded: true,
    arithmetic: '4 > ⌊10 × 1/3⌋ = 3',
  });
  const local = {
    key: 'appraisal.excellent-ratio',
    value: '40%',
    validFrom: '2026-01-01',
    validTo: null,
    source: '市委',
  };
  expect(excellentQuota(10, 4, [local], heldOn)).toMatchObject({ allowed: 4, isExceeded: false, source: '市委' });
});

describe('an appraisal', () => {
  const entry = (memberId: string, fields: Partial<AppraisalFacts['entries'][number]> = {}) => ({
    memberId,
    decidedGrade: 'qualified' as const,
    notTakenPartReason: '',
    pollExcellent: null,
    pollQualified: null,
    pollBasicallyQualified: null,
    pollUnqualified: null,
    ...fields,
  });
  const facts = (entries: AppraisalFacts['entries'], fields: Partial<AppraisalFacts> = {}): AppraisalFacts => ({
    heldOn,
    entries,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsValid: null,
    roster: [
      { memberId: 'm1', category: 'full' },
      { memberId: 'm2', category: 'full' },
      { memberId: 'm3', category: 'full' },
      { memberId: 'p1', category: 'probationary' },
    ],
    ...fields,
  });
  const codes = (value: AppraisalFacts) => appraisalProblems(value, []).map((problem) => problem.code);

  test('in order has no problem', () => {
    const excellent = entry('m1', { decidedGrade: 'excellent' });
    expect(codes(facts([excellent, entry('m2'), entry('m3'), entry('p1', { decidedGrade: null })]))).toEqual([]);
  });

  test('does not count probationary members into the quota nor grade them', () => {
    const excellent = { decidedGrade: 'excellent' } as const;
    const problems = appraisalProblems(
      facts([entry('m1', excellent), entry('m2', excellent), entry('m3'), entry('p1')]),
      [],
    );
    expect(problems).toEqual([
      { code: 'quota-exceeded', expected: 1, actual: 2 },
      { code: 'probationary-graded', memberIds: ['p1'] },
    ]);
  });

  test('the quota counts the 优秀 of full members only, as the view and the ledger do', () => {
    const excellent = { decidedGrade: 'excellent' } as const;
    const entries = [
      entry('m1', excellent),
      entry('m2'),
      entry('m3'),
      entry('p1', excellent),
      entry('gone', excellent),
    ];
    expect(codes(facts(entries))).toEqual(['probationary-graded', 'not-a-member']);
  });

  test('tells missing grades and missing people, unless a reason says why', () => {
    expect(codes(facts([entry('m1', { decidedGrade: null }), entry('m2')]))).toEqual([
      'grade-missing',
      'member-missing',
    ]);
    expect(
      codes(facts([entry('m1', { decidedGrade: null, notTakenPartReason: '长期外出' }), entry('m2'), entry('m3')])),
    ).toEqual([]);
  });

  test('tells polls and ballots that do not add up', () => {
    const polled = entry('m1', { pollExcellent: 2, pollQualified: 2 });
    expect(
      codes(facts([polled, entry('m2'), entry('m3')], { ballotsIssued: 3, ballotsReturned: 4, ballotsValid: 3 })),
    ).toEqual(['poll-exceeds-valid', 'ballots-returned-exceed-issued']);
  });

  test('counts what is decided, and the undecided as undecided', () => {
    expect(countGrades([entry('m1'), entry('m2', { decidedGrade: null })])).toEqual({
      excellent: 0,
      qualified: 1,
      basicallyQualified: 0,
      unqualified: 0,
      ungraded: 1,
    });
  });
});

test('a ratio with an unknown part or whole is unknown', () => {
  expect([ratioOf(null, 3), ratioOf(1, null), ratioOf(0, 0), ratioOf(1, 4)]).toEqual([null, null, null, 0.25]);
});
