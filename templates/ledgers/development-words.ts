/** What the ledgers of development print besides their headings. */
export const developmentWords = {
  closedState: '终止培养',
  closed: (reason: string) => `终止培养：${reason}`,
  extendedBy: (months: number) => `延长${months}个月`,
  confirmed: '按期转正',
  confirmedAfterExtension: '延长后转正',
  cancelled: '取消资格',
  trained: (from: string, to: string, days: number | null, hours: number | null) =>
    [`${from.replaceAll('-', '.')}—${to.slice(5).replaceAll('-', '.')}`, days && `${days}天`, hours && `${hours}学时`]
      .filter(Boolean)
      .join(' '),
  unlimited: '未下达',
  course: {
    name: '姓名',
    sex: '性别',
    bornOn: '出生日期',
    ethnicity: '民族',
    education: '学历',
    employer: '工作单位及职务',
    state: '目前状态',
    contacts: '培养联系人',
    introducers: '入党介绍人',
    probationEndsOn: '预备期满日',
    columns: {
      step: '步骤',
      on: '时间',
      conclusion: '内容/结论',
      handler: '经办人',
      papers: '材料（有/无）',
      note: '备注',
    },
    step: (no: number, name: string) => `${no}. ${name}`,
    result: (name: string, months: number | null) => (months === null ? name : `${name}${months}个月`),
    attempt: (attempt: number) => `第${attempt}次`,
    lateEntry: '补记',
    lateReason: (reason: string) => `说明：${reason}`,
    papers: (there: number, lacking: number) => (lacking === 0 ? '有' : `有${there}份，缺${lacking}份`),
    scanned: (papers: number, of: number, pages: number) =>
      papers === 0 ? '无扫描件' : `${papers === of ? '' : `${papers}份有`}扫描件${pages}页`,
    none: '无',
    signatures: ['党支部书记（签字）', '基层党委（盖章）'],
  },
  missing: {
    columns: { step: '步骤', title: '材料名称', state: '情况', reason: '说明', due: '补交日期' },
    states: { missing: '未提交', returned: '退回' } as Record<string, string>,
    note: '请在补交日期前将上述材料交党支部；原件须经核对。',
    signatures: ['催收人（签字）', '本人（签字）'],
  },
} as const;
