import { expect, test } from 'vitest';
import type { Question } from '../../contract/question.ts';
import { planQuestions } from '../../service/sheets/plan-questions.ts';
import { findQuestionTables } from '../../service/sheets/question-table.ts';
import { readWorkbook } from '../../service/sheets/read-workbook.ts';

/** A plan of a table written as lines of cells parted by `|`, read as the file of a clerk. */
async function plan(lines: readonly string[], bank: readonly Question[] = []) {
  const csv = lines
    .map((line) =>
      line
        .split('|')
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    )
    .join('\r\n');
  const [found] = findQuestionTables(await readWorkbook(Buffer.from(`\ufeff${csv}`), '题库.csv'));
  if (found === undefined) throw new Error('no table');
  return planQuestions(found.table, bank);
}

const heading = '序号|题型|题目|选项A|选项B|选项C|正确答案|解析|难度|标签';

test('questions of every kind are read under a title, by whatever the columns are called', async () => {
  const { plan: planned, rows } = await plan([
    '某街道党建知识题库|||||||||',
    heading,
    '1|单选题|1、甲题|A.甲一|B、甲二||b|因为|易|组织生活、党章党规党纪教育',
    '2|多选|乙题|乙一|乙二|乙三|A、C||★★★☆☆|',
    '3|判断题|丙题||||√||5|',
    '4|判断题|丙二题|错误|正确||A|||',
    '5|简答题|丁题||||丁的答案|||',
    '6||戊题|戊一|戊二||AB|||',
    '7||己题||||错|||',
    '合计|7题||||||||',
  ]);
  expect(planned.problems).toEqual([]);
  expect(rows.map(({ draft }) => [draft.kind, draft.stem, draft.options.join(), draft.correct.join()])).toEqual([
    ['single', '甲题', '甲一,甲二', '1'],
    ['multiple', '乙题', '乙一,乙二,乙三', '0,2'],
    ['true-false', '丙题', '', '0'],
    ['true-false', '丙二题', '', '1'],
    ['short', '丁题', '', ''],
    ['multiple', '戊题', '戊一,戊二', '0,1'],
    ['true-false', '己题', '', '1'],
  ]);
  expect(rows[0]?.draft).toMatchObject({
    explanation: '因为',
    difficulty: 1,
    tags: ['组织生活'],
    contents: ['party-rules'],
  });
  expect(rows.map(({ draft }) => draft.difficulty)).toEqual([1, 3, 5, undefined, undefined, undefined, undefined]);
  expect(planned.notices.map(({ kind }) => kind)).toEqual(['row-total']);
});

test('one column of options is split by letters or by lines; sections give the kind', async () => {
  const { rows, plan: planned } = await plan([
    '题干|选项|答案',
    '一、单选题（共2题）||',
    '甲题|A.甲一 B.甲二 C.甲三|C',
    '乙题|乙一\n乙二|乙二',
    '二、多选题||',
    '丙题|A、丙一；B、丙二；C、丙三|ac',
  ]);
  expect(planned.problems).toEqual([]);
  expect(rows.map(({ draft }) => [draft.kind, draft.options, draft.correct])).toEqual([
    ['single', ['甲一', '甲二', '甲三'], [2]],
    ['single', ['乙一', '乙二'], [1]],
    ['multiple', ['丙一', '丙二', '丙三'], [0, 2]],
  ]);
});

test('every problem is told at its cell, all at once', async () => {
  const { plan: planned, rows } = await plan([
    heading,
    '1|单选题|甲题|甲一|甲二||C|||',
    '2|单选题|乙题|乙一|乙二||AB|||',
    '3|多选题|丙题|丙一|丙二||A|||',
    '4|判断题|丁题||||也许|||',
    '5|连线题|戊题|戊一|戊二||A|||',
    '6|单选题|己题|己一||己三|A||很难说|',
    '7|单选题||庚一|庚二||A|||',
    '8|单选题|辛题|辛一|辛一||||||',
    '9|单选题|壬题|壬一|壬二||A|||',
    '10|单选题|壬 题。|壬一|壬二||B|||',
  ]);
  expect(rows).toEqual([]);
  expect(planned.counts).toMatchObject({ new: 0, problemRows: 10 });
  expect(planned.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
    'G2 answer-outside',
    'G3 answer-one',
    'G4 answer-several',
    'G5 answer-unclear',
    'B6 kind-unclear',
    'E7 options-gap',
    'I7 difficulty-unclear',
    'C8 stem-missing',
    'G9 answer-missing',
    'D9 options-repeated',
    'C10 duplicate-in-file',
    'C11 duplicate-in-file',
  ]);
  expect(planned.problems.at(-1)?.message).toContain('第 10 行');
});

test('a question that is in the bank already is changed where the file differs, and by nothing else', async () => {
  const stored: Question = {
    id: 'q1',
    revision: 4,
    branchId: 'b1',
    kind: 'single',
    stem: '甲题？',
    options: ['甲一', '甲二'],
    correct: [0],
    referenceAnswer: '',
    explanation: '旧解析',
    contents: [],
    tags: ['旧标签'],
    difficulty: 2,
    source: '教材',
    retiredOn: null,
  };
  const same = await plan(['题型|题干|选项A|选项B|答案', '单选题|甲题|甲一|甲二|A'], [stored]);
  expect([same.plan.counts.same, same.rows]).toEqual([1, []]);
  const changed = await plan([heading, '1|单选题|甲题|甲一|甲二||B||4|'], [stored]);
  expect(changed.plan.changed[0]?.changes).toEqual([
    { field: 'answer', before: 'A', after: 'B', cell: 'G2' },
    { field: 'difficulty', before: '2', after: '4', cell: 'I2' },
  ]);
  expect(changed.rows).toMatchObject([{ id: 'q1', revision: 4, draft: { stem: '甲题？', correct: [1] } }]);
});
