import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

async function enterStep(page: Page, no: number, on: string, fill: (page: Page) => Promise<void> = async () => {}) {
  await page.locator(`[data-step="${no}"]`).getByRole('button', { name: '去登记' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('办理日期').fill(on);
  await fill(page);
  await dialog.getByRole('button', { name: '保存这一步' }).click();
}

test('an applicant is registered, talked with and made an activist; a candidate too early is refused with the day', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page } = window;
  await page.getByRole('navigation').getByText('发展党员', { exact: true }).click();
  await page.getByRole('row', { name: /方若彤/ }).waitFor();
  await shoot(page, 'list');
  await page.getByRole('button', { name: '登记入党申请人' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('苏念安');
  await dialog.getByLabel('出生日期').fill('1998.3.4');
  await dialog.getByLabel('递交入党申请书日期').fill('2025.3.10');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('heading', { name: '苏念安' }).waitFor();
  await enterStep(page, 2, '2025.3.20');
  // The first stage is done and folded; the next step stands open.
  await page.locator('[data-step="3"]').waitFor();
  await enterStep(page, 3, '2025.5.12');
  await page.locator('[data-step="3"]').getByText('2025-05-12').waitFor();
  await page.getByRole('button', { name: '全部展开' }).click();
  await enterStep(page, 7, '2026.5.11');
  await dialog.getByText(/最早 2026-05-12/).waitFor();
  await shoot(page, 'refused');
  await dialog.getByLabel('办理日期').fill('2026.5.12');
  await dialog.getByRole('button', { name: '保存这一步' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('[data-step="7"]').getByText('2026-05-12').waitFor();
  await shoot(page, 'file');
  await page.getByRole('button', { name: '发展党员', exact: true }).last().click();
  expect(await page.getByRole('row', { name: /苏念安/ }).textContent()).toContain('入党积极分子');
  await page.getByRole('tab', { name: '步骤总表' }).click();
  await page.getByRole('button', { name: '苏念安' }).waitFor();
  await shoot(page, 'wall');
});

/** Pictures for looking at, only where a folder is named. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/development-${name}.png` });
}
