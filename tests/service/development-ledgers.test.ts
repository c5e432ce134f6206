import { expect, test } from 'vitest';
import { holdVote, prepared, step, untilForm, withFullMembers } from './development-archive.ts';
import { exportLedgers, options, sheetRows, workbookText } from './ledger-files.ts';

test('one file stands in every book it has come to, with its days, sponsors and result', async () => {
  const archive = await withFullMembers();
  const bound = await holdVote(archive, '2025-04-20', { subject: '接收苏念安为预备党员', inFavour: 5 });
  const person = { branchId: archive.branchId, name: '苏念安', sex: '2' as const, bornOn: '1998-03-04' };
  await archive.call('developmentCase.save', {
    draft: {
      id: 'case-1',
      revision: 0,
      ...person,
      ...prepared,
      education: '21',
      isFrontLine: true,
      steps: [
        ...untilForm,
        step(15, '2025-04-20', bound),
        step(16, '2025-05-06'),
        step(17, '2025-05-20'),
        step(20, '2025-06-28'),
      ],
    },
  });
  await archive.call('developmentPlan.save', {
    draft: { id: 'plan-1', revision: 0, branchId: archive.branchId, year: 2025, quota: 2 },
  });
  // Left off after the year, and a probationary member who was registered without a file.
  const leftOff = { id: 'case-2', revision: 0, branchId: archive.branchId, name: '何望舒', bornOn: '1999-05-01' };
  await archive.call('developmentCase.save', {
    draft: {
      ...leftOff,
      ...{ closedOn: '2026-03-01', closedReason: '本人放弃' },
      steps: [step(1, '2025-01-10'), step(2, '2025-01-20'), step(3, '2025-06-01')],
    },
  });
  const stay = { id: 'stay-p9', branchId: archive.branchId, groupId: null, from: '2024-12-01', to: null };
  await archive.call('member.save', {
    draft: {
      ...{ id: 'p9', revision: 0, name: '祁连山', joinedOn: '2024-11-01' },
      ...{ confirmedOn: '2025-11-01', confirmApprovedOn: '2026-01-15' },
      memberships: [{ ...stay, entryKind: 'transferred-in', leaveKind: null, reason: '' }],
    },
  });
  // One run for all the books: an export loads the typefaces each time.
  const totals: string[] = [];
  const rowsOf = async (ids: string[], year: number) => {
    const over = { ...options, year, asOf: `${year}-12-31` };
    const { paths } = await exportLedgers(archive, ids, { options: over });
    return paths.map((path) => {
      const rows = sheetRows(path);
      totals.push(rows.flat().join(' '));
      return rows.filter((row) => typeof row[0] === 'number');
    });
  };
  const [activists, candidates] = await rowsOf(['08-activists', '09-candidates'], 2024);
  expect([activists?.map((row) => row[1]), candidates]).toEqual([['苏念安'], []]);
  const ids = ['07-applicants', '09-candidates', '10-probationary-members', '12-development-plan'];
  const [applicants, ofYear, probationary, plan] = await rowsOf(ids, 2025);
  expect(applicants?.map((row) => [row[1], row[10]])).toEqual([
    ['苏念安', '预备党员'],
    ['何望舒', '入党积极分子'],
  ]);
  expect(ofYear?.map((row) => row[1])).toEqual(['苏念安']);
  // By the end of 2025 the superior had not approved his confirmation yet.
  expect(probationary?.[0]?.slice(1)).toEqual([
    '祁连山',
    ...Array(4).fill(null),
    '2024.11.01',
    null,
    null,
    null,
    '2025.11.01',
    ...Array(6).fill(null),
  ]);
  expect(probationary?.[1]?.slice(6, 11)).toEqual(['2025.04.20', '2025.05.20', null, '2025.06.28', '2026.04.20']);
  // One probation ended in the year; the other ends in the next.
  expect(totals.join(' ')).toContain('本年预备期满 1 人，按期转正的 0 人，转正率 0.0%');
  expect(plan?.[0]?.slice(1, 6)).toEqual([2, 1, 0, 1, 0.5]);
});

test('an extension shows its vote and approval in 10, who was left off why; 11 tells papers, scans and attempts', async () => {
  const archive = await withFullMembers();
  const { branchId } = archive;
  const reason = '大会记录在建立本档案以前';
  const paper = (id: string, title: string, more: object = {}) => ({
    ...{ id, stepNo: 3, title, state: 'accepted' as const, returnReason: '', hasBeenSeen: true, pages: 2 },
    ...{ location: '', submittedBy: '本人', submittedOn: '2024-01-20', reviewer: '', reviewedOn: null },
    ...{ submissionEnteredBy: null, ...more },
  });
  await archive.call('developmentCase.save', {
    draft: {
      ...{ id: 'case-1', revision: 0, branchId, name: '苏念安', sex: '2', bornOn: '1998-03-04', ...prepared },
      documents: [
        paper('p1', '支委会会议记录'),
        paper('p2', '推优表'),
        paper('p3', '党员推荐/群团组织推优材料', { state: 'returned', returnReason: '缺盖章' }),
      ],
      steps: [
        ...untilForm,
        step(15, '2025-04-20', { reason, result: 'rejected' }),
        step(15, '2025-06-20', { reason, attempt: 2 }),
        ...[step(16, '2025-07-06'), step(17, '2025-07-20')],
        ...[step(23, '2026-06-25', { reason, result: 'extended', months: 6 }), step(24, '2026-07-10')],
      ],
    },
  });
  const leftOff = { id: 'case-2', revision: 0, branchId, name: '何望舒', bornOn: '1999-05-01' };
  await archive.call('developmentCase.save', {
    draft: {
      ...{ ...leftOff, closedOn: '2026-03-01', closedReason: '本人放弃' },
      steps: [step(1, '2025-01-10'), step(2, '2025-01-20'), step(3, '2025-06-01')],
    },
  });
  await archive.call('attachment.receive', {
    ...{ transferId: 't1', fileName: '推优表.png', offset: 0 },
    bytes: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  });
  await archive.call('attachment.add', {
    ...{ id: 'scan-1', record: 'developmentCase', recordId: 'case-1', part: 'p2', slot: 'scan' },
    files: [{ transferId: 't1' }],
  });
  const { paths } = await exportLedgers(archive, ['08-activists', '10-probationary-members', '11-development-course']);
  const [activists, probationary] = paths.slice(0, 2).map(sheetRows);
  expect(activists?.find((row) => row[1] === '何望舒')).toMatchObject({ 10: '终止培养', 16: '终止培养：本人放弃' });
  const row = probationary?.find((each) => each[1] === '苏念安');
  expect(row?.slice(10, 16)).toEqual(['2026.12.20', 0, null, '2026.06.25', '2026.07.10', '延长6个月']);
  const course = workbookText(paths[2] ?? '');
  expect(course).toContain('有2份，缺1份；1份有扫描件1页');
  // The papers of a step stand with its last entry.
  expect(course).toMatch(/\n15\. [^\n]*,未通过,+第1次/);
  expect(course).toMatch(/\n15\. [^\n]*,无,+第2次/);
  expect(course).toContain('延长预备期6个月');
});
