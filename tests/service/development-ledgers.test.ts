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
  // One run for all the books: an export loads the typefaces each time.
  const rowsOf = async (ids: string[], year: number) => {
    const over = { ...options, year, asOf: `${year}-12-31` };
    const { paths } = await exportLedgers(archive, ids, { options: over });
    return paths.map((path) => sheetRows(path).filter((row) => typeof row[0] === 'number'));
  };
  const [activists, candidates] = await rowsOf(['08-activists', '09-candidates'], 2024);
  expect([activists?.map((row) => row[1]), candidates]).toEqual([['苏念安'], []]);
  const ids = ['09-candidates', '10-probationary-members', '12-development-plan'];
  const [ofYear, probationary, plan] = await rowsOf(ids, 2025);
  expect(ofYear?.map((row) => row[1])).toEqual(['苏念安']);
  expect(probationary?.[0]?.slice(6, 11)).toEqual(['2025.04.20', '2025.05.20', null, '2025.06.28', '2026.04.20']);
  expect(plan?.[0]?.slice(1, 6)).toEqual([2, 0, 0, 1, 0.5]);
});
