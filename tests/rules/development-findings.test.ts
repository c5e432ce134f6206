import { expect, test } from 'vitest';
import { type DevelopmentCase, type DevelopmentStep, developmentCase } from '../../contract/development.ts';
import { developmentChecks } from '../../rules/checks/development.ts';
import { facts as checkFacts, member } from '../../rules/checks/fixtures.ts';
import { v8c } from '../../rules/checks/probation.ts';
import type { DevelopmentFacts } from '../../rules/development-facts.ts';
import { caseOn } from '../../rules/development-on.ts';
import { reportOf } from '../../rules/development-report.ts';
import { developmentTemplate } from '../../templates/development.ts';
import { prepared, step, untilForm } from '../service/development-archive.ts';

const fullPeople = new Set(['m1', 'm2', 'm3']);

function facts(asOf: string, more: Partial<DevelopmentFacts> = {}): DevelopmentFacts {
  return {
    templates: [developmentTemplate],
    settings: [],
    asOf,
    hasRights: (memberId) => fullPeople.has(memberId),
    presentAt: () => null,
    ...more,
  };
}

function person(steps: readonly DevelopmentStep[], more: Partial<DevelopmentCase> = {}): DevelopmentCase {
  return {
    ...developmentCase.blank,
    ...{ id: 'c', revision: 1, branchId: 'b', name: '苏念安', bornOn: '1998-03-04', ...prepared },
    steps: [...steps],
    ...more,
  } as DevelopmentCase;
}

/** Codes of a rule in a file on a day; nothing where it is in order. */
function found(rule: string, asOf: string, record: DevelopmentCase, more: Partial<DevelopmentFacts> = {}): string[] {
  return reportOf(record, facts(asOf, more))
    .findings.filter((each) => each.rule === rule)
    .map(({ code, severity }) => `${code} ${severity}`);
}

const reviewed = (...days: string[]) =>
  days.map((on, index) => ({ id: `r${index}`, kind: 'branch-review' as const, on, by: '', content: '' }));
const until = (no: number) => untilForm.filter((each) => each.no <= no);
const voted = (on = '2025-04-20', more: Partial<DevelopmentStep> = {}) => [
  ...untilForm,
  step(15, on, { reason: '大会在建档以前', ...more }),
];
const admitted = [...voted(), step(16, '2025-05-06'), step(17, '2025-05-20')];
const extended = (months: number) => [
  ...admitted,
  step(23, '2026-04-25', { result: 'extended', months }),
  step(24, '2026-05-10'),
];
const training = (days: number | null, hours: number | null) => ({
  trainings: prepared.trainings.map((each) => ({ ...each, days, hours })),
});

/** The form filled in first, the superior's preliminary review and the vote on these days. */
const reviewedAfter = (review: string, vote: string) =>
  voted(vote, { meetingId: 'm', voteId: 'v' }).map((each) => (each.no === 13 ? { ...each, on: review } : each));

