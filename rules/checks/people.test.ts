import { describe, expect, test } from 'vitest';

import { idCheckCharacter } from '../id-number.ts';
import { r1 } from './appraisal.ts';
import { facts, found, meeting, member, members, training, vote } from './fixtures.ts';
import { checks } from './index.ts';
import { membersIncomplete, s1c } from './member-data.ts';
import { o1, o2, o3, o4, secretaryPartyYears } from './organisation.ts';

test('a branch in order has no finding; in January nothing is due yet', () => {
  const complete = members(8).map((each, index) => {
    const first17 = `11010519800101${String(index * 20 + 11).padStart(3, '0')}`;
    return { ...each, idNumber: `${first17}${idCheckCharacter(first17)}` };
  });
  const trained = complete.map(({ id }) => id);
  const trainings = [training('t1', '2024-05-01', 56, trained)];
  const value = facts('2025-01-05', { members: complete, trainings });
  expect(checks.filter((check) => check.evaluate(value).length > 0).map((check) => check.id)).toEqual([]);
});

test('every code that a check gives is one it declares, and ids are unique', () => {
  expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
  const bad = facts('2027-06-30', {
    members: [member('m1', { confirmedOn: null, joinedOn: '2024-01-01', idNumber: '11010519491231002X', sex: '1' })],
    meetings: [
      meeting('k1', { heldOn: '2026-05-01', agenda: [], votes: [vote({ inFavour: 3, recordedResult: 'passed' })] }),
    ],
    groups: [{ id: 'g1', name: '一组', from: '2020-01-01', to: null }],
  });
  for (const check of checks) {
    expect(check.source.length).toBeGreaterThan(5);
    const findings = check.evaluate(bad);
    for (const finding of findings) expect(check.codes).toContain(finding.params.code);
    expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length);
  }
});

describe('O1: the term', () => {
  const term = { id: 't1', electedOn: '2022-03-15', years: 3, extendedTo: null, extensionNumber: '' };
  const on = (asOf: string, fields: object = {}) => found(o1, facts(asOf, { terms: [{ ...term, ...fields }] }));

  test('is reminded of six months before its end and overdue the day after', () => {
    expect(on('2024-09-14')).toEqual([]);
    expect(on('2024-09-15')).toEqual(['ending:due-soon']);
    expect(on('2025-03-15')).toEqual(['ending:due-soon']);
    expect(on('2025-03-16')).toEqual(['overdue:overdue']);
    expect(on('2026-03-16')).toEqual(['long-overdue:overdue']);
  });

  test('six months before the end of August is the last of February', () => {
    const august = { electedOn: '2022-08-31' };
    expect(on('2025-02-27', august)).toEqual([]);
    expect(on('2025-02-28', august)).toEqual(['ending:due-soon']);
  });

  test('lasts five years where so registered, and an approved extension moves the end', () => {
    expect(on('2025-03-16', { years: 5 })).toEqual([]);
    expect(on('2025-03-16', { extendedTo: '2025-12-31', extensionNumber: '〔2025〕3号' })).toEqual([]);
    expect(on('2025-03-15', { extendedTo: '2025-12-31' })).toEqual(['extension-unapproved:incomplete']);
    expect(on('2025-03-16', { extendedTo: '2025-12-31' })).toEqual(['extension-unapproved:overdue']);
    expect(on('2025-03-16', { extendedTo: '2026-03-16', extensionNumber: 'x' })).toEqual(['extended-too-long:overdue']);
  });

  test('none on record is told', () => {
    expect(found(o1, facts('2025-01-01', { terms: [] }))).toEqual(['no-term:incomplete']);
  });
});

