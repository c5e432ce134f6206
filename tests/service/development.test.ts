import { expect, test } from 'vitest';
import type { DevelopmentStep } from '../../contract/development.ts';
import { holdVote, prepared, step, untilForm, withFullMembers } from './development-archive.ts';
import type { TestArchive } from './open-archive.ts';

const asOf = '2026-11-24';

function save(archive: TestArchive, steps: DevelopmentStep[], more: object = {}, revision = 0) {
  return archive.call('developmentCase.save', { draft: draftOf(archive, steps, more, revision) });
}

function draftOf(archive: TestArchive, steps: DevelopmentStep[], more: object = {}, revision = 0) {
  return {
    id: 'case-1',
    revision,
    ...(revision === 0
      ? { branchId: archive.branchId, name: '苏念安', sex: '2' as const, bornOn: '1998-03-04', ...prepared }
      : {}),
    steps,
    ...more,
  };
}

async function admitted(archive: TestArchive): Promise<DevelopmentStep[]> {
  const bound = await holdVote(archive, '2025-04-20', { subject: '接收苏念安为预备党员', inFavour: 5 });
  return [...untilForm, step(15, '2025-04-20', bound), step(16, '2025-05-06'), step(17, '2025-05-20')];
}

test('an applicant becomes a member by the vote and the approval: joined on the day of the vote, two dates kept', async () => {
  const archive = await withFullMembers();
  const steps = await admitted(archive);
  const voted = await save(archive, steps.slice(0, 15));
  expect(voted.memberId).toBeNull();
  const approved = await save(archive, steps, {}, 1);
  const person = await archive.call('member.get', { id: approved.memberId ?? '', asOf });
  expect(person).toMatchObject({
    name: '苏念安',
    category: 'probationary',
    appliedOn: '2023-12-01',
    activistOn: '2024-01-20',
    candidateOn: '2025-02-18',
    joinedOn: '2025-04-20',
    joinApprovedOn: '2025-05-20',
    introducerNames: ['党员1', '党员2'],
    volunteerFormNumber: 'NO.0000123',
    probationEndsOn: '2026-04-20',
  });
  expect(person.memberships).toMatchObject([{ from: '2025-04-20', entryKind: 'admitted', to: null }]);
});

test('a repeated save is the same save, and a stale one is refused', async () => {
  const archive = await withFullMembers();
  const steps = await admitted(archive);
  const draft = draftOf(archive, steps);
  const first = await archive.call('developmentCase.save', { draft });
  expect(await archive.call('developmentCase.save', { draft })).toEqual(first);
  await save(archive, [...steps, step(18, '2025-05-28')], {}, 1);
  expect(await archive.refused('developmentCase.save', { draft })).toMatchObject({ code: 'stale-record' });
});

test('a candidate before twelve calendar months as activist is refused with the first day allowed', async () => {
  const archive = await withFullMembers();
  const early = untilForm.slice(0, 6).concat(step(7, '2025-01-19'));
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, early) })).toMatchObject({
    code: 'rule-broken',
    rule: 'V2c',
    field: 'steps.6.on',
    expected: '>= 2025-01-20',
    actual: '2025-01-19',
  });
  await save(archive, untilForm.slice(0, 6).concat(step(7, '2025-01-20')));
});

test('nobody applies before their eighteenth birthday', async () => {
  const archive = await withFullMembers();
  const young = { bornOn: '2005-12-02' };
  expect(
    await archive.refused('developmentCase.save', { draft: draftOf(archive, [step(1, '2023-12-01')], young) }),
  ).toMatchObject({ code: 'rule-broken', rule: 'V11c', expected: '>= 2023-12-02' });
});

test('without political review or training the committee does not take the matter up', async () => {
  const archive = await withFullMembers();
  const without = (no: number) => untilForm.slice(0, 12).filter((each) => each.no !== no);
  for (const no of [10, 11])
    expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, without(no)) })).toMatchObject({
      rule: 'V5c',
      expected: `step ${no}`,
    });
  const failed = untilForm.slice(0, 12).map((each) => (each.no === 10 ? { ...each, result: 'rejected' } : each));
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, failed as never) })).toMatchObject({
    rule: 'V5c',
  });
});