test.each<[string, string, DevelopmentCase, string[]]>([
  // V1c: one calendar month from the application, clamped to the month's end.
  ['V1c', '2024-02-29', person([step(1, '2024-01-31')]), ['due due-soon']],
  ['V1c', '2024-03-01', person([step(1, '2024-01-31')]), ['late overdue']],
  ['V1c', '2026-01-01', person([step(1, '2024-01-31'), step(2, '2024-02-29')]), []],
  ['V1c', '2026-01-01', person([step(1, '2024-01-31'), step(2, '2024-03-01')]), ['without-reason incomplete']],
  // V2c: twelve calendar months as activist; from 29 February to 28 February.
  ['V2c', '2026-01-01', person([...until(2), step(3, '2024-02-29'), step(7, '2025-02-28')]), []],
  ['V2c', '2026-01-01', person([...until(2), step(3, '2024-02-29'), step(7, '2025-02-27')]), ['too-early overdue']],
  // V3c: exactly half a year apart is in order, a day more is not.
  ['V3c', '2024-07-20', person(until(3)), []],
  ['V3c', '2024-07-21', person(until(3)), ['due due-soon']],
  ['V3c', '2025-01-20', person(until(3), { reviews: reviewed('2024-07-20') }), []],
  ['V3c', '2025-02-10', person(until(7), { reviews: reviewed('2024-07-20', '2024-12-01') }), []],
  ['V3c', '2025-02-10', person(until(7), { reviews: reviewed('2024-07-21', '2024-12-01') }), ['gap incomplete']],
  // V4c: two introducers with rights.
  ['V4c', '2025-03-01', person(until(9), { introducers: prepared.introducers.slice(0, 1) }), ['introducers overdue']],
  ['V4c', '2025-03-01', person(until(9)), []],
  // V5c: exactly three days or twenty-four hours; political review.
  ['V5c', '2025-06-01', person(voted(), training(3, null)), []],
  ['V5c', '2025-06-01', person(voted(), training(null, 24)), []],
  ['V5c', '2025-06-01', person(voted(), training(2.5, 23.5)), ['no-training overdue']],
  ['V5c', '2025-06-01', person(voted().filter(({ no }) => no !== 10)), ['no-political-review overdue']],
  // V6c: not before the form is filled in; a meeting stands behind it.
  ['V6c', '2025-06-01', person(voted('2025-04-09', { meetingId: 'm', voteId: 'v' })), ['too-early overdue']],
  ['V6c', '2025-06-01', person(voted()), ['no-meeting incomplete']],
  ['V6c', '2025-06-01', person(reviewedAfter('2025-04-19', '2025-04-20')), []],
  ['V6c', '2025-06-01', person(reviewedAfter('2025-04-21', '2025-04-20')), ['too-early overdue']],
  // V7c: two, three and six calendar months from the vote.
  ['V7c', '2025-06-20', person(voted()), []],
  ['V7c', '2025-06-21', person(voted()), ['soon due-soon']],
  ['V7c', '2025-07-20', person(voted()), ['soon due-soon']],
  ['V7c', '2025-07-21', person(voted()), ['late overdue']],
  ['V7c', '2025-10-20', person(voted()), ['late overdue']],
  ['V7c', '2025-10-21', person(voted()), ['vote-again overdue']],
  ['V7c', '2026-02-28', person(voted('2025-08-31')), ['late overdue']],
  ['V7c', '2026-03-01', person(voted('2025-08-31')), ['vote-again overdue']],
  [
    'V7c',
    '2026-01-01',
    person([...voted(), step(16, '2025-05-06'), step(17, '2025-10-21')]),
    ['approved-late overdue'],
  ],
  // V9c: six to twelve months, once.
  ['V9c', '2026-06-01', person(extended(6)), []],
  ['V9c', '2026-06-01', person(extended(12)), []],
  ['V9c', '2026-06-01', person(extended(5)), ['out-of-range overdue']],
  ['V9c', '2026-06-01', person(extended(13)), ['out-of-range overdue']],
  [
    'V9c',
    '2027-06-01',
    person([
      ...extended(6),
      step(23, '2026-10-25', { attempt: 2, result: 'extended', months: 6 }),
      step(24, '2026-11-10', { attempt: 2 }),
    ]),
    ['twice overdue'],
  ],
  // V10c: three months from the vote on confirmation.
  ['V10c', '2026-07-25', person([...admitted, step(23, '2026-04-25')]), []],
  ['V10c', '2026-07-26', person([...admitted, step(23, '2026-04-25')]), ['late due-soon']],
  // V11c: eighteen on the day of the application.
  ['V11c', '2026-01-01', person([step(1, '2026-02-28')], { bornOn: '2008-02-29' }), []],
  ['V11c', '2026-03-01', person([step(1, '2026-02-28')], { bornOn: '2008-02-29' }), []],
  ['V11c', '2026-03-01', person([step(1, '2026-02-27')], { bornOn: '2008-02-29' }), ['too-young overdue']],
  ['V11c', '2026-03-01', person([step(1, '2026-02-27')], { bornOn: null }), ['birth-unknown incomplete']],
  // V13c: leaves the unit within three calendar months.
  ['V13c', '2025-02-28', person(until(8), { leavesUnitOn: '2025-05-28' }), ['leaving due-soon']],
  ['V13c', '2025-02-28', person(until(8), { leavesUnitOn: '2025-05-29' }), []],
])('%s on %s', (rule, asOf, record, expected) => {
  expect(found(rule, asOf, record)).toEqual(expected);
});

