type Value = (name: string) => string;

/** Sentences of the checks of points and surveys. */
export const pointsDueSentences: Readonly<Record<string, Readonly<Record<string, (value: Value) => string>>>> = {
  P1: {
    'origin-gone': (value) => `${value('year')} 年有 ${value('entries')} 条积分所依据的记录已改动或作废，请核对`,
    undecided: (value) => `${value('until')} 以前的积分还有 ${value('entries')} 条没有评定`,
    unproposed: (value) => `${value('until')} 以前的记录还有 ${value('entries')} 条积分建议没有处理`,
  },
  S4: { 'survey-open': (value) => `结束民意调查“${value('title')}”，查看结果` },
};
