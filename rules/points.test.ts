import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PointsEntry, PointsItem, PointsScheme } from '../contract/points.ts';
import { blankPointsEntry, pointsScheme } from '../contract/points.ts';
import { bandOf, type PointsPerson, pointsOfYear, ranksOf } from './points.ts';
import { averageOf, countEntries, shareOf, stateOfEntry, sumWithin } from './points-counting.ts';

function item(id: string, fields: Partial<PointsItem> = {}): PointsItem {
  return {
    id,
    category: '组织生活',
    text: id,
    kind: 'plus',
    tenths: 10,
    per: 'time',
    cap: null,
    capPeriod: 'year',
    evidence: '',
    sources: [],
    leastDays: null,
    mostDays: null,
    ...fields,
  };
}

function scheme(fields: Partial<PointsScheme> = {}): PointsScheme {
  return {
    ...(pointsScheme.blank as PointsScheme),
    id: 's1',
    revision: 1,
    branchId: 'b1',
    name: '积分',
    source: '测试',
    fromYear: 2025,
    base: 600,
    approval: 'committee',
    items: [item('plus'), item('minus', { kind: 'minus' }), item('veto', { kind: 'veto' })],
    ...fields,
  };
}

let made = 0;
function entry(on: string, tenths: number, itemId = 'plus', fields: Partial<PointsEntry> = {}): PointsEntry {
  made += 1;
  const id = `e${String(made).padStart(6, '0')}`;
  const about = { branchId: 'b1', schemeId: 's1', memberId: 'm1', evidence: '' };
  return { ...blankPointsEntry, id, revision: 1, ...about, itemId, on, tenths, reviewedOn: on, ...fields };
}

type Stay = Partial<PointsPerson['memberships'][number]>;
function person(id: string, stay: Stay = {}, fields: Partial<PointsPerson> = {}): PointsPerson {
  return {
    id,
    bornOn: '1980-01-01',
    joinedOn: '2005-07-01',
    confirmedOn: '2006-07-01',
    probationExtendedMonths: 0,
    partyYearsCorrection: 0,
    memberships: [
      {
        branchId: 'b1',
        groupId: null,
        from: '2010-01-01',
        to: null,
        leaveKind: null,
        entryKind: 'registered',
        ...stay,
      },
    ],
    statuses: [],
    isRetired: false,
    ...fields,
  } as PointsPerson;
}

function yearOf(
  of: PointsScheme,
  entries: readonly PointsEntry[],
  { year = 2026, asOf = '2026-12-31', people = [person('m1')] as readonly PointsPerson[] } = {},
) {
  const owned = new Map<string, PointsEntry[]>();
  for (const each of entries) owned.set(each.memberId, [...(owned.get(each.memberId) ?? []), each]);
  return pointsOfYear({ branchId: 'b1', scheme: of, asOf, people, entries: owned }, year);
}

const totalOf = (...input: Parameters<typeof yearOf>) => yearOf(...input).get('m1')?.total ?? null;

