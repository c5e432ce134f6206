import { describe, expect, test } from 'vitest';
import { heldOn, ids, meetingDraft, openMeetingArchive, person, states, stay, vote } from './meeting-archive.ts';

describe('the quorum of each rule, by the golden numbers', () => {
  test.each([
    { expected: 16, V1: 9, V2: 8, V3: 13 },
    { expected: 10, V1: 6, V2: 5, V3: 8 },
    { expected: 7, V1: 4, V2: 4, V3: 6 },
    { expected: 3, V1: 2, V2: 2, V3: 3 },
  ])('of $expected expected: V1 $V1, V2 $V2, V3 $V3', async ({ expected, ...needed }) => {
    const { call } = await openMeetingArchive(expected, 2);
    for (const rule of ['V1', 'V2', 'V3'] as const)
      for (const present of [needed[rule] - 1, needed[rule]]) {
        const { tallies } = await call('meeting.check', {
          draft: meetingDraft({ attendance: states(ids('m', 1, present)), votes: [vote({ rule })] }),
        });
        expect(tallies[0]?.quorum, `${rule} with ${present}`).toMatchObject({
          expected,
          present,
          needed: needed[rule],
          met: present === needed[rule],
        });
      }
  });
});

test('a probationary member is never counted in the quorum nor in the base', async () => {
  const { call } = await openMeetingArchive(14, 2);
  const { counted, tallies } = await call('meeting.check', {
    draft: meetingDraft({
      attendance: [...states(ids('m', 1, 7)), ...states(['p1', 'p2'])],
      votes: [vote({ inFavour: 7, against: 0, abstain: 0 })],
    }),
  });
  expect(counted).toMatchObject({ expected: 16, present: 9, rightsExpected: 14, rightsPresent: 7 });
  expect(tallies[0]?.quorum).toMatchObject({ met: false, present: 7, expected: 14, needed: 8, arithmetic: '7 ≤ 7' });
  expect(tallies[0]?.result).toBe('no-quorum');
});

test('the picture of LOOK.md: 7 votes and one written opinion of 14 pass, with the arithmetic spelled out', async () => {
  const { call } = await openMeetingArchive(14, 2);
  const { counted, tallies, findings } = await call('meeting.save', {
    draft: meetingDraft({
      attendance: [
        ...states(ids('m', 1, 8)),
        ...states(ids('m', 9, 12), 'leave'),
        { memberId: 'm13', state: 'written-opinion', reason: '赞成', opinionReceivedOn: '2026-11-18' },
        ...states(['m14'], 'absent'),
        ...states(['p1']),
        ...states(['p2'], 'leave'),
      ],
      votes: [vote({ inFavour: 7, against: 0, abstain: 1, writtenInFavour: 1, recordedResult: 'passed' })],
    }),
  });
  expect(counted).toMatchObject({ expected: 16, present: 9, leave: 5, absent: 1, writtenOpinions: 1 });
  expect(counted).toMatchObject({ rightsExpected: 14, rightsPresent: 8 });
  expect(tallies[0]).toMatchObject({
    quorum: { met: true, arithmetic: '8 > 7' },
    result: 'passed',
    inFavour: 8,
    base: 14,
    needed: 8,
    arithmetic: '8 > 7',
    findings: [],
  });
  expect(findings).toEqual([]);
});

test('a written opinion is a vote and not attendance', async () => {
  const { call } = await openMeetingArchive(10);
  const attendance = [
    ...states(ids('m', 1, 5)),
    ...ids('m', 6, 8).map((memberId) => ({
      memberId,
      state: 'written-opinion' as const,
      reason: '',
      opinionReceivedOn: '2026-11-19',
    })),
    ...states(['m9', 'm10'], 'leave'),
  ];
  const votes = [vote({ inFavour: 5, against: 0, abstain: 0, writtenInFavour: 3 })];
  const five = await call('meeting.check', { draft: meetingDraft({ attendance, votes }) });
  expect(five.tallies[0]).toMatchObject({ quorum: { present: 5, met: false }, result: 'no-quorum', inFavour: 8 });
  const six = await call('meeting.check', {
    draft: meetingDraft({
      attendance: [...attendance.slice(0, 8), ...states(['m9']), ...states(['m10'], 'leave')],
      votes,
    }),
  });
  expect(six.tallies[0]).toMatchObject({ quorum: { present: 6, met: true }, result: 'passed', arithmetic: '8 > 5' });
});

