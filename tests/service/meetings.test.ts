import { expect, test } from 'vitest';
import { heldOn, ids, meetingDraft, openMeetingArchive, person, states, stay, vote } from './meeting-archive.ts';

const complete = { attendance: states(ids('m', 1, 3)) };

test('members who joined later are not expected earlier, and who left is not expected later', async () => {
  const { call } = await openMeetingArchive(2);
  await call('member.save', {
    draft: person('m3', { memberships: [stay('m3', { from: '2026-11-21', entryKind: 'transferred-in' })] }),
  });
  await call('member.save', {
    draft: person('m4', {
      memberships: [stay('m4', { to: '2026-11-20', leaveKind: 'transferred-out', reason: '工作调动' })],
    }),
  });
  const names = async (day: string) =>
    (await call('meeting.expected', { branchId: 'branch-1', heldOn: day, types: ['members-meeting'] })).map(
      (entry) => entry.memberId,
    );
  expect(await names('2026-11-19')).toEqual(['m1', 'm2', 'm4']);
  expect(await names('2026-11-20')).toEqual(['m1', 'm2']);
  expect(await names('2026-11-21')).toEqual(['m1', 'm2', 'm3']);
});

test('a probationary member is expected, has no vote, and votes from the day of confirmation', async () => {
  const { call } = await openMeetingArchive(1, 1);
  await call('member.save', { draft: { id: 'p1', revision: 1, joinedOn: '2025-05-20', confirmedOn: '2026-05-20' } });
  const rights = async (day: string) =>
    (await call('meeting.expected', { branchId: 'branch-1', heldOn: day, types: ['members-meeting'] })).find(
      (entry) => entry.memberId === 'p1',
    );
  expect(await rights('2026-05-19')).toMatchObject({ category: 'probationary', hasVotingRights: false });
  expect(await rights('2026-05-20')).toMatchObject({ category: 'full', hasVotingRights: true });
});

test('a group meeting expects the members the group had that day', async () => {
  const { call } = await openMeetingArchive(1);
  await call('group.save', {
    draft: { id: 'g1', revision: 0, branchId: 'branch-1', name: '第一党小组', from: '2020-01-01' },
  });
  await call('member.save', {
    draft: person('m2', {
      memberships: [
        stay('m2', { id: 'stay-a', to: '2026-06-01', leaveKind: 'group-change' }),
        stay('m2', { id: 'stay-b', groupId: 'g1', from: '2026-06-01', entryKind: 'group-change' }),
      ],
    }),
  });
  const expected = (day: string) =>
    call('meeting.expected', { branchId: 'branch-1', groupId: 'g1', heldOn: day, types: ['group-meeting'] });
  expect(await expected('2026-05-31')).toEqual([]);
  expect(await expected('2026-06-01')).toMatchObject([{ memberId: 'm2', groupName: '第一党小组' }]);
});

test('what is missing is saved and shown', async () => {
  const { call } = await openMeetingArchive(3);
  const { findings, meeting } = await call('meeting.save', {
    draft: {
      id: 'meeting-1',
      revision: 0,
      branchId: 'branch-1',
      types: ['members-meeting', 'party-lesson'],
      title: '党员大会',
      heldOn,
      attendance: states(['m1', 'm2']),
    },
  });
  expect(meeting.revision).toBe(1);
  expect(findings.map(({ rule, field }) => [rule, field])).toEqual([
    ['M9', 'chairName'],
    ['M9', 'recorderName'],
    ['M9', 'lessonTopic'],
    ['M9', 'lecturer'],
    ['M9', 'agenda'],
    ['M9', 'attendance'],
  ]);
  expect(findings.at(-1)).toMatchObject({ expected: '3', actual: '2' });
  const list = await call('meeting.list', {});
  expect(list.rows[0]).toMatchObject({ findings: 6, expected: 3, present: 2 });
});

