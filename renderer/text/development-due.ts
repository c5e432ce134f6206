import { reviewKindNames } from '../../rules/codes/development.ts';

type Value = (name: string) => string;
type Sentence = (value: Value, item: { expected: string; actual: string }) => string;

const of =
  (what: string | Sentence): Sentence =>
  (value, item) =>
    `${value('person')}${typeof what === 'string' ? what : what(value, item)}`;

function reviewKindName(kind: string): string {
  return reviewKindNames[kind as keyof typeof reviewKindNames] ?? '考察';
}

/** Sentences of the checks of development, by rule and code. */
export const developmentDueSentences: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  V1c: {
    due: of('递交了入党申请书，派人谈话'),
    late: of('递交入党申请书满一个月，还没有谈话'),
    'without-reason': of((_, item) => `入党申请后 ${item.actual} 才谈话，超过一个月，没有写原因`),
  },
  V2c: { 'too-early': of('培养教育不满一年就确定为发展对象') },
  V3c: {
    due: of((value) => `自 ${value('from')} 起半年没有考察`),
    gap: of((value) => `在 ${value('from')} 到 ${value('to')} 之间超过半年没有考察`),
  },
  V4c: {
    introducers: of((_, item) => `的入党介绍人是 ${item.actual} 名，应为 2 名`),
    'without-rights': of((value) => `的入党介绍人 ${value('on')} 不是有表决权的正式党员`),
  },
  V5c: {
    'no-political-review': of('接收时没有政治审查'),
    'no-training': of((value) => `接收时集中培训不满 ${value('days')} 天或者 ${value('hours')} 学时`),
  },
  V6c: {
    'too-early': of((_, item) => `${item.actual} 接收时预审或者志愿书还没有办好`),
    'no-meeting': of('的接收没有对应的支部党员大会记录'),
    'introducers-absent': of((value) => `接收时有 ${value('count')} 名入党介绍人没有到会`),
  },
  V7c: {
    soon: of('接收后已过两个月，上级党委还没有审批'),
    late: of('接收后已过三个月，上级党委还没有审批'),
    'vote-again': of('接收后超过六个月没有审批，要重新提交支部大会表决'),
    'approved-late': of((value) => `接收后超过六个月，${value('on')} 才审批，应重新表决`),
  },
  V9c: {
    'out-of-range': of((value) => `延长预备期 ${value('months')} 个月，应为 6 至 12 个月`),
    twice: of('延长预备期超过一次'),
  },
  V10c: { late: of('转正大会后三个月，上级党委还没有审批') },
  V11c: {
    'birth-unknown': of('没有登记出生日期，不能核对申请时是否年满十八岁'),
    'too-young': of('申请入党时不满十八岁'),
  },
  V12c: { 'core-missing': of((value) => `归档缺${value('names')}`) },
  V13c: { leaving: of((value) => `${value('on')} 将离开单位，三个月内一般不接收`) },
  V14c: { 'above-plan': (value) => `${value('year')} 年接收 ${value('admitted')} 人，计划是 ${value('quota')} 人` },
  'development-limit': {
    'too-early': of((value) => `“${value('stepName')}”早于规定的日期`),
    'without-reason': of((value) => `“${value('stepName')}”不在规定期限内，没有写原因`),
  },
  'development-rhythm': {
    due: of((value) => `自 ${value('from')} 起 ${value('months')} 个月没有${reviewKindName(value('kind'))}`),
  },
  'development-move': {
    in: of((value) => `从${value('unit')}转来，培养教育材料还没有收到`),
    out: of((value) => `转到${value('unit')}，培养教育材料还没有移交`),
  },
  'development-documents': {
    missing: of((value) => `缺 ${value('count')} 份材料，如“${value('first')}”`),
  },
  'development-step': {
    late: of((value) => `“${value('stepName')}”已过期限`),
    next: of((value) => `可以办理“${value('stepName')}”`),
  },
};
