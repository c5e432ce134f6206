import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a 换届 is planned back from the end of the term, its steps are entered by keyboard; a held one shows who was elected', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('换届选举', { exact: true }).click();
  const files = page.getByRole('grid', { name: '换届选举' });
  await files.getByRole('row', { name: /第2届支部委员会换届选举/ }).waitFor();

  await page.getByRole('button', { name: '新建换届' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('提前换届');
  await dialog.getByRole('button', { name: '保存' }).click();
  const planned = page.getByLabel('支委会研究换届（补选）工作计划日期');
  await planned.waitFor();
  expect(await planned.inputValue()).toMatch(/^\d{4}-12-03$/);
  const done = page.getByLabel('支委会研究换届（补选）工作实际日期');
  await done.fill('2026-01-05');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: '保存', exact: true }).and(page.locator(':disabled')).waitFor();

  await page.getByRole('navigation', { name: '主要页面' }).getByText('换届选举', { exact: true }).click();
  await files.getByRole('row', { name: /提前换届.*1\/11/ }).waitFor();
  await files.getByRole('row', { name: /第1届/ }).dblclick();
  await page.getByText(/支部委员：应选 4 名，当选/).waitFor();
  expect(await page.getByRole('button', { name: '登记任职' }).isDisabled()).toBe(true);
});
