import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a training, then a course, entered once for everybody by keyboard fill the hours of those who lacked them', async () => {
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

  // A text of the library becomes a lesson; everybody who finished it has its hours, once.
  const number = async () => Number(await hours.getByRole('row', { name }).getByRole('gridcell').nth(4).textContent());
  const before = await number();
  await page.getByRole('tab', { name: '资源' }).click();
  await page.getByRole('button', { name: '登记资源' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('党小组学习材料');
  await dialog.getByRole('combobox', { name: '种类' }).click();
  await page.keyboard.type('文字');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('正文').fill('学习提纲');
  await dialog.getByRole('button', { name: '保存资源' }).click();
  await page.getByRole('row', { name: /党小组学习材料/ }).waitFor();

  await page.getByRole('tab', { name: '课程' }).click();
  await page.getByRole('button', { name: '新建课程' }).click();
  await page.getByLabel('课程名称').fill('冬季学习');
  await page.getByRole('button', { name: '加一课' }).click();
  await page.getByRole('combobox', { name: '第 1 课 用哪份资源' }).click();
  await page.keyboard.type('党小组学习材料');
  await page.keyboard.press('Enter');
  await page.getByLabel('第 1 课 分钟').fill('90');
  await page.getByRole('button', { name: '保存课程' }).click();
  const progress = page.getByRole('grid', { name: '学习进度' });
  await progress.getByRole('row').nth(1).waitFor();
  for (const repeated of [false, true]) {
    await progress.focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: '登记 24 人的进度' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '登记进度' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    if (!repeated) await page.getByText('学完 24 人').waitFor();
  }
  await page.getByRole('tab', { name: '学时' }).click();
  await expect.poll(number).toBe(before + 1.5);
});
