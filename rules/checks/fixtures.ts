import type { Training } from '../../contract/education.ts';
import type { Check, CheckedMeeting, CheckedMember, CheckFacts, Finding } from './check.ts';

/** Small branches for the tests of the checks: in order, until a test says otherwise. */

export function member(id: string, fields: Partial<CheckedMember> = {}): CheckedMember {
  return {
    id,
    name: `党员${id}`,
    sex: '1',
    idNumber: null,
    bornOn: '1980-01-01',
    bornOnReason: '',
    ethnicity: '01',
    education: '21',
    mobilePhone: '13800000000',
    jobCode: null,
    joinedOn: '2005-07-01',
    confirmedOn: '2006-07-01',
    confirmApprovedOn: null,
    probationExtendedMonths: 0,
    partyYearsCorrection: 0,
    memberships: [
      {
        id: `s-${id}`,
        branchId: 'b1',
        groupId: null,
        from: '2010-01-01',
        entryKind: 'registered',
        to: null,
        leaveKind: null,
        reason: '',
      },
    ],
    statuses: [],
    ...fields,
  };
}

export function members(count: number): CheckedMember[] {
  return Array.from({ length: count }, (_, index) => member(`m${index + 1}`));
}

export function meeting(id: string, fields: Partial<CheckedMeeting> = {}): CheckedMeeting {
  return {
    id,
    types: ['members-meeting'],
    title: `会议${id}`,
    heldOn: '2025-06-10',
    groupId: null,
    assessmentYear: null,
    chairId: 'm1',
    chairName: '党员m1',
    recorderId: 'm2',
    recorderName: '党员m2',
    agenda: [{ id: 'a1', title: '学习', content: '' }],
    lessonTopic: '',
    theme: '',
    attendance: [],
    exclusions: [],
    votes: [],
    resolutions: [],
    studyHours: null,
    signedOn: null,
    voidedOn: null,
    ...fields,
  };
}

export function present(...ids: string[]): CheckedMeeting['attendance'] {
  return ids.map((memberId) => ({ memberId, state: 'present', reason: '', opinionReceivedOn: null }));
}

export function vote(fields: Partial<CheckedMeeting['votes'][number]>): CheckedMeeting['votes'][number] {
  return {
    id: 'v1',
    agendaId: 'a1',
    rule: 'V2',
    subject: '决议',
    subjectMemberId: null,
    method: 'show-of-hands',
    inFavour: null,
    against: null,
    abstain: null,
    writtenInFavour: 0,
    writtenAgainst: 0,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsInvalid: null,
    seats: null,
    candidates: [],
    tellers: '',
    scrutineers: '',
    recordedResult: 'passed',
    ...fields,
  };
}

/** A 集中培训 of one day. */
export function training(id: string, endedOn: string, hours: number, memberIds: readonly string[]): Training {
  return {
    id,
    revision: 1,
    branchId: 'b1',
    year: Number(endedOn.slice(0, 4)),
    title: '轮训',
    organiser: '',
    level: 'branch',
    startedOn: endedOn,
    endedOn,
    form: 'intensive',
    contents: [],
    hours,
    participants: memberIds.map((memberId) => ({
      memberId,
      hours: null,
      passed: null,
      score: null,
      certificateNumber: '',
    })),
    evidence: '',
  };
}

export function facts(asOf: string, fields: Partial<CheckFacts> = {}): CheckFacts {
  return {
    asOf,
    settings: [],
    branch: {
      id: 'b1',
      kind: 'branch',
      establishedOn: '2010-01-01',
      closedOn: null,
      hasCommittee: true,
      committeeSince: null,
      formerCommittees: [],
      committeeUntil: null,
      unitKind: 'government-body',
    },
    groups: [],
    terms: [{ id: 't1', electedOn: '2024-01-10', years: 3, extendedTo: null, extensionNumber: '' }],
    posts: ['secretary', 'organisation', 'publicity'].map((title, index) => ({
      id: `p${index + 1}`,
      memberId: `m${index + 1}`,
      branchId: 'b1',
      title: title as 'secretary',
      from: '2024-01-10',
      to: null,
    })),
    members: members(8),
    meetings: [],
    signInSheets: [],
    registers: { talks: [], transfers: [], mobiles: [], lost: [], disciplines: [], measures: [], rectifications: [] },
    appraisals: [],
    development: {
      templates: [],
      cases: [],
      plans: [],
    },
    dues: {
      fixings: [],
      reductions: [],
      payments: [],
      remittances: [],
      spendings: [],
      entries: [],
      publications: [],
    },
    elections: [],
    trainings: [],
    exams: [],
    surveys: [],
    points: { schemes: [], entries: [], services: [], honours: [] },
    courses: { courses: [], progress: [], finished: [] },
    ...fields,
  };
}

/** Codes and severities of what a check finds, in order. */
export function found(check: Check, value: CheckFacts): string[] {
  return check.evaluate(value).map((each: Finding) => `${each.params.code}:${each.severity}`);
}
