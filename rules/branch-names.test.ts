import { expect, test } from 'vitest';
import { namesOn } from './branch-names.ts';

const branch = {
  fullName: '中共丙支部',
  shortName: '丙',
  code: '3',
  superiorName: '临江街道党工委',
  formerNames: [
    { fullName: '中共乙支部', code: '2', superiorName: '临江街道党委', to: '2025-06-30' },
    { fullName: '中共甲支部', code: '1', superiorName: '临江街道党委', to: '2024-02-29' },
  ],
};

test.each([
  ['2020-01-01', '中共甲支部', '1', ''],
  ['2024-02-29', '中共甲支部', '1', ''],
  ['2024-03-01', '中共乙支部', '2', ''],
  ['2025-06-30', '中共乙支部', '2', ''],
  ['2025-07-01', '中共丙支部', '3', '丙'],
])('on %s it is %s', (day, fullName, code, shortName) => {
  expect(namesOn(branch, day)).toMatchObject({ fullName, code, shortName });
});

test('a new superior alone leaves the name and its short form', () => {
  const moved = {
    ...branch,
    formerNames: [{ fullName: '中共丙支部', code: '3', superiorName: '旧街道', to: '2025-06-30' }],
  };
  expect(namesOn(moved, '2025-06-30')).toMatchObject({
    fullName: '中共丙支部',
    shortName: '丙',
    superiorName: '旧街道',
  });
});
