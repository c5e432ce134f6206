import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, onTestFinished, test } from 'vitest';
import { openSnapshot } from '../../service/snapshot/open.ts';
import { removeFolders, startReceiver } from '../upload/setting.ts';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

test('a snapshot is sealed to a file and sent to a receiver; the page tells when the last one arrived', async () => {
  const receiver = await startReceiver();
  const window = await launch();
  onTestFinished(async () => {
    await window.close();
    await receiver.stop();
    removeFolders();
  });
  await openDemo(window);
  const identity = await generateX25519Identity();
  const { page } = window;
  await page.getByRole('navigation').getByText('快照', { exact: true }).click();
  await page.getByText('还没有上交过快照。').waitFor();
  expect(await page.getByRole('button', { name: '封装到文件' }).isDisabled()).toBe(true);

  await page.getByLabel('接收方公钥').fill('age1oops');
  await page.getByText('第 1 行不是公钥').waitFor();
  await page.getByLabel('接收方公钥').fill(await identityToRecipient(identity));
  await page.getByLabel('接收地址').fill(receiver.url);
  await page.getByLabel('上交口令').fill(receiver.token);
  await page.getByRole('button', { name: '保存接收方' }).click();
  await page.getByPlaceholder('已存有口令').waitFor();

  const file = join(window.folder, '上报.tar');
  await window.answerDialog(file);
  await page.getByRole('button', { name: '封装到文件' }).click();
  await page.getByText(/第 1 份已封装/).waitFor();
  expect(existsSync(file)).toBe(true);
  const opened = await openSnapshot(readFileSync(file), identity, null);
  expect(opened.manifest.tables.find((table) => table.name === 'member')?.rows).toBe(24);

  await page.getByRole('button', { name: '统计现在的数量' }).click();
  await page.getByRole('row', { name: /党员/ }).first().waitFor();

  await page.getByRole('button', { name: '上交到接收方' }).click();
  await page.getByText(/第 1 份已送达/).waitFor();
  await page.getByText('今天', { exact: true }).last().waitFor();
  expect(await page.content()).not.toContain(receiver.token);
  expect(receiver.receiver.store.lastSnapshot(1)?.sequence).toBe(1);

  const pictures = process.env.ZHIBU_PICTURES;
  if (pictures !== undefined) {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, 'snapshots.png'), await page.screenshot());
  }
});
