/** What ledgers print besides their headings; sentences with values are functions of the values. */

/** `2026-06-12` as 2026年6月12日, `2026-06` as 2026年6月. */
export function writtenDay(date: string): string {
  const [year, month, day] = date.split('-');
  const parts = [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`];
  return parts.filter((part) => part !== undefined).join('');
}

/** `2026-06-12` as 2026.06.12, the way rosters print days. */
export function dottedDay(date: string): string {
  return date.replaceAll('-', '.');
}

/** Items as 1. …；2. … or a single one as it is. */
export function numbered(items: readonly string[]): string {
  const written = items.map((item) => item.trim()).filter((item) => item !== '');
  if (written.length <= 1) return written[0] ?? '';
  return written.map((item, index) => `${index + 1}. ${item.replace(/[。；;]$/, '')}`).join('；');
}

export function percent(ratio: number | null): string {
  return ratio === null ? '未登记' : `${(ratio * 100).toFixed(1)}%`;
}

/** A share of people, or — where there is nobody it could be of. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '—' : percent(part / whole);
}

export const frameWords = {
  title: (year: number, organisation: string, ledger: string) => `${year}年度${organisation}${ledger}`,
  chosen: (people: number) => `（选定 ${people} 人）`,
  unit: (organisation: string) => `填报单位：${organisation}（盖章）`,
  asOf: (day: string) => `截至日期：${writtenDay(day)}`,
  filledOn: (day: string, unit: string) => `填报日期：${writtenDay(day)}${unit === '' ? '' : `　单位：${unit}`}`,
  trace: (asOf: string, madeAt: string) => `支部台账　截至 ${asOf}　制表 ${madeAt}`,
  /** Printed where rows are left out for who made the ledger. */
  concealed: {
    talk: '受限内容未列：制表人的角色不能查看谈话记录',
    discipline: '受限内容未列：制表人的角色不能查看处分和组织处置',
    hardship: '受限内容未列：制表人的角色不能查看困难帮扶情况',
  },
} as const;

/** A list of the window, printed. */
export const listPrintWords = {
  rows: (count: number) => `共 ${count} 行`,
  trace: frameWords.trace,
  empty: '无',
} as const;

/** Names of exported files: 03-党员花名册-2026年度.xlsx */
export function fileName(number: number, title: string, year: number, format: 'xlsx' | 'pdf', form = ''): string {
  const of = form === '' ? `${year}年度` : `${year}-${form}`;
  return `${String(number).padStart(2, '0')}-${title}-${of}.${format}`;
}

export const peopleWords = {
  groupLeader: '党小组组长',
  secretary: '支部书记',
  deputySecretary: '支部副书记',
  probationary: '预备党员',
  mobile: '流动党员',
  exempt: '免予要求',
  outsideGroups: (people: number) => (people === 0 ? '' : `，未编入党小组 ${people} 人`),
  yes: '是',
  no: '否',
} as const;

export const profileWords = {
  fullName: '支部全称',
  shortName: '支部简称',
  code: '党组织编码',
  superior: '上级党组织',
  established: '成立日期',
  approval: '批准文号',
  unit: '所在单位',
  unitKind: '单位类别',
  kind: '组织类别',
  members: '党员总数',
  full: '正式党员',
  probationary: '预备党员',
  women: '女党员',
  minority: '少数民族党员',
  young: '35岁以下党员',
  college: '大专以上党员',
  groups: '党小组数',
  term: '本届届次',
  elected: '本届选举时间',
  years: '任期年限',
  yearsOf: (years: number) => `${years} 年`,
  expires: '届满时间',
  termNumber: (number: number) => `第 ${number} 届`,
  venue: '活动场所',
  squareMetres: (metres: number) => `（${metres} 平方米）`,
  contact: '党组织联系人',
  phone: '联系电话',
  address: '通信地址',
  postcode: '邮政编码',
  rating: '标准化规范化类别',
  committee: '支部委员会成员',
  people: (count: number) => `${count} 人`,
  signatures: ['党支部书记（签字）', '党支部（盖章）'],
} as const;

export const cardWords = {
  /** The sixteen items of 党员基本信息采集表, in the order of the form (domain.md §2.1). */
  items: {
    name: '1. 姓名',
    sex: '2. 性别',
    ethnicity: '3. 民族',
    idNumber: '4. 公民身份号码',
    bornOn: '5. 出生日期',
    education: '6. 学历',
    category: '7. 人员类别',
    branch: '8. 所在党支部',
    joinedOn: '9. 加入党组织日期',
    confirmedOn: '10. 转为正式党员日期',
    job: '11. 工作岗位',
    phone: '12. 联系电话',
    address: '13. 家庭住址',
    state: '14. 党籍状态',
    outOfContact: '15. 是否失联党员',
    mobile: '16. 是否流动党员',
  },
  coded: (name: string, code: string) => `${name}（${code}）`,
  phones: (mobile: string, landline: string) =>
    [mobile && `手机 ${mobile}`, landline && `固定电话 ${landline}`].filter(Boolean).join('；'),
  normal: '正常',
  since: (day: string) => `是，自${writtenDay(day)}起`,
  sinceWith: (day: string, detail: string) => `是，自${writtenDay(day)}起，${detail}`,
  stays: '组织关系变动',
  stayColumns: {
    from: '起',
    to: '止',
    branch: '党支部',
    group: '党小组',
    entry: '进入方式',
    leave: '离开方式',
    reason: '原因',
  },
  posts: '党内职务',
  postColumns: { title: '职务', from: '任职时间', to: '免职时间', approval: '批复' },
  statuses: '党籍状态、流动等情况',
  statusColumns: { kind: '情况', from: '起', to: '止', detail: '说明', document: '文号' },
  trainings: '教育培训',
  trainingColumns: { from: '起', to: '止', title: '培训名称', form: '形式', hours: '学时', result: '结果、证书' },
  passed: (passed: boolean) => (passed ? '合格' : '不合格'),
  merits: '奖惩',
  honoursOnly: '奖励（处分情况按查阅权限未列）',
  meritColumns: { on: '日期', title: '名称', kind: '级别或类别', authority: '授予或决定机关', document: '文号' },
  discipline: '党纪处分',
  dues: '党费',
  duesColumns: { year: '年度', monthlyAmount: '月应交（元）', paid: '全年实交（元）', through: '交至' },
  transfers: '组织关系转接',
  transferColumns: {
    on: '日期',
    direction: '转入或转出',
    organisation: '对方党组织',
    letter: '介绍信号',
    state: '状态',
    receiptOn: '回执日期',
  },
  nothing: '无',
  note: '本人确认、支部初核、基层党委复核。',
  signatures: ['党员（签字）', '信息采集员（签字）', '党支部书记（签字）', '基层党委（盖章）'],
} as const;
