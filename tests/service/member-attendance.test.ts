import { expect, test } from 'vitest';
import { openMeetingArchive } from './meeting-archive.ts';

test("a person's attendance of a period is read off the meetings, latest first, without voided ones", async () => {
  const { call } = await openMeetingArchive(3);
  for (const [id, heldOn, state] of [
    ['a', '2026-03-10', 'present'],
    ['b', '2026-06-10', 'leave'],
    ['c', '2026-09-10', 'absent'],
    ['d', '2025-12-31', 'present'],
  ] as const)
    await call('meeting.save', {
      draft: {
        id,
        revision: 0,
        branchId: 'branch-1',
        types: ['theme-day'],
        title: `主题党日 ${id}`,
        heldOn,
        attendance: [{ memberId: 'm1', state, reason: state === 'leave' ? '出差' : '', opinionReceivedOn: null }],
      },
    });
  await call('meeting.void', { id: 'c', revision: 1, reason: '重复登记' });
  const of = (id: string) => call('member.attendance', { id, from: '2026-01-01', to: '2026-12-31' });
  expect(await of('m1')).toEqual([
    { meetingId: 'b', title: '主题党日 b', types: ['theme-day'], heldOn: '2026-06-10', state: 'leave', reason: '出差' },
    { meetingId: 'a', title: '主题党日 a', types: ['theme-day'], heldOn: '2026-03-10', state: 'present', reason: '' },
  ]);
  expect(await of('m2')).toEqual([]);
});