describe('O2 and O3: numbers', () => {
  const branch = facts('2025-01-01').branch;

  test('seven full members need a committee, probationary ones do not count', () => {
    const without = { ...branch, hasCommittee: false };
    expect(found(o2, facts('2025-01-01', { branch: without, members: members(7) }))).toEqual([
      'committee-missing:todo',
    ]);
    const six = [...members(6), member('p1', { joinedOn: '2024-12-01', confirmedOn: null })];
    expect(found(o2, facts('2025-01-01', { branch: without, members: six }))).toEqual([]);
    expect(found(o2, facts('2025-01-01', { members: six }))).toEqual(['committee-not-due:todo']);
  });

  test('a committee has three to seven members', () => {
    const posts = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `p${index}`,
        memberId: `m${index + 1}`,
        branchId: 'b1',
        title: 'member' as const,
        from: '2024-01-01',
        to: null,
      }));
    expect(found(o2, facts('2025-01-01', { posts: posts(2) }))).toEqual(['committee-size:todo']);
    expect(found(o2, facts('2025-01-01', { posts: posts(3) }))).toEqual([]);
    expect(found(o2, facts('2025-01-01', { posts: posts(8) }))).toEqual(['committee-size:todo']);
    expect(found(o2, facts('2025-01-01', { posts: [] }))).toEqual(['committee-unregistered:incomplete']);
  });

  test('a branch has three full members and at most fifty in all', () => {
    expect(found(o3, facts('2025-01-01', { members: members(2) }))).toEqual(['too-few-full-members:todo']);
    expect(found(o3, facts('2025-01-01', { members: members(50) }))).toEqual([]);
    expect(found(o3, facts('2025-01-01', { members: members(51) }))).toEqual(['too-many-members:todo']);
  });
});

describe('O4: posts', () => {
  const [secretary, ...others] = facts('2025-01-01').posts;
  const gone = {
    id: 'p1',
    memberId: 'm1',
    branchId: 'b1',
    title: 'secretary' as const,
    from: '2024-01-10',
    to: '2025-01-31',
  };

  test('a post may stand empty for three months', () => {
    expect(found(o4, facts('2025-04-30', { posts: [gone, ...others] }))).toEqual([]);
    expect(found(o4, facts('2025-05-01', { posts: [gone, ...others] }))).toEqual(['vacant:todo']);
    const filled = { ...gone, id: 'p9', memberId: 'm5', from: '2025-02-10', to: null };
    expect(found(o4, facts('2025-05-01', { posts: [gone, ...others, filled] }))).toEqual([]);
  });

  test('a post that ended with the committee before is no vacancy, but a branch always has a 书记', () => {
    const before = { ...gone, id: 'p8', from: '2021-01-10', to: '2024-01-09' };
    const old = [...others, ...(secretary ? [secretary] : []), { ...before, title: 'youth' as const }];
    expect(found(o4, facts('2025-05-01', { posts: old }))).toEqual([]);
    expect(found(o4, facts('2025-05-01', { posts: [before, ...others] }))).toEqual(['vacant:todo']);
  });

  test('a holder who left the branch and a secretary never registered are told', () => {
    expect(found(o4, facts('2025-01-01', { members: members(8).slice(1) }))).toEqual(['holder-left:incomplete']);
    expect(found(o4, facts('2025-01-01', { posts: others }))).toEqual(['secretary-unregistered:incomplete']);
  });

  test('a secretary has a year of party membership when the post begins', () => {
    const young = members(8).map((each) =>
      each.id === secretary?.memberId ? { ...each, joinedOn: '2022-06-01', confirmedOn: '2023-06-01' } : each,
    );
    expect(found(secretaryPartyYears, facts('2025-01-01', { members: young }))).toEqual(['secretary-party-years:todo']);
    expect(found(secretaryPartyYears, facts('2025-01-01'))).toEqual([]);
    const probationary = members(8).map((each) =>
      each.id === secretary?.memberId ? { ...each, joinedOn: '2023-06-01', confirmedOn: null } : each,
    );
    expect(found(secretaryPartyYears, facts('2025-01-01', { members: probationary }))).toEqual([
      'secretary-party-years:todo',
    ]);
  });
});

