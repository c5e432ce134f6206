import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { demoPassphrase, openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';
import { openMeetingBranch } from './meeting-archive.ts';

let launched: Launched | undefined;
afterEach(async () => {
  await launched?.close();
  launched = undefined;
});

/** Pictures to be looked at; none are made unless a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHIBU_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function open(members = 16, size = { width: 1366, height: 768 }): Promise<Page> {
  launched = await launch();
  await openMeetingBranch(launched, members);
  const { page, app } = launched;
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.getByRole('navigation', { name: '主要页面' }).getByText('会议', { exact: true }).click();
  await page.getByRole('button', { name: '登记会议' }).first().waitFor();
  return page;
}

/** Chooses in a field the way it is done by keyboard: some letters of the pinyin, Enter. */
async function choose(page: Page, label: string, initials: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().focus();
  await page.keyboard.type(initials);
  await page.keyboard.press('Enter');
}

/** A members' meeting up to the votes, without the mouse; one key a person. */
async function enterMeeting(page: Page, keys: string, item = '接收林小满为预备党员'): Promise<void> {
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '登记会议' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByText('会议情况').waitFor();
  await page.getByLabel('类型（可多选）').focus();
  await page.keyboard.type('zbdydh');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: '到会登记表' }).getByText('王秀英').waitFor();
  await choose(page, '主持人', 'wxy');
  await choose(page, '记录人', 'lhy');
  await page.getByRole('button', { name: /加一项/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(item);
  await page.getByRole('grid', { name: '到会登记表' }).focus();
  for (const key of keys) await page.keyboard.press(key);
  // A written opinion counts when it is known to have come by the day of the meeting.
  const opinion = keys.indexOf('4');
  if (opinion < 0) return;
  await page.keyboard.press('Home');
  for (let row = 0; row < opinion; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.type(await page.evaluate(() => new Date().toLocaleDateString('sv')));
  await page.keyboard.press('Enter');
}

/** A V1 vote on the chosen item: in favour, against, abstaining, written in favour. */
async function enterVote(page: Page, votes: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: '加一项表决' }).focus();
  await page.keyboard.press('Enter');
  await choose(page, '表决对象', 'lxm');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: '议题 1 表决' }).getByRole('button', { name: '完成' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('赞成', { exact: true }).focus();
  for (const count of votes) {
    await page.keyboard.type(count);
    await page.keyboard.press('Tab');
  }
}

test('a members’ meeting with a vote is entered by the keyboard, counted live, saved and signed', async () => {
  const page = await open();
  await picture(page, 'meetings-empty-1366');
  await enterMeeting(page, '1111211121224311');
  await enterVote(page, ['7', '0', '1', '1']);
  await page.getByText('8 票，须多于 7 票').waitFor();
  const bar = page.locator('.result-bar');
  expect(await bar.textContent()).toMatch(/应到\s*16\s*实到\s*10\s*有表决权应到\s*14\s*有表决权实到\s*8/);
  expect(await bar.textContent()).toContain('8 > 7（14 人的半数）');
  await picture(page, 'meeting-vote-1366');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: '修改会议' }).waitFor();
  await page.getByRole('button', { name: '签字' }).click();
  await picture(page, 'meeting-sign-1366');
  await page.getByRole('button', { name: '登记签字' }).click();
  await page.getByRole('button', { name: '更正', exact: true }).waitFor();
  await picture(page, 'meeting-signed-1366');
  await page.getByRole('button', { name: '预览记录' }).click();
  const paper = page.getByRole('img', { name: '第 1 页，共 1 页' });
  await paper.waitFor();
  expect(await paper.textContent()).toContain('支部党员大会会议记录');
  expect(await paper.textContent()).toContain('接收林小满为预备党员');
  await picture(page, 'meeting-preview-1366');
  await page.getByText('签到表', { exact: true }).click();
  await paper.getByText('签到').first().waitFor();
  await picture(page, 'meeting-sign-in-sheet-1366');
  await page.getByRole('button', { name: '关闭' }).click();
  expect(await page.getByRole('button', { name: '保存会议' }).count()).toBe(0);
});

test('a result that the numbers do not give is refused in words, and the entries stay', async () => {
  const page = await open();
  // Six rights-holders came: no quorum.
  await enterMeeting(page, '1111212222222211');
  await enterVote(page, ['6', '0', '0']);
  await page.getByRole('region', { name: '议题 1 表决' }).getByText('通过', { exact: true }).last().click();
  await page.keyboard.press('Control+s');
  await page.getByText('会议没有保存。有表决权到会 5 人，未超过应到 14 人的半数，不能记为“通过”。').waitFor();
  await picture(page, 'meeting-refused-1366');
  expect(await page.getByLabel('赞成', { exact: true }).inputValue()).toBe('6');
});

test('the engine is killed while a draft is on screen: it comes back, and the draft is whole', async () => {
  const page = await open();
  await enterMeeting(page, '1111211121224311');
  await enterVote(page, ['7', '0', '1', '1']);
  await page.getByText('8 票，须多于 7 票').waitFor();
  await launched?.killEngine();
  await page.locator('input[type=password]').waitFor();
  await picture(page, 'meeting-engine-killed-1366');
  await page.locator('input[type=password]').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  expect(await page.getByLabel('赞成', { exact: true }).inputValue()).toBe('7');
  await page.getByRole('grid', { name: '到会登记表' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('2');
  await page
    .getByText(/实到\s*9/)
    .first()
    .waitFor();
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: '修改会议' }).waitFor();
  expect(await page.locator('.result-bar').textContent()).toMatch(/实到\s*9/);
  await picture(page, 'meeting-recovered-1366');
});

