import type { Failure } from '../../contract/failure.ts';

type RuleBroken = Extract<Failure, { code: 'rule-broken' }>;

/** Why a rule refuses a save, by the rule's id; `expected` and `actual` are values, the words stand here. */
const sentences: Readonly<Record<string, (failure: RuleBroken) => string>> = {
  V1: () => '写明的表决结果与到会人数、票数算出的不一致',
  V2: () => '写明的表决结果与到会人数、票数算出的不一致',
  V3: () => '写明的选举结果与到会人数、票数算出的不一致',
  V4: () => '写明的表决结果与到会委员、票数算出的不一致',
  V1c: () => '收到入党申请书后一个月内派人谈话',
  V2c: ({ expected, actual }) => `培养教育满一年才能确定为发展对象：${earliest(expected)}，填写的是 ${actual}`,
  V4c: () => '入党介绍人应是两名当时有表决权的正式党员',
  V5c: ({ expected }) =>
    expected.startsWith('step')
      ? `先登记第 ${steps(expected)} 步（政治审查、集中培训合格），才能往下办`
      : '集中培训不少于 3 天或者 24 学时；未经培训的请选“经批准未参加培训”并写原因',
  V6c: ({ expected, actual }) => `${earliest(expected)}，填写的是 ${actual}`,
  V7c: ({ expected, actual }) =>
    `支部大会表决满六个月没有审批的，要重新提交支部大会表决：最晚 ${expected.replace('<= ', '')}，填写的是 ${actual}`,
  V9c: ({ expected }) =>
    expected.includes('-')
      ? `延长预备期为 ${expected.replace('-', ' 至 ')} 个月`
      : '延长预备期只能一次，再次讨论只能转正或者取消资格',
  V11c: ({ expected, actual }) => `申请入党须年满十八岁：${earliest(expected)}，填写的是 ${actual}`,
  'development-contacts': () => '培养联系人应是一至两名当时有表决权的正式党员',
  'development-limit': ({ expected, actual }) => `${earliest(expected)}，填写的是 ${actual}`,
  'document-review': ({ expected }) => `材料要由提交人以外的人审核。这份是您登记提交的，请${expected}来审核`,
  'development-template': ({ expected, actual }) => templateSentence(expected, actual),
  amendment: () => '这份记录还没有签字，直接修改就行，不用“更正”',
  R1: () => '预备党员参加评议，不评定等次',
  'rights-restored': ({ expected, actual }) => `留党察看期满才恢复权利：${earliest(expected)}，填写的是 ${actual}`,
  T2: () => '同一个人同一天不能在两个支部',
  D2: ({ expected, actual }) => `补交了 ${actual} 个月以前的党费，规定 ${expected} 个月`,
  'dues-relation': () => '那个月组织关系不在这个支部，或还没有入党',
};

/** Why a version of the steps of development says less than the regulation. */
function templateSentence(expected: string, actual: string): string {
  const [code = '', ...rest] = expected.split(' ');
  const what = rest.join(' ');
  const words: Readonly<Record<string, string>> = {
    'left-out': `“${what}”是细则规定的步骤，不能去掉`,
    twice: `“${what}”重复了`,
    stage: '步骤要按阶段从前到后排，细则规定的步骤不能换阶段',
    order: `“${actual}”的期限从“${what}”算起，要排在它后面`,
    age: `申请入党须年满 ${what} 周岁，不能放宽`,
    'hard-limit': `细则规定间隔不少于 ${what} 个月、先后次序不能变，这里是 ${actual === '' ? '没有限制' : `${actual} 个月`}`,
    vote: '接收和转正由支部党员大会表决，不能去掉',
    period: `细则规定每 ${what} 个月考察一次，不能放宽`,
    paper: `“${what}”是必须归档的材料，不能去掉或改名`,
    unchanged: '已定的步骤不改写，请另存为新的一版',
  };
  return words[code] ?? '与细则的规定不符';
}

/** `>= 2025-01-20` or `step 9, 10` as words. */
function earliest(expected: string): string {
  return expected.startsWith('step') ? `先要办好第 ${steps(expected)} 步` : `最早 ${expected.replace('>= ', '')}`;
}

function steps(expected: string): string {
  return expected.replace('step ', '').replaceAll(', ', '、');
}

/** One sentence without a full stop; a rule that this window does not know yet is told by its source. */
export function ruleSentence(failure: RuleBroken): string {
  return sentences[failure.rule]?.(failure) ?? `与规定不符：${failure.source}`;
}
