import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose } from './compose.ts';
import { demoPassphrase, openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';

// One window, one practice archive: each test leaves the first screen open for the next.
let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launch();
  page = launched.page;
  await page.setViewportSize({ width: 1366, height: 768 });
  await openDemo(launched);
});
afterAll(async () => {
  const violations = launched.printed.filter((line) => /Content Security Policy|Refused to/.test(line));
  await launched.close();
  expect(violations).toEqual([]);
});

const due = () => page.getByRole('region', { name: /要办$/ });
const asOfButton = () => page.locator('.as-of');

async function goHome(): Promise<void> {
  await page.getByRole('button', { name: '首页', exact: true }).click();
  await due().waitFor();
}

async function setAsOf(day: string): Promise<void> {
  await asOfButton().focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: '截至日期' });
  await field.fill(day);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

test('everything is in sight at 1366 by 768, with no scrolling of the page and nothing cut off', async () => {
  await due().waitFor();
  await page.getByRole('region', { name: '如果今天检查' }).waitFor();
  const sizes = await page.evaluate(() => {
    const screen = document.querySelector('.screen');
    const right = document.querySelector('.home-right');
    return [document.documentElement, screen, right].map((box) =>
      box === null ? null : { height: box.scrollHeight - box.clientHeight, width: box.scrollWidth - box.clientWidth },
    );
  });
  expect(sizes).toEqual([
    { height: 0, width: 0 },
    { height: 0, width: 0 },
    { height: 0, width: 0 },
  ]);
});

test('rules broken, due soon, incomplete and held add up to the rules that were checked', async () => {
  const panel = page.getByRole('region', { name: '如果今天检查' });
  const counts = await panel.locator('.check-count strong').allTextContents();
  const note = (await panel.locator('.panel-head .note').textContent()) ?? '';
  const rules = Number(/按 (\d+) 条/.exec(note)?.[1]);
  expect(rules).toBeGreaterThan(15);
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(rules);
});

test('an item leads to where it is mended, with the kind and the day of the meeting filled in', async () => {
  const item = page.locator('[data-rule="M2"]').last();
  await item.getByRole('button', { name: /去补录/ }).click();
  await page.getByRole('heading', { name: '登记会议' }).waitFor();
  await page.getByText('支部委员会会议').first().waitFor();
  await goHome();
});

test('the one as-of date is typed as clerks write it and moves the whole screen to that day', async () => {
  await setAsOf('2026.6.30');
  await page.getByRole('region', { name: '如果 2026-06-30 检查' }).waitFor();
  expect(await asOfButton().textContent()).toContain('2026-06-30');
  await asOfButton().click();
  await page.getByRole('button', { name: '回到今天' }).click();
  await page.getByRole('region', { name: '如果今天检查' }).waitFor();
});

test('a day that does not exist is refused with the reason, and the old date stays', async () => {
  const before = await asOfButton().textContent();
  await asOfButton().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '截至日期' }).fill('2026.2.30');
  await page.keyboard.press('Enter');
  await page.getByText('2026 年 2 月没有 30 日').waitFor();
  await page.keyboard.press('Escape');
  expect(await asOfButton().textContent()).toBe(before);
});

test('Ctrl K finds people by pinyin initials and pages by name; the arrows and Enter open', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索' }).waitFor();
  await page.keyboard.type('sz');
  const settings = page.getByRole('option', { name: '设置' });
  await settings.waitFor();
  while ((await settings.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '设置' }).waitFor();
  await goHome();
});

test('the search does not run on half a syllable, and takes the text that was chosen', async () => {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '搜索' });
  await field.waitFor();
  const composition = await compose(page, 'sz');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
  expect(await page.getByRole('option').count()).toBe(0);
  expect(await field.isVisible()).toBe(true);
  await composition.commit('设置');
  expect(await field.inputValue()).toBe('设置');
  await page.getByRole('option', { name: '设置' }).waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
});

test('a copy is made, verified and shown with its time', async () => {
  await page.getByRole('button', { name: '现在备份' }).click();
  await page.getByText('与原件一致').waitFor();
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('tab', { name: '备份' }).click();
  await page.getByRole('grid', { name: '备份列表' }).getByText('手工备份').waitFor();
  await goHome();
});

test('when the engine dies, what is typed stays on the screen; the passphrase brings the archive back', async () => {
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('button', { name: '新增党小组' }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('第三党小组');
  await launched.killEngine();
  await page.getByRole('heading', { name: '请重新输入密码' }).waitFor();
  await page.locator('input[type=password]').fill('不是这个密码');
  await page.keyboard.press('Enter');
  await page.locator('[data-failure="wrong-passphrase"]').waitFor();
  await page.locator('input[type=password]').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '请重新输入密码' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('第三党小组');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('grid', { name: '党小组' }).getByText('第三党小组').waitFor();
  await goHome();
});

test('larger type and stronger contrast apply at once and stay', async () => {
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('tab', { name: '显示和锁定' }).click();
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.getByLabel('大字号、高对比度').check();
  await page.waitForFunction((least) => Number.parseFloat(getComputedStyle(document.body).fontSize) > least, before);
  await page.getByLabel('标准').check();
  await goHome();
});

test('locking drops the archive and loads the page from nothing', async () => {
  await page.evaluate(() => Object.assign(window, { leftBehind: true }));
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '锁定' }).click()]);
  await page.getByRole('heading', { name: '打开档案' }).waitFor();
  expect(await page.evaluate(() => 'leftBehind' in window)).toBe(false);
  await page.locator('input[type=password]').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await due().waitFor();
});