test('training counts from three days or from twenty-four hours', async () => {
  const archive = await withFullMembers();
  const steps = untilForm.slice(0, 11);
  const training = prepared.trainings[0];
  const short = { trainings: [{ ...training, days: 2, hours: 23.5 }] };
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, steps, short) })).toMatchObject({
    rule: 'V5c',
    field: 'steps.10.result',
  });
  await save(archive, steps, { trainings: [{ ...training, days: null, hours: 24 }] });
});

test('introducers are exactly two, full members with rights on the day', async () => {
  const archive = await withFullMembers();
  const one = { introducers: prepared.introducers.slice(0, 1) };
  expect(
    await archive.refused('developmentCase.save', { draft: draftOf(archive, untilForm.slice(0, 9), one) }),
  ).toMatchObject({ rule: 'V4c', expected: '2', actual: '1' });
  await archive.call('discipline.save', {
    draft: {
      id: 'd1',
      revision: 0,
      branchId: archive.branchId,
      memberId: 'm2',
      kind: 'probation-within-party',
      cause: '违纪',
      decidedOn: '2025-01-10',
      months: 12,
    },
  });
  expect(
    await archive.refused('developmentCase.save', { draft: draftOf(archive, untilForm.slice(0, 9)) }),
  ).toMatchObject({ rule: 'V4c', field: 'introducers.1.memberId' });
});

test('a vote that the meeting does not bear out is refused with its arithmetic', async () => {
  const archive = await withFullMembers();
  const bound = await holdVote(archive, '2025-04-20', { subject: '接收苏念安为预备党员', inFavour: 2 });
  const claimed = [...untilForm, step(15, '2025-04-20', bound)];
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, claimed) })).toMatchObject({
    rule: 'V1',
    field: 'steps.14.result',
    actual: 'passed',
    expected: expect.stringContaining('rejected'),
  });
  const unbound = [...untilForm, step(15, '2025-04-20')];
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, unbound) })).toMatchObject({
    rule: 'V1',
    field: 'steps.14.meetingId',
  });
});

test('after a failed vote the step is entered again, the attempt is kept and the time as activist stays', async () => {
  const archive = await withFullMembers();
  const failed = await holdVote(archive, '2025-04-20', { subject: '接收苏念安为预备党员', inFavour: 2 });
  const passed = await holdVote(archive, '2025-09-10', { subject: '接收苏念安为预备党员', inFavour: 4 });
  const steps = [
    ...untilForm,
    step(15, '2025-04-20', { ...failed, result: 'rejected' }),
    step(15, '2025-09-10', { ...passed, attempt: 2, reason: '再次培养后提交' }),
    step(16, '2025-09-20'),
    step(17, '2025-10-08'),
  ];
  const saved = await save(archive, steps);
  const person = await archive.call('member.get', { id: saved.memberId ?? '', asOf });
  expect(person).toMatchObject({ joinedOn: '2025-09-10', activistOn: '2024-01-20' });
  const report = await archive.call('developmentCase.check', { id: 'case-1', asOf: '2025-05-01' });
  expect(report).toMatchObject({ stage: 'candidate', nextStep: 15 });
  expect(report.steps[14]).toMatchObject({ on: null, attempts: 1 });
});

test('confirmation: 转正日期 is the end of probation also when the meeting was late', async () => {
  const archive = await withFullMembers();
  const steps = await admitted(archive);
  const bound = await holdVote(archive, '2026-05-15', { subject: '苏念安转正', inFavour: 5 });
  const whole = [...steps, step(20, '2025-06-20'), step(23, '2026-05-15', bound), step(24, '2026-06-01')];
  const saved = await save(archive, whole);
  const person = await archive.call('member.get', { id: saved.memberId ?? '', asOf });
  expect(person).toMatchObject({ category: 'full', confirmedOn: '2026-04-20' });
  const early = [...steps, step(23, '2026-04-19', { reason: '大会不在本档案' })];
  expect(
    await archive.refused('developmentCase.save', { draft: { ...draftOf(archive, early), id: 'case-2' } }),
  ).toMatchObject({ code: 'rule-broken', expected: '>= 2026-04-20' });
});

