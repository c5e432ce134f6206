import type { SittingState } from '../../contract/exam.ts';
import type { QuestionKind } from '../../contract/question.ts';

/** 题型, domain.md §6. */
export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  single: '单选题',
  multiple: '多选题',
  'true-false': '判断题',
  short: '简答题',
};

/** What stands at the places of a 判断题. */
export const trueFalseOptions = ['正确', '错误'] as const;

export const sittingStateNames: Readonly<Record<SittingState, string>> = {
  exempt: '免考',
  excused: '免考',
  absent: '未参考',
  running: '正在答题',
  waiting: '待阅卷',
  marked: '已有成绩',
};
