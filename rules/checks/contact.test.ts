import { expect, test } from 'vitest';
import type { CheckFacts } from './check.ts';
import { l1, t3 } from './contact.ts';
import { facts, found, meeting, member, present } from './fixtures.ts';

const empty = facts('2026-11-24').registers;

const away = (from: string) => ({
  id: 'a',
  kind: 'mobile-out' as const,
  from,
  to: null,
  detail: '',
  reason: '',
  documentNumber: '',
});

test('T3: six months away by the state alone, by the calendar, and in no register', () => {
  const on = (day: string, from: string, registers: Partial<CheckFacts['registers']> = {}) =>
    found(
      t3,
      facts(day, { members: [member('m1', { statuses: [away(from)] })], registers: { ...empty, ...registers } }),
    );
  expect([on('2025-02-27', '2024-08-31'), on('2025-02-28', '2024-08-31')]).toEqual([[], ['away:due-soon']]);
  // A month counts from its last day.
  expect([on('2025-02-27', '2024-08'), on('2025-02-28', '2024-08')]).toEqual([[], ['away:due-soon']]);
  const mobile = {
    id: 'f1',
    direction: 'out' as const,
    memberId: 'm1',
    name: '党员m1',
    leftOn: '2024-08-31',
    isAbroad: false,
    contacts: [],
    returnedOn: null as string | null,
  };
  expect(on('2025-06-01', '2024-08-31', { mobiles: [mobile] })).toEqual([]);
  expect(on('2025-06-01', '2024-08-31', { mobiles: [{ ...mobile, returnedOn: '2025-01-01' }] })).toHaveLength(1);
  const transfer = { id: 't1', memberId: 'm1', direction: 'out' as const, state: 'issued' as const, validUntil: null };
  expect(on('2025-06-01', '2024-08-31', { transfers: [transfer] })).toEqual([]);
  expect(on('2025-06-01', '2024-08-31', { transfers: [{ ...transfer, state: 'returned' }] })).toHaveLength(1);
});

test('L1: six months without a meeting, a payment or a talk, counted from the last of them', () => {
  const first = meeting('k1', { heldOn: '2025-08-31', attendance: present('m1', 'm2') });
  const later = meeting('k2', { heldOn: '2026-02-20', attendance: present('m2') });
  const people = [member('m1'), member('m2')];
  const who = (day: string, more: Partial<CheckFacts> = {}) =>
    l1
      .evaluate(facts(day, { members: people, meetings: [first, later], ...more }))
      .map(({ params }) => `${params.person} ${params.since}`);
  expect(who('2026-02-27')).toEqual([]);
  expect(who('2026-02-28')).toEqual(['党员m1 2025-08-31']);
  const absent = [{ memberId: 'm1', state: 'absent' as const, reason: '', opinionReceivedOn: null }];
  const leave = [{ memberId: 'm1', state: 'leave' as const, reason: '出差', opinionReceivedOn: null }];
  const withThird = (attendance: typeof absent | typeof leave) => [
    first,
    later,
    meeting('k3', { heldOn: '2026-01-10', attendance }),
  ];
  expect(who('2026-02-28', { meetings: withThird(absent) })).toEqual(['党员m1 2025-08-31']);
  expect(who('2026-02-28', { meetings: withThird(leave) })).toEqual([]);
  const talk = { id: 'g1', kind: 'other' as const, heldOn: '2025-12-31', talkerIds: ['m2'], subjectId: 'm1' };
  expect(who('2026-02-28', { registers: { ...empty, talks: [talk] } })).toEqual([]);
  const lost = {
    id: 'l1',
    memberId: 'm1',
    lostOn: '2025-08-31',
    foundOn: null,
    membershipStoppedOn: null,
    struckOffOn: null,
    restoredOn: null,
    restorationNumber: '',
  };
  expect(who('2026-02-28', { registers: { ...empty, lost: [lost] } })).toEqual([]);
});

test('L1: nothing is told before the records begin, nor of who came in since', () => {
  expect(found(l1, facts('2026-11-24', { members: [member('m1')] }))).toEqual([]);
  const only = [meeting('k1', { heldOn: '2026-05-25', attendance: present('m2') })];
  const begun = [...only, meeting('k2', { heldOn: '2026-11-01', attendance: present('m2') })];
  expect(found(l1, facts('2026-11-24', { members: [member('m1')], meetings: begun }))).toEqual([]);
  expect(found(l1, facts('2026-11-25', { members: [member('m1')], meetings: begun }))).toEqual(['no-sign:due-soon']);
  // Nobody has been seen for half a year: nothing was registered, that is all.
  expect(found(l1, facts('2026-11-25', { members: [member('m1')], meetings: only }))).toEqual([]);
  const [stay] = member('m1').memberships;
  const came = member('m1', { memberships: stay ? [{ ...stay, from: '2026-06' }] : [] });
  expect(found(l1, facts('2026-12-29', { members: [came], meetings: begun }))).toEqual([]);
  expect(found(l1, facts('2026-12-30', { members: [came], meetings: begun }))).toEqual(['no-sign:due-soon']);
});