test('a late entry is marked, and its missing reason is shown', async () => {
  const { call } = await openMeetingArchive(3);
  const late = await call('meeting.save', { draft: meetingDraft({ ...complete, heldOn: '2026-11-16' }) });
  expect(late.meeting).toMatchObject({ isLateEntry: true, enteredOn: '2026-11-24' });
  expect(late.findings).toMatchObject([{ rule: 'late-entry', expected: '7', actual: '8' }]);
  const explained = await call('meeting.save', {
    draft: { id: 'meeting-1', revision: 1, lateReason: '记录人住院，出院后补录' },
  });
  expect(explained.findings).toEqual([]);
  expect(explained.meeting.isLateEntry).toBe(true);
  const inTime = await call('meeting.save', {
    draft: meetingDraft({ ...complete, id: 'meeting-2', heldOn: '2026-11-17' }),
  });
  expect(inTime.meeting.isLateEntry).toBe(false);
});

test('fields left out of a save keep their value', async () => {
  const { call } = await openMeetingArchive(3);
  await call('meeting.save', { draft: meetingDraft({ ...complete, place: '二楼活动室' }) });
  const { meeting } = await call('meeting.save', { draft: { id: 'meeting-1', revision: 1, title: '改了题目' } });
  expect(meeting).toMatchObject({ revision: 2, title: '改了题目', place: '二楼活动室' });
  expect(meeting.attendance.map((entry) => entry.memberId)).toEqual(['m1', 'm2', 'm3']);
});

test('a repeated save is the same save; a stale one is told', async () => {
  const { call, refused } = await openMeetingArchive(3);
  const draft = meetingDraft(complete);
  await call('meeting.save', { draft });
  const again = await call('meeting.save', { draft });
  expect(again.meeting.revision).toBe(1);
  const history = await call('history.list', { record: 'meeting', id: 'meeting-1' });
  expect(history.total).toBe(4);
  expect(await refused('meeting.save', { draft: { ...draft, title: '别的题目' } })).toEqual({
    code: 'stale-record',
    record: 'meeting',
    id: 'meeting-1',
    currentRevision: 1,
  });
});

test('the order of the attendance list is kept', async () => {
  const { call } = await openMeetingArchive(3);
  await call('meeting.save', { draft: meetingDraft({ attendance: states(['m3', 'm1', 'm2']) }) });
  const { meeting } = await call('meeting.get', { id: 'meeting-1' });
  expect(meeting.attendance.map((entry) => entry.memberId)).toEqual(['m3', 'm1', 'm2']);
  await call('meeting.save', { draft: { id: 'meeting-1', revision: 1, attendance: states(['m1', 'm3']) } });
  const { meeting: changed } = await call('meeting.get', { id: 'meeting-1' });
  expect(changed.attendance.map((entry) => entry.memberId)).toEqual(['m1', 'm3']);
});

test('a signed record is amended, not overwritten', async () => {
  const { call, refused } = await openMeetingArchive(3);
  await call('meeting.save', { draft: meetingDraft(complete) });
  const sign = {
    id: 'meeting-1',
    revision: 1,
    signedOn: '2026-11-22',
    chairSignature: '党员m1',
    recorderSignature: '党员m2',
  };
  expect(
    await refused('meeting.amend', { id: 'meeting-1', revision: 1, field: '地点', text: '三楼', reason: '误记' }),
  ).toMatchObject({
    code: 'rule-broken',
    expected: 'signed',
  });
  expect(await refused('meeting.sign', { ...sign, signedOn: '2026-11-19' })).toMatchObject({ code: 'invalid-input' });
  await call('meeting.sign', sign);
  expect((await call('meeting.sign', sign)).meeting.revision).toBe(2);
  expect(await refused('meeting.save', { draft: { id: 'meeting-1', revision: 2, place: '三楼' } })).toEqual({
    code: 'record-signed',
    record: 'meeting',
    id: 'meeting-1',
  });
  const amendment = { id: 'meeting-1', revision: 2, field: '地点', text: '三楼会议室', reason: '记录时误写' };
  await call('meeting.amend', amendment);
  const { meeting } = await call('meeting.amend', amendment);
  expect(meeting.amendments).toMatchObject([
    { field: '地点', text: '三楼会议室', reason: '记录时误写', actor: '欧阳静' },
  ]);
  expect(meeting).toMatchObject({ place: '', revision: 3, signedOn: '2026-11-22' });
  expect(await refused('meeting.amend', { ...amendment, text: '四楼' })).toMatchObject({ code: 'stale-record' });
});