test('an extension is once and six to twelve months, and moves the end of probation', async () => {
  const archive = await withFullMembers({ today: '2027-12-01' });
  const steps = await admitted(archive);
  const extended = await holdVote(archive, '2026-04-25', { subject: '延长苏念安预备期', inFavour: 5 });
  const again = await holdVote(archive, '2026-10-25', { subject: '再延长苏念安预备期', inFavour: 5 });
  const extension = (months: number) => step(23, '2026-04-25', { ...extended, result: 'extended', months });
  for (const months of [5, 13])
    expect(
      await archive.refused('developmentCase.save', { draft: draftOf(archive, [...steps, extension(months)]) }),
    ).toMatchObject({ rule: 'V9c', expected: '6-12' });
  const approved = [...steps, extension(6), step(24, '2026-05-10')];
  const saved = await save(archive, approved);
  const person = await archive.call('member.get', { id: saved.memberId ?? '', asOf: '2026-08-01' });
  expect(person).toMatchObject({ probationExtendedMonths: 6, probationEndsOn: '2026-10-20', confirmedOn: null });
  const twice = [...approved, step(23, '2026-10-25', { ...again, attempt: 2, result: 'extended', months: 6 })];
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, twice, {}, 1) })).toMatchObject({
    rule: 'V9c',
  });
  const confirmed = [
    ...approved,
    step(23, '2026-10-25', { ...again, attempt: 2 }),
    step(24, '2026-11-10', { attempt: 2 }),
  ];
  await save(archive, confirmed, {}, 1);
  expect(await archive.call('member.get', { id: saved.memberId ?? '', asOf: '2027-01-01' })).toMatchObject({
    category: 'full',
    confirmedOn: '2026-10-20',
  });
});

test('cancelling ends the stay in the branch with its kind', async () => {
  const archive = await withFullMembers();
  const steps = await admitted(archive);
  const bound = await holdVote(archive, '2026-04-25', { subject: '取消苏念安预备党员资格', inFavour: 5 });
  const cancelled = [...steps, step(23, '2026-04-25', { ...bound, result: 'cancelled' }), step(24, '2026-05-10')];
  const saved = await save(archive, cancelled);
  const person = await archive.call('member.get', { id: saved.memberId ?? '', asOf });
  expect(person.memberships).toMatchObject([{ to: '2026-05-10', leaveKind: 'admission-cancelled' }]);
  expect(person.category).toBe('former');
});

test('an admission is not taken back by taking its steps away', async () => {
  const archive = await withFullMembers();
  await save(archive, await admitted(archive));
  expect(await archive.refused('developmentCase.save', { draft: draftOf(archive, untilForm, {}, 1) })).toMatchObject({
    code: 'record-in-use',
  });
  expect(
    await archive.refused('developmentCase.remove', { id: 'case-1', revision: 1, reason: '登记错了' }),
  ).toMatchObject({ code: 'record-in-use' });
});

test('a reviewer of a paper is not who handed it in, and a paper handed back says why', async () => {
  const archive = await withFullMembers();
  const paper = {
    id: 'p1',
    stepNo: 1,
    title: '入党申请书',
    state: 'accepted',
    returnReason: '',
    hasBeenSeen: true,
    pages: 3,
    location: '柜1',
    submittedBy: '李文清',
    submittedOn: null,
    reviewer: '李文清',
    reviewedOn: null,
  };
  const refused = (more: object) =>
    archive.refused('developmentCase.save', {
      draft: draftOf(archive, [step(1, '2023-12-01')], { documents: [{ ...paper, ...more }] }),
    });
  expect(await refused({})).toMatchObject({ fields: { 'documents.0.reviewer': ['is the submitter'] } });
  expect(await refused({ reviewer: '王海', state: 'returned' })).toMatchObject({
    fields: { 'documents.0.returnReason': ['required'] },
  });
});

