import { expect, test } from 'vitest';
import { fullMember } from './member-fixtures.ts';
import { openTestArchive, type TestArchive } from './open-archive.ts';

const heldOn = '2026-10-22';

async function withMembers(full: number, probationary: number): Promise<TestArchive> {
  const archive = await openTestArchive();
  for (let index = 0; index < full + probationary; index++) {
    const isFull = index < full;
    await archive.call('member.save', {
      draft: fullMember(`m${index}`, archive.branchId, {
        name: `党员${index}`,
        joinedOn: isFull ? '2010-05-01' : '2026-03-01',
        confirmedOn: isFull ? '2011-05-01' : null,
      }),
    });
  }
  return archive;
}

function entry(memberId: string, decidedGrade: 'excellent' | 'qualified' | null) {
  return {
    memberId,
    selfGrade: null,
    mutualGrade: null,
    pollExcellent: null,
    pollQualified: null,
    pollBasicallyQualified: null,
    pollUnqualified: null,
    decidedGrade,
    notTakenPartReason: '',
    note: '',
  };
}

function draft(archive: TestArchive, entries: ReturnType<typeof entry>[]) {
  return { id: 'a1', revision: 0, branchId: archive.branchId, year: 2026, heldOn, entries };
}

test('the quota of excellent counts full members only and rounds down', async () => {
  const archive = await withMembers(10, 5);
  const entries = Array.from({ length: 10 }, (_, index) => entry(`m${index}`, index < 4 ? 'excellent' : 'qualified'));
  const view = await archive.call('appraisal.save', { draft: draft(archive, entries) });
  expect(view.quota).toMatchObject({ full: 10, allowed: 3, given: 4 });
  expect(view.findings.map((finding) => finding.field)).toContain('quota-exceeded');
});

test('a probationary member takes part and is never graded', async () => {
  const archive = await withMembers(3, 1);
  const failure = await archive.refused('appraisal.save', { draft: draft(archive, [entry('m3', 'qualified')]) });
  expect(failure).toMatchObject({ code: 'rule-broken', rule: 'R1', field: 'entries.0.decidedGrade' });
  expect(await archive.call('appraisal.list', {})).toEqual([]);
});

test('a missing grade is counted as ungraded, not as a grade', async () => {
  const archive = await withMembers(3, 0);
  const view = await archive.call('appraisal.check', {
    draft: draft(archive, [entry('m0', 'qualified'), entry('m1', null), entry('m2', 'qualified')]),
  });
  expect(view.counts).toEqual({ excellent: 0, qualified: 2, basicallyQualified: 0, unqualified: 0, ungraded: 1 });
});

test('a new standardization sheet starts from the shipped illustration of 100 points, and says that it is one', async () => {
  const archive = await openTestArchive();
  const sheet = await archive.call('standardization.template', { branchId: archive.branchId, year: 2026 });
  const view = await archive.call('standardization.save', {
    draft: { id: 's1', revision: 0, branchId: archive.branchId, year: 2026, ...sheet },
  });
  expect(view).toMatchObject({ possible: 100, total: null, unscored: 26 });
  expect(sheet.source).toContain('示例');
});

test('what is not scored is never counted as zero', async () => {
  const archive = await openTestArchive();
  const { source, indicators } = await archive.call('standardization.template', {
    branchId: archive.branchId,
    year: 2026,
  });
  const [first, ...rest] = indicators;
  if (first === undefined) throw new Error('no indicators');
  const view = await archive.call('standardization.save', {
    draft: {
      id: 's1',
      revision: 0,
      branchId: archive.branchId,
      year: 2026,
      source,
      indicators: [{ ...first, score: 4.5 }, ...rest],
    },
  });
  expect(view).toMatchObject({ total: 4.5, unscored: 25 });
});

test('a score beyond its weight is refused by name', async () => {
  const archive = await openTestArchive();
  const sheet = await archive.call('standardization.template', { branchId: archive.branchId, year: 2026 });
  const indicators = sheet.indicators.map((indicator, index) =>
    index === 2 ? { ...indicator, score: 99 } : indicator,
  );
  const failure = await archive.refused('standardization.save', {
    draft: { id: 's1', revision: 0, branchId: archive.branchId, year: 2026, source: 'x', indicators },
  });
  expect(failure).toEqual({ code: 'invalid-input', fields: { 'indicators.2.score': ['0–5'] } });
});

test('next year starts from the indicators of last year, without their scores', async () => {
  const archive = await openTestArchive();
  const sheet = await archive.call('standardization.template', { branchId: archive.branchId, year: 2025 });
  const own = sheet.indicators.slice(0, 3).map((indicator) => ({ ...indicator, score: 1 }));
  await archive.call('standardization.save', {
    draft: {
      id: 's1',
      revision: 0,
      branchId: archive.branchId,
      year: 2025,
      source: '街道考核办法',
      indicators: own,
    },
  });
  const next = await archive.call('standardization.template', { branchId: archive.branchId, year: 2026 });
  expect(next.source).toBe('街道考核办法');
  expect(next.indicators.map(({ id, score }) => [id, score])).toEqual(own.map(({ id }) => [id, null]));
});

test('a duty report keeps what was wrong last year beside what is wrong now', async () => {
  const archive = await withMembers(1, 0);
  const problems = [
    { id: 'p1', problem: '学习不经常', measure: '每月一次', responsible: '书记', dueOn: '2027-06-30', doneOn: null },
  ];
  const lastYearProblems = [{ id: 'l1', problem: '台账不全', measure: '补齐', isDone: true }];
  await archive.call('dutyReport.save', {
    draft: {
      id: 'd1',
      revision: 0,
      branchId: archive.branchId,
      year: 2026,
      reporterId: 'm0',
      reporterName: '党员0',
      problems,
      lastYearProblems,
    },
  });
  expect(await archive.call('dutyReport.get', { id: 'd1' })).toMatchObject({ problems, lastYearProblems, revision: 1 });
});

test('the work log holds every event of the period in order, and nothing of other years', async () => {
  const archive = await withMembers(1, 1);
  await archive.call('workLogEntry.save', {
    draft: { id: 'w1', revision: 0, branchId: archive.branchId, happenedOn: '2026-02-03', title: '上级检查' },
  });
  await archive.call('appraisal.save', { draft: draft(archive, [entry('m0', 'qualified')]) });
  const lines = await archive.call('workLog.list', {
    branchId: archive.branchId,
    from: '2026-01-01',
    to: '2026-12-31',
  });
  expect(lines.map((line) => [line.happenedOn, line.kind])).toEqual([
    ['2026-02-03', 'entry'],
    ['2026-03-01', 'member-joined'],
    ['2026-10-22', 'appraisal'],
  ]);
});