test('V12c: each of the five core papers is asked for once the file is closed, by any step it was put under', () => {
  const whole = [...admitted, step(23, '2026-04-25'), step(24, '2026-05-10'), step(25, '2026-05-20')];
  const titles = ['入党志愿书', '入党申请书', '政治审查材料', '转正申请书', '培养教育考察材料'];
  const papers = titles.map((title, index) => ({ ...paper, id: `p${index}`, title, stepNo: 25 }));
  expect(found('V12c', '2026-06-01', person(whole, { documents: papers }))).toEqual([]);
  for (const title of titles)
    expect(
      reportOf(person(whole, { documents: papers.filter((each) => each.title !== title) }), facts('2026-06-01'))
        .findings,
    ).toContainEqual(expect.objectContaining({ rule: 'V12c', params: { names: title } }));
});

test('an introducer who gave it up after the vote is held against the day of the vote all the same', () => {
  const later = { introducers: prepared.introducers.map((each) => ({ ...each, to: '2025-05-01' })) };
  const hasRights = (memberId: string, day: string) => memberId !== 'm1' || day < '2025-04-20';
  expect(found('V4c', '2025-06-01', person(voted(), later), { hasRights })).toEqual(['without-rights overdue']);
  const earlier = {
    introducers: later.introducers.map((each) => (each.memberId === 'm1' ? { ...each, to: '2025-04-20' } : each)),
  };
  expect(found('V4c', '2025-06-01', person(voted(), earlier), { hasRights })).toEqual(['introducers overdue']);
  const meetingOf = { ...later, steps: voted('2025-04-20', { meetingId: 'm', voteId: 'v' }) };
  expect(found('V6c', '2025-06-01', person([], meetingOf), { presentAt: () => new Set(['m2']) })).toContain(
    'introducers-absent incomplete',
  );
});

test('introducers who were not at the meeting are told, those who were are not', () => {
  const record = person(voted('2025-04-20', { meetingId: 'm', voteId: 'v' }));
  const at = (present: string[]) => found('V6c', '2025-06-01', record, { presentAt: () => new Set(present) });
  expect(at(['m1', 'm2'])).toEqual([]);
  expect(at(['m1'])).toEqual(['introducers-absent incomplete']);
});

test('thought reports and talks are due every quarter while the person is an activist, and stop with the next step', () => {
  const kinds = (asOf: string, record: DevelopmentCase) =>
    reportOf(record, facts(asOf)).rhythms.map(({ kind, dueOn, gaps }) => [kind, dueOn, gaps.length]);
  expect(kinds('2024-04-20', person(until(3)))).toEqual([
    ['branch-review', '2024-07-20', 0],
    ['thought-report', '2024-04-20', 0],
    ['contact-talk', '2024-04-20', 0],
  ]);
  expect(kinds('2024-04-21', person(until(3)))[1]).toEqual(['thought-report', '2024-04-20', 1]);
  expect(kinds('2026-01-01', person(until(7))).every(([, dueOn]) => dueOn === null)).toBe(true);
});

test('to be made an activist again after a change of unit takes no time away; who came from elsewhere has other sponsors', () => {
  const again = [...until(6), step(3, '2024-10-01', { attempt: 2 }), step(7, '2025-01-20')];
  expect(found('V2c', '2026-01-01', person(again))).toEqual([]);
  const move = { id: 'm', kind: 'in' as const, on: '2025-06-01', unit: '区委', hasMaterials: false, note: '' };
  const moved = person(voted(), { introducers: [], trainings: [], moves: [move] });
  expect(['V4c', 'V5c', 'development-move'].map((rule) => found(rule, '2025-07-01', moved))).toEqual([
    [],
    [],
    ['in incomplete'],
  ]);
});