test('an election is counted from those present, and who is left out needs both approvals', async () => {
  const page = await open();
  await enterMeeting(page, '1111111111111311', '选举支部委员会委员');
  await page.getByRole('button', { name: '加一项表决' }).click();
  const panel = page.getByRole('region', { name: '议题 1 表决' });
  await panel.getByRole('button', { name: '完成' }).click();
  await panel.getByLabel('应选人数').fill('2');
  for (const name of ['wxy', 'czy', 'oyj']) {
    await panel.getByLabel('加候选人').focus();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  for (const [name, votes] of [
    ['王秀英', '12'],
    ['陈志远', '9'],
    ['欧阳静', '5'],
  ])
    await panel.getByLabel(`${name}赞成`).fill(votes ?? '');
  await panel.getByText('有选举权实到 13 ÷ 2').waitFor();
  await picture(page, 'meeting-election-1366');
  await expect.poll(() => panel.getByText('当选').count()).toBe(2);
  // The fourteenth is bedridden: 不计入 asks for both approvals, and only both take the person out of the base.
  await page.getByRole('grid', { name: '到会登记表' }).focus();
  await page.keyboard.press('Home');
  for (let row = 1; row < 14; row++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('6');
  const dialog = page.getByRole('dialog', { name: '不计入应到会的党员' });
  await dialog.getByLabel('上级批准日期').fill('20261001');
  await dialog.getByText('手续不全，仍计入').waitFor();
  await page.locator('.result-bar').getByText('13 ≥ 11.2（14 人的五分之四）').waitFor();
  await dialog.getByLabel('党员大会通过日期').fill('20261009');
  await dialog.getByText('手续齐全，不计入').waitFor();
  await picture(page, 'meeting-exclusion-1366');
  await dialog.getByRole('button', { name: '完成' }).click();
  await page.locator('.result-bar').getByText('13 ≥ 10.4（13 人的五分之四）').waitFor();
});

test('list and month show the meetings of a practice archive, by mouse and by key', async () => {
  launched = await launch();
  await openDemo(launched);
  const { page } = launched;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('会议', { exact: true }).click();
  await page.getByRole('grid', { name: '会议' }).getByText('主题党日').first().waitFor();
  await picture(page, 'meetings-list-1366');
  await page.getByRole('button', { name: '月历' }).click();
  await page.locator('.calendar').waitFor();
  await page.keyboard.press('PageUp');
  await page.locator('.day-meeting').first().waitFor();
  await picture(page, 'meetings-month-1366');
  await page.locator('.day-meeting').first().click();
  await page.locator('.result-bar').getByText('应到').first().waitFor();
  await picture(page, 'meeting-of-demo-1366');
});

test('speeches, observers and resolutions are written, and a resolution takes the counted vote', async () => {
  const page = await open();
  await enterMeeting(page, '1111111111111111');
  await enterVote(page, ['13', '0', '1', '0']);
  await page.getByText('13 票，须多于 7 票').waitFor();
  await page.getByRole('button', { name: '写入决议' }).click();
  await page.getByRole('button', { name: /决议和落实/ }).click();
  const resolutions = page.getByRole('dialog', { name: '决议和落实' });
  expect(await resolutions.getByLabel('决议内容').inputValue()).toBe(
    '接收林小满为预备党员：赞成 13 票，反对 0 票，弃权 1 票，通过。',
  );
  await resolutions.getByLabel('责任人').first().focus();
  await page.keyboard.type('czy');
  await page.keyboard.press('Enter');
  await resolutions.getByLabel('时限').first().fill('2026.12.10');
  await picture(page, 'meeting-resolutions-1366');
  await resolutions.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByRole('button', { name: /列席人员/ }).click();
  const observers = page.getByRole('dialog', { name: '列席人员' });
  await observers.getByRole('button', { name: /加一行/ }).click();
  await page.keyboard.insertText('林小满');
  await observers.getByLabel('身份').fill('发展对象');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: '修改会议' }).waitFor();
  expect(await page.getByRole('button', { name: /列席人员/ }).textContent()).toMatch(/1 人/);
  expect(await page.getByRole('button', { name: /决议和落实/ }).textContent()).toMatch(/1 条/);
  await page.evaluate(() => {
    document.documentElement.dataset.look = 'large';
  });
  await picture(page, 'meeting-large-1366');
});

test('three hundred members: a key each for some, one button for the rest', async () => {
  const page = await open(300, { width: 1920, height: 1080 });
  await enterMeeting(page, '1'.repeat(60));
  await page.getByText(/有表决权实到\s*60/).waitFor();
  await page.getByRole('button', { name: '其余全部出席' }).click();
  await page.getByText(/有表决权实到\s*298/).waitFor();
  await picture(page, 'meeting-300-1920');
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name: '修改会议' }).waitFor();
});
