import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

const isoToday = (page: Page) => page.evaluate(() => new Date().toLocaleDateString('sv'));
/** A picture to be looked at; none is made unless a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHIBU_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

const bar = (page: Page) => page.getByRole('navigation', { name: '主要页面' });

/** Chooses in a field by some letters of the pinyin. */
async function choose(page: Page, field: Locator, letters: string): Promise<void> {
  await field.focus();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
}

/** The members' meeting of a 补选: everybody is there, two candidates for one seat. Returns who was elected. */
async function holdByElection(page: Page): Promise<string> {
  await page.getByRole('button', { name: '登记选举大会' }).click();
  await page.getByText('会议情况').waitFor();
  const people = page.getByRole('grid', { name: '到会登记表' });
  await people.getByRole('row').nth(1).waitFor();
  await page.getByLabel(/^名称/).first().fill('补选宣传委员大会');
  await page.getByRole('button', { name: /加一项/ }).click();
  await page.keyboard.insertText('补选宣传委员');
  await page.getByRole('button', { name: '其余全部出席' }).click();
  await page.getByRole('button', { name: '加一项表决' }).click();
  const panel = page.getByRole('region', { name: '议题 1 表决' });
  await panel.getByRole('button', { name: '完成' }).click();
  await panel.getByLabel('应选人数').fill('1');
  const names: string[] = [];
  for (const place of [8, 9]) {
    const name = (await people.getByRole('row').nth(place).getByRole('gridcell').nth(1).textContent()) ?? '';
    await choose(page, panel.getByLabel('加候选人'), name);
    names.push(name);
  }
  const present = await page.locator('.result-bar').textContent();
  const rights = Number(/有表决权实到\s*(\d+)/.exec(present ?? '')?.[1]);
  for (const [index, name] of names.entries())
    await panel.getByLabel(`${name}赞成`).fill(String(index === 0 ? rights - 2 : 2));
  await expect.poll(() => panel.getByText('当选', { exact: true }).count()).toBe(1);
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: '修改会议' }).waitFor();
  return names[0] ?? '';
}

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

test('a 补选 goes from its meeting to the post in one confirmation and to its printed sheet', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await bar(page).getByText('换届选举', { exact: true }).click();
  const files = page.getByRole('grid', { name: '换届选举' });
  await page.getByRole('button', { name: '新建补选' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, dialog.getByLabel('空缺的职务'), 'xcwy');
  await choose(page, dialog.getByLabel('原来由谁担任'), '');
  await dialog.getByLabel('原因').fill('调离');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '补选宣传委员' }).waitFor();
  const elected = await holdByElection(page);

  await bar(page).getByText('换届选举', { exact: true }).click();
  await files.getByRole('row', { name: /补选宣传委员/ }).dblclick();
  await choose(page, page.getByLabel('选举的会议'), '补选宣传委员');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText(`支部委员：应选 1 名，当选 ${elected}`).waitFor();
  await page.getByRole('button', { name: '登记任职' }).click();
  const posts = page.getByRole('dialog', { name: '按选举结果登记任职' });
  await posts.getByTitle('宣传委员', { exact: true }).waitFor();
  await posts.getByLabel(`${elected}的分工`).fill('负责宣传教育');
  await picture(page, 'election-appoint');
  await posts.getByRole('button', { name: '登记任职' }).click();
  await posts.waitFor({ state: 'detached' });
  await page.getByText('选举结果还没有登记任职').waitFor({ state: 'detached' });

  await picture(page, 'election-page');
  await page.getByRole('button', { name: '打印结果报告单' }).click();
  const paper = page.getByRole('img', { name: /第 1 页/ });
  await paper.waitFor();
  expect(await paper.textContent()).toContain(elected);
  await bar(page).getByText('换届选举', { exact: true }).click();
  await files.getByRole('row', { name: new RegExp(`补选宣传委员.*${await isoToday(page)}`) }).waitFor();
});