test('a written opinion received after the meeting is not counted, and said so', async () => {
  const { call } = await openMeetingArchive(10);
  const { tallies } = await call('meeting.check', {
    draft: meetingDraft({
      attendance: [
        ...states(ids('m', 1, 6)),
        { memberId: 'm7', state: 'written-opinion', reason: '', opinionReceivedOn: '2026-11-21' },
        ...states(ids('m', 8, 10), 'leave'),
      ],
      votes: [vote({ inFavour: 5, against: 0, abstain: 1, writtenInFavour: 1 })],
    }),
  });
  expect(tallies[0]).toMatchObject({ inFavour: 5, result: 'rejected', arithmetic: '5 ≤ 5' });
  expect(tallies[0]?.findings).toContain('written-opinion-late');
});

test('exactly half is not 超过半数; 半数以上 includes half', async () => {
  const { call } = await openMeetingArchive(10);
  const check = (rule: 'V1' | 'V2', present: number, inFavour: number) =>
    call('meeting.check', {
      draft: meetingDraft({
        attendance: [...states(ids('m', 1, present)), ...states(ids('m', present + 1, 10), 'leave')],
        votes: [vote({ rule, inFavour, against: present - inFavour, abstain: 0 })],
      }),
    }).then(({ tallies }) => tallies[0]);
  expect(await check('V1', 5, 5)).toMatchObject({ result: 'no-quorum', quorum: { met: false, arithmetic: '5 ≤ 5' } });
  expect(await check('V2', 5, 5)).toMatchObject({ result: 'rejected', quorum: { met: true, arithmetic: '5 ≥ 5' } });
  expect(await check('V2', 6, 5)).toMatchObject({ result: 'rejected', arithmetic: '5 ≤ 5' });
  expect(await check('V2', 6, 6)).toMatchObject({ result: 'passed', arithmetic: '6 > 5' });
});

test('the base of V1 is those expected, of an election those present', async () => {
  const { call } = await openMeetingArchive(16);
  const attendance = [...states(ids('m', 1, 13)), ...states(ids('m', 14, 16), 'leave')];
  const candidate = (memberId: string, inFavour: number) => ({
    memberId,
    name: `党员${memberId}`,
    inFavour,
    against: 13 - inFavour,
    abstain: 0,
    others: 0,
  });
  const { tallies } = await call('meeting.check', {
    draft: meetingDraft({
      attendance,
      votes: [
        vote({ inFavour: 8, against: 5, abstain: 0 }),
        vote({
          id: 'vote-2',
          rule: 'V3',
          seats: 3,
          candidates: [candidate('m1', 12), candidate('m2', 10), candidate('m3', 7), candidate('m4', 6)],
        }),
      ],
    }),
  });
  expect(tallies[0]).toMatchObject({ result: 'rejected', base: 16, arithmetic: '8 ≤ 8' });
  expect(tallies[1]).toMatchObject({ result: 'passed', base: 13, needed: 7, quorum: { needed: 13, met: true } });
  expect(tallies[1]?.elected.map(({ name, elected }) => [name, elected])).toEqual([
    ['党员m1', true],
    ['党员m2', true],
    ['党员m3', true],
    ['党员m4', false],
  ]);
});

test('exactly four fifths is a quorum for an election by default, and said so; the setting can ask for more', async () => {
  const { call } = await openMeetingArchive(10);
  const draft = meetingDraft({
    attendance: [...states(ids('m', 1, 8)), ...states(['m9', 'm10'], 'leave')],
    votes: [
      vote({
        rule: 'V3',
        seats: 1,
        candidates: [{ memberId: 'm1', name: '党员m1', inFavour: 8, against: 0, abstain: 0, others: 0 }],
      }),
    ],
  });
  const first = await call('meeting.check', { draft });
  expect(first.tallies[0]?.quorum).toMatchObject({ met: true, atLimit: true, arithmetic: '8 ≥ 8' });
  await call('setting.save', {
    draft: {
      id: 's1',
      revision: 0,
      key: 'vote.election-quorum',
      value: '>',
      validFrom: '2026-01-01',
      source: '上级党委选举办法',
    },
  });
  const second = await call('meeting.check', { draft });
  expect(second.tallies[0]?.quorum).toMatchObject({ met: false, needed: 9 });
});

