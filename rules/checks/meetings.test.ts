import { describe, expect, test } from 'vitest';
import { facts, found, meeting, member, members, present, vote } from './fixtures.ts';
import { m1, m2, m3, m4, m5, m6, m7 } from './meeting-frequency.ts';
import { m9, m10, m11, m12 } from './meeting-record.ts';
import { o4 } from './organisation.ts';
import { resolutionsDue } from './resolutions.ts';

const everyone = members(8).map((each) => each.id);

describe('M1 to M7: what was not held', () => {
  test('a quarter over without a 党员大会 is overdue; its last 30 days are a reminder; before that it is quiet', () => {
    expect(found(m1, facts('2025-02-28'))).toEqual([]);
    expect(found(m1, facts('2025-03-01'))).toEqual(['open:due-soon']);
    expect(m1.evaluate(facts('2025-04-01'))).toMatchObject([
      {
        severity: 'overdue',
        dueOn: '2025-03-31',
        params: { from: '2025-01-01', to: '2025-03-31' },
        expected: '1',
        actual: '0',
      },
    ]);
    const held = [meeting('k1', { heldOn: '2025-02-01' })];
    expect(found(m1, facts('2025-04-01', { meetings: held }))).toEqual([]);
  });

  test('a voided meeting was not held', () => {
    const voided = [meeting('k1', { heldOn: '2025-02-01', voidedOn: '2025-02-02' })];
    expect(found(m1, facts('2025-04-01', { meetings: voided }))).toEqual(['missing:overdue']);
  });

  test('last year is judged only when the archive holds meetings of it', () => {
    expect(found(m5, facts('2025-01-15'))).toEqual([]);
    const lastYear = [meeting('k1', { heldOn: '2024-12-05', types: ['members-meeting', 'theme-day'] })];
    expect(found(m5, facts('2025-01-15', { meetings: lastYear }))).toHaveLength(11);
  });

  test('a quarter without a 党课 is told and breaks no rule, for no central one says how often', () => {
    expect(found(m4, facts('2025-03-01'))).toEqual(['open:due-soon']);
    expect(found(m4, facts('2025-04-01'))).toEqual(['missing:todo']);
  });

  test('no committee, no committee meeting', () => {
    expect(found(m2, facts('2025-03-15')).length).toBe(2);
    const without = { ...facts('2025-03-15').branch, hasCommittee: false };
    expect(found(m2, facts('2025-03-15', { branch: without }))).toEqual([]);
    const judged = (fields: object) =>
      m2
        .evaluate(facts('2025-04-15', { branch: { ...facts('2025-04-15').branch, ...fields } }))
        .map(({ params }) => params.from);
    expect(judged({ committeeSince: '2025-03-01' })).toEqual(['2025-03-01']);
    expect(judged({ committeeSince: '2025-02-02' })).toEqual(['2025-03-01']);
    expect(judged({ hasCommittee: false, committeeUntil: '2025-02-28' })).toEqual(['2025-01-01', '2025-02-01']);
  });

  test('each group that did not meet is named', () => {
    const groups = [
      { id: 'g1', name: '一组', from: '2020-01-01', to: null },
      { id: 'g2', name: '二组', from: '2020-01-01', to: null },
    ];
    const meetings = [meeting('k1', { heldOn: '2025-01-05', types: ['group-meeting'], groupId: 'g1' })];
    expect(m3.evaluate(facts('2025-02-01', { groups, meetings }))).toMatchObject([
      { params: { group: '二组', from: '2025-01-01' }, severity: 'overdue' },
    ]);
  });

  test('组织生活会 and 民主评议 count for the year assessed', () => {
    const lastYear = meeting('k1', { heldOn: '2024-11-01' });
    expect(found(m6, facts('2025-01-05', { meetings: [lastYear] }))).toEqual(['missing:overdue']);
    const late = meeting('k2', {
      heldOn: '2025-01-20',
      types: ['organizational-life', 'democratic-appraisal'],
      assessmentYear: 2024,
    });
    const value = facts('2025-02-01', { meetings: [lastYear, late] });
    expect([found(m6, value), found(m7, value)]).toEqual([[], []]);
    expect(found(m7, facts('2025-12-10', { meetings: [late] }))).toEqual(['open:due-soon']);
  });
});

