import type { DueItem } from '../../contract/due.ts';
import { yuan } from './money.ts';

type Value = (name: string) => string;

const month = (text: string) => `${text.slice(0, 4)} 年 ${Number(text.slice(5, 7))} 月`;
const months = (value: Value) =>
  value('from') === value('to')
    ? month(value('from'))
    : value('from').slice(0, 4) === value('to').slice(0, 4)
      ? `${month(value('from'))}至 ${Number(value('to').slice(5, 7))} 月`
      : `${month(value('from'))}至 ${month(value('to'))}`;
const money = (value: Value, name: string) => (value(name) === '' ? '没有登记' : `${yuan(Number(value(name)))} 元`);
const rate = (value: Value, name: string) => (value(name) === '' ? '没有登记' : `${Number(value(name)) / 100}%`);

/** Sentences of the checks of the dues, by rule and code. */
export const duesDueSentences: Readonly<
  Record<string, Readonly<Record<string, (value: Value, item: DueItem) => string>>>
> = {
  D1: {
    'current-month': (value) => `${Number(value('month').slice(5, 7))} 月党费还有 ${value('people')} 人没有交`,
    unpaid: (value) => `${value('person')}没有交 ${months(value)}党费`,
    warning: (value) => `${value('person')}连续 ${value('months')} 个月没有交党费，应当提醒谈话`,
    'limit-reached': (value) => `${value('person')}连续 ${value('months')} 个月没有交党费，应当研究处理`,
    gap: (value) => `${value('person')}缺交 ${months(value)}党费，至今没有补`,
    'limit-passed': (value) => `${value('person')}曾连续 ${value('months')} 个月（${months(value)}）没有交党费，请核实`,
  },
  D2: {
    'beyond-limit': (value) => `${value('person')} ${value('paidOn')} 补交的党费已过 ${value('months')} 个月`,
  },
  D3: {
    'base-differs': (value) =>
      `${value('person')} ${value('year')} 年党费基数登记 ${money(value, 'actual')}，按工资项目是 ${money(value, 'expected')}`,
    'rate-differs': (value) =>
      `${value('person')} ${value('year')} 年党费比例登记 ${rate(value, 'actual')}，应为 ${rate(value, 'expected')}`,
    'amount-differs': (value) =>
      `${value('person')} ${value('year')} 年月党费登记 ${money(value, 'actual')}，按规定是 ${money(value, 'expected')}`,
    'paid-short': (value) =>
      `${value('person')} ${months(value)}有 ${value('months')} 个月党费没有交足：应交 ${money(value, 'expected')}，实交 ${money(value, 'actual')}，没有批准的少交`,
  },
  D4: {
    'above-cap': (value) =>
      `${value('person')}月党费 ${money(value, 'actual')}，超过 ${money(value, 'expected')}，没有注明自愿`,
  },
  D5: {
    unapproved: (value) => `${value('person')}${value('kind') === 'exempt' ? '免交' : '少交'}党费的研究、批准手续不全`,
  },
  D6: {
    unfixed: (value) =>
      `${value('year')} 年党费还有 ${value('people')} 人没有核定：${value('names')}${Number(value('people')) > 3 ? '等' : ''}`,
    'change-unexplained': (value) => `${value('person')} ${month(value('from'))}起变动党费，没有写原因`,
  },
  D7: {
    'no-first-month': (value) => `预备党员${value('person')}没有从 ${month(value('month'))}起交党费`,
  },
  D8: {
    'count-differs': (value) =>
      `${value('on')} 党费盘点 ${money(value, 'counted')}，账上应有 ${money(value, 'reckoned')}`,
    'published-differs': (value) =>
      `${value('on')} 公布的党费结余 ${money(value, 'counted')}，账上应有 ${money(value, 'reckoned')}`,
    unpublished: (value) => {
      const isHalf = value('to').slice(5) === '06-30' || value('from').slice(5) === '07-01';
      const half = value('from').slice(5, 7) === '01' ? '上半年' : '下半年';
      return `向党员公布 ${value('from').slice(0, 4)} 年${isHalf ? half : ''}党费收缴情况`;
    },
  },
};