test('an exclusion without both approvals stays in the base', async () => {
  const { call } = await openMeetingArchive(10);
  const exclusion = {
    memberId: 'm10',
    reason: 'bedridden' as const,
    superiorApprovedOn: '2026-10-01',
    superiorApprovalNumber: '临委〔2026〕8号',
    adoptedByMeetingOn: null,
    confirmedBy: null,
  };
  const check = (adoptedByMeetingOn: string | null) =>
    call('meeting.check', {
      draft: meetingDraft({
        attendance: [...states(ids('m', 1, 5)), ...states(ids('m', 6, 9), 'leave'), ...states(['m10'], 'excluded')],
        exclusions: [{ ...exclusion, adoptedByMeetingOn }],
        votes: [vote({ inFavour: 5, against: 0, abstain: 0 })],
      }),
    });
  const one = await check(null);
  expect(one.tallies[0]).toMatchObject({ quorum: { expected: 10, met: false }, result: 'no-quorum' });
  expect(one.findings.filter((finding) => finding.rule === 'M12')).toMatchObject([
    { field: 'exclusions.m10', actual: 'superior-approved 2026-10-01' },
  ]);
  const both = await check('2026-10-09');
  expect(both.tallies[0]).toMatchObject({
    quorum: { expected: 9, met: true, arithmetic: '5 > 4.5' },
    result: 'passed',
  });
  expect(both.findings.filter((finding) => finding.rule === 'M12')).toEqual([]);
});

test('a written opinion of someone without rights is no vote', async () => {
  const { call } = await openMeetingArchive(3, 1);
  const { findings, tallies } = await call('meeting.check', {
    draft: meetingDraft({
      attendance: [
        ...states(ids('m', 1, 2)),
        ...states(['m3'], 'leave'),
        { memberId: 'p1', state: 'written-opinion', reason: '', opinionReceivedOn: '2026-11-18' },
      ],
      votes: [vote({ inFavour: 1, against: 0, abstain: 1, writtenInFavour: 1 })],
    }),
  });
  expect(tallies[0]).toMatchObject({ inFavour: 1, result: 'rejected' });
  expect(findings.map(({ rule, field }) => [rule, field])).toContainEqual(['M11', 'attendance.p1']);
});

test('more votes than rights-holders came is found, as votes of people without rights', async () => {
  const { call } = await openMeetingArchive(3, 1);
  const { findings } = await call('meeting.check', {
    draft: meetingDraft({
      attendance: states(['m1', 'm2', 'm3', 'p1']),
      votes: [vote({ inFavour: 4, against: 0, abstain: 0, recordedResult: 'passed' })],
    }),
  });
  expect(findings.map(({ rule, field }) => [rule, field])).toEqual([
    ['M10', 'votes.0.votes-exceed-present'],
    ['M11', 'votes.0.voters-without-rights'],
  ]);
});

test('members under 留党察看 are in the headcount, not in the base', async () => {
  const { call } = await openMeetingArchive(4);
  await call('member.save', {
    draft: {
      id: 'm4',
      revision: 1,
      statuses: [
        {
          id: 'st1',
          kind: 'rights-suspended',
          from: '2026-06-01',
          to: '2027-06-01',
          detail: '',
          reason: '',
          documentNumber: '',
        },
      ],
    },
  });
  const { counted } = await call('meeting.check', { draft: meetingDraft({ attendance: states(ids('m', 1, 4)) }) });
  expect(counted).toMatchObject({ expected: 4, present: 4, rightsExpected: 3, rightsPresent: 3 });
  const before = await call('meeting.check', {
    draft: meetingDraft({ heldOn: '2026-05-31', attendance: states(ids('m', 1, 4)) }),
  });
  expect(before.counted.rightsExpected).toBe(4);
});