test('a voided record needs a reason, stays, and is never counted', async () => {
  const { call, refused } = await openMeetingArchive(3);
  await call('meeting.save', { draft: meetingDraft(complete) });
  expect(await refused('meeting.void', { id: 'meeting-1', revision: 1, reason: ' ' })).toMatchObject({
    code: 'invalid-input',
  });
  await call('meeting.void', { id: 'meeting-1', revision: 1, reason: '重复登记' });
  expect(await refused('meeting.save', { draft: { id: 'meeting-1', revision: 2, place: '三楼' } })).toMatchObject({
    code: 'record-voided',
  });
  expect((await call('meeting.list', {})).total).toBe(0);
  expect((await call('meeting.list', { includeVoided: true })).rows).toMatchObject([{ isVoided: true }]);
  const board = await call('meeting.board', { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' });
  expect(board.flatMap((row) => row.cells).every((cell) => cell.held === 0)).toBe(true);
});

test('a plan may be saved for a day to come, attendance may not', async () => {
  const { call, refused } = await openMeetingArchive(3);
  const plan = await call('meeting.save', {
    draft: {
      id: 'plan',
      revision: 0,
      branchId: 'branch-1',
      types: ['theme-day'],
      title: '主题党日',
      heldOn: '2026-12-05',
    },
  });
  expect(plan.findings).toEqual([]);
  expect(
    await refused('meeting.save', { draft: { id: 'plan', revision: 1, attendance: states(['m1']) } }),
  ).toMatchObject({ code: 'invalid-input', fields: { heldOn: ['in the future'] } });
});

test('references to nobody, doubles and a vote on no item of the agenda are refused', async () => {
  const { refused } = await openMeetingArchive(2);
  const fields = async (change: object) => {
    const failure = await refused('meeting.save', { draft: meetingDraft(change) });
    return failure.code === 'invalid-input' ? Object.keys(failure.fields) : failure.code;
  };
  expect(await fields({ attendance: states(['nobody']) })).toEqual(['attendance.0.memberId']);
  expect(await fields({ attendance: states(['m1', 'm1']) })).toEqual(['attendance.1.memberId']);
  expect(await fields({ groupId: 'nowhere' })).toEqual(['groupId']);
  expect(await fields({ votes: [vote({ agendaId: 'nothing' })] })).toEqual(['votes.0.agendaId']);
  expect(await fields({ startsAt: '10:00', endsAt: '09:00' })).toEqual(['endsAt']);
  expect(await fields({ types: ['theme-day', 'theme-day'] })).toEqual(['draft.types']);
});

test('the list filters by type, person, day and text', async () => {
  const { call } = await openMeetingArchive(3);
  await call('meeting.save', {
    draft: meetingDraft({ ...complete, types: ['members-meeting', 'theme-day'], theme: '清明祭扫' }),
  });
  await call('meeting.save', {
    draft: meetingDraft({ id: 'meeting-2', types: ['party-lesson'], heldOn: '2026-10-20', attendance: states(['m1']) }),
  });
  const found = async (filter: object) => (await call('meeting.list', filter)).rows.map((row) => row.id);
  expect(await found({})).toEqual(['meeting-1', 'meeting-2']);
  expect(await found({ type: 'theme-day' })).toEqual(['meeting-1']);
  expect(await found({ type: 'party-lesson' })).toEqual(['meeting-2']);
  expect(await found({ memberId: 'm3' })).toEqual(['meeting-1']);
  expect(await found({ to: '2026-10-31' })).toEqual(['meeting-2']);
  expect(await found({ search: '清明' })).toEqual(['meeting-1']);
  await call('member.save', { draft: { id: 'm1', revision: 1, name: '欧阳静' } });
  expect(await found({ search: 'OYJ' })).toEqual(['meeting-1', 'meeting-2']);
  expect(await found({ search: '%' })).toEqual([]);
  expect(await call('meeting.list', { offset: 1, limit: 1 })).toMatchObject({ total: 2, rows: [{ id: 'meeting-2' }] });
});

test('the dump holds whole records with attendance and amendments', async () => {
  const { call } = await openMeetingArchive(3);
  await call('meeting.save', { draft: meetingDraft(complete) });
  const [record] = await call('record.dump', { record: 'meeting' });
  expect(record).toEqual((await call('meeting.get', { id: 'meeting-1' })).meeting);
  expect(await call('record.dump', { record: 'meeting', asOf: '2026-11-19' })).toEqual([]);
});

test('a combined meeting counts once for each type it is, and a branch without committee owes no committee meeting', async () => {
  const { call } = await openMeetingArchive(3);
  await call('branch.save', { draft: { id: 'branch-1', revision: 1, hasCommittee: false } });
  await call('meeting.save', {
    draft: meetingDraft({ ...complete, types: ['members-meeting', 'theme-day'], theme: '重温入党誓词' }),
  });
  const board = await call('meeting.board', { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' });
  const cellsOf = (type: string) => board.find((row) => row.type === type)?.cells ?? [];
  expect(cellsOf('members-meeting').map(({ held, state }) => [held, state])).toEqual([
    [0, 'missing'],
    [0, 'missing'],
    [0, 'missing'],
    [1, 'met'],
  ]);
  expect(
    cellsOf('theme-day')
      .map((cell) => cell.state)
      .slice(9),
  ).toEqual(['missing', 'met', 'future']);
  expect(cellsOf('theme-day').reduce((sum, cell) => sum + cell.held, 0)).toBe(1);
  expect(cellsOf('party-lesson').reduce((sum, cell) => sum + cell.held, 0)).toBe(0);
  expect(cellsOf('committee-meeting').every((cell) => cell.state === 'not-required')).toBe(true);
});

test('two meetings of one group do not stand for the other group', async () => {
  const { call } = await openMeetingArchive(2);
  for (const id of ['g1', 'g2'])
    await call('group.save', { draft: { id, revision: 0, branchId: 'branch-1', name: id, from: '2020-01-01' } });
  for (const [index, groupId] of ['g1', 'g1'].entries())
    await call('meeting.save', {
      draft: meetingDraft({ id: `meeting-${index}`, types: ['group-meeting'], groupId, heldOn: '2026-10-20' }),
    });
  const board = await call('meeting.board', { branchId: 'branch-1', year: 2026, asOf: '2026-11-24' });
  const october = board.find((row) => row.type === 'group-meeting')?.cells[9];
  expect(october).toMatchObject({ held: 2, required: 2, state: 'missing' });
});

test('an organizational-life meeting of the first quarter counts for the year it is held for', async () => {
  const { call } = await openMeetingArchive(3);
  await call('meeting.save', {
    draft: meetingDraft({ ...complete, types: ['organizational-life'], heldOn: '2026-02-10', assessmentYear: 2025 }),
  });
  const stateIn = async (year: number) =>
    (await call('meeting.board', { branchId: 'branch-1', year, asOf: '2026-11-24' })).find(
      (row) => row.type === 'organizational-life',
    )?.cells[0]?.state;
  expect(await stateIn(2025)).toBe('met');
  expect(await stateIn(2026)).toBe('open');
});
