import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { xlsx } from '../fixtures/rosters.ts';
import { openDemo } from './demo-archive.ts';
import { launch } from './launch.ts';

/** Pictures to be looked at; none are made unless a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.ZHIBU_PICTURES;
  if (folder === undefined) return;
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
}

test('a bank is imported, a paper drawn from it, somebody answers it on screen, is marked and gets a certificate', async () => {
  const window = await launch();
  onTestFinished(() => window.close());
  await openDemo(window);
  const { page, folder, answerDialog } = window;
  const confirm = (action: string) =>
    page.getByRole('dialog').last().getByRole('button', { name: action, exact: true }).click();
  await page.getByRole('navigation', { name: '主要页面' }).getByText('学习教育', { exact: true }).click();

  await page.getByRole('tab', { name: '题库' }).click();
  await page.getByRole('grid', { name: '题库' }).getByRole('row').nth(1).waitFor();
  await picture(page, 'exams-bank');
  await page.getByRole('button', { name: '导入题库' }).click();
  await picture(page, 'exams-import');
  const file = join(folder, '街道题库.xlsx');
  await writeFile(
    file,
    await xlsx([
      ['街道党建知识题库'],
      ['题型', '题目', '选项A', '选项B', '选项C', '正确答案', '难度'],
      ['简答题', '写出“三会一课”的“一课”。', '', '', '', '党课', '1'],
      ['单选题', '选项不全的题', '甲', '', '', 'B', ''],
    ]),
  );
  await answerDialog(file);
  await page.getByRole('button', { name: '选择题库文件' }).click();
  await page.getByText('将新增 1 题、变更 0 题，跳过 1 行').waitFor();
  await picture(page, 'exams-import-plan');
  await page.getByRole('button', { name: '跳过有问题的行并导入' }).click();
  await page.getByRole('button', { name: '看题库' }).click();

  await page.getByRole('tab', { name: '试卷' }).click();
  await page.getByRole('button', { name: '组一份试卷' }).first().click();
  await page.getByLabel('试卷名称').fill('冬季测试卷');
  await page.getByRole('button', { name: '加一部分' }).click();
  await page.getByText('共 36 题，满分 110 分').waitFor();
  await picture(page, 'exams-paper');
  await page.getByRole('button', { name: '定稿' }).click();
  await confirm('定稿');
  await page.getByText(/满分 110 分.*定稿/).waitFor();

  await page.getByRole('tab', { name: '考试', exact: true }).click();
  await page.getByRole('grid', { name: '考试' }).getByRole('row').nth(1).waitFor();
  await picture(page, 'exams-list');
  // One on paper: sums are typed into the list.
  const people = page.getByRole('grid', { name: '应考人员' });
  await page.getByRole('row', { name: /街道党员政治理论测试/ }).dblclick();
  await people.getByRole('textbox').last().fill('77.5');
  await picture(page, 'exams-on-paper');
  await page.getByRole('button', { name: '保存成绩 1 人' }).click();
  await page.getByText(/应考 23 人，参考 \d+ 人/).waitFor();
  await page.getByRole('button', { name: '返回列表' }).click();

  await page.getByRole('button', { name: '安排考试' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('考试名称').fill('冬季知识测试');
  await dialog.getByRole('combobox', { name: '试卷' }).click();
  await page.keyboard.type('冬季测试卷');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('及格线').fill('1');
  await picture(page, 'exams-editor');
  await dialog.getByRole('button', { name: '保存考试' }).click();
  const first = people.getByRole('row').nth(1);
  await first.waitFor();
  await picture(page, 'exams-people');

  // The exam by the keyboard alone: letters or digits choose, arrows go on.
  await people.focus();
  await page.keyboard.press('Enter');
  await page.getByText('第 1 题，共 36 题').waitFor();
  await picture(page, 'exams-sitting');
  for (let number = 1; number <= 35; number++) {
    await page.keyboard.press(number % 2 === 0 ? '2' : 'a');
    await page.keyboard.press('ArrowRight');
  }
  await page.getByRole('textbox', { name: '作答' }).fill('党课');
  await picture(page, 'exams-sitting-short');
  await page.getByRole('button', { name: '交卷' }).click();
  await page.getByText('全部题目都已作答').waitFor();
  await confirm('交卷');
  await page.getByText('答卷已经锁定').waitFor();
  await page.keyboard.press('Enter');

  await first.getByText('待阅卷').waitFor();
  await people.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '第 36 题得分' }).fill('9.5');
  await picture(page, 'exams-marking');
  await page.getByRole('button', { name: '保存评分' }).click();
  await first.getByText('已有成绩').waitFor();
  await page.getByRole('button', { name: '确认成绩' }).click();
  await confirm('确认成绩');
  await page.getByRole('button', { name: '发合格证书' }).click();
  await confirm('发合格证书');
  await first.getByText(/^\d{4}-\d{3}$/).waitFor();
  await picture(page, 'exams-closed');

  // It stands in the person's file.
  const name = (await first.getByRole('gridcell').first().textContent()) ?? '';
  await page.getByRole('navigation', { name: '主要页面' }).getByText('党员', { exact: true }).click();
  await page.getByRole('grid', { name: '党员名单' }).getByRole('row', { name }).first().dblclick();
  await page.getByRole('tab', { name: '考核' }).click();
  await page.getByRole('row', { name: /冬季知识测试.*及格/ }).waitFor();
  await picture(page, 'exams-member');
  expect(await page.getByRole('row', { name: /冬季知识测试/ }).count()).toBe(1);
}, 240_000);