describe('M9: what the record lacks', () => {
  test('a whole record has nothing to find', () => {
    expect(found(m9, facts('2025-06-30', { meetings: [meeting('k1', { attendance: present(...everyone) })] }))).toEqual(
      [],
    );
  });

  test('chair, recorder, agenda, attendance', () => {
    const bare = meeting('k1', { chairId: null, chairName: '', recorderId: null, recorderName: '', agenda: [] });
    expect(found(m9, facts('2025-06-30', { meetings: [bare] }))).toEqual([
      'chair-missing:incomplete',
      'recorder-missing:incomplete',
      'agenda-missing:incomplete',
      'attendance-missing:incomplete',
    ]);
  });

  test('the topic of a lesson and the theme of a theme day are the agenda, of nothing else', () => {
    const of = (fields: Partial<Parameters<typeof meeting>[1]>) =>
      found(
        m9,
        facts('2025-06-30', { meetings: [meeting('k1', { agenda: [], attendance: present(...everyone), ...fields })] }),
      );
    expect(of({ types: ['party-lesson'], lessonTopic: '党课题目' })).toEqual([]);
    expect(of({ types: ['party-lesson', 'theme-day'], lessonTopic: '党课题目' })).toEqual([
      'agenda-missing:incomplete',
    ]);
    expect(of({ types: ['theme-day'], theme: '主题' })).toEqual([]);
    expect(of({ types: ['party-lesson'] })).toEqual(['agenda-missing:incomplete']);
    expect(of({ types: ['members-meeting', 'party-lesson'], lessonTopic: '党课题目' })).toEqual([
      'agenda-missing:incomplete',
    ]);
  });

  test('attendance that does not add up to 应到', () => {
    const short = meeting('k1', { attendance: [...present(...everyone.slice(0, 7)), ...present('stranger')] });
    expect(m9.evaluate(facts('2025-06-30', { meetings: [short] }))).toMatchObject([
      { params: { code: 'attendance-sum', people: 1 }, expected: '8', actual: '7' },
      { params: { code: 'attendance-unexpected', people: 1 } },
    ]);
  });

  test('a committee may have a member whose relation is in another branch, who is expected at its meetings alone', () => {
    const guest = member('g1', { memberships: member('g1').memberships.map((stay) => ({ ...stay, branchId: 'b2' })) });
    const post = {
      id: 'p9',
      memberId: 'g1',
      branchId: 'b1',
      title: 'secretary' as const,
      from: '2024-01-10',
      to: null,
    };
    const value = facts('2025-06-30', {
      members: [...members(8), guest],
      posts: [post, ...facts('2025-06-30').posts.slice(1)],
      meetings: [
        meeting('k1', {
          types: ['committee-meeting'],
          attendance: present('g1', 'm2', 'm3'),
          votes: [vote({ rule: 'V4', inFavour: 2, against: 1, abstain: 0 })],
        }),
        meeting('k2', { attendance: present(...everyone) }),
      ],
    });
    for (const check of [m9, m10, m11, o4]) expect(found(check, value)).toEqual([]);
  });

  test('a committee meeting expects its committee only', () => {
    const small = meeting('k1', { types: ['committee-meeting'], attendance: present('m1', 'm2', 'm3') });
    expect(found(m9, facts('2025-06-30', { meetings: [small] }))).toEqual([]);
  });
});

