import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('points proposed from records are taken up, reviewed and decided by keyboard, and stand on the person’s page; no place is shown', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('积分', { exact: true }).click();
  const sheet = page.getByRole('grid', { name: '积分表' });
  const first = sheet.getByRole('row').nth(1);
  // Proposals of the last two months: early in January those of last year.
  const year = new Date(Date.now() - 30 * 86_400_000).getFullYear();
  if (year !== new Date().getFullYear()) {
    await page.getByRole('combobox', { name: '年度' }).click();
    await page.keyboard.type(String(year));
    await page.keyboard.press('Enter');
  }
  await first.getByText('合格').or(first.getByText('良好')).or(first.getByText('优秀')).waitFor();
  expect(await sheet.getByText('排名').count()).toBe(0);
  const points = async () => Number(await first.getByRole('gridcell').nth(9).textContent());
  const before = await points();

  await page.getByRole('tab', { name: '积分建议' }).click();
  await page.getByRole('grid', { name: '积分建议' }).getByRole('row').nth(1).waitFor();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: /^收下 \d+ 条$/ }).click();
  await page.getByText('没有要处理的建议', { exact: false }).waitFor();

  const decide = async (button: RegExp) => {
    await page.getByRole('grid', { name: '积分记录' }).focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').getByRole('button', { name: button }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await page.getByRole('tab', { name: '评定' }).click();
  await page.getByRole('button', { name: /^待初评 [1-9]/ }).click();
  await decide(/^初评通过 \d+ 条$/);
  await page.getByRole('button', { name: /^待评定 [1-9]/ }).click();
  await decide(/^评定通过 \d+ 条$/);
  await page.getByRole('button', { name: '待评定 0' }).waitFor();

  await page.getByRole('tab', { name: '积分', exact: true }).click();
  await expect.poll(points).toBeGreaterThan(before);
  await sheet.focus();
  await page.keyboard.press('Enter');
  const total = await page.locator('.points-sum > strong').textContent();
  expect(Number(total)).toBeGreaterThan(before);
  await page.getByRole('grid', { name: '每一分的依据' }).getByText('已计入').first().waitFor();

  // The card is for that person alone: asked for here, and from the person's file back to these points.
  const folder = join(window.folder, '积分卡');
  await mkdir(folder);
  await window.answerDialog(folder);
  await page.getByRole('button', { name: '打印积分卡' }).click();
  await page.getByText('已导出 2 个文件（PDF 和 Excel）。').waitFor();
  expect((await readdir(folder)).map((name) => name.slice(-4)).sort()).toEqual(['.pdf', 'xlsx']);
  await page.getByRole('button', { name: '党员信息' }).click();
});
