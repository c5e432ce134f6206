import { describe, expect, test } from 'vitest';
import { PostTitle } from '../../contract/branch.ts';
import { type CodeTable, codeOf, lookUpCode, nameOf } from './code-table.ts';
import { degreeCodeOf, degrees, isNoDegree } from './degree.ts';
import { educationLevel, educations, isCollegeOrAbove } from './education.ts';
import { ethnicities, ethnicityCodes, isMinority } from './ethnicity.ts';
import { jobs } from './job.ts';
import { readCategory } from './member.ts';
import { postRank, postTitleNames, readPosts } from './organisation.ts';
import { politicalStatuses } from './political-status.ts';
import { sexes } from './sex.ts';

const tables: Record<string, CodeTable> = { sexes, ethnicities, educations, degrees, jobs, politicalStatuses };

test('every code has a name that leads back to it, and every alias leads to a code', () => {
  for (const table of Object.values(tables)) {
    for (const [code, name] of Object.entries(table.names)) expect(codeOf(table, name)).toBe(code);
    for (const code of Object.values(table.aliases)) expect(Object.keys(table.names)).toContain(code);
    for (const codes of Object.values(table.ambiguous ?? {}))
      for (const code of codes) expect(Object.keys(table.names)).toContain(code);
  }
});

test('56 ethnicities with the codes of the standard', () => {
  expect(ethnicityCodes).toHaveLength(58);
  expect(['01', '11', '15', '28', '43', '56'].map((code) => nameOf(ethnicities, code))).toEqual([
    '汉族',
    '满族',
    '土家族',
    '景颇族',
    '乌孜别克族',
    '基诺族',
  ]);
  expect(['汉', '维吾尔', '维族', ' 土 家 族'].map((word) => codeOf(ethnicities, word))).toEqual([
    '01',
    '05',
    '05',
    '15',
  ]);
  expect([isMinority('01'), isMinority('05'), isMinority(null)]).toEqual([false, true, false]);
});

test.each([
  ['大学', '20'],
  ['本科', '20'],
  ['大学本科', '20'],
  ['大学本科毕业', '21'],
  ['大专', '30'],
  ['研究生', '10'],
  ['硕士研究生', '14'],
  ['博士', '11'],
  ['中专', '41'],
  ['高中', '60'],
  ['初中', '70'],
  ['小学', '80'],
  ['２１', '21'],
])('education %s is %s', (word, code) => {
  expect(codeOf(educations, word)).toBe(code);
});

test('education falls into the levels of the statistics; unknown stays unknown', () => {
  expect(['11', '20', '31', '41', '61', '71', '81', null].map(educationLevel)).toEqual([
    'postgraduate',
    'bachelor',
    'college',
    'secondary-vocational',
    'high-school',
    'lower',
    'lower',
    null,
  ]);
  expect([isCollegeOrAbove('31'), isCollegeOrAbove('41'), isCollegeOrAbove(null)]).toEqual([true, false, false]);
});

test('degrees are read with their discipline, and none is not a code', () => {
  expect(['工学硕士', '学士学位', '法学博士学位', '401', '大学'].map(degreeCodeOf)).toEqual([
    '3',
    '4',
    '2',
    '401',
    null,
  ]);
  expect(nameOf(degrees, '401')).toBe('学士');
  expect(isNoDegree('无')).toBe(true);
});

describe('what may mean several things is not guessed', () => {
  test('sex 0, 管理人员, 中共党员', () => {
    expect(lookUpCode(sexes, '0')).toEqual({ kind: 'ambiguous', codes: ['0', '2'] });
    expect(codeOf(jobs, '管理人员')).toBeNull();
    expect(readCategory('中共党员')).toBeNull();
    expect(lookUpCode(ethnicities, 'constructor').kind).toBe('unknown');
  });
});

test('a sub-code the table lacks takes the name of its group', () => {
  expect(nameOf(jobs, '0111')).toBe('党政机关工作人员');
  expect(nameOf(jobs, '9')).toBeNull();
  expect(nameOf(educations, null)).toBeNull();
});

describe('posts', () => {
  test('are printed in the order of the contract', () => {
    expect(Object.keys(postTitleNames)).toEqual(PostTitle.options);
    expect(postRank(['member', 'deputy-secretary'], false)).toBe(1);
    expect(postRank([], true)).toBeLessThan(postRank([], false));
    expect(postRank(['member'], false)).toBeLessThan(postRank([], true));
  });

  test('are read from a cell with several', () => {
    expect(readPosts('党支部副书记兼组织委员、第一党小组组长')).toEqual({
      titles: ['deputy-secretary', 'organisation'],
      isGroupLeader: true,
      unread: [],
    });
    expect(readPosts('支部书记').titles).toEqual(['secretary']);
    expect(readPosts('支部委员').titles).toEqual(['member']);
    expect(readPosts('党员')).toEqual({ titles: [], isGroupLeader: false, unread: [] });
    expect(readPosts('书记、科长').unread).toEqual(['科长']);
  });
});
