import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { admittedOn, confirmedOn, openDevelopmentBranch } from './development-archive.ts';
import { astrayByKeyboard, astrayByMouse } from './development-astray.ts';
import { choose, shoot, tabTo, type } from './development-window.ts';
import { type Launched, launch } from './launch.ts';

/** Days of steps 2 to 25, in the order in which the window asks for them. */
const days = [
  ...['2022-12-20', '2023-01-20', '2023-01-30', '2023-02-01', '2023-07-15', '2024-01-22', '2024-02-02', '2024-02-06'],
  ...['2024-02-20', '2024-03-01', '2024-03-10', '2024-03-25', '2024-04-02', admittedOn, '2024-05-06', '2024-05-20'],
  ...['2024-05-28', '2024-06-01', '2024-06-30', '2024-12-20', '2025-04-10', confirmedOn, '2025-05-20', '2025-05-30'],
];

// One archive and one window for the whole path.
let window: Launched;

beforeAll(async () => {
  window = await launch();
  window.page.setDefaultTimeout(15_000);
  await openDevelopmentBranch(window);
});

afterAll(() => window.close());

test('a whole case from application to confirmation with the mouse', () => byMouse(window.page));

test('a whole case with the keyboard alone', () => byKeyboard(window.page));

test('a failed vote, an extension and a cancelling with the mouse; each meeting is entered from its step', () =>
  astrayByMouse(window.page));

test('the same at meetings that are there already, with the keyboard alone', () => astrayByKeyboard(window.page));

test('the wall shows both, and a province adds a step of its own', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: '步骤总表' }).click();
  await page.getByRole('button', { name: '苏念安' }).waitFor();
  await shoot(page, 'wall');
  await byProvince(page);
});

/** A province adds a step and may not leave out one of the regulation; the file shows it from then on. */
async function byProvince(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText('设置', { exact: true }).click();
  await page.getByRole('tab', { name: '发展步骤' }).click();
  await shoot(page, 'template');
  await page.getByRole('button', { name: '改出新的一版' }).click();
  const row = page.locator('tr[data-step="8"]');
  expect(await row.getByRole('button', { name: '去掉' }).isDisabled()).toBe(true);
  await row.getByRole('button', { name: '在后面插入' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('步骤名称').fill('街道党工委联审');
  await shoot(page, 'template-step');
  await dialog.getByRole('button', { name: '改好这一步' }).click();
  await page.getByLabel('依据的文件').fill('省发展党员工作办法');
  await shoot(page, 'template-new');
  await page.getByRole('button', { name: '保存为新的一版' }).click();
  await page.getByRole('button', { name: '改出新的一版' }).waitFor();
  await page.getByRole('cell', { name: '街道党工委联审' }).waitFor();
  await shoot(page, 'template-saved');
}

async function byMouse(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText('发展党员', { exact: true }).click();
  await page.getByRole('button', { name: '登记入党申请人' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('苏念安');
  await dialog.getByLabel('出生日期').fill('1998.3.4');
  await dialog.getByLabel('递交入党申请书日期').fill('2022.12.1');
  await shoot(page, 'person');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('heading', { name: '苏念安' }).waitFor();
  await shoot(page, 'step-1');
  for (const [index, day] of days.entries()) {
    const no = index + 2;
    await page.locator(`[data-step="${no}"]`).getByRole('button', { name: '去登记' }).click();
    if (no === 7) {
      // A day too early is refused below its field; what was entered stays.
      await dialog.getByLabel('办理日期').fill('2024.1.19');
      await dialog.getByRole('button', { name: '保存这一步' }).click();
      await dialog.getByText(/最早 2024-01-20/).waitFor();
      await shoot(page, 'refused');
    }
    await dialog.getByLabel('办理日期').fill(day);
    if (no === 5) await choose(page, '培养联系人（1 至 2 名）', ['党员1']);
    if (no === 9) await choose(page, '入党介绍人（2 名）', ['党员1', '党员2']);
    if (no === 11) {
      await dialog.getByLabel('开始日期').fill('2024.2.28');
      await dialog.getByLabel('结束日期').fill('2024.3.1');
      await dialog.getByLabel('天数').fill('3');
    }
    if (no === 14) await dialog.getByLabel('文号、志愿书编号').fill('NO.0000123');
    if (no === 15 || no === 23) await dialog.getByText(/苏念安(为预备|转为正式)/).waitFor();
    await dialog.getByRole('button', { name: '全部已核对' }).click();
    await shoot(page, `step-${no}`);
    await dialog.getByRole('button', { name: '保存这一步' }).click();
    await dialog.waitFor({ state: 'detached' });
    await shoot(page, `after-${no}`);
  }
  await page.getByText('25 步，已完成 25 步').waitFor();
  await shoot(page, 'done');
  await page.getByRole('button', { name: '打开党员档案' }).click();
  await page.getByText('正式党员', { exact: true }).first().waitFor();
  await page.getByRole('tab', { name: '发展档案' }).click();
  await page.getByRole('cell', { name: /15\. 支部大会讨论/ }).waitFor();
  await shoot(page, 'member');
}

/** Nothing but keys from here on; what is read of the page is only where it stands. */
async function byKeyboard(page: Page): Promise<void> {
  const { keyboard } = page;
  await tabTo(page, '发展党员');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '发展党员' }).waitFor();
  await page.getByRole('row', { name: /苏念安/ }).waitFor();
  await keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await keyboard.insertText('陆知远');
  await tabTo(page, '出生日期');
  await keyboard.type('19980304');
  await tabTo(page, '递交入党申请书日期');
  await keyboard.type('20221201');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '陆知远' }).waitFor();
  for (const [index, day] of days.entries()) {
    const no = index + 2;
    // The next step has the focus, the dialog starts at the day.
    await page.locator(`[data-step="${no}"] button:focus`).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Control+a');
    await keyboard.type(day.replaceAll('-', ''));
    if (no === 5) await type(page, '培养联系人（1 至 2 名）', ['dy1']);
    if (no === 9) await type(page, '入党介绍人（2 名）', ['dy1', 'dy2']);
    if (no === 11) {
      await tabTo(page, '开始日期');
      await keyboard.press('Control+a');
      await keyboard.type('20240228');
      await tabTo(page, '结束日期');
      await keyboard.press('Control+a');
      await keyboard.type('20240301');
      await tabTo(page, '天数');
      await keyboard.type('3');
    }
    if (no === 15 || no === 23)
      await page
        .getByRole('dialog')
        .getByText(/陆知远(为预备|转为正式)/)
        .waitFor();
    await keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByText('25 步，已完成 25 步').waitFor();
  await keyboard.press('Escape');
  const row = page.getByRole('row', { name: /陆知远/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('已转正');
}
