/** Settings of contact with members: lost, mobile, on transfer, honoured for their years (domain.md §8.4–8.7). */
export const contactSettingDefinitions = {
  'contact.lost-months': {
    value: 6,
    unit: 'months',
    validFrom: '2019-01-01',
    source: '教管条例第24条：失去联系6个月以上，经查找仍无法取得联系的，停止党籍',
    isLocal: false,
  },
  'contact.strike-off-years': {
    value: 2,
    unit: 'years',
    validFrom: '2019-01-01',
    source: '教管条例第24条：停止党籍2年后仍无法取得联系的，按照自行脱党予以除名',
    isLocal: false,
  },
  'contact.away-months': {
    value: 6,
    unit: 'months',
    validFrom: '2019-01-01',
    source: '教管条例第25、32条：外出6个月以上的，转接组织关系或者按流动党员管理',
    isLocal: false,
  },
  'contact.mobile-months': {
    value: 6,
    unit: 'months',
    validFrom: '2019-01-01',
    source: '教管条例第34条：出国学习的每半年至少联系1次；国内外出的间隔由支部规定',
    isLocal: true,
  },
  'honour.party-years': {
    value: 50,
    unit: 'years',
    validFrom: '2021-01-01',
    source: '“光荣在党50年”纪念章：7月1日党龄满50年的党员',
    isLocal: false,
  },
  'transfer.letter-days': {
    value: 90,
    unit: 'days',
    validFrom: '2019-01-01',
    source: '组织关系介绍信有效期一般不超过3个月，较近的由上级规定较短期限',
    isLocal: true,
  },
} as const;
