import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { compose } from './compose.ts';
import { demoPassphrase, openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';
import { openMeetingBranch } from './meeting-archive.ts';

/** Loaded machines answer late; the polls of vitest give up after a second unless told otherwise. */
const soon = { timeout: 20_000 };
const idNumber = '999901198407092744';

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

async function open(
  fill: (window: Launched) => Promise<unknown> = (window) => openDemo(window),
  size = { width: 1366, height: 768 },
): Promise<Page> {
  launched = await launch();
  await fill(launched);
  const { page, app } = launched;
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await page.getByRole('navigation', { name: '主要页面' }).getByText('党员', { exact: true }).click();
  await rows(page).nth(1).waitFor();
  return page;
}

const table = (page: Page) => page.getByRole('grid', { name: '党员名单' });
const rows = (page: Page) => table(page).getByRole('row');
const file = (page: Page) => page.getByRole('tablist');

/** How many sheets the window would send to a printer now. */
async function printedPages(): Promise<number | undefined> {
  const pdf = await launched?.app.evaluate(async ({ BrowserWindow }) => {
    const printed = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
    return printed?.toString('latin1');
  });
  return pdf?.match(/\/Type\s*\/Page\b/g)?.length;
}

/** Adds 欧阳若 without the mouse, and stands in her file. */
async function add(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新增党员' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Ctrl S 保存').waitFor();
  const composition = await compose(page, 'ouyangruo');
  await composition.commit('欧阳若');
  await composition.pressProcessedEnter();
  await page.getByLabel('公民身份号码').focus();
  await page.keyboard.type(idNumber.toLowerCase());
  await page.getByLabel('入党日期', { exact: true }).focus();
  await page.keyboard.type('20100701');
  await page.getByLabel('转正日期').focus();
  await page.keyboard.type('2011.7.1');
  await page.getByLabel('手机').focus();
  await page.keyboard.type('13812345678');
  await page.keyboard.press('Control+s');
  await file(page).waitFor();
}

test('somebody is added by keyboard through an input method, and found by initials', async () => {
  const page = await open();
  await add(page);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), soon).toBe('欧阳若');
  const head = page.getByRole('region', { name: '欧阳若' });
  expect(await head.textContent()).toContain('1984-07（42 岁）');
  expect(await head.textContent()).toContain('999901********2744');
  await picture(page, 'member-added');
  await page.keyboard.press('Escape');
  await rows(page).nth(1).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('oyr');
  await expect.poll(() => rows(page).count(), soon).toBe(2);
  expect(await rows(page).nth(1).textContent()).toContain('欧阳若');
  await picture(page, 'members-filtered');
  // What is printed is the list as it is filtered; the printer gets its page and nothing of the window.
  await page.keyboard.press('Control+p');
  const print = page.getByRole('dialog', { name: '打印：党员名单' });
  await print.getByRole('button', { name: '打印 1 页' }).waitFor();
  const paper = await print.getByRole('img').textContent();
  for (const part of ['含“oyr”', '共 1 行', '欧阳若', '999901********2744']) expect(paper).toContain(part);
  await picture(page, 'members-print');
  expect(await printedPages()).toBe(1);
  await page.keyboard.press('Escape');
  await print.waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await file(page).waitFor();
  await page.keyboard.press('Escape');
  // The filter is where it was left; Esc in it lets it go.
  await expect.poll(() => rows(page).count(), soon).toBe(2);
  await page.keyboard.press('/');
  await page.keyboard.type('zzz');
  await page.getByText('没有姓名、首字母或号码是“oyrzzz”的党员。').waitFor();
  await picture(page, 'members-nobody');
  await page.keyboard.press('Escape');
  await expect.poll(() => rows(page).count(), soon).toBeGreaterThan(10);
});

test('a correction is told before and after, by whom and why', async () => {
  const page = await open();
  await add(page);
  await page.keyboard.press('F2');
  await page.getByLabel('入党日期', { exact: true }).fill('2010-07-02');
  await page.getByLabel('为什么改').fill('按支部大会决议日期更正');
  await page.keyboard.press('Enter');
  const history = page.getByRole('region', { name: '修改历史' });
  await history.getByText('更正：入党日期').waitFor();
  const told = await history.textContent();
  for (const part of ['2010-07-01', '2010-07-02', '欧阳静', '按支部大会决议日期更正']) expect(told).toContain(part);
  await picture(page, 'member-history');
});

test('a masked number is shown for once, and the showing stands in the history', async () => {
  const page = await open();
  await add(page);
  await page.getByRole('button', { name: '显示欧阳若的公民身份号码' }).click();
  await page.getByText(idNumber).waitFor();
  await page.getByRole('region', { name: '修改历史' }).getByText('显示：公民身份号码').waitFor();
  await picture(page, 'member-revealed');
  await page.getByRole('button', { name: '遮盖欧阳若的公民身份号码' }).click();
  expect(await page.getByText(idNumber).count()).toBe(0);
});

test('a refused save says what is wrong at its field, and loses nothing', async () => {
  const page = await open();
  await add(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '新增党员' }).click();
  await page.getByLabel('公民身份号码').fill(idNumber);
  await page.getByLabel('入党日期', { exact: true }).fill('2010-13');
  await page.keyboard.press('Control+s');
  await page.getByText('这一项要填').first().waitFor();
  await picture(page, 'member-refused');
  await page.getByLabel('入党日期', { exact: true }).fill('2010-12');
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill('另一人');
  await page.keyboard.press('Control+s');
  await page.getByText('这个身份证号已登记在另一人名下').waitFor();
  await page.getByRole('button', { name: '查看那个人' }).click();
  await page.getByRole('button', { name: '不保存，离开' }).click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), soon).toBe('欧阳若');
});

