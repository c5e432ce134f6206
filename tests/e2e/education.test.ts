import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a training entered once for everybody by keyboard fills the hours of those who lacked them', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('学习教育', { exact: true }).click();
  const hours = page.getByRole('grid', { name: '学时表' });
  const first = hours.getByRole('row').nth(1);
  await first.getByText('未达标').waitFor();
  const name = (await first.getByRole('gridcell').first().textContent()) ?? '';

  await page.getByRole('button', { name: '登记培训' }).click();
  await page.getByLabel('项目名称').fill('学习党章专题培训班');
  // A form without a rule of conversion says at its field that the hours are missing, and nothing is stored.
  await page.getByRole('combobox', { name: '形式' }).click();
  await page.keyboard.type('网络学习');
  await page.keyboard.press('Enter');
  const people = page.getByRole('grid', { name: '参加人员' });
  await people.focus();
  await page.keyboard.press('Control+a');
  await page.getByText('已选 24 人').waitFor();
  await page.getByRole('button', { name: '保存培训' }).click();
  await page.locator('.field-error').first().waitFor();

  await page.getByLabel('学时（全程参加）').fill('40');
  await page.getByRole('button', { name: '保存培训' }).click();
  await page.getByRole('row', { name: /学习党章专题培训班.*40.*24 人/ }).waitFor();
  await page.getByRole('tab', { name: '学时' }).click();
  await hours.getByRole('row', { name: new RegExp(`${name}.*达标`) }).waitFor();
  expect(await hours.getByText('未达标').count()).toBe(0);
});
