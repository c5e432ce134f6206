import { writtenDay } from './words.ts';

/** What the sheets of an anonymous survey print. */
export const surveyWords = {
  resultTitle: (title: string) => `${title}结果表`,
  fields: {
    purpose: '调查目的',
    period: '起止日期',
    issued: '发出问卷',
    returned: '收回问卷',
    valid: '有效问卷',
    invalid: '无效问卷',
  },
  period: (from: string, to: string) => `${writtenDay(from)}至${writtenDay(to)}`,
  sheets: (count: number) => `${count} 份`,
  question: (number: number, text: string, kind: string) => `${number}. ${text}（${kind}）`,
  kinds: { single: '单选', multiple: '可多选', score: '打分，1 至 10 分', text: '填写' },
  columns: { option: '选项', count: '票数', share: '占有效问卷' },
  score: (score: number) => `${score} 分`,
  mean: (answered: number, mean: string) => `${answered} 份打了分，平均 ${mean} 分`,
  answered: (answered: number) => `${answered} 份作了回答`,
  noTexts: '没有填写意见。',
  text: (number: number, text: string) => `（${number}）${text}`,
  tooFew: (least: number) => `有效问卷不足 ${least} 份，为了不泄露个人意见，不列明细。`,
  running: '调查还没有结束，结束后才有结果。',
  resultNote: '本调查不记名，只汇总票数；意见按文字排序，与填写先后无关。',
  resultSignatures: ['统计人', '监督人', '党支部书记'],
  sheetNote: '请如实填写。本问卷不记名，请不要写姓名。在选项前的方框内打“√”。',
  box: (letter: string, option: string) => `□ ${letter}. ${option}`,
  scores: '□1　□2　□3　□4　□5　□6　□7　□8　□9　□10',
  none: '本年度没有调查。',
} as const;
