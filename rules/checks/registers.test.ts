import { expect, test } from 'vitest';
import { facts, found } from './fixtures.ts';
import { l2, r2, rectificationDue, t1, t4 } from './registers.ts';

const empty = facts('2026-11-24').registers;

test('T1: a letter is good through its last day, and a returned or accepted one is no matter any more', () => {
  const transfer = {
    id: 't1',
    memberId: 'm1',
    direction: 'out' as const,
    state: 'issued' as const,
    validUntil: '2026-11-24',
  };
  const on = (day: string, state: 'issued' | 'accepted' | 'returned' = 'issued') =>
    found(t1, facts(day, { registers: { ...empty, transfers: [{ ...transfer, state }] } }));
  expect([on('2026-10-24'), on('2026-10-25'), on('2026-11-24'), on('2026-11-25')]).toEqual([
    [],
    ['expiring:due-soon'],
    ['expiring:due-soon'],
    ['expired:overdue'],
  ]);
  expect([on('2026-12-25', 'accepted'), on('2026-12-25', 'returned')]).toEqual([[], []]);
});

test('T4: six months after the last contact, counted by the calendar; who came back is not away', () => {
  const mobile = {
    id: 'f1',
    direction: 'out' as const,
    memberId: 'm1',
    name: '甲',
    leftOn: '2025-01',
    isAbroad: false,
    returnedOn: null as string | null,
    contacts: [{ id: 'c1', on: '2026-08-31', by: '', method: '', content: '' }],
  };
  const on = (day: string, more = {}) =>
    found(t4, facts(day, { registers: { ...empty, mobiles: [{ ...mobile, ...more }] } }));
  expect([on('2027-02-27'), on('2027-02-28')]).toEqual([[], ['no-contact:due-soon']]);
  expect(on('2027-03-01', { returnedOn: '2027-02-01' })).toEqual([]);
});

test('L2: six months lost, then two years of 停止党籍', () => {
  const lost = {
    id: 'l1',
    memberId: 'm1',
    lostOn: '2024-05-20',
    foundOn: null as string | null,
    membershipStoppedOn: null as string | null,
    struckOffOn: null as string | null,
    restoredOn: null as string | null,
    restorationNumber: '',
  };
  const on = (day: string, more = {}) =>
    found(l2, facts(day, { registers: { ...empty, lost: [{ ...lost, ...more }] } }));
  expect([on('2024-11-19'), on('2024-11-20')]).toEqual([[], ['may-stop:due-soon']]);
  const stopped = { membershipStoppedOn: '2024-12-01' };
  expect([on('2026-11-30', stopped), on('2026-12-01', stopped)]).toEqual([[], ['strike-off-due:due-soon']]);
  const foundAgain = { ...stopped, foundOn: '2026-12-15' };
  expect(on('2027-01-01', foundAgain)).toEqual(['restore-undecided:incomplete']);
  expect(on('2027-02-01', { ...foundAgain, restoredOn: '2027-01-20' })).toEqual(['restore-unnumbered:incomplete']);
  expect(on('2027-02-01', { ...foundAgain, restoredOn: '2027-01-20', restorationNumber: '临组〔2027〕2号' })).toEqual(
    [],
  );
  expect(on('2027-01-01', { foundOn: '2026-12-15' })).toEqual([]);
});

test('R2: a deadline that passed without review, and one longer than a year', () => {
  const measure = {
    id: 'x1',
    memberId: 'm1',
    kind: 'correction-within-time' as const,
    decidedOn: '2026-01-15',
    deadline: '2026-07-15',
    reviewedOn: null as string | null,
  };
  const on = (day: string, more = {}) =>
    found(r2, facts(day, { registers: { ...empty, measures: [{ ...measure, ...more }] } }));
  expect([on('2026-07-15'), on('2026-07-16')]).toEqual([[], ['review-missing:overdue']]);
  expect(on('2026-08-01', { reviewedOn: '2026-07-20' })).toEqual([]);
  expect(on('2026-02-01', { deadline: '2027-01-16' })).toEqual(['too-long:overdue']);
  // A year by the calendar, from a leap day: its last day is 28 February.
  const leap = { decidedOn: '2024-02-29', reviewedOn: '2025-02-01' };
  expect(on('2025-02-01', { ...leap, deadline: '2025-02-28' })).toEqual([]);
  expect(on('2025-02-01', { ...leap, deadline: '2025-03-01' })).toEqual(['too-long:overdue']);
});

test('R2: a 限期改正 without a deadline lacks one, and is over when the longest time is', () => {
  const measure = {
    id: 'x1',
    memberId: 'm1',
    kind: 'correction-within-time' as const,
    decidedOn: '2026-01-31',
    deadline: null,
    reviewedOn: null as string | null,
  };
  const on = (day: string, more = {}) =>
    found(r2, facts(day, { registers: { ...empty, measures: [{ ...measure, ...more }] } }));
  expect([on('2026-02-01'), on('2027-01-31'), on('2027-02-01')]).toEqual([
    ['no-deadline:incomplete'],
    ['no-deadline:incomplete'],
    ['review-missing:overdue'],
  ]);
  expect(on('2026-07-01', { reviewedOn: '2026-06-30' })).toEqual([]);
  expect(on('2027-02-01', { kind: 'persuaded-to-resign' })).toEqual([]);
});

test('L2: decisions before their time stand out in their year and the next', () => {
  const lost = {
    id: 'l1',
    memberId: 'm1',
    lostOn: '2024-02-29',
    foundOn: null,
    membershipStoppedOn: '2024-08-29' as string | null,
    struckOffOn: null as string | null,
    restoredOn: null,
    restorationNumber: '',
  };
  const on = (day: string, more = {}) =>
    found(l2, facts(day, { registers: { ...empty, lost: [{ ...lost, ...more }] } }));
  expect(on('2025-06-01')).toEqual([]);
  expect(on('2025-06-01', { membershipStoppedOn: '2024-08-28' })).toEqual(['stopped-early:overdue']);
  expect(on('2026-06-01', { membershipStoppedOn: '2024-08-28' })).toEqual([]);
  // Known to the month: only what is surely too early.
  expect(on('2025-06-01', { lostOn: '2024-02', membershipStoppedOn: '2024-08-01' })).toEqual([]);
  expect(on('2025-06-01', { lostOn: '2024-02', membershipStoppedOn: '2024-07-31' })).toEqual(['stopped-early:overdue']);
  const struckOff = { lostOn: '2023-08-31', membershipStoppedOn: '2024-02-29' };
  expect(on('2026-06-01', { ...struckOff, struckOffOn: '2026-02-28' })).toEqual([]);
  expect(on('2026-06-01', { ...struckOff, struckOffOn: '2026-02-27' })).toEqual(['struck-off-early:overdue']);
});

test('what is to be put right is told a month ahead and after its day', () => {
  const each = {
    id: 'z1',
    problem: '台账不全',
    responsibleName: '甲',
    dueOn: '2026-12-31',
    doneOn: null as string | null,
  };
  const on = (day: string, more = {}) =>
    found(rectificationDue, facts(day, { registers: { ...empty, rectifications: [{ ...each, ...more }] } }));
  expect([on('2026-11-30'), on('2026-12-01'), on('2027-01-01')]).toEqual([
    [],
    ['due-soon:due-soon'],
    ['overdue:overdue'],
  ]);
  expect(on('2027-01-01', { doneOn: '2026-12-20' })).toEqual([]);
});
