import { expect, test } from 'vitest';
import { committeesOf, hadCommitteeThroughout, hasCommitteeOn } from './committee.ts';

const branch = {
  hasCommittee: true,
  committeeSince: '2024-03-01',
  committeeUntil: null,
  formerCommittees: [
    { from: '2019-05-10', to: '2021-12-31' },
    { from: null, to: '2016-06-30' },
  ],
};

test('committees follow one another with times without one between them', () => {
  const days = ['2010-01-01', '2016-06-30', '2016-07-01', '2019-05-09', '2019-05-10', '2021-12-31', '2022-01-01'];
  expect(days.map((day) => hasCommitteeOn(branch, day))).toEqual([true, true, false, false, true, true, false]);
  expect(['2024-02-29', '2024-03-01', '2099-01-01'].map((day) => hasCommitteeOn(branch, day))).toEqual([
    false,
    true,
    true,
  ]);
  expect(committeesOf(branch).map(({ to }) => to)).toEqual(['2016-06-30', '2021-12-31', null]);
});

test('a range across a time without a committee is not throughout, though both its ends are', () => {
  expect(hadCommitteeThroughout(branch, { from: '2021-12-01', to: '2024-03-31' })).toBe(false);
  expect(hadCommitteeThroughout(branch, { from: '2021-10-01', to: '2021-12-31' })).toBe(true);
});

test('a committee given up counts to its last day; none registered with one is none', () => {
  const given = { ...branch, hasCommittee: false, committeeUntil: '2025-02-28' };
  expect(['2025-02-28', '2025-03-01', '2020-01-01'].map((day) => hasCommitteeOn(given, day))).toEqual([
    true,
    false,
    true,
  ]);
  expect(hasCommitteeOn({ hasCommittee: false, committeeSince: '2020-01-01' }, '2021-01-01')).toBe(false);
});
