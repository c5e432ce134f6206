import { expect, test } from 'vitest';
import type { Wire } from '../../contract/operations.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

const people = Array.from({ length: 10 }, (_, index) => `m${index}`);
const name = (id: string) => `党员${id}`;

/** Ten full members, the second committee of 2023 with a secretary and a 组织委员, and its term. */
async function branchWithCommittee(): Promise<TestArchive> {
  const archive = await openTestArchive({ today: '2026-11-24' });
  const { branchId, call } = archive;
  for (const id of people)
    await call('member.save', {
      draft: {
        ...{ id, revision: 0, name: name(id), joinedOn: '2010-05-01', confirmedOn: '2011-05-01' },
        memberships: [
          {
            ...{ id: `s-${id}`, branchId, groupId: null, from: '2012-01-01', entryKind: 'registered' },
            ...{ to: null, leaveKind: null, reason: '' },
          },
        ],
      },
    });
  await call('committeeTerm.save', {
    draft: { id: 't2', revision: 0, branchId, number: 2, electedOn: '2023-06-20', years: 3 },
  });
  const post = { revision: 0, branchId, termId: 't2', from: '2023-06-20' };
  await call('post.save', { draft: { ...post, id: 'p1', memberId: 'm0', title: 'secretary' } });
  await call('post.save', { draft: { ...post, id: 'p2', memberId: 'm1', title: 'organisation' } });
  return archive;
}

type MeetingDraft = Wire<'meeting.save'>['draft'];
type VoteDraft = NonNullable<MeetingDraft['votes']>[number];

function ballot(id: string, seats: number, votes: Record<string, number>, voters: number): VoteDraft {
  return {
    ...{ id, agendaId: 'a', rule: 'V3', subject: '选举', subjectMemberId: null, method: 'secret-ballot' },
    ...{ inFavour: null, against: null, abstain: null, writtenInFavour: 0, writtenAgainst: 0 },
    ...{ ballotsIssued: voters, ballotsReturned: voters, ballotsInvalid: 0, seats, tellers: '', scrutineers: '' },
    candidates: Object.entries(votes).map(([memberId, inFavour]) => ({
      ...{ memberId, name: name(memberId), inFavour, against: 0, abstain: 0, others: 0 },
    })),
    recordedResult: 'not-voted',
  };
}

function meeting(id: string, heldOn: string, votes: VoteDraft[], present: readonly string[], more: object = {}) {
  const attendance = present.map((memberId) => ({
    ...{ memberId, state: 'present' as const, reason: '', opinionReceivedOn: null },
  }));
  const agenda = [{ id: 'a', title: '选举', content: '' }];
  return {
    ...{ id, revision: 0, branchId: 'branch-1', types: ['members-meeting' as const], title: '选举大会', heldOn },
    ...{ agenda, attendance, votes },
    ...more,
  };
}

