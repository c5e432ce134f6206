import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { drawPdf, drawPicture } from '../../service/demo/drawn-files.ts';
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

/** Lets files arrive as a drop on the window or a paste into it would bring them. */
async function arrive(page: Page, kind: 'drop' | 'paste', files: { name: string; bytes: Buffer }[]): Promise<void> {
  await page.evaluate(
    ({ kind, files }) => {
      const data = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const type = name.endsWith('.png') ? 'image/png' : 'application/pdf';
        data.items.add(new File([bytes], name, { type }));
      }
      const options = { bubbles: true, cancelable: true };
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data });
      document.activeElement?.dispatchEvent(event);
    },
    { kind, files: files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })) },
  );
}

/** A picture as a telephone takes it: 3000 points wide, of many megabytes, its day written by the camera. */
async function dropPhoto(page: Page, name: string, day: string): Promise<void> {
  await page.evaluate(
    async ({ name, day }) => {
      const canvas = new OffscreenCanvas(3000, 2000);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      const image = context.createImageData(canvas.width, canvas.height);
      for (let at = 0; at < image.data.length; at += 1) image.data[at] = at % 4 === 3 ? 255 : (at * 7919) % 251;
      context.putImageData(image, 0, 0);
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      // One tag, DateTime, in the shortest form the format allows.
      const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x32, 0, 2, 0, 0, 0, 20, 0, 0, 0, 26, 0, 0, 0, 0];
      const text = `${day.replaceAll('-', ':')} 09:30:00\0`;
      const tiff = [...head, ...Array.from(text, (letter) => letter.charCodeAt(0))];
      const exif = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
      const data = new DataTransfer();
      data.items.add(new File([jpeg.slice(0, 2), new Uint8Array(exif), jpeg.slice(2)], name, { type: 'image/jpeg' }));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.activeElement?.dispatchEvent(drop);
    },
    { name, day },
  );
}

const photo = (shade: number, takenOn: string | null) =>
  drawPicture({ width: 320, height: 200 }, (x, y) => [shade, x % 256, y], takenOn);

test('photos are dropped, a screenshot pasted, a scan of three pages chosen, looked at, saved again and taken away', async () => {
  launched = await launch();
  await openMeetingBranch(launched);
  const { page, answerDialog, folder } = launched;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('会议', { exact: true }).click();
  await page.getByRole('button', { name: '登记会议' }).first().click();
  await page.getByLabel('类型（可多选）').focus();
  await page.keyboard.type('zbdydh');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: '到会登记表' }).getByText('王秀英').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: '附件', exact: true }).waitFor();

  // A new meeting is one of today.
  const heldOn = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  await arrive(page, 'drop', [
    { name: '会场.png', bytes: photo(40, heldOn) },
    { name: '去年的照片.png', bytes: photo(90, '2025-03-02') },
    { name: '程序.png', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]) },
  ]);
  const dialog = page.getByRole('dialog', { name: /^附件：/ });
  await picture(page, 'attachments-pending');
  await dialog.getByRole('button', { name: '附上 3 个文件' }).click();
  await dialog.getByText(/没有附上“程序.png”。这是程序或脚本/).waitFor();
  const cards = dialog.getByRole('list').getByRole('button');
  await dialog.getByRole('button', { name: '查看 去年的照片.png' }).waitFor();
  expect(await cards.count()).toBe(2);
  await dialog.getByText('与会议日期一致').waitFor();
  await dialog.getByText(/不是同一天/).waitFor();
  expect(await cards.first().locator('img').getAttribute('src')).toMatch(/^data:image\/jpeg;base64,/);
  await dialog.getByRole('button', { name: '关闭' }).first().click();

  await dropPhoto(page, '手机照片.jpg', heldOn);
  await dialog.getByLabel(/^照片缩到长边 2560 点/).waitFor();
  await picture(page, 'attachments-shrink');
  await dialog.getByRole('button', { name: '附上 1 个文件' }).click();
  await dialog.getByText(/^“手机照片.jpg”原来 [\d.]+ MB，缩小后存了 [\d.]+ (MB|KB)。$/).waitFor();
  await dialog.getByRole('button', { name: '查看 手机照片.jpg' }).waitFor();
  expect(await dialog.getByText('与会议日期一致').count()).toBe(2);
  await picture(page, 'attachments-shrunk');
  await dialog.getByRole('button', { name: '关闭' }).first().click();

  await arrive(page, 'paste', [{ name: 'image.png', bytes: photo(140, null) }]);
  await dialog.getByRole('button', { name: '附上 1 个文件' }).click();
  await dialog.getByRole('button', { name: /^查看 粘贴的图片/ }).waitFor();

  const names = ['第10页.png', '第2页.png', '第1页.png'];
  const paths = names.map((name) => join(folder, name));
  for (const [index, path] of paths.entries()) writeFileSync(path, photo(200 + index, null));
  await answerDialog(...paths);
  await dialog.getByRole('button', { name: '多页合成一个附件' }).click();
  const waiting = dialog.getByRole('region', { name: '要附上的文件 3 个' });
  expect(await waiting.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('1. 第1页.png'),
    expect.stringContaining('2. 第2页.png'),
    expect.stringContaining('3. 第10页.png'),
  ]);
  await waiting.getByRole('button', { name: '附上，共 3 页' }).click();
  await dialog.getByRole('button', { name: '查看 第1页.png' }).waitFor();
  await answerDialog(join(folder, '会议记录.pdf'));
  writeFileSync(join(folder, '会议记录.pdf'), drawPdf(4));
  await dialog.getByRole('button', { name: '选文件', exact: true }).click();
  await dialog.getByRole('button', { name: '附上 1 个文件' }).click();
  await dialog.getByText(/4 页/).waitFor();
  await picture(page, 'attachments-list');

  await dialog.getByRole('button', { name: '查看 第1页.png' }).click();
  const view = page.getByRole('dialog', { name: '第1页.png', exact: true });
  await view.getByRole('button', { name: '下一页' }).click();
  await view.getByText('第 2 页，共 3 页').waitFor();
  expect(await view.locator('img').getAttribute('src')).toMatch(/^data:image\/png;base64,/);
  await picture(page, 'attachments-view');
  await answerDialog(join(folder, '另存.png'));
  await view.getByRole('button', { name: '另存这一份' }).click();
  await view.getByText(/^已另存/).waitFor();
  expect(readFileSync(join(folder, '另存.png')).equals(photo(201, null))).toBe(true);
  await view.getByLabel('原件存放处').fill('党建办公室三号柜');
  await view.getByRole('button', { name: '保存', exact: true }).click();
  await dialog.getByText('原件：党建办公室三号柜').waitFor();

  await dialog.getByRole('button', { name: '查看 会议记录.pdf' }).click();
  await page.getByRole('button', { name: '去掉这个附件' }).click();
  const removal = page.getByRole('dialog', { name: '去掉附件' });
  await removal.getByLabel('原因').fill('附错了会议');
  await removal.getByRole('button', { name: '去掉这个附件' }).click();
  await dialog.getByRole('button', { name: '查看 会议记录.pdf' }).waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: '关闭' }).first().click();
  await page.getByRole('button', { name: '附件 5', exact: true }).waitFor();
});
