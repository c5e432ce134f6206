import { expect, test } from 'vitest';
import { changeGroup, endStay, type Stay, stayOn } from './stays.ts';

function stay(over: Partial<Stay> = {}): Stay {
  return {
    id: 's1',
    branchId: 'b1',
    groupId: 'g1',
    from: '2010-07-01',
    entryKind: 'admitted',
    to: null,
    leaveKind: null,
    reason: '',
    ...over,
  };
}

const toSecond = { branchId: 'b1', groupId: 'g2', from: '2024-03-15', reason: '工作需要' };

test('a group change ends one stay and begins the next on the same day', () => {
  const [before, after] = changeGroup([stay()], toSecond) ?? [];
  expect(before).toEqual(stay({ to: '2024-03-15', leaveKind: 'group-change' }));
  expect(after).toMatchObject({
    groupId: 'g2',
    from: '2024-03-15',
    to: null,
    entryKind: 'group-change',
    reason: '工作需要',
  });
  expect(after?.id).not.toBe('s1');
});

test('a change in the middle of a closed stay keeps its end and how it ended', () => {
  const left = stay({ to: '2025-01-01', leaveKind: 'transferred-out' });
  const stays = changeGroup([left], toSecond) ?? [];
  expect(stays.map(({ to, leaveKind }) => [to, leaveKind])).toEqual([
    ['2024-03-15', 'group-change'],
    ['2025-01-01', 'transferred-out'],
  ]);
});

test('who is in the group already, or not in the branch that day, is left alone', () => {
  expect(changeGroup([stay({ groupId: 'g2' })], toSecond)).toBeNull();
  expect(changeGroup([stay({ branchId: 'b2' })], toSecond)).toBeNull();
  expect(changeGroup([stay({ to: '2020-01-01', leaveKind: 'died' })], toSecond)).toBeNull();
  expect(changeGroup([stay({ from: '2024-03-15' })], toSecond)).toEqual([stay({ from: '2024-03-15', groupId: 'g2' })]);
});

test('leaving ends the stay and keeps what was noted when nothing new is said', () => {
  const ended = endStay([stay({ reason: '随单位转入' })], 's1', {
    to: '2026-01',
    leaveKind: 'transferred-out',
    reason: '',
  });
  expect(ended).toEqual([stay({ reason: '随单位转入', to: '2026-01', leaveKind: 'transferred-out' })]);
  expect(stayOn(ended, '2026-01-30')?.id).toBe('s1');
  expect(stayOn(ended, '2026-01-31')).toBeUndefined();
});
