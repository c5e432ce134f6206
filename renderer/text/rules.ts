import type { Failure } from '../../contract/failure.ts';

type RuleBroken = Extract<Failure, { code: 'rule-broken' }>;

/** Why a rule refuses a save, by the rule's id; `expected` and `actual` are values, the words stand here. */
const sentences: Readonly<Record<string, (failure: RuleBroken) => string>> = {
  V1: () => '写明的表决结果与到会人数、票数算出的不一致',
  V2: () => '写明的表决结果与到会人数、票数算出的不一致',
  V3: () => '写明的选举结果与到会人数、票数算出的不一致',
  V4: () => '写明的表决结果与到会委员、票数算出的不一致',
  amendment: () => '这份记录还没有签字，直接修改就行，不用“更正”',
  R1: () => '预备党员参加评议，不评定等次',
  T2: () => '同一个人同一天不能在两个支部',
  D2: ({ expected, actual }) => `补交了 ${actual} 个月以前的党费，规定 ${expected} 个月`,
  'dues-relation': () => '那个月组织关系不在这个支部，或还没有入党',
};

/** One sentence without a full stop; a rule that this window does not know yet is told by its source. */
export function ruleSentence(failure: RuleBroken): string {
  return sentences[failure.rule]?.(failure) ?? `与规定不符：${failure.source}`;
}
