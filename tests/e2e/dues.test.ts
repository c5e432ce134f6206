import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

/** A busy machine takes its time to write and to draw. */
const waiting = { timeout: 20_000 };

test('a column of dues is entered by keyboard, pasted, fixed, remitted, and the balance reconciles', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation').getByText('党费', { exact: true }).click();
  const grid = page.getByRole('grid', { name: '收缴' });
  await grid.waitFor();

  // The month under way: down to whoever has not paid, what is due by the space bar.
  const unpaid = grid.getByRole('gridcell', { name: /11 月 未交$/ });
  const before = await unpaid.count();
  expect(before).toBeGreaterThan(0);
  await unpaid.first().click();
  await page.keyboard.press('Space');
  await expect.poll(() => unpaid.count(), waiting).toBe(before - 1);

  // An amount by figures: next month is paid ahead, and the keyboard goes down.
  await grid.press('End');
  await page.keyboard.press('Home');
  for (let step = 0; step < 11; step++) await page.keyboard.press('ArrowRight');
  const ahead = grid.getByRole('gridcell', { name: /12 月 已交$/ });
  expect(await ahead.count()).toBe(0);
  await page.keyboard.type('100');
  await page.keyboard.press('Enter');
  await expect.poll(() => ahead.count(), waiting).toBe(1);

  // A column from a spreadsheet; a word among the amounts is told and changes nothing.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '100\n没来\n100\n');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await expect.poll(() => ahead.count(), waiting).toBe(3);
  await page.getByText('登记了 2 格，1 格没有登记').waitFor();

  // The account: opening + income − remitted − spent is the balance, before and after a remittance.
  await page.getByRole('tab', { name: '上缴和使用' }).click();
  const balanced = async () => {
    const sums = await page.locator('.dues-sum strong').allTextContents();
    const [opening = 0, income = 0, remitted = 0, spent = 0, balance = 0] = sums.map((sum) =>
      Math.round(Number(sum.replaceAll(',', '')) * 100),
    );
    expect(opening + income - remitted - spent).toBe(balance);
    return remitted;
  };
  await page.locator('.dues-sum').first().waitFor();
  const remitted = await balanced();
  await page.getByRole('button', { name: '登记上缴' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('金额（元）').fill('123.45');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(balanced, waiting).toBe(remitted + 123_45);
});

test('a member is fixed by the pay slip: the arithmetic is shown while it is typed', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation').getByText('党费', { exact: true }).click();
  await page.getByRole('tab', { name: '核定' }).click();
  await page.getByText(/^已核定 \d+ 人/).waitFor();
  const list = page.getByRole('grid', { name: '核定' });
  await list.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '年内变动，另核定一条' }).click();
  await dialog.getByRole('button', { name: '加一项工资' }).waitFor();
  for (const remove of await dialog.getByRole('button', { name: '去掉' }).all()) {
    await remove.waitFor();
    await dialog.getByRole('button', { name: '去掉' }).first().click();
  }
  await dialog.getByLabel('计算基数').fill('10000.01');
  await dialog.getByText('按规定每月').waitFor();
  await dialog.getByLabel('年内变动的原因').fill('工资调整');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
  const row = list.getByRole('row', { name: /2026-11/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('10,000.01');
});