describe('a year of one person', () => {
  test.each<[string, number | null, PointsScheme, PointsEntry[]]>([
    ['the base alone', 600, scheme(), []],
    ['plus and minus', 607, scheme(), [entry('2026-03-01', 12), entry('2026-03-02', 5, 'minus')]],
    ['never below the floor', 0, scheme(), [entry('2026-03-01', 700, 'minus')]],
    ['below zero where there is no floor', -100, scheme({ floor: null }), [entry('2026-03-01', 700, 'minus')]],
    ['never above the cap', 1000, scheme({ cap: 1000 }), [entry('2026-03-01', 500)]],
    ['a month each time anew', 12 * 50 + 7, scheme({ cycle: 'month', base: 50 }), [entry('2026-03-31', 7)]],
    [
      'the floor of a month does not touch the others',
      11 * 50,
      scheme({ cycle: 'month', base: 50 }),
      [entry('2026-03-31', 70, 'minus')],
    ],
    [
      'a quarter each time anew, capped',
      3 * 700 + 1000,
      scheme({ cycle: 'quarter', base: 700, cap: 1000 }),
      [entry('2026-05-01', 900)],
    ],
    ['vetoed: the year is nothing', 0, scheme({ veto: 'year', cycle: 'month' }), [entry('2026-03-01', 0, 'veto')]],
    [
      'vetoed: the quarter is nothing',
      3 * 700,
      scheme({ veto: 'cycle', cycle: 'quarter', base: 700 }),
      [entry('2026-03-31', 0, 'veto')],
    ],
    ['not decided, not counted', 600, scheme(), [entry('2026-03-01', 12, 'plus', { reviewedOn: null })]],
    ['refused, not counted', 600, scheme(), [entry('2026-03-01', 12, 'plus', { refusedOn: '2026-03-02' })]],
    ['of another year, not counted', 600, scheme(), [entry('2025-12-31', 12), entry('2027-01-01', 12)]],
    ['both ends of the year', 624, scheme(), [entry('2026-01-01', 12), entry('2026-12-31', 12)]],
  ])('%s', (_, expected, of, entries) => {
    expect(totalOf(of, entries)).toBe(expected);
  });

  it('counts at the second step only, where the members’ meeting decides', () => {
    const two = scheme({ approval: 'members-meeting' });
    const reviewed = entry('2026-03-01', 12);
    const approved = entry('2026-03-01', 30, 'plus', { approvedOn: '2026-07-01' });
    expect(totalOf(two, [reviewed, approved])).toBe(630);
    expect(stateOfEntry(reviewed, two, '2026-12-31')).toBe('waiting-approval');
    // As of a day before the meeting nothing is decided yet.
    expect(totalOf(two, [approved], { asOf: '2026-06-30' })).toBe(600);
    expect(stateOfEntry(approved, two, '2026-06-30')).toBe('waiting-approval');
  });

  it('counts the cycles that have begun', () => {
    const monthly = scheme({ cycle: 'month', base: 50 });
    expect(totalOf(monthly, [], { asOf: '2026-03-01' })).toBe(150);
    expect(totalOf(monthly, [], { asOf: '2025-12-31' })).toBeNull();
  });
});

describe('limits', () => {
  it('once in the period, up to the limit of the item, up to that of the category', () => {
    const of = scheme({
      base: 0,
      categoryCaps: [{ category: '组织生活', tenths: 50 }],
      items: [
        item('note', { per: 'quarter', category: '学习' }),
        item('three', { tenths: 30, cap: 80, capPeriod: 'quarter' }),
      ],
    });
    const notes = [entry('2026-01-05', 10, 'note'), entry('2026-03-31', 10, 'note'), entry('2026-04-01', 10, 'note')];
    const meetings = ['01-10', '02-10', '03-10'].map((day) => entry(`2026-${day}`, 30, 'three'));
    const counted = countEntries([...notes, ...meetings], of, '2026-12-31');
    const shown = (all: PointsEntry[]) => all.map(({ id }) => [counted.get(id)?.counted, counted.get(id)?.overCap]);
    expect(shown(notes)).toEqual([
      [10, 0],
      [0, 10],
      [10, 0],
    ]);
    expect(shown(meetings)).toEqual([
      [30, 0],
      [20, 10],
      [0, 30],
    ]);
  });

  it('lets earlier days fill a limit first, in whatever order they were entered', () => {
    const of = scheme({ items: [item('plus', { cap: 15 })] });
    const late = entry('2026-09-01', 10);
    const early = entry('2026-02-01', 10);
    const counted = countEntries([late, early], of, '2026-12-31');
    expect([counted.get(early.id)?.counted, counted.get(late.id)?.counted]).toEqual([10, 5]);
  });
});

