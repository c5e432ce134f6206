/** What the ledgers of education print. */
export const educationWords = {
  member: '党员',
  met: '是',
  missing: '否',
  exempt: '免',
  exemptNote: '免予要求',
  practice: (hours: number) => `实践 ${hours} 学时`,
  overCap: (hours: number) => `超过上限 ${hours} 学时不计`,
  attended: (form: string, people: number) => `${form}，${people} 人参加`,
  months: (months: number) => `按 ${months} 个月折算`,
  lacks: (hours: number) => `缺 ${hours} 学时`,
  intensivesLacking: (times: number) => `缺集中培训 ${times} 次`,
} as const;
