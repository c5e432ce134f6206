import type { Page } from 'playwright';
import { expect } from 'vitest';
import { readyPeople } from './development-archive.ts';
import { shoot, tabTo } from './development-window.ts';

/** Votes on the way that does not end well: step, day, result as chosen (none where the count says it), in favour. */
const votes = [
  { no: 15, on: '2023-04-10', subject: '接收', inFavour: 2, shown: /第 1 次　2023-04-10　未通过/ },
  { no: 15, on: '2023-06-12', subject: '接收', inFavour: 5, shown: /2023-06-12/ },
  { no: 23, on: '2024-06-20', choice: '延长预备期', subject: '延长', inFavour: 4, shown: /2024-06-20/ },
  { no: 23, on: '2024-12-16', choice: '取消预备党员资格', subject: '取消', inFavour: 3, shown: /2024-12-16/ },
] as const;

/** Entered without a meeting after the vote of the same place in `votes`. */
const after: readonly (readonly (readonly [no: number, day: string])[])[] = [
  [],
  [
    [16, '2023-06-20'],
    [17, '2023-07-03'],
    [18, '2023-07-10'],
  ],
  [[24, '2024-07-08']],
  [[24, '2025-01-06']],
];

export async function astrayByMouse(page: Page): Promise<void> {
  const [person] = readyPeople;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('发展党员').click();
  await page.getByRole('row', { name: new RegExp(person) }).dblclick();
  const dialog = page.getByRole('dialog');
  for (const [index, { no, on, subject, inFavour, shown, ...vote }] of votes.entries()) {
    const line = page.locator(`[data-step="${no}"]`);
    await line.getByRole('button', { name: /去登记|再次办理/ }).click();
    await dialog.getByLabel('办理日期').fill(on);
    if ('choice' in vote) await pick(page, '结果', vote.choice);
    if (no === 23 && subject === '延长') await dialog.getByLabel('延长几个月').fill('6');
    await dialog.getByLabel('内容、结论').fill(`${on} 讨论`);
    await dialog.getByRole('button', { name: `去登记 ${on} 的支部党员大会` }).click();
    // Kind, day, item and the vote on the person are there; only who came and how they voted is entered.
    await page.getByRole('heading', { name: '登记会议' }).waitFor();
    await page
      .getByRole('region', { name: '议题 1 表决' })
      .getByText(new RegExp(`${subject}.*${person}`))
      .waitFor();
    await page.getByRole('button', { name: '其余全部出席' }).click();
    await page.getByLabel('赞成', { exact: true }).fill(String(inFavour));
    await page.getByLabel('反对', { exact: true }).fill(String(5 - inFavour));
    await page.getByLabel('弃权', { exact: true }).fill('0');
    await shoot(page, `astray-meeting-${index}`);
    await page.getByRole('button', { name: '保存会议，回到发展步骤' }).click();
    // The step as it stood, with the vote bound and its result.
    await dialog.getByText(new RegExp(`${subject}.*${person}`)).waitFor();
    expect(await dialog.getByLabel('内容、结论').inputValue()).toBe(`${on} 讨论`);
    await shoot(page, `astray-step-${index}`);
    await dialog.getByRole('button', { name: '保存这一步' }).click();
    await dialog.waitFor({ state: 'detached' });
    await line.getByText(shown).first().waitFor();
    for (const [next, day] of after[index] ?? []) {
      await page
        .locator(`[data-step="${next}"]`)
        .getByRole('button', { name: /去登记|再次办理/ })
        .click();
      await dialog.getByLabel('办理日期').fill(day);
      await dialog.getByRole('button', { name: '保存这一步' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    // 2023-06-12, a year and six months.
    if (subject === '延长') await page.getByText('2024-12-12', { exact: true }).waitFor();
    await shoot(page, `astray-${index}`);
    if (index === 0) await reviewPaper(page);
  }
  await page.getByText('已取消资格', { exact: true }).waitFor();
}

/** A paper comes in and is handed back on its own, apart from its step. */
async function reviewPaper(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '登记、核对材料' }).click();
  await pick(page, '会议记录', '已提交');
  await dialog.getByRole('button', { name: '保存材料' }).click();
  await page.getByRole('button', { name: /待核对.*会议记录/ }).click();
  await pick(page, '会议记录', '退回');
  // Suggested: whoever is at the keyboard and decides, since somebody else handed it in.
  expect(await dialog.getByLabel('会议记录 核对人').inputValue()).toBe('欧阳静');
  await dialog.getByLabel('会议记录 退回原因').fill('缺记录人签字');
  await shoot(page, 'paper-returned');
  await dialog.getByRole('button', { name: '保存材料' }).click();
  await page.getByRole('button', { name: /退回.*会议记录（缺记录人签字）/ }).waitFor();
  await shoot(page, 'papers-panel');
}

export async function astrayByKeyboard(page: Page): Promise<void> {
  const { keyboard } = page;
  const [, person] = readyPeople;
  await keyboard.press('Escape');
  const row = page.getByRole('row', { name: new RegExp(person) });
  await row.waitFor();
  await keyboard.press('/');
  await keyboard.insertText(person);
  await tabTo(page, '发展党员');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: person }).waitFor();
  for (const [index, { no, on, subject, inFavour, ...vote }] of votes.entries()) {
    await tabToStep(page, no);
    await keyboard.press('Enter');
    await typeDay(page, on);
    if ('choice' in vote) await typeChoice(page, '结果', vote.choice);
    if (subject === '延长') {
      await tabTo(page, '延长几个月');
      await keyboard.type('6');
    }
    // The meeting of the day is known; it has no vote on this person yet.
    await page.getByRole('button', { name: `在这次大会上加对${person}的表决` }).waitFor();
    await tabTo(page, `在这次大会上加对${person}的表决`);
    await keyboard.press('Enter');
    await page.getByRole('region', { name: '议题 2 表决' }).waitFor();
    await tabTo(page, '赞成');
    for (const count of [inFavour, 5 - inFavour, 0]) {
      await keyboard.type(String(count));
      await keyboard.press('Tab');
    }
    await keyboard.press('Control+s');
    await page
      .getByRole('dialog')
      .getByText(new RegExp(`${subject}.*${person}`))
      .waitFor();
    await keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const [next, day] of after[index] ?? []) {
      await tabToStep(page, next);
      await keyboard.press('Enter');
      await typeDay(page, day);
      await keyboard.press('Control+Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  }
  await page.getByText('已取消资格', { exact: true }).waitFor();
  await keyboard.press('Escape');
}

/** The step that comes next has the focus; others by Tab. */
async function tabToStep(page: Page, no: number): Promise<void> {
  await page.locator('[data-is-next=true] button:focus').waitFor();
  const button = page.locator(`[data-step="${no}"] button:focus`);
  for (let press = 0; press < 20 && (await button.count()) === 0; press++) await page.keyboard.press('Tab');
  await button.waitFor();
}

/** The dialog starts at the day. */
async function typeDay(page: Page, day: string): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(day.replaceAll('-', ''));
}

/** One of a list by what is typed of it. */
async function typeChoice(page: Page, label: string, choice: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.insertText(choice);
  await page.locator('.ant-select-item-option-active', { hasText: choice }).waitFor();
  await page.keyboard.press('Enter');
}

async function pick(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: choice }).click();
}
