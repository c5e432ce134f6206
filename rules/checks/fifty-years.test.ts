import { expect, test } from 'vitest';
import type { Honour } from '../../contract/care.ts';
import { fiftyYears } from './fifty-years.ts';
import { facts, member } from './fixtures.ts';

function named(asOf: string, people: ReturnType<typeof member>[], honours: Partial<Honour>[] = []): string[] {
  const points = { ...facts(asOf).points, honours: honours as Honour[] };
  return fiftyYears.evaluate(facts(asOf, { members: people, points })).map(({ params }) => String(params.names));
}

const confirmed = (confirmedOn: string, fields: object = {}) =>
  member('m1', { joinedOn: '1975-07-01', confirmedOn, ...fields });

test('fifty full years on 1 July, counted from 转正 with the correction', () => {
  expect(named('2026-05-01', [confirmed('1976-07-01')])).toEqual(['党员m1']);
  expect(named('2026-05-01', [confirmed('1976-07-02')])).toEqual([]);
  expect(named('2026-05-01', [confirmed('1976-07')])).toEqual(['党员m1']);
  // Of a year alone it is not known.
  expect(named('2026-05-01', [confirmed('1976')])).toEqual([]);
  expect(named('2027-05-01', [confirmed('1976')])).toEqual(['党员m1']);
  expect(named('2026-05-01', [confirmed('1977-07-01', { partyYearsCorrection: 1 })])).toEqual(['党员m1']);
  expect(named('2026-05-01', [confirmed('1976-07-01', { partyYearsCorrection: -1 })])).toEqual([]);
});

test('told from April through July, until the medal is registered, and only of who is here', () => {
  const old = [confirmed('1970-01-01')];
  expect([
    named('2026-03-31', old),
    named('2026-04-01', old),
    named('2026-07-31', old),
    named('2026-08-01', old),
  ]).toEqual([[], ['党员m1'], ['党员m1'], []]);
  expect(named('2026-05-01', old, [{ memberId: 'm1', title: '“光荣在党50年”纪念章' }])).toEqual([]);
  expect(named('2026-05-01', old, [{ memberId: 'm1', title: '优秀共产党员' }])).toHaveLength(1);
  const stopped = {
    id: 's',
    kind: 'membership-stopped' as const,
    from: '2026-01',
    to: null,
    detail: '',
    reason: '',
    documentNumber: '',
  };
  expect(named('2026-05-01', [confirmed('1970-01-01', { statuses: [stopped] })])).toEqual([]);
});
