import type { PostTitle } from '../../contract/branch.ts';
import { postTitleNames } from '../../rules/codes/organisation.ts';

type Value = (name: string) => string;

const whom = (value: Value) =>
  Number(value('people')) > 3 ? `${value('names')}等 ${value('people')} 人` : value('names');

const pairs = (value: Value) =>
  Number(value('people')) > 3 ? `${value('names')}等 ${value('people')} 对` : value('names');

const post = (value: Value) => postTitleNames[value('title') as PostTitle] ?? '';

/** Sentences of the checks of the registers, by rule and code. */
export const registersDueSentences: Readonly<Record<string, Readonly<Record<string, (value: Value) => string>>>> = {
  M8: {
    'members-missing': (value) => `${value('year')} 年支部委员还没有与${whom(value)}谈心谈话`,
    'committee-missing': (value) => `${value('year')} 年支部委员之间还没有谈心谈话：${pairs(value)}`,
  },
  T1: {
    expired: (value) => `${value('person')}的组织关系介绍信已过有效期，对方还没有接收`,
    expiring: (value) => `${value('person')}的组织关系介绍信快到有效期，对方还没有接收`,
  },
  T3: { away: (value) => `${value('person')}自 ${value('since')} 外出已满期限，转接组织关系或者登记为流动党员` },
  T4: { 'no-contact': (value) => `联系流动党员${value('person')}，上次联系 ${value('last')}` },
  'fifty-years': {
    reached: (value) => `${whom(value)} 7 月 1 日党龄满 ${value('years')} 年，还没有登记“光荣在党50年”纪念章`,
  },
  L1: {
    'no-sign': (value) => `${value('person')}自 ${value('since')} 没有参加组织生活、交党费和联系的记录，核实是否失联`,
  },
  L2: {
    'stopped-early': (value) => `${value('person')}失联不满期限，${value('on')} 就停止了党籍`,
    'struck-off-early': (value) => `${value('person')}停止党籍不满期限，${value('on')} 就除名了`,
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
    'no-deadline': (value) => `${value('person')}的限期改正没有写期限`,
  },
  R3: {
    'elected-under-punishment': (value) => `${value('person')}在处分影响期内任${post(value)}，请核对`,
    'post-lapsed': (value) => `${value('person')}受留党察看处分，${post(value)}职务应当免去`,
  },
  'rectification-due': {
    overdue: (value) => `整改“${value('problem')}”，责任人${value('responsible') || '未登记'}`,
    'due-soon': (value) => `整改“${value('problem')}”，责任人${value('responsible') || '未登记'}`,
  },
};
