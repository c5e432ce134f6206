type Value = (name: string) => string;

const whom = (value: Value) =>
  Number(value('people')) > 3 ? `${value('names')}等 ${value('people')} 人` : value('names');

/** Sentences of the check of study hours. */
export const educationDueSentences: Readonly<Record<string, Readonly<Record<string, (value: Value) => string>>>> = {
  'new-member-training': {
    'probation-coming': (value) => `${value('person')}预备期内还没有参加上级集中培训的记录`,
    'probation-missed': (value) => `${value('person')}预备期已满，预备期内没有参加上级集中培训的记录`,
    'confirmed-coming': (value) => `${value('person')} ${value('from')} 转正，还没有参加上级集中培训的记录`,
    'confirmed-missed': (value) => `${value('person')} ${value('from')} 转正，没有参加上级集中培训的记录`,
  },
  courses: {
    coming: (value) => `${whom(value)}还没有学完课程“${value('title')}”`,
    late: (value) => `${whom(value)}没有按期学完课程“${value('title')}”`,
  },
  O6: {
    'new-secretary': (value) =>
      `${value('person')} ${value('from')} 任书记，${value('months')} 个月内没有参加集中培训的记录`,
    behind: (value) => `${whom(value)} ${value('year')} 年学时落后于进度`,
    short: (value) => `${whom(value)} ${value('year')} 年学时没有达标`,
    'no-intensive': (value) => `书记、委员${whom(value)} ${value('year')} 年没有参加集中培训的记录`,
  },
  E1: {
    yearly: (value) => `${value('year')} 年党章党规党纪知识测试要求 ${value('wanted')} 次，已考 ${value('held')} 次`,
  },
  E2: {
    unmarked: (value) => `${value('heldOn')} “${value('title')}”还有 ${value('waiting')} 份答卷待阅`,
  },
};
