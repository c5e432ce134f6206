import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { type Launched, launch } from './launch.ts';
import { openMeetingBranch } from './meeting-archive.ts';

let launched: Launched | undefined;
afterEach(async () => {
  await launched?.close();
  launched = undefined;
});

/** Pictures to be looked at; none are made unless a folder is named. */
async function picture({ page, app }: Launched, name: string): Promise<void> {
  const folder = process.env.ZHIBU_PICTURES;
  if (folder === undefined) return;
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ]) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width ?? 0, size.height ?? 0),
      { width, height },
    );
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
}

const navigate = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主要页面' }).getByText(name, { exact: true }).click();

/** In a person's file: sets the working place in the form and saves. */
async function edit(page: Page, employer: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByText('Ctrl S 保存').waitFor();
  await page.getByLabel('工作单位及职务').fill(employer);
  await page.keyboard.press('Control+s');
  await page.getByRole('tablist').waitFor();
}

test('a member is edited, the history says so, the change is taken back from the offer and from the list; a refused one says why', async () => {
  launched = await launch();
  const { page } = launched;
  await openMeetingBranch(launched, 6);
  await navigate(page, '党员');
  const first = page.getByRole('grid', { name: '党员名单' }).getByRole('row').nth(1);
  await first.dblclick();
  await page.getByRole('tablist').waitFor();

  await edit(page, '临江社区服务中心');
  const offer = page.getByRole('region', { name: '刚保存的修改' });
  await offer.getByText(/撤销：修改 .+ 的工作单位及职务/).waitFor();
  await picture(launched, 'undo-offer');

  // Ctrl Z belongs to the text fields: it takes nothing back.
  await page.keyboard.press('Control+z');
  expect(await page.getByRole('dialog').count()).toBe(0);

  await page.getByRole('tab', { name: '历史' }).click();
  const history = page.getByRole('region', { name: '修改历史' });
  await history.getByText('临江社区服务中心').waitFor();
  await picture(launched, 'history');

  await offer.getByRole('button', { name: /撤销：/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('cell', { name: '临江社区服务中心' }).waitFor();
  await picture(launched, 'undo-plan');
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await history.getByText('已撤销').waitFor();
  await history.getByText('录入有误').waitFor();

  // Two edits of one field: the first cannot go while the second stands.
  await edit(page, '甲单位');
  await edit(page, '乙单位');
  await navigate(page, '变更记录');
  const list = page.getByRole('grid', { name: '变更记录' });
  const edits = list.getByRole('row').filter({ hasText: /修改 .+ 的工作单位及职务/ });
  await edits.nth(1).waitFor();
  await picture(launched, 'changes');
  await edits.nth(1).click();
  const detail = page.locator('.change-detail');
  await detail.getByText('甲单位').first().waitFor();
  await detail.getByRole('button', { name: '撤销这次修改' }).click();
  await dialog.getByText('后来又改过').waitFor();
  await picture(launched, 'undo-refused');
  await dialog.getByRole('button', { name: '看看后来这一次' }).click();
  await dialog.getByRole('cell', { name: '乙单位' }).waitFor();
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await list.getByRole('row').filter({ hasText: '撤销操作' }).nth(1).waitFor();
  await list.getByRole('row').filter({ hasText: '已撤销' }).nth(1).waitFor();
});
