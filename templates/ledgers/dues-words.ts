/** Fen as yuan with two decimals and groups, as it stands in a sentence. */
export function yuan(fen: number): string {
  const whole = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** `2026-06` as 2026年6月, a span of them as 2026年1月至6月. */
export function monthSpan(from: string, to: string): string {
  if (from === '') return '';
  const [year, month] = from.split('-');
  const first = `${year}年${Number(month)}月`;
  if (to === '' || to === from) return first;
  const [lastYear, last] = to.split('-');
  return `${first}至${lastYear === year ? '' : `${lastYear}年`}${Number(last)}月`;
}

/** Months of one year, those on end as a span: 1至3、5. */
function monthRuns(months: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}至${last}`)).join('、');
}

/** What the ledgers of the dues print; sentences with values are functions of the values. */
export const duesWords = {
  probationary: '预备党员',
  left: '已离开支部',
  notOwed: '—',
  unpaid: '未交',
  exempt: '免交',
  monthly: '党费',
  voluntary: '自愿多交',
  remark: (state: string, months: readonly string[]) =>
    months.length === 0 ? '' : `${monthRuns(months.map((month) => Number(month.slice(5, 7))))}月${state}`,
  item: (name: string, amount: string) => `${name} ${amount}`,
  sum: (amount: string) => `共 ${amount}`,
  withBase: '按登记的基数',
  unregistered: '未登记',
  opening: '期初结余',
  collected: (months: string, people: number) => `收${months}党费 ${people} 人`,
  voluntaryCollected: '收自愿多交党费',
  remitted: (months: string, people: number | null) => `上缴${months}党费${people === null ? '' : ` ${people} 人`}`,
  remittedCentre: '自愿一次多交党费转交中央',
  publishedTitle: (months: string) => `公布${months}党费收缴情况`,
  amount: (amount: string) => `${amount} 元`,
  yes: '是',
} as const;

export const receiptWords = {
  year: (year: number) => `${year}年度`,
  name: '交款人',
  count: '笔数',
  amount: '合计（元）',
  inWords: '大写',
  payments: '交纳明细',
  columns: {
    paidOn: '日期',
    months: '所属月份',
    amount: '金额',
    method: '方式',
    receiptNumber: '收据号',
    collector: '收款人',
  },
  voluntary: '自愿多交',
  nothing: '无',
  note: '本收据供党员本人核对，与党费收缴台账一致。',
  signatures: ['收款人（签字）', '交款人（签字）', '党支部（盖章）'],
} as const;
