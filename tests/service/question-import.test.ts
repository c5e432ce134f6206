import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openExamArchive } from './exam-archive.ts';

test('a bank is planned without a word written, applied whole, brought up to date by another file and taken back', async () => {
  const { call, refused, grant, root, branchId } = await openExamArchive();
  const path = join(root, '题库.csv');
  const write = (lines: string[]) => writeFileSync(path, `\ufeff${lines.join('\r\n')}`);
  const stems = async () => (await call('question.list', { branchId })).questions.map(({ stem }) => stem);
  const before = await stems();
  write(['题型,题干,选项A,选项B,答案', '单选题,新甲题,一,二,A', '单选题,密钥甲题,甲一,甲二,A', '单选题,坏题,一,二,F']);
  const plan = () => call('questionImport.plan', { branchId, file: grant(path, 'read-file') });
  const first = await plan();
  expect(first.plan.counts).toEqual({ new: 1, changed: 1, same: 0, problemRows: 1, changedFields: 1 });
  expect(await stems()).toEqual(before);
  expect(await refused('questionImport.apply', { planId: first.planId })).toEqual({
    code: 'plan-has-problems',
    problems: 1,
  });
  const marked = join(root, '标注.xlsx');
  expect(await call('questionImport.markedCopy', { planId: first.planId, file: grant(marked, 'write-file') })).toEqual({
    cells: 1,
  });
  const { batch } = await call('questionImport.apply', { planId: first.planId, skipProblemRows: true });
  expect(await stems()).toEqual([...before, '新甲题']);
  expect((await call('question.get', { id: 'q1' })).correct).toEqual([0]);
  expect(await refused('questionImport.apply', { planId: first.planId })).toEqual({ code: 'plan-expired' });
  const again = await plan();
  expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, same: 2 });
  expect(await call('questionImport.batches', {})).toMatchObject([{ batch, new: 1, changed: 1, isUndone: false }]);

  const target = { batch: batch ?? '' };
  const { plan: undo } = await call('change.planUndo', target);
  await call('change.undo', { target, plan: undo, reason: '导错文件' });
  expect(await stems()).toEqual(before);
  expect((await call('question.get', { id: 'q1' })).correct).toEqual([1]);
  expect(await call('questionImport.batches', {})).toMatchObject([{ isUndone: true }]);
});

test('the empty form can be filled in: its heading is found, its examples are not imported', async () => {
  const { call, grant, root, branchId } = await openExamArchive();
  const path = join(root, '题库导入表.xlsx');
  await call('questionImport.template', { file: grant(path, 'write-file') });
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  const empty = await call('questionImport.plan', { branchId, file: grant(path, 'read-file') });
  expect([empty.plan.counts.new, empty.plan.problems]).toEqual([0, []]);
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  book.worksheets[0]?.addRow(['多选题', '新乙题', '一', '二', '三', '', '', '', 'AC', '', '2', '', '自拟']);
  await book.xlsx.writeFile(path);
  const { plan } = await call('questionImport.plan', { branchId, file: grant(path, 'read-file') });
  expect([plan.counts.new, plan.problems, plan.new[0]?.stem]).toEqual([1, [], '新乙题']);
  expect(plan.notices.filter(({ kind }) => kind === 'row-hint')).toHaveLength(4);
});