describe('from year to year', () => {
  const carrying = scheme({ base: 0, carryPercent: 20, fromYear: 2024 });

  it('carries a share into the first base of the next, rounded half up to a tenth', () => {
    const entries = [entry('2024-05-01', 873), entry('2025-05-01', 100)];
    expect(totalOf(carrying, entries, { year: 2025 })).toBe(275); // 174.6 → 175
    expect(totalOf(carrying, entries, { year: 2026 })).toBe(55);
    expect(yearOf(carrying, entries).get('m1')?.cycles[0]?.baseKind).toBe('carried');
  });

  it('carries nothing of a vetoed year, of a year below zero, and of the years before the scheme', () => {
    const vetoed = scheme({ base: 0, carryPercent: 20, fromYear: 2024, veto: 'year' });
    expect(totalOf(vetoed, [entry('2025-05-01', 500), entry('2025-06-01', 0, 'veto')])).toBe(0);
    const open = scheme({ base: 0, carryPercent: 50, fromYear: 2024, floor: null });
    expect(totalOf(open, [entry('2025-05-01', 500, 'minus')])).toBe(0);
    expect(totalOf(carrying, [entry('2023-05-01', 500)], { year: 2024 })).toBe(0);
  });

  it('gives a monthly scheme its share in January only', () => {
    const monthly = scheme({ base: 10, cycle: 'month', carryPercent: 10, fromYear: 2025 });
    expect(
      yearOf(monthly, [])
        .get('m1')
        ?.cycles.map(({ base }) => base),
    ).toEqual([22, ...Array(11).fill(10)]);
  });
});

