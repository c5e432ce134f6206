import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a grade is changed, the quota is counted at once, and the saved grade is there again', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation').getByText('考核', { exact: true }).click();
  await page.getByText('优秀 5 人，最多 7 人').waitFor();
  const grade = page.getByRole('combobox', { name: /^陈志远 评定等次/ });
  await grade.click();
  await page
    .getByRole('option', { name: '优秀', exact: true })
    .or(page.getByTitle('优秀', { exact: true }))
    .last()
    .click();
  await page.getByText('优秀 6 人，最多 7 人').waitFor();
  await page.getByRole('button', { name: '保存民主评议' }).click();
  await page.getByRole('button', { name: '已保存' }).waitFor();
  await page.getByRole('navigation').getByText('首页', { exact: true }).click();
  await page.getByRole('navigation').getByText('考核', { exact: true }).click();
  await page.getByText('优秀 6 人，最多 7 人').waitFor();
  expect(await page.getByText('不定等次', { exact: true }).count()).toBeGreaterThan(0);
});

test('a work log entry is written by keyboard and stands at its day among the other events', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation').getByText('工作日志', { exact: true }).click();
  await page.getByRole('button', { name: '记一件工作' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('事项').fill('街道党工委书记来支部调研');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('grid').press('End');
  const row = page.getByRole('row', { name: /街道党工委书记来支部调研/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('其他工作');
});
