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
