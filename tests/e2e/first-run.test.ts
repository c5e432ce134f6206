import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockArchive } from '../../db/lock.ts';
import { openForWriting } from '../../db/open.ts';
import { createService } from '../../service/service.ts';
import { compose } from './compose.ts';
import { demoPassphrase, openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';

const secret = '欧阳 2026 好记';

let launched: Launched;
let page: Page;

beforeEach(async () => {
  launched = await launch();
  page = launched.page;
});
afterEach(async () => {
  const violations = launched.printed.filter((line) => /Content Security Policy|Refused to/.test(line));
  await launched.close();
  expect(violations).toEqual([]);
});

const navigation = () => page.getByRole('navigation', { name: '主要页面' });
const failure = (code: string) => page.locator(`[data-failure="${code}"]`);

/** Ends the window and starts it again on the same settings, as the next morning does. */
async function startAgain(): Promise<void> {
  await launched.close({ keepFolder: true });
  launched = await launch({ folder: launched.folder });
  page = launched.page;
}

async function typePassphrase(passphrase: string): Promise<void> {
  await page.locator('input[type=password]').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** The groups that are covered on the screen stand on the paper. */
async function coveredGroups(): Promise<string[]> {
  await page.locator('.recovery-group').first().waitFor({ state: 'attached' });
  return page.locator('.recovery-group.print-only').allTextContents();
}

test('a first archive is made by keyboard alone, and nothing goes on before the recovery code is typed back', async () => {
  const folder = join(launched.folder, '临江社区第二党支部.zhibu');
  await launched.answerDialog(launched.folder);
  await page.getByRole('heading', { name: '第一次使用' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '支部名称和密码' }).waitFor();
  await page.keyboard.type('中共临江社区第二支部委员会');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('欧阳静');
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  // The eye beside the field stands between the two.
  while (
    (await page.evaluate(() => document.activeElement?.id)) !==
    (await page.getByLabel('再填一次密码').getAttribute('id'))
  )
    await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: '打印恢复码，收好这张纸' }).waitFor();
  const [first = '', second = ''] = await coveredGroups();
  expect([first, second].every((group) => /^[0-9A-Z]{4}$/.test(group))).toBe(true);
  expect(await page.locator('.recovery-group:visible').count()).toBe(5);
  const next = page.getByRole('button', { name: '下一步' });
  await page.keyboard.type(first.slice(0, 3));
  await page.getByText('还差 1 位').waitFor();
  await page.keyboard.type(first.slice(3) === 'A' ? 'B' : 'A');
  expect(await next.isDisabled()).toBe(true);
  await page.keyboard.press('Backspace');
  await page.keyboard.type(first.slice(3).toLowerCase());
  expect(await next.isDisabled()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type(second);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: '档案已经建好' }).waitFor();
  while (!(await page.evaluate(() => document.activeElement?.textContent?.includes('先到首页看看'))))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await navigation().waitFor();
  expect(await page.locator('.top-branch').textContent()).toBe('临江社区第二党支部');
  expect(readFileSync(join(folder, 'archive.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
});

test('a password that is too short or typed differently is told before anything is made', async () => {
  await page.getByRole('button', { name: /新建支部档案/ }).click();
  await page.getByLabel('密码', { exact: true }).fill('短');
  await page.getByLabel('再填一次密码').fill('长');
  await page.getByRole('button', { name: '选择存放位置，建立档案' }).click();
  await page.getByText('密码还不够 8 个字').waitFor();
  await page.getByText('两次填的密码不一样').waitFor();
  expect(await page.getByText('这一项要填').count()).toBe(2);
});

test('Enter that takes a candidate of the input method never sends the form', async () => {
  const folder = join(launched.folder, '练习支部.zhibu');
  await launched.answerDialog(launched.folder);
  await page.getByRole('button', { name: /用练习档案试一试/ }).click();
  const person = page.getByLabel('你的姓名');
  await person.focus();
  const composition = await compose(page, 'ouyangjing');
  await page.keyboard.press('Enter');
  expect(await page.getByText('这一项要填').count()).toBe(0);
  await composition.commit('欧阳静');
  await composition.pressProcessedEnter();
  expect(await person.inputValue()).toBe('欧阳静');
  await page.waitForTimeout(300);
  expect(existsSync(folder)).toBe(false);

  await page.keyboard.press('Enter');
  await navigation().waitFor();
  expect(existsSync(join(folder, 'archive.db'))).toBe(true);
  await page.getByText('练习档案', { exact: true }).waitFor();
});

test('an archive opened before is the first on the list; a wrong password says so and keeps the way open', async () => {
  await openDemo(launched);
  await startAgain();
  await page.getByRole('heading', { name: '打开档案' }).waitFor();
  await typePassphrase('不是这个密码');
  await failure('wrong-passphrase').waitFor();
  expect(await page.locator('input[type=password]').inputValue()).toBe('');
  await typePassphrase(demoPassphrase);
  await navigation().waitFor();
});

test('an archive that is gone, and one that is open elsewhere, each have a screen of their own', async () => {
  const folder = await openDemo(launched);
  await startAgain();
  await page.getByRole('heading', { name: '打开档案' }).waitFor();
  const lock = lockArchive(join(folder, 'archive.lock'));
  await typePassphrase(demoPassphrase);
  await page.getByRole('heading', { name: '档案正在别处打开' }).waitFor();
  await failure('archive-in-use').waitFor();
  lock.release();
  await page.getByRole('button', { name: '再试一次' }).click();
  renameSync(folder, `${folder}.away`);
  await typePassphrase(demoPassphrase);
  await page.getByRole('heading', { name: '找不到这份档案' }).waitFor();
  await failure('archive-missing').waitFor();
  await page.getByRole('button', { name: '从列表去掉' }).click();
  await page.getByRole('heading', { name: '第一次使用' }).waitFor();
});

test('an archive of a newer program is refused untouched, with both versions told', async () => {
  const folder = await openDemo(launched);
  await launched.close({ keepFolder: true });
  const service = createService();
  const grant = service.grant(folder, 'read-folder');
  await service.call('archive.open', { folder: grant, passphrase: demoPassphrase });
  const revealed = await service.call('archive.revealKey', { passphrase: demoPassphrase });
  const { key } = (revealed as { value: { key: string } }).value;
  service.stop();
  const db = openForWriting(join(folder, 'archive.db'), key);
  db.raw.pragma('user_version = 9990');
  db.raw.close();
  const before = readFileSync(join(folder, 'archive.db'));

  launched = await launch({ folder: launched.folder });
  page = launched.page;
  await page.getByRole('heading', { name: '打开档案' }).waitFor();
  await typePassphrase(demoPassphrase);
  await page.getByRole('heading', { name: '档案比本程序新' }).waitFor();
  await page.getByText('档案 9990 版').waitFor();
  expect(readFileSync(join(folder, 'archive.db')).equals(before)).toBe(true);
});

test('a damaged archive leads to its copies, and the newest one brings it back', async () => {
  const folder = await openDemo(launched);
  await launched.close({ keepFolder: true });
  const file = join(folder, 'archive.db');
  writeFileSync(file, readFileSync(file).fill(7, 100, 4000));
  launched = await launch({ folder: launched.folder });
  page = launched.page;
  await page.getByRole('heading', { name: '打开档案' }).waitFor();
  await typePassphrase(demoPassphrase);
  await page.getByRole('heading', { name: '档案文件已损坏' }).waitFor();
  await page.getByRole('button', { name: '看这份档案的备份' }).click();
  await page.getByRole('heading', { name: '用备份恢复' }).waitFor();
  await typePassphrase(demoPassphrase);
  await navigation().waitFor();
  expect(readdirSync(folder).filter((name) => /^archive-.*\.db$/.test(name))).toHaveLength(1);
});

test('the printed code opens an archive whose password is forgotten, and sets a new one', async () => {
  const folder = join(launched.folder, '忘记密码.zhibu');
  const service = createService();
  const made = await service.call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: '忘记密码',
    person: '欧阳静',
    passphrase: '已经忘记了的密码',
    branch: { id: 'b1', revision: 0, fullName: '中共临江社区第二支部委员会' },
  });
  const { recoveryCode } = (made as { value: { recoveryCode: string } }).value;
  await service.call('archive.confirmRecoveryCode', { groups: recoveryCode.split('-').slice(0, 2), positions: [0, 1] });
  service.stop();

  await launched.answerDialog(folder);
  await page.getByRole('button', { name: /用恢复码打开/ }).click();
  await page.getByRole('button', { name: '选择档案文件夹' }).click();
  await page.getByLabel('恢复码（7 组）').fill(recoveryCode.replace(/.$/, '?'));
  await page.getByLabel('你的姓名').fill('欧阳静');
  await page.getByLabel('新密码', { exact: true }).fill(secret);
  await page.getByLabel('再填一次密码').fill(secret);
  await page.keyboard.press('Enter');
  await failure('wrong-recovery-code').waitFor();
  await page.getByLabel('恢复码（7 组）').fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '打开并换成新密码' }).click();
  await navigation().waitFor();

  await startAgain();
  await page.getByRole('heading', { name: '打开档案' }).waitFor();
  await typePassphrase(secret);
  await navigation().waitFor();
});

test('a code that was never typed back is replaced at the next opening, before anything else', async () => {
  const folder = join(launched.folder, '没有核对.zhibu');
  const service = createService();
  await service.call('archive.create', {
    folder: service.grant(folder, 'write-folder'),
    name: '没有核对',
    person: '欧阳静',
    passphrase: secret,
    branch: { id: 'b1', revision: 0, fullName: '中共临江社区第二支部委员会' },
  });
  service.stop();
  await launched.answerDialog(folder);
  await page.getByRole('button', { name: /打开别处的档案/ }).click();
  await typePassphrase(secret);
  await page.getByRole('heading', { name: '打印恢复码，收好这张纸' }).waitFor();
  expect(await navigation().count()).toBe(0);
  const [first = '', second = ''] = await coveredGroups();
  await page.keyboard.type(first);
  await page.keyboard.press('Tab');
  await page.keyboard.type(second);
  await page.getByRole('button', { name: '下一步' }).click();
  await navigation().waitFor();
});
