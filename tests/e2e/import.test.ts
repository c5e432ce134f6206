import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { testId, type Value, xlsx } from '../fixtures/rosters.ts';
import { openDemo } from './demo-archive.ts';
import { type Launched, launch } from './launch.ts';

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

const headings = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '身份证号',
  '学历',
  '入党时间',
  '转正时间',
  '党小组',
  '联系电话',
  '喜好',
];
const first: Value[][] = [
  [
    '1',
    '张秀兰',
    '女',
    '汉族',
    testId('1970-11-02', 2),
    '大专',
    '1998.05',
    '1999.05',
    '第一党小组',
    '13912345678',
    '书法',
  ],
  [
    '2',
    '热依汗·买买提',
    '男',
    '维吾尔族',
    testId('1981-05-16', 1),
    '本科',
    '2001.07',
    '2002.07',
    '第二党小组',
    '13800001111',
    '',
  ],
  [
    '3',
    '欧阳䶮',
    '女',
    '土家族',
    testId('1990-03-08', 4),
    '研究生',
    '2012.06',
    '2013.06',
    '第二党小组',
    '13700002222',
    '',
  ],
];
const second: Value[][] = [
  [
    '1',
    '张秀兰',
    '女',
    '汉族',
    testId('1970-11-02', 2),
    '研究生',
    '1998.05',
    '1999.05',
    '第三党小组',
    '13900002217',
    '',
  ],
  [
    '2',
    '热依汗·买买提',
    '男',
    '维吾尔族',
    testId('1981-05-16', 1),
    '本科',
    '2001.07',
    '2002.07',
    '第二党小组',
    '13800001111',
    '',
  ],
  ['3', '陈桂芬', '女', '汉族', '999901197902310412', '大专', '2016.12', '2017-13-06', '', '', ''],
  ['4', '李文斌', '', '汉族', '', '', '2003.07', '2004.07', '', '', ''],
];

async function choose({ page, folder, answerDialog }: Launched, rows: Value[][], button: string): Promise<void> {
  const file = join(folder, '党员名册（社区汇总）.xlsx');
  await writeFile(file, await xlsx([['××党支部党员花名册'], headings, ...rows, ['合计', `${rows.length}人`]]));
  await answerDialog(file);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: '导入前核对' }).waitFor();
}

test('a roster is planned, written, updated by a second one with problems, and taken back', async () => {
  launched = await launch();
  await openDemo(launched);
  const { page } = launched;
  await page.getByRole('navigation', { name: '主要页面' }).getByText('党员', { exact: true }).click();
  await page.getByRole('button', { name: '导入名册' }).click();
  await choose(launched, first, '选择名册文件');
  await page.getByRole('grid', { name: '将要新建的人' }).getByText('欧阳䶮').waitFor();
  await picture(page, 'import-new');
  await page.getByRole('button', { name: '导入 3 人' }).click();
  await page.getByText('已导入：新增 3 人').waitFor();

  await choose(launched, second, '选择名册文件');
  const problems = page.getByRole('grid', { name: '有问题的单元格' });
  for (const cell of ['E5', 'H5', 'C6']) await problems.getByText(cell, { exact: true }).waitFor();
  const changes = page.getByRole('grid', { name: '将要变更的内容' });
  await changes.getByText('139****2217').waitFor();
  await picture(page, 'import-plan');
  await page.getByRole('checkbox', { name: /张秀兰的学历/ }).uncheck();
  expect(await page.getByRole('button', { name: '跳过有问题的行并导入' }).isEnabled()).toBe(true);

  await launched.answerDialog(join(launched.folder, '标注.xlsx'));
  await page.getByRole('button', { name: '下载标注后的文件' }).click();
  await page.getByText('已标注 3 个单元格。').waitFor();

  await page.getByRole('button', { name: '跳过有问题的行并导入' }).click();
  await page.getByText('新增 0 人，变更 1 人').waitFor();
  const batches = page.getByRole('grid', { name: '以前的导入' });
  await batches.getByRole('button', { name: '撤销' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销：改回 1 条').waitFor();
  await picture(page, 'import-batches');
});
