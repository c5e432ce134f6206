import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { type Launched, launch } from './launch.ts';
import { openMeetingBranch } from './meeting-archive.ts';

let launched: Launched | undefined;
afterAll(() => launched?.close());

/** Pictures to be looked at; none are made unless a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHIBU_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('a survey is written, answered by five at this machine, ended and read; nothing of it is seen before', async () => {
  launched = await launch();
  await openMeetingBranch(launched, 5);
  const { page } = launched;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('民意调查', { exact: true }).click();
  await page.getByText('还没有调查。').waitFor();
  await page.getByRole('button', { name: '新建调查' }).first().click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('支部工作满意度');
  await dialog.getByRole('button', { name: '加一道题' }).click();
  await page.keyboard.type('对支部工作的总体评价');
  await picture(page, 'survey-written');
  await dialog.getByRole('button', { name: '开始收问卷' }).click();
  await page.getByText('题目不能再改').waitFor();
  await page.getByRole('button', { name: '开始收问卷' }).last().click();

  await page.getByText('正在收问卷。请填的人').waitFor();
  await picture(page, 'survey-running');
  await page.getByRole('button', { name: '填一份问卷' }).click();
  for (let sheet = 0; sheet < 2; sheet++) {
    await page.getByRole('radio', { name: '满意', exact: true }).check();
    if (sheet === 0) await picture(page, 'survey-answer');
    await page.getByRole('button', { name: '提交问卷' }).click();
    await page.getByText('谢谢，已记入汇总。').waitFor();
    if (sheet < 1) await page.getByRole('button', { name: '下一位填写' }).click();
  }
  await page.getByRole('button', { name: '回到调查列表' }).click();

  // The other three are on paper: one line each, by their letters.
  await page.getByRole('button', { name: '成批录入纸质问卷' }).click();
  for (const letter of ['a', 'x', 'C']) {
    await page.keyboard.type(letter);
    await page.keyboard.press('Enter');
  }
  await page.getByText('第 2 份第 1 题读不出来').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await picture(page, 'survey-sheets');
  await page.getByRole('button', { name: '记入 3 份' }).click();
  await page.getByText('3 份问卷一次记入汇总').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '记入 3 份' }).click();
  await page.getByText('已记入 3 份，屏幕上不再留有内容。').waitFor();
  expect(await page.getByLabel('第 1 份第 1 题').inputValue()).toBe('');
  await page.getByRole('main').getByText('民意调查', { exact: true }).first().click();

  await page.getByRole('button', { name: '结束调查' }).click();
  await page.getByText('结果随即可以查看').waitFor();
  await page.getByRole('button', { name: '结束调查' }).last().click();
  await page.getByText('收回 5 份，有效 5 份，无效 0 份。').waitFor();
  const counts = page.getByRole('dialog').getByRole('row');
  expect(await counts.allTextContents()).toEqual([
    '满意3 票60.0%',
    '比较满意0 票0.0%',
    '一般2 票40.0%',
    '不满意0 票0.0%',
  ]);
  await picture(page, 'survey-result');
});