test('a re-election: steps planned back, a tie voted on again, posts and term made of the result in one confirmation', async () => {
  const { call, refused, branchId } = await branchWithCommittee();
  const draft = { branchId, kind: 're-election' as const, title: '第三届换届选举', termId: 't2', termNumber: 3 };
  const made = await call('election.save', { draft: { ...draft, id: 'e1', revision: 0, seats: 3 } });
  expect(made.expiresOn).toBe('2026-06-20');
  const days = Object.fromEntries(made.election.steps.map(({ id, plannedOn }) => [id, plannedOn]));
  expect(days).toMatchObject({ reminder: '2025-12-20', study: '2026-05-20', election: '2026-06-20' });
  expect(made.election.steps).toHaveLength(11);

  const replanned = await call('election.plan', {
    ...{ kind: 're-election', asOf: '2026-11-24', expiresOn: '2026-06-20', electionOn: '2026-05-31' },
    steps: made.election.steps.map((step) => (step.id === 'request' ? { ...step, doneOn: '2026-05-01' } : step)),
  });
  expect(replanned.find(({ id }) => id === 'study')?.plannedOn).toBe('2026-04-30');
  expect(replanned.find(({ id }) => id === 'request')).toMatchObject({ plannedOn: '2026-05-26', doneOn: '2026-05-01' });

  await call('meeting.save', {
    draft: meeting('k1', '2026-06-10', [ballot('v1', 3, { m0: 9, m1: 8, m2: 6, m3: 6 }, 9)], people.slice(0, 9)),
  });
  const tied = await call('election.save', { draft: { id: 'e1', revision: 1, meetingIds: ['k1'] } });
  expect(tied.outcomes).toMatchObject([{ office: 'committee', state: 'second-vote', tied: ['党员m2', '党员m3'] }]);
  const posts = [
    { memberId: 'm0', title: 'secretary' as const, duties: '主持全面工作' },
    { memberId: 'm1', title: 'organisation' as const, duties: '' },
    { memberId: 'm3', title: 'publicity' as const, duties: '' },
  ];
  expect(await refused('election.appoint', { id: 'e1', revision: 2, posts })).toMatchObject({
    fields: { posts: ['not decided'] },
  });

  const { meeting: stored } = await call('meeting.get', { id: 'k1' });
  const second = await call('meeting.save', {
    draft: { id: 'k1', revision: 1, votes: [...stored.votes, ballot('v2', 1, { m2: 3, m3: 6 }, 9)] },
  });
  expect(second.tallies[1]?.findings).toEqual(['result-differs']);
  const early = await call('election.get', { id: 'e1' });
  expect(early.outcomes).toMatchObject([{ state: 'filled' }]);
  expect(early.outcomes[0]?.elected.map(({ memberId }) => memberId)).toEqual(['m0', 'm1', 'm3']);
  const members = posts.map((post) => ({ ...post, title: 'member' as const }));
  // The new 委员 hold their posts before their first meeting elects the 书记.
  await call('election.appoint', { id: 'e1', revision: 2, posts: members });
  await call('meeting.save', {
    draft: meeting('k3', '2026-06-10', [ballot('v1', 1, { m0: 3 }, 3)], ['m0', 'm1', 'm3'], {
      ...{ types: ['committee-meeting'], title: '第一次支委会' },
    }),
  });
  await call('election.save', { draft: { id: 'e1', revision: 3, meetingIds: ['k1', 'k3'] } });
  expect(await refused('election.appoint', { id: 'e1', revision: 4, posts: posts.slice(0, 2) })).toMatchObject({
    fields: { posts: ['somebody elected is missing'] },
  });
  const swapped = posts.map((post, index) => (index === 2 ? { ...post, memberId: 'm2' } : post));
  expect(await refused('election.appoint', { id: 'e1', revision: 4, posts: swapped })).toMatchObject({
    fields: { 'posts.2.memberId': ['not elected'] },
  });
  const done = await call('election.appoint', { id: 'e1', revision: 4, posts });
  expect(done.findings.map(({ code }) => code)).toEqual(['report-missing', 'approval-missing', 'filing-missing']);
  const held = async (asOf: string) =>
    (await call('post.list', { branchId, asOf })).map(({ memberId, title, from }) => [memberId, title, from]);
  expect(await held('2026-06-09')).toEqual([
    ['m0', 'secretary', '2023-06-20'],
    ['m1', 'organisation', '2023-06-20'],
  ]);
  expect((await held('2026-06-10')).sort()).toEqual([
    ['m0', 'secretary', '2026-06-10'],
    ['m1', 'organisation', '2026-06-10'],
    ['m3', 'publicity', '2026-06-10'],
  ]);
  await call('election.save', {
    draft: { id: 'e1', revision: 5, approvedOn: '2026-06-25', approvalNumber: '临街委〔2026〕9号' },
  });
  const terms = await call('committeeTerm.list', { branchId });
  expect(terms.at(-1)).toMatchObject({ number: 3, electedOn: '2026-06-10', years: 3, approvedOn: '2026-06-25' });
  const approvals = (await call('post.list', { branchId, asOf: '2026-07-01' })).map(({ title, approvedOn }) => [
    title,
    approvedOn,
  ]);
  expect(Object.fromEntries(approvals)).toEqual({ secretary: '2026-06-25', organisation: null, publicity: null });
  const dumped = await call('record.dump', { record: 'election' });
  expect(dumped).toMatchObject([{ id: 'e1', meetingIds: ['k1', 'k3'], approvalNumber: '临街委〔2026〕9号' }]);
  expect(await refused('election.remove', { id: 'e1', revision: 6, reason: '误登' })).toMatchObject({
    code: 'record-in-use',
  });
});

test('an extension needs approval, lasts a year at most and stands with the term; another election says so', async () => {
  const { call, branchId } = await branchWithCommittee();
  const draft = { branchId, kind: 're-election' as const, title: '换届', termId: 't2' };
  const extended = { timing: 'extended' as const, extendedTo: '2027-06-20' };
  const open = await call('election.save', {
    draft: { ...draft, ...extended, id: 'e1', revision: 0, heldOn: '2027-06-01' },
  });
  expect(open.findings.map(({ code }) => code)).toEqual(['timing-unapproved']);
  expect((await call('committeeTerm.list', { branchId }))[0]?.expiresOn).toBe('2026-06-20');
  const approved = { timingApprovedOn: '2026-05-10', timingNumber: '临街委〔2026〕5号' };
  const agreed = await call('election.save', { draft: { id: 'e1', revision: 1, ...approved } });
  expect([agreed.findings, agreed.expiresOn]).toEqual([[], '2027-06-20']);
  const long = await call('election.save', { draft: { id: 'e1', revision: 2, extendedTo: '2027-06-21' } });
  expect(long.findings.map(({ code }) => code)).toEqual(['extension-too-long']);
  const back = { timing: 'on-time' as const, extendedTo: null };
  await call('election.save', { draft: { id: 'e1', revision: 3, ...back, heldOn: '2026-04-01' } });
  expect((await call('committeeTerm.list', { branchId }))[0]).toMatchObject({ extendedTo: null, extensionNumber: '' });
  expect((await call('election.get', { id: 'e1' })).findings.map(({ code }) => code)).toEqual(['early-unsaid']);
});