test('a file as of a day holds no later step, no paper handed in later, and no acceptance that came later', () => {
  const papers = [
    { ...paper, id: 'a', submittedOn: '2023-12-01', reviewedOn: '2024-02-01' },
    { ...paper, id: 'b', submittedOn: '2024-03-01', reviewedOn: null, state: 'submitted' as const },
  ];
  const then = caseOn(person(admitted, { documents: papers, memberId: 'm9' }), '2024-01-25');
  expect(then).toMatchObject({
    memberId: null,
    documents: [{ id: 'a', state: 'submitted', reviewedOn: null }],
    introducers: [],
    trainings: [],
    contacts: [{ id: 'c1' }],
  });
  expect(then.steps.map(({ no }) => no)).toEqual([1, 2, 3, 5]);
  expect(
    reportOf(person(until(1), { documents: papers.slice(0, 1) }), facts('2024-01-25')).steps[0]?.documents,
  ).toEqual([{ title: '入党申请书', isOptional: false, state: 'submitted' }]);
});

const paper = {
  ...{ id: 'p', stepNo: 1, title: '入党申请书', state: 'accepted' as const, returnReason: '', hasBeenSeen: true },
  ...{ pages: 2, location: '柜1', submittedBy: '', submittedOn: null, reviewer: '', submissionEnteredBy: null },
  reviewedOn: null,
};

test('V8c: a 转正大会 in the file of the person is one, also where the archive has no meeting of it', () => {
  const steps = [
    step(15, '2024-08-31'),
    step(17, '2024-10-08'),
    step(23, '2025-09-05', { reason: '大会记录在档案馆' }),
  ];
  const on = (asOf: string, list: DevelopmentStep[]) =>
    v8c
      .evaluate({
        ...checkFacts(asOf, { members: [member('p1', { joinedOn: '2024-08-31', confirmedOn: null })] }),
        development: { templates: [developmentTemplate], cases: [person(list, { memberId: 'p1' })], plans: [] },
      })
      .map(({ params }) => params.code);
  expect(on('2025-09-10', steps)).toEqual([]);
  expect(on('2025-09-04', steps)).toEqual(['over']);
  const rejected = steps.map((each) => (each.no === 23 ? { ...each, result: 'rejected' as const } : each));
  expect(on('2025-09-10', rejected)).toEqual(['over']);
});

test('V14c: a vote of December that the superior approves in the new year is counted to the plan of its year', () => {
  const plan = { id: 'p', revision: 1, branchId: 'b', year: 2025, quota: 0, documentNumber: '', note: '' };
  const record = person([step(15, '2025-12-20'), step(16, '2026-01-10'), step(17, '2026-02-10')]);
  const v14c = developmentChecks.find(({ id }) => id === 'V14c');
  const on = (asOf: string) =>
    v14c?.evaluate({
      ...checkFacts(asOf),
      development: { templates: [developmentTemplate], cases: [record], plans: [plan] },
    });
  expect(on('2026-02-09')).toEqual([]);
  expect(on('2026-02-10')).toMatchObject([{ params: { year: 2025, admitted: 1, quota: 0 } }]);
  expect(on('2026-04-01')).toEqual([]);
});

// Plan, days of admission votes, whether approved, what is told at the end of the year.
test.each([
  ['as many as planned', 2, ['2025-01-01', '2025-12-31'], true, []],
  ['one more than planned', 1, ['2025-01-01', '2025-12-31'], true, [2]],
  ['none planned', 0, ['2025-06-30'], true, [1]],
  ['voted, not yet approved', 0, ['2025-06-30'], false, []],
  ['of other years', 0, ['2024-12-31', '2026-01-01'], true, []],
] as const)('V14c: %s', (_, quota, votes, isApproved, told) => {
  const plan = { id: 'p', revision: 1, branchId: 'b', year: 2025, quota, documentNumber: '', note: '' };
  const cases = votes.map((on, index) =>
    person([step(15, on), step(16, on), ...(isApproved ? [step(17, on)] : [])], { id: `c${index}` }),
  );
  const v14c = developmentChecks.find(({ id }) => id === 'V14c');
  const development = { templates: [developmentTemplate], cases, plans: [plan] };
  const found = v14c?.evaluate({ ...checkFacts('2025-12-31'), development });
  expect(found?.map(({ params }) => params.admitted)).toEqual(told);
  expect(v14c?.evaluate({ ...checkFacts('2025-12-31'), development: { ...development, plans: [] } })).toEqual([]);
});
