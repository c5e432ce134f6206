import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { demoPassphrase, openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';

const pictures = process.env.ZHIBU_PICTURES;
const clerkPassphrase = '录入员自己的密码';

async function picture({ page, app }: Launched, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ]) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width ?? 0, size.height ?? 0),
      { width, height },
    );
    await page.screenshot({ path: join(pictures, `people-${name}-${width}.png`) });
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
}

test('a second person is added, comes in by name, finds what the role forbids grey and what is restricted closed, confirms a void, and is removed', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window, 8);
  const { page } = window;
  const go = (name: string) =>
    page.getByRole('navigation', { name: '主要页面' }).getByText(name, { exact: true }).click();
  const toPeople = async () => {
    await go('设置');
    await page.getByRole('tab', { name: '使用人' }).click();
  };
  const comeIn = async (name: string, passphrase: string) => {
    await page.getByRole('button', { name: /锁定/ }).click();
    await page.getByRole('combobox', { name: '使用人' }).click();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await picture(window, 'entrance');
    await page.locator('input[type=password]').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText(`${name}（`).waitFor();
  };
  const add = async (name: string, role: string, passphrase: string) => {
    await page.getByRole('button', { name: '增加使用人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByRole('combobox', { name: '角色' }).click();
    await page.keyboard.type(role);
    await page.keyboard.press('Enter');
    await dialog.getByLabel('给这个人的密码').fill(passphrase);
    await dialog.getByLabel('您（欧阳静）的密码').fill(demoPassphrase);
    await picture(window, `add-${name}`);
    await dialog.getByRole('button', { name: '增加使用人' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  await toPeople();
  await page.getByText('现在只有一个使用人').waitFor();
  await add('赵录入', '录入员', clerkPassphrase);
  await add('王组织', '组织委员', '组织委员自己的密码');
  await picture(window, 'list');

  await comeIn('赵录入', clerkPassphrase);
  await go('监督与关怀');
  await page.getByRole('button', { name: /谈心谈话/ }).click();
  await page.getByText('属于受限内容，您的角色不能查看').waitFor();
  await picture(window, 'restricted');
  await page.getByRole('button', { name: /荣誉表彰/ }).click();
  await page.getByRole('grid').press('Enter');
  expect(await page.getByRole('dialog').getByRole('button', { name: '删除' }).isDisabled()).toBe(true);
  expect(await page.getByRole('dialog').getByRole('button', { name: '保存这一条' }).isDisabled()).toBe(false);
  await page.keyboard.press('Escape');
  await go('党员');
  expect(await page.getByRole('button', { name: '导入名册' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: /新增党员|登记党员/ }).isDisabled()).toBe(false);
  await toPeople();
  expect(await page.getByRole('button', { name: '增加使用人' }).isDisabled()).toBe(true);
  await picture(window, 'clerk');

  await comeIn('欧阳静', demoPassphrase);
  await go('会议');
  await page.getByRole('grid').press('Enter');
  await page.getByRole('button', { name: '作废', exact: true }).click();
  const voiding = page.getByRole('dialog');
  await voiding.getByLabel('作废理由').fill('重复登记');
  await voiding.getByRole('combobox', { name: '确认人' }).waitFor();
  await voiding.getByLabel('确认人的密码').fill('不是他的密码');
  await voiding.getByRole('button', { name: '作废这份记录' }).click();
  await voiding.getByRole('alert').waitFor();
  await voiding.getByLabel('确认人的密码').fill('组织委员自己的密码');
  await picture(window, 'void');
  await voiding.getByRole('button', { name: '作废这份记录' }).click();
  await voiding.waitFor({ state: 'detached' });
  await page.getByText('王组织确认').waitFor();

  await toPeople();
  await page.getByRole('row', { name: /赵录入/ }).dblclick();
  const person = page.getByRole('dialog');
  await person.getByLabel('原因').fill('不再录入');
  await person.getByLabel('您（欧阳静）的密码').last().fill(demoPassphrase);
  await picture(window, 'remove');
  await person.getByRole('button', { name: '移除赵录入' }).click();
  await page.getByText('已换密钥').waitFor();
  await picture(window, 'key-change');
  await page.getByRole('button', { name: '以后再核对' }).click();
  await page.getByRole('row', { name: /赵录入/ }).waitFor({ state: 'detached' });
});
