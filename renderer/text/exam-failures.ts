import type { ExamReason } from '../../contract/failure.ts';
import type { FailureText } from './failures.ts';

const kept = '已保存的答案和成绩没有变化。';

/** What an exam refuses, by its reason. `detail` names the people, the exam or the paper. */
const reasons: Readonly<Record<ExamReason, (detail: string) => FailureText>> = {
  running: (person) => ({
    happened: `${person} 正在本机答题，交卷前不显示题目和答案。`,
    kept,
    remedy: '请等交卷；人已离开的，在“考试”里替他收卷。',
  }),
  submitted: () => ({ happened: '这份答卷已经交卷，不能再改。', kept, remedy: '交卷后的答卷只能查看和阅卷。' }),
  'time-over': () => ({
    happened: '考试时间到，答卷已经锁定。',
    kept: '时间到之前保存的答案都在。',
    remedy: '因停电、死机耽误了时间的，请组织考试的人在“考试”里补时间。',
  }),
  closed: (exam) => ({
    happened: `“${exam}”的成绩已经确认，不能再改。`,
    kept,
    remedy: '确有错误的，先在考试里“重新打开”，写明原因后再改。',
  }),
  'not-closed': (exam) => ({
    happened: `“${exam}”的成绩还没有确认。`,
    kept,
    remedy: '请先阅完卷，再点“确认成绩”。',
  }),
  'paper-issued': (paper) => ({
    happened: `试卷“${paper}”已经定稿，题目不再改动。`,
    kept,
    remedy: '要换题目，请另组一份试卷。',
  }),
  'paper-not-issued': (paper) => ({
    happened: `试卷“${paper}”还没有定稿。`,
    kept,
    remedy: '请先在“试卷”里核对题目并定稿，再用它考试。',
  }),
  'not-expected': (person) => ({
    happened: `${person} 考试当天不在本支部。`,
    kept,
    remedy: '请核对考试日期和他的组织关系。',
  }),
  'not-submitted': (people) => ({
    happened: `还有人没有交卷${people === '' ? '' : `：${people}`}。`,
    kept,
    remedy: '请等交卷；人已离开的，替他收卷。',
  }),
  unmarked: (people) => ({ happened: `还有答卷没有阅完：${people}。`, kept, remedy: '请先给简答题评分。' }),
  nobody: () => ({ happened: '还没有人有成绩。', kept, remedy: '请先考试或录入成绩，再确认。' }),
  'certificate-held': (people) => ({
    happened: `${people} 现在没有及格，但已经领了证书。`,
    kept,
    remedy: '请先作废证书并写明原因，再确认成绩。',
  }),
  'has-results': (exam) => ({
    happened: `“${exam}”已经有人参加，不能删除，也不能换试卷、日期和方式。`,
    kept,
    remedy: '要换的，请另建一场考试。',
  }),
  'other-mode': (exam) => ({
    happened: `“${exam}”不是用这种方式考的。`,
    kept,
    remedy: '上机的考试由本人在屏幕上答题，纸笔的考试录入成绩。',
  }),
};

/** The sentences of a refusal by an exam. */
export function examFailureText(reason: ExamReason, detail: string): FailureText {
  return reasons[reason](detail);
}

/** Which parts of a paper the bank has too few questions for. */
export function lackingText(parts: readonly { part: number; wanted: number; found: number }[]): FailureText {
  const lacks = parts
    .map(({ part, wanted, found }) => `第 ${part + 1} 部分要 ${wanted} 题，只有 ${found} 题`)
    .join('；');
  return {
    happened: `题库里的题不够：${lacks}。`,
    kept: '试卷没有定稿。',
    remedy: '请放宽这一部分的条件、减少题数，或先给题库补题。',
  };
}