test('R1: quota, graded probationers and missing grades, with names', () => {
  const entry = (memberId: string, decidedGrade: 'excellent' | 'qualified' | null) => ({
    memberId,
    selfGrade: null,
    mutualGrade: null,
    pollExcellent: null,
    pollQualified: null,
    pollBasicallyQualified: null,
    pollUnqualified: null,
    decidedGrade,
    notTakenPartReason: '',
    note: '',
  });
  const appraisal = {
    id: 'x1',
    revision: 1,
    branchId: 'b1',
    year: 2024,
    heldOn: '2025-01-20',
    meetingId: null,
    decidedBy: 'members-meeting' as const,
    decidedOn: null,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsValid: null,
    note: '',
    entries: [
      ...['m1', 'm2', 'm3'].map((id) => entry(id, 'excellent')),
      ...['m4', 'm5', 'm6', 'm7', 'p1'].map((id) => entry(id, 'qualified')),
      entry('m8', null),
    ],
  };
  const people = [...members(8), member('p1', { joinedOn: '2024-09-01', confirmedOn: null })];
  expect(r1.evaluate(facts('2025-02-01', { members: people, appraisals: [appraisal] }))).toMatchObject([
    { params: { code: 'quota-exceeded', year: 2024 }, expected: '≤ 2', actual: '3', severity: 'overdue' },
    { params: { code: 'probationary-graded', names: '党员p1' }, severity: 'overdue' },
    { params: { code: 'grade-missing', names: '党员m8' }, severity: 'incomplete' },
  ]);
  // Held after the end of probation and before the superior approved 转正: not graded, also when looked at later.
  const pending = [...members(8), member('p1', { confirmedOn: '2025-01-10', confirmApprovedOn: '2025-03-01' })];
  const ungraded = {
    ...appraisal,
    entries: appraisal.entries.map((each) => (each.memberId === 'p1' ? entry('p1', null) : each)),
  };
  expect(r1.evaluate(facts('2025-04-01', { members: pending, appraisals: [ungraded] }))).toMatchObject([
    { params: { code: 'quota-exceeded' }, expected: '≤ 2' },
    { params: { code: 'grade-missing', names: '党员m8' } },
  ]);
});

describe('S1c: data that contradict each other', () => {
  const codes = (fields: object) =>
    found(s1c, facts('2025-01-01', { members: [member('m1', fields)] })).map((each) => each.split(':')[0]);

  test.each([
    [{ idNumber: '11010519491231002X', bornOn: '1949-12-31', sex: '2' }, []],
    [{ idNumber: '110105194912310021', bornOn: '1949-12-31', sex: '2' }, ['id-number-checksum']],
    [{ idNumber: '11010519491231002X', bornOn: '1949-11', sex: '1' }, ['birth-date-differs', 'sex-differs']],
    [{ idNumber: '11010519491231002X', bornOn: '1949-11', bornOnReason: '档案认定', sex: '9' }, []],
    [{ bornOn: '1990-06-02', joinedOn: '2008-06-01', confirmedOn: '2009-06-01' }, ['joined-too-young']],
    [{ bornOn: '1990-06-01', joinedOn: '2008-06-01', confirmedOn: '2009-06-01' }, []],
    [{ bornOn: '1990', joinedOn: '2008', confirmedOn: '2009' }, []],
    [{ joinedOn: '2008-06-10', confirmedOn: '2009-06-09' }, ['probation-too-short']],
    [{ joinedOn: '2008-06', confirmedOn: '2009-06-01' }, []],
    [{ joinedOn: '2008-06-10', confirmedOn: '2008-05-10' }, ['confirmed-before-joined']],
    [{ bornOn: '1950-01-01', joinedOn: '1970-05-01', confirmedOn: '1970-05-01' }, []],
    [{ joinedOn: '2008-06-10', confirmedOn: '2009-09-10', probationExtendedMonths: 3 }, ['extension-out-of-range']],
  ])('%o gives %o', (fields, expected) => {
    expect(codes(fields)).toEqual(expected);
  });

  test('the same ID number twice is told at both people', () => {
    const twice = ['m1', 'm2'].map((id) =>
      member(id, { idNumber: '11010519491231002X', bornOn: '1949-12-31', sex: '2' }),
    );
    expect(found(s1c, facts('2025-01-01', { members: twice }))).toEqual([
      'id-number-duplicate:overdue',
      'id-number-duplicate:overdue',
    ]);
  });
});

test('members lacking what every report needs are told, and which fields', () => {
  const value = facts('2025-01-01', {
    members: [member('m1', { ethnicity: null, sex: '9', idNumber: '11010519491231002X' })],
  });
  expect(membersIncomplete.evaluate(value)).toMatchObject([
    { params: { fields: 'ethnicity,sex' }, severity: 'incomplete', expected: '7', actual: '5' },
  ]);
});