test('a paper comes in, is handed back and comes in again on its own, whatever became of its step', async () => {
  const archive = await withFullMembers();
  await save(archive, [step(1, '2023-12-01'), step(2, '2023-12-20')]);
  const paper = {
    ...{ id: 'p1', stepNo: 1, title: '入党申请书', returnReason: '', hasBeenSeen: false, pages: 3, location: '柜1' },
    ...{ submittedBy: '苏念安', submittedOn: '2023-12-01', reviewer: '', reviewedOn: null, submissionEnteredBy: null },
  };
  const states = [
    { state: 'submitted' },
    { state: 'returned', returnReason: '没有签名', reviewer: '王组织', reviewedOn: '2023-12-03' },
    { state: 'submitted', submittedOn: '2023-12-10' },
    { state: 'accepted', submittedOn: '2023-12-10', reviewer: '王组织', reviewedOn: '2023-12-11' },
  ] as const;
  for (const [index, state] of states.entries()) {
    const draft = { id: 'case-1', revision: index + 1, documents: [{ ...paper, ...state }] };
    const saved = await archive.call('developmentCase.save', { draft });
    expect(saved.steps.map(({ no }) => no)).toEqual([1, 2]);
    const { steps } = await archive.call('developmentCase.check', { id: 'case-1', asOf });
    expect(steps[0]?.documents).toContainEqual({
      title: '入党申请书',
      isOptional: false,
      state: state.state,
    });
  }
});

test('the check names the next step with its limits, a passed soft limit without reason, and what is entered late', async () => {
  const archive = await withFullMembers();
  await save(archive, [step(1, '2024-01-31'), step(2, '2024-03-05')]);
  const report = await archive.call('developmentCase.check', { id: 'case-1', asOf });
  expect(report).toMatchObject({ stage: 'applicant', nextStep: 3 });
  expect(report.steps[1]).toMatchObject({ state: 'done', latest: '2024-02-29', isLateEntry: true });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ rule: 'V1c', code: 'without-reason', expected: '<=2024-02-29', actual: '2024-03-05' }),
  );
  await save(archive, [step(1, '2024-01-31'), step(2, '2024-03-05', { reason: '本人出差' })], {}, 1);
  const explained = await archive.call('developmentCase.check', { id: 'case-1', asOf });
  expect(explained.findings.filter((each) => each.rule === 'V1c')).toEqual([]);
});

test('the ID number is masked in every answer, and a mask is never stored', async () => {
  const archive = await withFullMembers();
  const idNumber = '11010519491231002X';
  const saved = await save(archive, [step(1, '2023-12-01')], { idNumber });
  expect(saved.idNumber).not.toBe(idNumber);
  expect(
    await archive.refused('developmentCase.save', {
      draft: { id: 'case-1', revision: 1, idNumber: saved.idNumber ?? '' },
    }),
  ).toMatchObject({ code: 'invalid-input' });
  const [row] = await archive.call('record.dump', { record: 'developmentCase', unmask: true });
  expect(row).toMatchObject({ idNumber });
});

test('one plan for a year and branch', async () => {
  const archive = await withFullMembers();
  const draft = { revision: 0, branchId: archive.branchId, year: 2026, quota: 2 };
  await archive.call('developmentPlan.save', { draft: { ...draft, id: 'p1' } });
  expect(await archive.refused('developmentPlan.save', { draft: { ...draft, id: 'p2' } })).toMatchObject({
    code: 'duplicate-record',
  });
});

test('what is due of a person stands on the list of things to do, with the way to the file', async () => {
  const archive = await withFullMembers();
  const steps = await admitted(archive);
  await save(archive, steps.slice(0, 15));
  const { items } = await archive.call('due.list', { branchId: archive.branchId, asOf: '2025-07-21' });
  expect(items.find((item) => item.rule === 'V7c')).toMatchObject({
    severity: 'overdue',
    dueOn: '2025-07-20',
    record: 'developmentCase',
    recordId: 'case-1',
    params: { code: 'late', person: '苏念安' },
  });
});

test('somebody registered here before the archive began may have been an introducer then', async () => {
  const archive = await withFullMembers();
  const introducers = prepared.introducers.map((each) => ({ ...each, from: '2011-06-01' }));
  await save(archive, [step(1, '2023-12-01')], { introducers });
  const early = prepared.introducers.map((each) => ({ ...each, from: '2011-04-30' }));
  expect(
    await archive.refused('developmentCase.save', {
      draft: draftOf(archive, [step(1, '2023-12-01')], { introducers: early }, 1),
    }),
  ).toMatchObject({ rule: 'V4c' });
});