describe('who joins on the way', () => {
  const here = [person('m1'), person('m2')];
  const earned = [
    entry('2026-02-01', 100),
    entry('2026-02-01', 50, 'plus', { memberId: 'm2' }),
    entry('2026-09-01', 500),
  ];
  const newcomer = (stay: Stay = {}) => person('n', { from: '2026-08-10', entryKind: 'transferred-in', ...stay });
  const joined = (of: PointsScheme, who = newcomer()) => yearOf(of, earned, { people: [...here, who] }).get('n');

  it('has the base, a part of it by months, or what the branch had on average the day before', () => {
    expect(joined(scheme({ joiners: 'base' }))?.total).toBe(600);
    expect(joined(scheme({ joiners: 'pro-rata' }))?.total).toBe(250); // August to December: 5 of 12
    expect(joined(scheme({ joiners: 'branch-average' }))?.total).toBe(675);
    expect(joined(scheme({ joiners: 'branch-average' }), newcomer({ from: '2026-02-01' }))?.total).toBe(600);
  });

  it('has the average of the months that were over, if transferred in; nothing for them, if newly admitted', () => {
    const monthly = scheme({ cycle: 'month', base: 10, joiners: 'branch-average' });
    const bases = joined(monthly)?.cycles.map(({ base }) => base);
    expect(bases).toEqual([10, 85, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
    const admitted = person(
      'n',
      { from: '2026-08-10', entryKind: 'admitted' },
      { joinedOn: '2026-08-10', confirmedOn: null },
    );
    expect(joined(monthly, admitted)?.cycles).toHaveLength(5);
  });

  it('takes who was registered during the year as already a member here for somebody who was here', () => {
    expect(joined(scheme({ joiners: 'pro-rata' }), newcomer({ entryKind: 'registered' }))?.total).toBe(600);
  });

  it('stands on the base where nobody was there to take an average of', () => {
    const of = scheme({ joiners: 'branch-average' });
    expect(yearOf(of, [], { people: [newcomer()] }).get('n')?.total).toBe(600);
  });
});

describe('who takes no part', () => {
  const out = (from: string) => ({ statuses: [{ kind: 'mobile-out' as const, from, to: null }] });
  const takesPart = (who: PointsPerson, of = scheme({ exemptsMobileMonths: 6 })) =>
    yearOf(of, [], { people: [who] }).has(who.id);

  it('the retired, the long away, and who the branch decided on — by the flags of the scheme', () => {
    expect(takesPart(person('m1', {}, { isRetired: true }))).toBe(false);
    expect(takesPart(person('m1', {}, { isRetired: true }), scheme({ exemptsRetired: false }))).toBe(true);
    expect(takesPart(person('m1', {}, out('2026-06-30')))).toBe(false);
    expect(takesPart(person('m1', {}, out('2026-07-01')))).toBe(true);
    expect(takesPart(person('m1', {}, out('2020-01-01')), scheme({ exemptsMobileMonths: null }))).toBe(true);
    const exemptions = [{ memberId: 'm1', from: '2026-01-01', to: null, reason: '' }];
    expect(takesPart(person('m1'), scheme({ exemptions }))).toBe(false);
  });
});

describe('grades and places', () => {
  it('takes the highest band reached; equal points share a place', () => {
    const bands = [
      { name: '合格', from: 600 },
      { name: '优秀', from: 900 },
      { name: '良好', from: 800 },
    ];
    expect([899, 900, 800, 599, null].map((total) => bandOf(bands, total))).toEqual(['良好', '优秀', '良好', '', '']);
    expect([
      ...ranksOf(
        new Map([
          ['a', 5],
          ['b', 9],
          ['c', null],
          ['d', 9],
          ['e', 1],
        ]),
      ),
    ]).toEqual([
      ['a', 3],
      ['b', 1],
      ['d', 1],
      ['e', 4],
    ]);
  });
});

describe('properties', () => {
  const anyEntries = fc.array(
    fc.record({
      day: fc.date({
        min: new Date('2026-01-01T00:00:00Z'),
        max: new Date('2026-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      tenths: fc.integer({ min: 0, max: 300 }),
      itemId: fc.constantFrom('plus', 'minus'),
    }),
    { maxLength: 30 },
  );
  const toEntries = (all: { day: Date; tenths: number; itemId: string }[]) =>
    all.map(({ day, tenths, itemId }) => entry(day.toISOString().slice(0, 10), tenths, itemId));

  it('months make quarters, quarters make the year, and the cycles make the total, in whole tenths', () => {
    fc.assert(
      fc.property(
        anyEntries,
        fc.constantFrom('month', 'quarter', 'year'),
        fc.integer({ min: 0, max: 900 }),
        (all, cycle, base) => {
          const of = scheme({ cycle, base, floor: null });
          const entries = toEntries(all);
          const year = yearOf(of, entries).get('m1');
          const sum = (list: readonly { plus: number; minus: number }[] = [], key: 'plus' | 'minus') =>
            list.reduce((total, each) => total + each[key], 0);
          for (const key of ['plus', 'minus'] as const) {
            expect(sum(year?.quarters, key)).toBe(sum(year?.months, key));
            expect(sum(year?.cycles, key)).toBe(sum(year?.months, key));
          }
          const bases = year?.cycles.reduce((total, each) => total + each.base, 0) ?? 0;
          expect(year?.total).toBe(bases + sum(year?.months, 'plus') - sum(year?.months, 'minus'));
          expect(Number.isInteger(year?.total)).toBe(true);
        },
      ),
    );
  });

  it('no limit is ever passed, and nothing below it is lost', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: 0, max: 400 }), (all, cap) => {
        const of = scheme({ items: [item('plus', { cap, capPeriod: 'quarter' }), item('minus', { kind: 'minus' })] });
        const entries = toEntries(all);
        const counted = countEntries(entries, of, '2026-12-31');
        for (const quarter of ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31']) {
          const [from = '', to = ''] = quarter.split('/').map((day) => `2026-${day}`);
          const { plus } = sumWithin(entries, counted, { from, to });
          const offered = entries
            .filter(({ on, itemId }) => itemId === 'plus' && on >= from && on <= to)
            .reduce((total, { tenths }) => total + tenths, 0);
          expect(plus).toBe(Math.min(cap, offered));
        }
      }),
    );
  });

  it('floor and cap hold for whatever is entered', () => {
    fc.assert(
      fc.property(anyEntries, (all) => {
        const total = totalOf(scheme({ floor: 0, cap: 1000 }), toEntries(all)) ?? -1;
        expect(total >= 0 && total <= 1000).toBe(true);
      }),
    );
  });

  it('a share and an average are whole and off by at most half a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 100 }), (tenths, percent) => {
        const share = shareOf(tenths, percent, 100);
        expect(Math.abs(share * 100 - Math.max(0, tenths) * percent)).toBeLessThanOrEqual(50);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 }), (results) => {
        const sum = results.reduce((total, each) => total + each, 0);
        expect(Math.abs(2 * ((averageOf(results) ?? 0) * results.length - sum))).toBeLessThanOrEqual(results.length);
      }),
    );
  });
});
