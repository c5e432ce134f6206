import { describe, expect, test } from 'vitest';
import type { MeetingType } from '../contract/meeting.ts';
import { boardRow, type FrequencyFacts, meetingBoard } from './frequency.ts';

function facts(fields: Partial<FrequencyFacts> = {}): FrequencyFacts {
  return {
    branch: { establishedOn: '2010-05-01', closedOn: null, hasCommittee: true },
    groups: [],
    meetings: [],
    appraisalYears: [],
    ...fields,
  };
}

function meeting(
  heldOn: string,
  types: MeetingType[],
  groupId: string | null = null,
  assessmentYear: number | null = null,
) {
  return { heldOn, types, groupId, assessmentYear };
}

function states(value: FrequencyFacts, type: MeetingType, asOf: string, settings: Parameters<typeof boardRow>[4] = []) {
  return boardRow(value, type, 2025, asOf, settings).cells.map((cell) => cell.state);
}

test('a quarter is open to its last day, then missing', () => {
  expect(states(facts(), 'members-meeting', '2025-03-31')).toEqual(['open', 'future', 'future', 'future']);
  expect(states(facts(), 'members-meeting', '2025-04-01')).toEqual(['missing', 'open', 'future', 'future']);
});

test('quarters are calendar quarters, and meetings after the reference day are not there yet', () => {
  const value = facts({
    meetings: [meeting('2025-03-31', ['members-meeting']), meeting('2025-05-02', ['members-meeting'])],
  });
  expect(states(value, 'members-meeting', '2025-05-01')).toEqual(['met', 'open', 'future', 'future']);
  expect(states(value, 'members-meeting', '2025-05-02')[1]).toBe('met');
});

test('a combined meeting counts once for each of its types', () => {
  const value = facts({ meetings: [meeting('2025-01-10', ['members-meeting', 'theme-day', 'party-lesson'])] });
  const board = meetingBoard(value, 2025, '2025-12-31', []);
  const held = Object.fromEntries(board.map((row) => [row.type, row.cells.reduce((sum, cell) => sum + cell.held, 0)]));
  expect(held).toMatchObject({ 'members-meeting': 1, 'theme-day': 1, 'party-lesson': 1, 'committee-meeting': 0 });
});

test('nothing is due of a period in which the branch did not exist throughout', () => {
  const young = facts({ branch: { establishedOn: '2025-02-10', closedOn: null, hasCommittee: true } });
  expect(states(young, 'members-meeting', '2025-12-31')).toEqual(['not-required', 'missing', 'missing', 'open']);
  const closed = facts({ branch: { establishedOn: null, closedOn: '2025-09-30', hasCommittee: true } });
  expect(states(closed, 'members-meeting', '2026-01-01')).toEqual([
    'missing',
    'missing',
    'not-required',
    'not-required',
  ]);
});

test('a branch without a committee owes no committee meeting', () => {
  const value = facts({ branch: { establishedOn: null, closedOn: null, hasCommittee: false } });
  expect(new Set(states(value, 'committee-meeting', '2025-12-31'))).toEqual(new Set(['not-required']));
});

describe('group meetings', () => {
  const groups = [
    { id: 'g1', from: '2020-01-01', to: null },
    { id: 'g2', from: '2025-02-15', to: null },
  ];

  test('are due of every group that existed the whole month', () => {
    const value = facts({
      groups,
      meetings: [
        meeting('2025-01-05', ['group-meeting'], 'g1'),
        meeting('2025-02-05', ['group-meeting'], 'g1'),
        meeting('2025-03-05', ['group-meeting'], 'g1'),
        meeting('2025-03-06', ['group-meeting'], 'g1'),
      ],
    });
    expect(states(value, 'group-meeting', '2025-04-01').slice(0, 3)).toEqual(['met', 'met', 'missing']);
  });

  test('are not due where there are no groups', () => {
    expect(states(facts(), 'group-meeting', '2025-12-31')[0]).toBe('not-required');
  });
});

describe('yearly duties', () => {
  test('belong to the year assessed, whenever they are held', () => {
    const value = facts({
      meetings: [meeting('2026-01-20', ['organizational-life', 'democratic-appraisal'], null, 2025)],
    });
    expect(states(value, 'organizational-life', '2026-01-31')).toEqual(['met']);
    expect(boardRow(value, 'organizational-life', 2026, '2026-01-31', []).cells[0]?.state).toBe('open');
  });

  test('may be held until the deadline of the superior', () => {
    expect(states(facts(), 'organizational-life', '2026-01-01')).toEqual(['missing']);
    const grace = [
      { key: 'assessment.grace-months', value: 3, validFrom: '2025-01-01', validTo: null, source: '上级' },
    ];
    expect(states(facts(), 'organizational-life', '2026-03-31', grace)).toEqual(['open']);
    expect(states(facts(), 'organizational-life', '2026-04-01', grace)).toEqual(['missing']);
  });

  test('an appraisal on record is the appraisal', () => {
    expect(states(facts({ appraisalYears: [2025] }), 'democratic-appraisal', '2026-06-01')).toEqual(['met']);
  });
});

test('the frequency is a dated setting', () => {
  const monthly = [
    { key: 'frequency.party-lesson', value: 'month', validFrom: '2025-01-01', validTo: null, source: '区委' },
  ];
  expect(states(facts(), 'party-lesson', '2025-12-31', monthly)).toHaveLength(12);
  const none = [
    { key: 'frequency.party-lesson', value: 'none', validFrom: '2025-01-01', validTo: null, source: '区委' },
  ];
  expect(new Set(states(facts(), 'party-lesson', '2025-12-31', none))).toEqual(new Set(['not-required']));
});

test('a frequency set within the year holds from the next whole period on; what had begun is not due twice', () => {
  const setTo = (value: string, validFrom: string) => [
    { key: 'frequency.party-lesson', value, validFrom, validTo: null, source: '' },
  ];
  const periods = (value: string, validFrom: string) =>
    boardRow(facts(), 'party-lesson', 2025, '2025-12-31', setTo(value, validFrom)).cells.map(
      ({ from, to, state }) => `${from.slice(5)} ${to.slice(5)} ${state}`,
    );
  expect(periods('month', '2025-07-01').slice(0, 4)).toEqual([
    '01-01 03-31 missing',
    '04-01 06-30 missing',
    '07-01 07-31 missing',
    '08-01 08-31 missing',
  ]);
  expect(periods('none', '2025-08-15').slice(2)).toEqual([
    '07-01 09-30 missing',
    ...['10-01 10-31', '11-01 11-30', '12-01 12-31'].map((each) => `${each} not-required`),
  ]);
  // A year that began before the setting is not due for what is left of it.
  expect(periods('year', '2025-10-01').slice(3)).toEqual(
    ['10-01 10-31', '11-01 11-30', '12-01 12-31'].map((each) => `${each} not-required`),
  );
});
