import { describe, expect, test } from 'vitest';
import type { Tally } from '../../contract/meeting.ts';
import { refusalText } from '../text/meetings.ts';
import { followingResults } from './followed-results.ts';
import { draftOf, followedResult, likelyRule, newForm, newVote, withRestPresent, withState } from './form.ts';
import { dayByKey, weeksOfMonth } from './month-days.ts';
import { parseTime } from './parse-time.ts';

const form = newForm({ branchId: 'b1', heldOn: '2026-11-24', types: ['members-meeting'] });

describe('the draft that is sent', () => {
  test('leaves out rows that hold nothing, and people who are not shown', () => {
    const draft = draftOf(
      {
        ...form,
        title: '支部党员大会',
        agenda: [
          { id: 'i1', title: '', content: '' },
          { id: 'i2', title: '学习', content: '' },
        ],
        speeches: [
          { memberId: null, name: '', text: '' },
          { memberId: 'm1', name: '王秀英', text: '同意' },
        ],
        observers: [{ name: '', identity: '' }],
        attendance: withState(withState([], 'm1', 'present'), 'm9', 'present'),
      },
      ['m1', 'm2'],
    );
    expect(draft.agenda?.map((item) => item.id)).toEqual(['i2']);
    expect(draft.speeches?.map((speech) => speech.name)).toEqual(['王秀英']);
    expect(draft.observers).toEqual([]);
    expect(draft.attendance?.map((entry) => entry.memberId)).toEqual(['m1']);
    expect(draft).not.toHaveProperty('isTitleOwn');
  });

  test('keeps an unnamed item that is voted on, and calls the vote by its item', () => {
    const agenda = [{ id: 'i1', title: '接收林小满为预备党员', content: '' }];
    const draft = draftOf({ ...form, agenda, votes: [newVote('i1', 'V1')] }, []);
    expect(draft.votes?.[0]?.subject).toBe('接收林小满为预备党员');
  });
});

describe('attendance', () => {
  test('a reason stays through leave and absence, and goes when the person came', () => {
    const away = [{ memberId: 'm1', state: 'leave' as const, reason: '住院', opinionReceivedOn: null }];
    expect(withState(away, 'm1', 'absent')[0]).toMatchObject({ state: 'absent', reason: '住院' });
    expect(withState(away, 'm1', 'present')[0]).toMatchObject({ state: 'present', reason: '' });
  });

  test('the rest are present, but for those of whom attendance is not asked', () => {
    const marked = withRestPresent(withState([], 'm1', 'leave'), [
      { memberId: 'm1', isExempt: false },
      { memberId: 'm2', isExempt: false },
      { memberId: 'm3', isExempt: true },
    ]);
    expect(marked.map(({ memberId, state }) => [memberId, state])).toEqual([
      ['m1', 'leave'],
      ['m2', 'present'],
      ['m3', 'exempt'],
    ]);
  });
});

describe('votes', () => {
  test.each([
    ['接收林小满为预备党员', 'V1'],
    ['讨论郑佳怡转正', 'V1'],
    ['选举支部委员会委员', 'V3'],
    ['表彰优秀党员', 'V2'],
  ])('%s most likely follows %s', (title, rule) => {
    expect(likelyRule(form, title)).toBe(rule);
    expect(likelyRule({ types: ['committee-meeting'] }, title)).toBe('V4');
  });

  test('the recorded result follows the count until she sets it herself', () => {
    const vote = newVote('i1', 'V1', { id: 'v1' });
    const tally = { voteId: 'v1', result: 'passed' } as Tally;
    expect(followingResults([vote], [tally], [])[0]?.recordedResult).toBe('passed');
    expect(followingResults([vote], [tally], ['v1'])[0]).toBe(vote);
    expect(followedResult({ ...tally, result: 'no-quorum' })).toBe('not-voted');
  });

  test('a refusal names the numbers', () => {
    expect(refusalText({ rule: 'V1', expected: 'no-quorum 6 ≤ 7 of 14' })).toBe(
      '会议没有保存。有表决权到会 6 人，未超过应到 14 人的半数，不能记为“通过”。',
    );
    expect(refusalText({ rule: 'V3', expected: 'no-quorum 10 < 11.2 of 14' })).toContain('不足应到 14 人的五分之四');
    expect(refusalText({ rule: 'V2', expected: 'rejected 7 ≤ 7 of 14' })).toContain('赞成 7 票，未超过 14 人的半数');
    expect(refusalText({ rule: 'term', expected: '3' })).toBeNull();
  });
});

test.each([
  ['830', '08:30'],
  ['0830', '08:30'],
  ['8:30', '08:30'],
  ['８：３０', '08:30'],
  ['2460', null],
  ['8', null],
  ['上午', null],
])('reads the time %s as %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

describe('the month', () => {
  test('begins its weeks on Monday and holds every day once', () => {
    const weeks = weeksOfMonth('2026-11-24');
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeks.flat().filter((day) => day.startsWith('2026-11'))).toHaveLength(30);
  });

  test('is walked by keys', () => {
    expect(dayByKey('2026-03-31', 'PageUp')).toBe('2026-02-28');
    expect(dayByKey('2026-12-31', 'ArrowRight')).toBe('2027-01-01');
    expect(dayByKey('2026-11-24', 'a')).toBeNull();
  });
});