test('a result that the numbers do not give is refused, naming them and the source', async () => {
  const { call, refused } = await openMeetingArchive(14);
  const draft = (present: number, fields: object) =>
    meetingDraft({
      attendance: [...states(ids('m', 1, present)), ...states(ids('m', present + 1, 14), 'leave')],
      votes: [vote(fields)],
    });
  expect(
    await refused('meeting.save', {
      draft: draft(6, { inFavour: 6, against: 0, abstain: 0, recordedResult: 'passed' }),
    }),
  ).toMatchObject({
    code: 'rule-broken',
    rule: 'V1',
    field: 'votes.0.recordedResult',
    expected: 'no-quorum 6 ≤ 7 of 14',
    actual: 'passed',
    source: expect.stringContaining('发展党员工作细则'),
  });
  expect(
    await refused('meeting.save', {
      draft: draft(9, { inFavour: 7, against: 2, abstain: 0, recordedResult: 'passed' }),
    }),
  ).toMatchObject({ code: 'rule-broken', expected: 'rejected 7 ≤ 7 of 14' });
  expect(
    await refused('meeting.save', {
      draft: draft(9, { inFavour: 8, against: 1, abstain: 0, recordedResult: 'rejected' }),
    }),
  ).toMatchObject({ code: 'rule-broken', expected: 'passed 8 > 7 of 14' });
  const unvoted = await call('meeting.save', { draft: draft(6, { recordedResult: 'not-voted' }) });
  expect(unvoted.tallies[0]?.result).toBe('not-voted');
});

test('the committee votes by its own members of that day', async () => {
  const { call } = await openMeetingArchive(8);
  for (const [index, title] of (['secretary', 'organisation', 'publicity', 'discipline'] as const).entries())
    await call('post.save', {
      draft: {
        id: `post-${index}`,
        revision: 0,
        branchId: 'branch-1',
        memberId: `m${index + 1}`,
        title,
        from: '2024-01-10',
      },
    });
  await call('post.save', { draft: { id: 'post-3', revision: 1, to: '2026-11-01' } });
  const { counted, tallies } = await call('meeting.check', {
    draft: meetingDraft({
      types: ['committee-meeting'],
      attendance: [...states(['m1', 'm2']), ...states(['m3'], 'leave')],
      votes: [vote({ rule: 'V4', inFavour: 2, against: 0, abstain: 0 })],
    }),
  });
  expect(counted).toMatchObject({ expected: 3, present: 2 });
  expect(tallies[0]).toMatchObject({ quorum: { present: 2, expected: 3, needed: 2, met: true }, result: 'passed' });
  expect(heldOn > '2026-11-01').toBe(true);
});

test('a post still counts on its last day, in the committee vote as in every list of posts', async () => {
  const { call } = await openMeetingArchive(5);
  for (const [index, title] of (['secretary', 'organisation', 'publicity'] as const).entries())
    await call('post.save', {
      draft: {
        id: `post-${index}`,
        revision: 0,
        branchId: 'branch-1',
        memberId: `m${index + 1}`,
        title,
        from: '2024-01-10',
        to: heldOn,
      },
    });
  const { counted } = await call('meeting.check', { draft: meetingDraft({ types: ['committee-meeting'] }) });
  expect(counted.expected).toBe(3);
});

test('the base of a 转正 vote stays what it was when approval sets 转正日期 back before the meeting', async () => {
  const { call } = await openMeetingArchive(8, 1);
  await call('member.save', { draft: { id: 'p1', revision: 1, joinedOn: '2025-11-05' } });
  const draft = meetingDraft({
    attendance: states([...ids('m', 1, 8), 'p1']),
    votes: [vote({ subjectMemberId: 'p1', inFavour: 5, against: 3, abstain: 0, recordedResult: 'passed' })],
  });
  const base = async () => (await call('meeting.check', { draft })).tallies[0];
  expect(await base()).toMatchObject({ base: 8, result: 'passed', quorum: { present: 8, expected: 8 } });
  await call('member.save', { draft: { id: 'p1', revision: 2, confirmedOn: '2026-11-05' } });
  expect(await base()).toMatchObject({ base: 8, result: 'passed', findings: [], quorum: { present: 8, expected: 8 } });
});

test('whom the meeting admitted is not expected at it once 入党日期 is registered', async () => {
  const { call } = await openMeetingArchive(8);
  const draft = meetingDraft({ attendance: states(ids('m', 1, 8)) });
  const counted = async () => (await call('meeting.check', { draft })).counted.expected;
  expect(await counted()).toBe(8);
  const admitted = stay('p1', { from: heldOn, entryKind: 'admitted' });
  await call('member.save', { draft: person('p1', { joinedOn: heldOn, memberships: [admitted] }) });
  expect(await counted()).toBe(8);
  const expectedLater = { branchId: 'branch-1', heldOn: '2026-11-21', types: ['members-meeting' as const] };
  expect(await call('meeting.expected', expectedLater)).toHaveLength(9);
});