test('who leaves is gone from the list of that day, and stays in the archive', async () => {
  const page = await open();
  await add(page);
  await page.getByRole('button', { name: '登记状态' }).click();
  await picture(page, 'member-status');
  await page.getByRole('button', { name: '保存状态' }).click();
  await page.getByRole('region', { name: '欧阳若' }).getByText('流动').waitFor();
  await page.getByRole('button', { name: '登记离开' }).click();
  await page.getByRole('dialog').getByLabel('说明').fill('调往市民政局');
  await picture(page, 'member-leaves');
  await page.getByRole('dialog').getByRole('button', { name: '登记离开' }).click();
  await page.getByRole('region', { name: '欧阳若' }).getByText('已离开', { exact: true }).waitFor();
  await picture(page, 'member-left');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('欧阳若');
  await page.getByText('没有姓名、首字母或号码是“欧阳若”的党员。').waitFor();
  await page.getByRole('button', { name: /^已离开/ }).click();
  await expect.poll(() => rows(page).count(), soon).toBe(2);
});

test('closing the window over a filled form asks; the engine dies meanwhile: the form stays and is saved afterwards', async () => {
  const page = await open();
  await table(page).press('F2');
  await page.getByLabel('曾用名').fill('改名之前');
  const asked = await launched?.app.evaluate(async ({ dialog, BrowserWindow }) => {
    const question = new Promise<string>((resolve) => {
      dialog.showMessageBoxSync = (...parts: unknown[]) => {
        resolve(JSON.stringify(parts.at(-1)));
        return 0;
      };
    });
    BrowserWindow.getAllWindows()[0]?.close();
    return question;
  });
  expect(asked).toContain('还有没保存的内容');
  await launched?.killEngine();
  await page.locator('input[type=password]').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByText('请重新输入密码').waitFor({ state: 'detached' });
  expect(await page.getByLabel('曾用名').inputValue()).toBe('改名之前');
  await page.getByLabel('曾用名').press('Control+s');
  await rows(page).nth(1).waitFor();
  await table(page).press('Enter');
  await page.getByText('改名之前').first().waitFor();
});

test('several are put into another group at once', async () => {
  const page = await open();
  const first = await rows(page)
    .nth(1)
    .getByText(/党小组/)
    .textContent();
  const other = first === '第一党小组' ? '第二党小组' : '第一党小组';
  await table(page).press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('已选 2 人').waitFor();
  const second = await rows(page)
    .nth(2)
    .getByText(/党小组/)
    .textContent();
  await picture(page, 'members-batch');
  await page.getByRole('button', { name: '改小组' }).click();
  await page.getByRole('dialog').getByLabel('调整到').focus();
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  await picture(page, 'members-regroup');
  await page.getByRole('dialog').getByRole('button', { name: '调整 2 人' }).click();
  await expect.poll(() => rows(page).nth(1).textContent(), soon).toContain(other);
  // Who was there already is named, not moved again.
  if (second === other)
    await page
      .getByRole('dialog')
      .getByText(/^没有变动/)
      .waitFor();
});

test('three hundred members on a large screen, with every column', async () => {
  const page = await open((window) => openMeetingBranch(window, 300), { width: 1920, height: 1080 });
  await expect.poll(() => table(page).getAttribute('aria-rowcount'), soon).toBe('302');
  await page.getByRole('button', { name: /^列 / }).click();
  for (const box of await page.getByRole('region', { name: '显示的列' }).getByRole('checkbox').all())
    if (await box.isEnabled()) await box.check();
  await picture(page, 'members-300');
  await table(page).evaluate((grid) => grid.scrollTo({ left: 10_000 }));
  await picture(page, 'members-300-right');
  await table(page).press('End');
  // Fetched when it comes in sight; an applicant stands last.
  await table(page).getByText('林小满').waitFor();
  await page.keyboard.press('Enter');
  await file(page).waitFor();
  await page.getByText('第 301 人，共 301 人').waitFor();
  await page.keyboard.press('PageUp');
  await page.getByText('第 300 人，共 301 人').waitFor();
  await page.keyboard.press('Escape');
  await rows(page).nth(1).waitFor();
  // All of them, those not fetched yet too.
  await table(page).press('Control+a');
  await page.getByText('已选 301 人').waitFor();
  await page.getByRole('button', { name: '打印、导出所选' }).click();
  await page.getByText('党员花名册和党员信息登记卡只含选定的 301 人，其他台账不变。').waitFor();
  await picture(page, 'ledgers-chosen');
});

test('attendance and appraisals of a person stand in the file', async () => {
  const page = await open();
  await table(page).press('Enter');
  await file(page).waitFor();
  await page.getByRole('tab', { name: '组织生活' }).click();
  await page.getByText(/^应到 \d+ 次/).waitFor();
  await picture(page, 'member-attendance');
  await page.getByRole('tab', { name: '考核' }).click();
  await page.getByRole('columnheader', { name: '评定等次' }).waitFor();
  await picture(page, 'member-appraisals');
});
