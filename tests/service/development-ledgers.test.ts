import { expect, test } from 'vitest';
import { holdVote, prepared, step, untilForm, withFullMembers } from './development-archive.ts';
import { exportLedgers, options, sheetRows } from './ledger-files.ts';

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
