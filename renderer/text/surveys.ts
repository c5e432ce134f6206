import type { SurveyReason } from '../../contract/failure.ts';
import type { SurveyQuestionKind } from '../../contract/survey.ts';

/** Sentences of the anonymous surveys. */
export const surveyText = {
  title: '民意调查',
  summary: '不记名，只汇总票数',
  add: '新建调查',
  edit: '修改调查',
  open: '打开',
  printSheets: '打印问卷',
  empty: '还没有调查。新建一份，写好题目，再开始收问卷。',
  remark: '谁填的、什么时候填的都不记录',
  name: '调查名称',
  purpose: '调查目的',
  period: '起止日期',
  from: '开始日期',
  to: '截止日期',
  span: (from: string, to: string) => `${from} 至 ${to}`,
  questions: '题目',
  state: '状态',
  states: { draft: '未开始', open: '正在收问卷', closed: '已结束' },
  isOver: '已过截止日期，未结束',
  issued: '发出纸质问卷（份）',
  issuedHint: '没有发纸质问卷就不填。',
  unsaved: (title: string) => `调查“${title || '未命名'}”`,
  save: '保存调查',
  remove: '删除调查',
  removeBody: (title: string) => `删除还没有开始的调查“${title}”。修改历史里仍能查到。`,
  removeReason: '未开始的调查，删除',
  begin: '开始收问卷',
  beginBody: (title: string) => `“${title}”开始以后，题目不能再改，也不能删除。`,
  addQuestion: '加一道题',
  question: (number: number) => `第 ${number} 题`,
  kind: '题型',
  kinds: { single: '单选', multiple: '可多选', score: '打分（1 至 10 分）', text: '填写意见' } satisfies Record<
    SurveyQuestionKind,
    string
  >,
  options: '选项',
  optionsHint: '一行一个，至少两个。',
  usualGrades: ['满意', '比较满意', '一般', '不满意'],
  takeOut: (number: number) => `去掉第 ${number} 题`,
  running: '正在收问卷。请填的人在本机填写，或照着收回的纸质问卷一份一份录入。',
  runningNote: '结束以前谁也看不到结果，也看不到收了多少，以免推算出某一个人的回答。结束以后不能重新开始。',
  answer: '填一份问卷',
  invalid: '记一份无效问卷',
  invalidBody: '收回的纸质问卷作废时，记一份无效问卷。记下后不能收回。',
  close: '结束调查',
  closeBody: (title: string) => `“${title}”结束以后不再收问卷，也不能重新开始。结果随即可以查看。`,
  anonymous: '本问卷不记名。填写的内容只汇总，不记录是谁、什么时候填的。可以有题不答。',
  asked: (number: number, asked: string) => `${number}. ${asked}`,
  points: (score: number) => `${score} 分`,
  submit: '提交问卷',
  giveUp: '不填了',
  thanks: '谢谢，已记入汇总。',
  thanksNote: '屏幕上不再留有填写的内容。',
  next: '下一位填写',
  backToClerk: '回到调查列表',
  resultTitle: (title: string) => `${title} · 结果`,
  print: '打印结果表',
  counted: (issued: number | null, valid: number, invalid: number) =>
    `${issued === null ? '' : `发出纸质问卷 ${issued} 份，`}收回 ${valid + invalid} 份，有效 ${valid} 份，无效 ${invalid} 份。`,
  tooFew: (least: number) => `有效问卷不足 ${least} 份，为了不泄露个人意见，不列明细。`,
  votes: (count: number) => `${count} 票`,
  share: (share: number) => `${(share * 100).toFixed(1)}%`,
  mean: (mean: number) => `平均 ${mean.toFixed(1)} 分`,
  noTexts: '没有填写意见。',
} as const;

const kept = '已收的问卷都在，没有改动。';

/** Why a survey did not take what was asked of it. */
export const surveyFailures: Readonly<Record<SurveyReason, { happened: string; kept: string; remedy: string }>> = {
  begun: {
    happened: '调查已经开始，题目不能再改，也不能删除。',
    kept,
    remedy: '题目有误时，结束这次调查，另建一份。',
  },
  'not-begun': { happened: '调查还没有开始，不能收问卷。', kept, remedy: '先在调查页按“开始”。' },
  closed: { happened: '调查已经结束，不再收问卷，也不能重新开始。', kept, remedy: '需要继续了解时，另建一份调查。' },
  'not-closed': {
    happened: '调查还没有结束，不能看结果。边收边看，就能推算出某一个人的回答。',
    kept,
    remedy: '收齐以后先结束调查，再看结果。',
  },
  'no-questions': { happened: '还没有题目，不能开始。', kept, remedy: '至少写一道题再开始。' },
};
