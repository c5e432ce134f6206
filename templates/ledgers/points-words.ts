/** Words of 党员积分管理台账. */
export const months = Array.from({ length: 12 }, (_, index) => ({ key: `month${index + 1}`, title: `${index + 1}月` }));

export const pointsWords = {
  noScheme: '本年度没有实行积分管理',
  scheme: (name: string) => `积分方案：${name}`,
  exempt: '不参加',
  plus: (points: string) => `+${points}`,
  minus: (points: string) => `−${points}`,
  both: (plus: string, minus: string) => `${plus}/${minus}`,
  vetoed: '一票否决',
  noAverage: '—',
  waiting: (entries: number) => `另有 ${entries} 条还没有评定，未计入`,
  allDecided: '所列各项都已评定',
};

/** Words of 党员积分管理卡. */
export const pointsCardWords = {
  title: (name: string, year: number) => `${name}同志 ${year} 年积分管理卡`,
  private: '本卡供本人对照改进，不作排名，不公开张贴。',
  fields: {
    name: '姓名',
    group: '党小组',
    scheme: '积分方案',
    base: '基础分',
    plus: '加分合计',
    minus: '扣分合计',
    total: '年度积分',
    band: '等次',
  },
  items: '各项目每月积分',
  number: '序号',
  category: '类别',
  item: '内容',
  standard: '评议标准',
  quarters: ['一季度', '二季度', '三季度', '四季度'],
  year: '全年',
  sum: '合计',
  standardOf: (kind: string, points: string, per: string) => `${kind} ${points} 分，${per}`,
  veto: '一票否决',
  grounds: '每一分的依据',
  columns: { on: '日期', item: '内容', points: '分值', counted: '计入', ground: '依据', state: '评定' },
  states: {
    'waiting-review': '待初评',
    'waiting-approval': '待评定',
    counted: '已计入',
    refused: '不计',
  },
  signatures: ['本人（签字）', '党支部书记（签字）'],
};
