import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a ledger is looked at as it will be printed and exported into a folder; the list says what is missing', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  const picture = async (name: string): Promise<void> => {
    const pictures = process.env.ZHIBU_PICTURES;
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `ledgers-${name}.png`), await page.screenshot());
  };

  await page.getByRole('navigation').getByText('台账', { exact: true }).click();
  const printed = page.getByRole('img', { name: /第 1 页，共 \d+ 页/ });
  await printed.getByText(/年度.*党员花名册/).waitFor();
  await printed.getByText('公民身份号码').waitFor();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('img', { name: /第 2 页/ }).waitFor();
  await picture('roster');

  const list = page.getByRole('navigation', { name: '台账列表' });
  await list.getByRole('button', { name: /党员花名册/ }).press('ArrowDown');
  await page.getByRole('img').getByText('党员信息登记卡').waitFor();
  expect(await list.getByRole('button', { name: /党员信息登记卡/ }).getAttribute('aria-current')).toBe('true');
  await list
    .getByRole('button', { name: /缺 \d+ 项/ })
    .first()
    .click();
  await page.getByText('还没有登记的').waitFor();
  await list.getByRole('button', { name: /^会议记录/ }).click();
  await page.getByRole('img').getByText('一、议题').waitFor();
  await picture('minutes');

  const folder = join(window.folder, '迎检');
  await window.answerDialog(folder);
  await list.getByRole('button', { name: /党员花名册/ }).click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('已写好 2 个文件').waitFor();
  const year = new Date().getFullYear();
  expect(readdirSync(folder).sort()).toEqual([`03-党员花名册-${year}年度.pdf`, `03-党员花名册-${year}年度.xlsx`]);
  await picture('exported');

  await window.answerDialog(folder);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText(/这里已有同名的文件/).waitFor();
  await window.answerDialog(folder);
  await page.getByRole('button', { name: /替换同名文件，/ }).click();
  await page.getByText('已写好 2 个文件').waitFor();
  expect(existsSync(join(folder, `03-党员花名册-${year}年度.pdf`))).toBe(true);
});
