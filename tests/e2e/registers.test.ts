import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a talk is entered in the window and stands in its register; a wrong one says at its field why', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('监督与关怀', { exact: true }).click();
  const add = page.getByRole('button', { name: '登记谈话' });
  await add.click();
  const dialog = page.getByRole('dialog');
  // Given up with Esc, the keyboard is back where it was.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await add.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存这一条' }).click();
  await dialog.getByRole('alert').or(dialog.locator('.field-error')).first().waitFor();

  await dialog.getByRole('combobox', { name: '谈话人' }).click();
  await page.keyboard.type('朱志远');
  await page.keyboard.press('Enter');
  // Esc closes the open list, never the form around it.
  await page.keyboard.press('Escape');
  await dialog.getByRole('combobox', { name: '谈话对象' }).click();
  await page.keyboard.type('马文博');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('主要内容').fill('了解思想和工作情况');
  await dialog.getByRole('button', { name: '保存这一条' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: /朱志远.*马文博/ })
    .first()
    .waitFor();

  // Of somebody who came in from elsewhere the line is all there is, and the ledger prints it.
  await page.getByRole('button', { name: '流动党员' }).first().click();
  await page.getByRole('button', { name: '登记流动' }).click();
  await dialog.getByRole('combobox', { name: '方向' }).click();
  await page.keyboard.type('流入');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('姓名').fill('来访者');
  await dialog.getByLabel('出生年月').fill('1990-02');
  await dialog.getByLabel('入党时间').fill('2015');
  await dialog.getByRole('button', { name: '保存这一条' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /来访者/ }).waitFor();
  await page.getByRole('grid').press('Enter');
  expect(await dialog.getByLabel('出生年月').inputValue()).toBe('1990-02');
  expect(await dialog.getByLabel('入党时间').inputValue()).toBe('2015');
});

test('a transfer moves the member only when it is accepted', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  const go = (name: string) =>
    page.getByRole('navigation', { name: '主要页面' }).getByText(name, { exact: true }).click();
  await go('党员');
  await page.getByText('24 人，其中').waitFor();
  await go('监督与关怀');
  await page.getByRole('button', { name: '组织关系转接' }).click();
  await page.getByText('已开具介绍信').first().waitFor();
  await page.getByRole('grid').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '登记接收' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('已接收').first().waitFor();
  await go('党员');
  await page.getByText('23 人，其中').waitFor();
  expect(await page.getByText('24 人，其中').count()).toBe(0);
});
