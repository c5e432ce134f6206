type Value = (name: string) => string;

const whom = (value: Value) =>
  Number(value('people')) > 3 ? `${value('names')}等 ${value('people')} 人` : value('names');

/** Sentences of the check of study hours. */
export const educationDueSentences: Readonly<Record<string, Readonly<Record<string, (value: Value) => string>>>> = {
  O6: {
    'new-secretary': (value) =>
      `${value('person')} ${value('from')} 任书记，${value('months')} 个月内没有参加集中培训的记录`,
    behind: (value) => `${whom(value)} ${value('year')} 年学时落后于进度`,
    short: (value) => `${whom(value)} ${value('year')} 年学时没有达标`,
    'no-intensive': (value) => `书记、委员${whom(value)} ${value('year')} 年没有参加集中培训的记录`,
  },
};
