import { expect, test } from 'vitest';
import { openExamArchive } from './exam-archive.ts';
import { exportLedgers, workbookText } from './ledger-files.ts';

test('ledgers 46 and 47 tell the exams of the year; paper, key, answer sheet and certificate are printed one by one', async () => {
  const archive = await openExamArchive();
  const { call, branchId } = archive;
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
  const exported = { options: { ...options, recordId: 'exam' } };
  const { paths } = await exportLedgers({ call, service: archive }, ['94-exam-certificate'], exported);
  expect(workbookText(paths[0] ?? '')).toContain('2026-001');
});

test('the prints about one paper are workbooks that another program reads, each with what its paper form has', async () => {
  const archive = await openExamArchive();
  const options = { branchId: archive.branchId, year: 2026, asOf: '2026-11-24', recordId: 'paper' };
  const ids = ['91-exam-paper', '92-exam-key', '93-exam-sheet'];
  const { paths } = await exportLedgers({ call: archive.call, service: archive }, ids, { options });
  const [paper, key, sheet] = paths.map(workbookText);
  expect(paper).toContain('密钥甲题');
  expect(paper).not.toContain('甲的解析');
  expect(key).toContain('甲的解析');
  expect(sheet).toContain('测试卷');
  expect(sheet).not.toContain('密钥甲题');
});
