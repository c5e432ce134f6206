type Value = (name: string) => string;

const whom = (value: Value) =>
  Number(value('people')) > 3 ? `${value('names')}等 ${value('people')} 人` : value('names');

/** Sentences of the checks of the registers, by rule and code. */
export const registersDueSentences: Readonly<Record<string, Readonly<Record<string, (value: Value) => string>>>> = {
  M8: { 'members-missing': (value) => `${value('year')} 年还没有与${whom(value)}谈心谈话` },
  T1: {
    expired: (value) => `${value('person')}的组织关系介绍信已过有效期，对方还没有接收`,
    expiring: (value) => `${value('person')}的组织关系介绍信快到有效期，对方还没有接收`,
  },
  T4: { 'no-contact': (value) => `联系流动党员${value('person')}，上次联系 ${value('last')}` },
  L2: {
    'may-stop': (value) => `${value('person')}失联已满期限，研究停止党籍`,
    'restore-undecided': (value) => `${value('person')}已联系上，研究是否恢复党籍`,
    'restore-unnumbered': (value) => `${value('person')}恢复党籍没有批准文号`,
    'strike-off-due': (value) => `${value('person')}停止党籍已满期限仍失联，研究除名`,
  },
  'election-step': {
    late: (value) => `${value('title')}：“${value('step')}”已过计划日期`,
    due: (value) => `${value('title')}：办理“${value('step')}”`,
  },
  R2: {
    'review-missing': (value) => `审核${value('person')}限期改正的结果`,
    'too-long': (value) => `${value('person')}的限期改正超过一年`,
  },
  'rectification-due': {
    overdue: (value) => `整改“${value('problem')}”，责任人${value('responsible') || '未登记'}`,
    'due-soon': (value) => `整改“${value('problem')}”，责任人${value('responsible') || '未登记'}`,
  },
};
