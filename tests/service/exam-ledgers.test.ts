import { expect, test } from 'vitest';
import { openExamArchive } from './exam-archive.ts';

test('ledgers 46 and 47 tell the exams of the year; paper, key, answer sheet and certificate are printed one by one', async () => {
  const { call, branchId } = await openExamArchive();
  const options = { branchId, year: 2026, asOf: '2026-11-24' };
  const states = async () =>
    (await call('ledger.list', options))
      .filter(({ number }) => number === 46 || number === 47)
      .map(({ number, entries, lacks }) => [number, entries, lacks]);
  const shown = async (id: string, recordId?: string) => {
    const { page } = await call('ledger.preview', { id, options: { ...options, ...(recordId && { recordId }) } });
    return JSON.stringify(page);
  };
  const { sittingId } = await call('sitting.begin', { examId: 'exam', memberId: 'm1' });
  for (const [number, chosen] of [
    [1, [1]],
    [2, [0, 2]],
    [3, [0]],
  ] as const)
    await call('sitting.answer', { sittingId, number, chosen: [...chosen], text: '' });
  await call('sitting.submit', { sittingId });
  await call('exam.close', { id: 'exam', revision: 1 });
  await call('examCertificate.issue', { examId: 'exam', issuedOn: '2026-11-24' });
  expect(await states()).toEqual([
    [46, 4, []],
    [47, 1, []],
  ]);
  expect(await shown('46-exam-results')).toContain(
    '应考 3 人次，参考 1 人次，参考率 33.3%，及格 1 人次，及格率 100.0%',
  );
  const paper = await shown('91-exam-paper', 'paper');
  expect(paper).toContain('密钥甲题');
  expect(paper).not.toContain('甲的解析');
  expect(await shown('92-exam-key', 'paper')).toContain('甲的解析');
  expect(await shown('93-exam-sheet', 'paper')).not.toContain('密钥甲题');
  expect(await shown('94-exam-certificate', 'exam')).toContain('2026-001');
});