test('a by-election fills one post in the term, with a candidate more than seats, and shows who is not counted', async () => {
  const { call, refused, branchId } = await branchWithCommittee();
  const draft = {
    ...{ id: 'e1', revision: 0, branchId, kind: 'by-election' as const },
    title: '补选组织委员',
    termId: 't2',
  };
  expect(await refused('election.save', { draft })).toMatchObject({ fields: { vacancies: ['missing'] } });
  const vacancies = [{ title: 'organisation' as const, postId: 'p2', since: '2025-03-01', cause: '调离' }];
  await call('election.save', { draft: { ...draft, vacancies } });
  const exclusion = {
    ...{ memberId: 'm9', reason: 'bedridden', superiorApprovalNumber: '临街委〔2025〕2号' },
    ...{ superiorApprovedOn: '2025-03-20', adoptedByMeetingOn: '2025-04-10' },
  };
  const votes = [ballot('v1', 1, { m4: 6, m5: 2 }, 8)];
  await call('meeting.save', {
    draft: meeting('k1', '2025-04-10', votes, people.slice(0, 8), { exclusions: [exclusion] }),
  });
  const seen = await call('election.save', { draft: { id: 'e1', revision: 1, meetingIds: ['k1'] } });
  expect(seen.exclusions).toMatchObject([
    { name: '党员m9', isValid: true, superiorApprovalNumber: '临街委〔2025〕2号' },
  ]);
  expect(seen.outcomes).toMatchObject([{ state: 'filled', elected: [{ memberId: 'm4', inFavour: 6 }] }]);
  await call('election.appoint', {
    id: 'e1',
    revision: 2,
    posts: [{ memberId: 'm4', title: 'organisation', duties: '' }],
  });
  const posts = await call('post.list', { branchId });
  expect(posts.map(({ memberId, from, to, termId }) => [memberId, from, to, termId])).toEqual([
    ['m0', '2023-06-20', null, 't2'],
    ['m1', '2023-06-20', '2025-02-28', 't2'],
    ['m4', '2025-04-10', null, 't2'],
  ]);
});

test('the checklist of a superior holds from its day', async () => {
  const { call, refused, branchId } = await branchWithCommittee();
  const step = {
    id: 'vote',
    name: '选举',
    kinds: ['re-election' as const],
    anchor: 'expiry' as const,
    months: -2,
    days: 1,
  };
  await call('electionTemplate.save', {
    draft: {
      id: 'x1',
      revision: 0,
      from: '2026-01-01',
      source: '县委组织部〔2026〕1号',
      steps: [{ ...step, source: '县' }],
    },
  });
  expect((await call('electionTemplate.on', { day: '2025-12-31' })).isShipped).toBe(true);
  const { election } = await call('election.save', {
    draft: { id: 'e1', revision: 0, branchId, kind: 're-election', title: '换届', termId: 't2' },
  });
  expect(election.steps.map(({ id, plannedOn }) => [id, plannedOn])).toEqual([['vote', '2026-04-21']]);
  await call('electionTemplate.save', {
    draft: {
      id: 'x2',
      revision: 0,
      from: '2026-02-01',
      source: '县委组织部〔2026〕2号',
      steps: [{ ...step, source: '县' }],
    },
  });
  const versions = await call('electionTemplate.list', {});
  expect(versions.map(({ id, files }) => [id, files])).toEqual([
    ['x1', 1],
    ['x2', 0],
  ]);
  const reason = '登错了';
  expect(await refused('electionTemplate.remove', { id: 'x1', revision: 1, reason })).toMatchObject({
    ...{ code: 'record-in-use', by: 'election' },
  });
  await call('electionTemplate.remove', { id: 'x2', revision: 1, reason });
  expect((await call('electionTemplate.list', {})).map(({ id }) => id)).toEqual(['x1']);
});

test('a committee set up again keeps the one before it, with a time without one between them', async () => {
  const { call, refused, branchId } = await branchWithCommittee();
  const { revision } = await call('branch.get', { id: branchId });
  const draft = { id: branchId, revision, hasCommittee: true, formerCommittees: [{ from: null, to: '2021-12-31' }] };
  for (const committeeSince of [null, '2021-12-31', '2022-01-01'])
    expect(await refused('branch.save', { draft: { ...draft, committeeSince } })).toMatchObject({
      fields: { committeeSince: ['not after the committee before'] },
    });
  await call('branch.save', { draft: { ...draft, committeeSince: '2025-04-01' } });
  const board = await call('meeting.board', { branchId, year: 2025, asOf: '2026-01-01' });
  const cells = board.find(({ type }) => type === 'committee-meeting')?.cells ?? [];
  expect(cells.map(({ state }) => state === 'not-required')).toEqual([
    ...[true, true, true],
    ...Array.from({ length: 9 }, () => false),
  ]);
});