describe('M10: votes recomputed from the rights-holders of the day', () => {
  test('a vote in order is not found', () => {
    const voted = meeting('k1', {
      attendance: present(...everyone),
      votes: [vote({ inFavour: 8, against: 0, abstain: 0 })],
    });
    expect(found(m10, facts('2025-06-30', { meetings: [voted] }))).toEqual([]);
  });

  test('a result that the arithmetic does not give', () => {
    const voted = meeting('k1', {
      attendance: present(...everyone.slice(0, 4)),
      votes: [vote({ inFavour: 4, against: 0, abstain: 0 })],
    });
    expect(m10.evaluate(facts('2025-06-30', { meetings: [voted] }))).toMatchObject([
      {
        severity: 'overdue',
        expected: '4 ≤ 4',
        actual: 'passed',
        params: { code: 'result-differs', result: 'rejected' },
      },
    ]);
  });

  test('a V1 vote is measured by the whole branch, also in a group meeting', () => {
    const held = meeting('k1', {
      types: ['group-meeting'],
      groupId: 'g1',
      attendance: present('m1', 'm2', 'm3'),
      votes: [vote({ rule: 'V1', inFavour: 3, against: 0, abstain: 0, recordedResult: 'passed' })],
    });
    const people = members(8).map((each, index) => ({
      ...each,
      memberships: each.memberships.map((stay) => ({ ...stay, groupId: index < 3 ? 'g1' : 'g2' })),
    }));
    expect(found(m10, facts('2025-07-01', { members: people, meetings: [held] }))).toContain(
      'passed-without-quorum:overdue',
    );
  });

  test('rights are those of that day, not of today', () => {
    const joinedLater = members(8).map((each, index) =>
      index < 2 ? { ...each, confirmedOn: '2025-06-11', joinedOn: '2024-06-11' } : each,
    );
    const voted = meeting('k1', {
      attendance: present(...everyone),
      votes: [vote({ inFavour: 4, against: 2, abstain: 0 })],
    });
    expect(found(m10, facts('2025-12-30', { meetings: [voted], members: joinedLater }))).toEqual([]);
  });
});

test('M11: opinions and candidates without rights', () => {
  const people = members(8).map((each) =>
    each.id === 'm8'
      ? {
          ...each,
          statuses: [
            {
              id: 'x',
              kind: 'rights-suspended' as const,
              from: '2025-01-01',
              to: null,
              detail: '',
              reason: '',
              documentNumber: '',
            },
          ],
        }
      : each,
  );
  const election = meeting('k1', {
    attendance: [
      ...present(...everyone.slice(0, 7)),
      { memberId: 'm8', state: 'written-opinion', reason: '', opinionReceivedOn: '2025-06-01' },
    ],
    votes: [
      vote({
        rule: 'V3',
        seats: 1,
        candidates: [{ memberId: 'm8', name: '甲', inFavour: 5, against: 2, abstain: 0, others: 0 }],
      }),
    ],
  });
  expect(found(m11, facts('2025-06-30', { meetings: [election], members: people }))).toEqual([
    'opinion-without-rights:overdue',
    'candidate-without-rights:overdue',
  ]);
});

test('M12: left out of 应到 without both approvals', () => {
  const leftOut = (superiorApprovedOn: string | null) =>
    meeting('k1', {
      attendance: [
        ...present(...everyone.slice(0, 7)),
        { memberId: 'm8', state: 'excluded', reason: '', opinionReceivedOn: null },
      ],
      exclusions: [
        {
          memberId: 'm8',
          reason: 'bedridden',
          superiorApprovedOn,
          superiorApprovalNumber: '',
          adoptedByMeetingOn: '2025-06-10',
          confirmedBy: null,
        },
      ],
    });
  expect(m12.evaluate(facts('2025-06-30', { meetings: [leftOut(null)] }))).toMatchObject([
    { expected: '2', actual: '1' },
  ]);
  expect(found(m12, facts('2025-06-30', { meetings: [leftOut('2025-06-01')] }))).toEqual([]);
});

test('resolutions are reminded of before their day and overdue after it, until done', () => {
  const resolution = {
    id: 'r1',
    text: '整改',
    responsibleId: null,
    responsibleName: '张三',
    dueOn: '2025-07-10',
    doneOn: null,
    outcome: '',
  };
  const value = (asOf: string, doneOn: string | null = null) =>
    facts(asOf, { meetings: [meeting('k1', { resolutions: [{ ...resolution, doneOn }] })] });
  expect(found(resolutionsDue, value('2025-06-09'))).toEqual([]);
  expect(found(resolutionsDue, value('2025-06-10'))).toEqual(['due-soon:due-soon']);
  expect(found(resolutionsDue, value('2025-07-11'))).toEqual(['overdue:overdue']);
  expect(found(resolutionsDue, value('2025-07-11', '2025-07-01'))).toEqual([]);
});
