import type { QuestionKind } from '../contract/question.ts';
import type { QuestionField, QuestionProblemCode } from '../contract/question-import.ts';

/** Columns of a workbook of questions: how our own form heads them, and what else they are called. */
export const questionColumns: readonly { field: QuestionField; title: string; aliases: string; width: number }[] = [
  { field: 'kind', title: '题型', aliases: '题目类型 试题类型 类型 题类 题目题型', width: 10 },
  { field: 'stem', title: '题干', aliases: '题目 试题 题目内容 试题内容 题干内容 问题 试题题干', width: 48 },
  { field: 'options', title: '选项', aliases: '备选项 备选答案 答案选项 所有选项 可选项', width: 24 },
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const).map((letter) => ({
    field: `option${letter}` as const,
    title: `选项${letter}`,
    aliases: `${letter} ${letter}选项 ${letter}项 选项${letter}内容 备选项${letter} 答案${letter}`,
    width: 18,
  })),
  { field: 'answer', title: '答案', aliases: '正确答案 标准答案 参考答案 正确选项 试题答案 正确项', width: 16 },
  { field: 'explanation', title: '解析', aliases: '答案解析 试题解析 题目解析 说明 依据 答案说明', width: 24 },
  { field: 'difficulty', title: '难度', aliases: '难易度 难易程度 难度系数 难度等级', width: 8 },
  { field: 'content', title: '内容类别', aliases: '教育内容 内容分类 知识类别', width: 18 },
  { field: 'tags', title: '分类', aliases: '标签 知识点 题目分类 试题分类 类别 章节', width: 16 },
  { field: 'source', title: '出处', aliases: '来源 题目来源 试题来源 题源', width: 20 },
];

/** Words for each kind; the first is ours. */
export const questionKindWords: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: ['单选题', '单选', '单项选择题', '单项选择', '单项'],
  multiple: ['多选题', '多选', '多项选择题', '多项选择', '多项', '不定项选择题', '不定项'],
  'true-false': ['判断题', '判断', '是非题', '对错题', '正误题'],
  short: ['简答题', '简答', '问答题', '问答', '论述题', '论述', '主观题', '简述题', '填空题', '填空'],
};

/** 选择题 says that there is a choice; one or several follows from the answer. */
export const anyChoiceWords: readonly string[] = ['选择题', '选择', '客观题'];

export const rightWords: readonly string[] = ['正确', '对', '是', '√', '✓', '✔', 't', 'true', 'yes', 'y', '1', 'r'];
export const wrongWords: readonly string[] = [
  '错误',
  '错',
  '否',
  '不正确',
  '×',
  'x',
  '✕',
  '✗',
  'f',
  'false',
  'no',
  'n',
  '0',
  'w',
];

export const difficultyWords: Readonly<Record<string, number>> = {
  易: 1,
  容易: 1,
  简单: 1,
  较易: 2,
  较容易: 2,
  中: 3,
  中等: 3,
  一般: 3,
  适中: 3,
  较难: 4,
  难: 5,
  困难: 5,
};

export const questionProblemTexts: Readonly<
  Record<QuestionProblemCode, { readonly message: string; readonly remedy: string }>
> = {
  'stem-missing': { message: '这一行没有题干', remedy: '补上题干；不是题目的行请删去' },
  'kind-unclear': { message: '看不出是哪种题型', remedy: '填“单选题”“多选题”“判断题”或“简答题”' },
  'options-few': { message: '选择题的选项不足两个', remedy: '补上选项' },
  'options-many': { message: '选项超过 8 个', remedy: '最多写 A 至 H 八个选项' },
  'options-gap': { message: '选项中间空了一个', remedy: '选项从 A 起依次填写，不要空格' },
  'options-repeated': { message: '有两个选项的内容相同', remedy: '改正或删去重复的选项' },
  'answer-missing': { message: '没有答案', remedy: '选择题填字母，判断题填“正确”或“错误”，简答题填参考答案' },
  'answer-unclear': { message: '读不出答案', remedy: '选择题只填字母，如 AC；判断题填“正确”或“错误”' },
  'answer-outside': { message: '答案里的字母没有对应的选项', remedy: '核对答案和选项' },
  'answer-one': { message: '单选题写了不止一个答案', remedy: '只留一个字母，或把题型改为“多选题”' },
  'answer-several': { message: '多选题只写了一个答案', remedy: '补全答案，或把题型改为“单选题”' },
  'difficulty-unclear': { message: '读不出难度', remedy: '填 1 至 5，1 最易；不填按 3' },
  'text-too-long': { message: '文字太长', remedy: '题干不超过 2000 字，选项不超过 200 字，标签不超过 40 字' },
  'duplicate-in-file': { message: '同一道题在表里出现两次，另见第 {rows} 行', remedy: '只保留一行' },
  'formula-without-result': {
    message: '这一格是公式，文件里没有存计算结果',
    remedy: '用 Excel 或 WPS 打开并保存一次，或改填文字',
  },
  'error-value': { message: '这一格是错误值', remedy: '改填正确的内容' },
};

/** What the empty form says and shows; the rows marked 示例 are not imported. */
export const questionForm = {
  sheet: '题库',
  title: '题库导入表',
  note: '说明：一行一题。题型填单选题、多选题、判断题、简答题；答案填字母（如 AC）、正确或错误、参考答案；难度 1 至 5，1 最易。以“示例”开头的行不会导入。',
  examples: [
    {
      kind: '示例：单选题',
      stem: '支部党员大会一般多久召开1次？',
      optionA: '每月',
      optionB: '每季度',
      optionC: '每半年',
      answer: 'B',
      explanation: '支部条例第11条',
      difficulty: '1',
      content: '党章党规党纪教育',
      tags: '组织生活',
    },
    {
      kind: '示例：多选题',
      stem: '“三会一课”的“三会”是指',
      optionA: '支部党员大会',
      optionB: '支部委员会会议',
      optionC: '党小组会',
      optionD: '组织生活会',
      answer: 'ABC',
      difficulty: '2',
    },
    { kind: '示例：判断题', stem: '预备党员没有表决权。', answer: '正确', difficulty: '1' },
    {
      kind: '示例：简答题',
      stem: '写出党纪处分的五个种类。',
      answer: '警告、严重警告、撤销党内职务、留党察看、开除党籍',
      difficulty: '4',
    },
  ] satisfies readonly Partial<Record<QuestionField, string>>[],
} as const;
