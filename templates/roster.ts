import type { RosterField } from '../contract/roster-import.ts';

/** How the values of a field are written in a roster. */
export type RosterKind =
  | 'name'
  | 'id-number'
  | 'sex'
  | 'ethnicity'
  | 'education'
  | 'degree'
  | 'technical-title'
  | 'category'
  | 'date'
  | 'phone'
  | 'group'
  | 'branch'
  | 'post'
  | 'job'
  | 'names'
  | 'state'
  | 'text'
  | 'long-text';

export interface RosterColumn {
  readonly field: RosterField;
  /** As the ledger of members heads it. */
  readonly title: string;
  readonly kind: RosterKind;
  /** Other headings that mean the same, parted by spaces, without punctuation. */
  readonly aliases: string;
}

/**
 * Columns of rosters as clerks head them: 党员基本信息采集表, 花名册, exports of 党员管理 systems
 * (domain.md §2.1–2.3). Found by heading, never by position.
 */
export const rosterColumns: readonly RosterColumn[] = [
  {
    field: 'name',
    title: '姓名',
    kind: 'name',
    aliases: '党员姓名 名字 姓名全称 本人姓名 真实姓名 人员姓名 党员名字',
  },
  { field: 'formerName', title: '曾用名', kind: 'text', aliases: '曾用姓名 别名 原名 又名' },
  { field: 'sex', title: '性别', kind: 'sex', aliases: '男女 性別 性别代码' },
  {
    field: 'idNumber',
    title: '公民身份号码',
    kind: 'id-number',
    aliases:
      '身份证 身份证号 身份证号码 身份证编号 身份号码 身份证件号 身份证件号码 公民身份证号 公民身份证号码 ' +
      '公民身份证 居民身份证 居民身份证号 居民身份证号码 证件号 证件号码 有效证件号码 二代身份证号 ' +
      '二代身份证号码 本人身份证号 本人身份证号码 党员身份证号 党员身份证号码 18位身份证号 18位身份证号码 ' +
      '身份证号18位 身份证号码18位 身分证号 身分证号码',
  },
  {
    field: 'bornOn',
    title: '出生年月',
    kind: 'date',
    aliases: '出生日期 出生年月日 出生时间 生日 出生 生年月 出生月 生年月日 出生年',
  },
  { field: 'ethnicity', title: '民族', kind: 'ethnicity', aliases: '族别 民族成份 民族成分 族' },
  { field: 'nativePlace', title: '籍贯', kind: 'text', aliases: '祖籍 籍贯地 籍贯省市县' },
  { field: 'birthPlace', title: '出生地', kind: 'text', aliases: '出生地点' },
  {
    field: 'education',
    title: '学历',
    kind: 'education',
    aliases:
      '文化程度 最高学历 学历学位 学历及学位 学历层次 文化水平 受教育程度 文化 现学历 现有学历 最后学历 ' +
      '全日制学历 学历情况 学历代码 学历代码2位',
  },
  { field: 'degree', title: '学位', kind: 'degree', aliases: '最高学位 学位名称 所获学位' },
  {
    field: 'school',
    title: '毕业院校及专业',
    kind: 'text',
    aliases:
      '毕业院校 毕业学校 毕业院校系及专业 毕业院校和专业 毕业院校专业 毕业学校及专业 何时何校毕业 毕业院校系专业',
  },
  {
    field: 'startedWorkOn',
    title: '参加工作时间',
    kind: 'date',
    aliases: '参加工作日期 参加工作年月 工作时间 参工时间 参加工作 参工年月 何时参加工作 工作年月',
  },
  {
    field: 'employer',
    title: '工作单位及职务',
    kind: 'text',
    aliases:
      '单位 工作单位 单位及职务 单位职务 单位名称 工作单位职务 工作单位和职务 所在单位 所在单位及职务 ' +
      '现工作单位及职务 现工作单位 单位部门及职务 部门 所在部门 部门及职务 工作部门 工作单位及岗位 ' +
      '工作单位部门 职务 行政职务 行政职务名称 现任职务 职务职级',
  },
  {
    field: 'jobCode',
    title: '工作岗位',
    kind: 'job',
    aliases: '工作岗位代码 岗位代码 从事工作岗位 工作岗位代码4位 党员工作岗位',
  },
  {
    field: 'technicalTitle',
    title: '专业技术职务',
    kind: 'technical-title',
    aliases: '职称 技术职称 专业技术职称 从事专业技术职务 专业技术职务级别 职称级别 专业技术资格',
  },
  {
    field: 'category',
    title: '人员类别',
    kind: 'category',
    aliases: '党员类型 党员类别 类别 人员类型 党员性质 正式预备 是否正式党员 党员身份 政治面貌 身份类别',
  },
  {
    field: 'appliedOn',
    title: '申请入党时间',
    kind: 'date',
    aliases:
      '申请入党日期 递交入党申请书时间 递交入党申请书日期 提交入党申请书时间 入党申请时间 入党申请书时间 递交申请时间',
  },
  {
    field: 'activistOn',
    title: '确定为入党积极分子时间',
    kind: 'date',
    aliases:
      '列为积极分子日期 列为积极分子时间 列为入党积极分子时间 列为入党积极分子日期 确定为积极分子时间 ' +
      '确定入党积极分子时间 确定积极分子时间 积极分子时间 入党积极分子时间 确定为入党积极分子日期',
  },
  {
    field: 'candidateOn',
    title: '列为发展对象时间',
    kind: 'date',
    aliases: '列为发展对象日期 确定为发展对象时间 确定发展对象时间 发展对象时间 确定为发展对象日期',
  },
  {
    field: 'joinedOn',
    title: '入党时间',
    kind: 'date',
    aliases:
      '入党日期 入党年月 入党年月日 何时入党 加入党组织日期 加入党组织时间 加入党组织的时间 ' +
      '加入党组织的日期 加入中共组织的时间 加入中共组织时间 加入中共组织日期 加入中共组织的日期 ' +
      '加入中共时间 加入中国共产党时间 加入中国共产党的时间 加入中国共产党日期 参加党组织时间 ' +
      '参加中共组织时间 接收为预备党员时间 接收预备党员时间 吸收为预备党员时间 成为预备党员时间 ' +
      '成为预备党员日期 接收为预备党员日期 确定为预备党员时间 预备党员时间 入党',
  },
  {
    field: 'confirmedOn',
    title: '转正时间',
    kind: 'date',
    aliases:
      '转正日期 转正年月 转正年月日 何时转正 转为正式党员时间 转为正式党员日期 转为正式党员的时间 ' +
      '转为正式党员的日期 转正式党员时间 成为正式党员时间 成为正式党员日期 正式党员时间 预备党员转正时间 ' +
      '预备党员转正日期 党员转正时间 转正',
  },
  {
    field: 'joinApprovedOn',
    title: '批准入党时间',
    kind: 'date',
    aliases: '上级批准时间 上级党委批准时间 批准接收时间 上级党组织批准时间 党委审批时间 批准入党日期 审批日期',
  },
  {
    field: 'introducerNames',
    title: '入党介绍人',
    kind: 'names',
    aliases: '介绍人 入党介绍人姓名 入党介绍人1 入党介绍人2 入党介绍人一 入党介绍人二',
  },
  {
    field: 'joinedBranchName',
    title: '入党时所在党支部',
    kind: 'text',
    aliases: '入党时所在支部 入党所在支部 入党支部 入党时所在党组织 入党时支部',
  },
  {
    field: 'volunteerFormNumber',
    title: '入党志愿书编号',
    kind: 'text',
    aliases: '志愿书编号 入党志愿书号 志愿书号 入党志愿书号码',
  },
  { field: 'emergencyContact', title: '紧急联系人', kind: 'text', aliases: '紧急联系人及电话 应急联系人 紧急联系方式' },
  { field: 'socialStratum', title: '新社会阶层类型', kind: 'text', aliases: '新社会阶层 社会阶层' },
  {
    field: 'mobilePhone',
    title: '联系电话',
    kind: 'phone',
    aliases:
      '手机 手机号 手机号码 电话 电话号码 联系方式 联系手机 移动电话 本人电话 本人联系电话 联系号码 ' +
      '手机电话 联系电话手机 联系电话手机号码 联系人电话 电话手机 个人电话',
  },
  {
    field: 'landline',
    title: '固定电话',
    kind: 'phone',
    aliases: '座机 办公电话 家庭电话 住宅电话 固话 宅电 联系电话固定电话 单位电话',
  },
  {
    field: 'residenceAddress',
    title: '现住址',
    kind: 'text',
    aliases:
      '家庭住址 住址 现居住地 居住地 居住地址 现居住地址 家庭地址 现家庭住址 联系地址 通讯地址 常住地址 ' +
      '现住地址 家庭住址到门牌号 居住地详细地址',
  },
  {
    field: 'householdAddress',
    title: '户籍所在地',
    kind: 'text',
    aliases: '户籍地 户籍地址 户口所在地 户籍 户籍所在地址 户口地址 户籍住址',
  },
  {
    field: 'postTitle',
    title: '党内职务',
    kind: 'post',
    aliases: '党内职务名称 党组织职务 党支部职务 支部职务 党务职务 现任党内职务 担任党内职务',
  },
  {
    field: 'branchName',
    title: '所在党支部',
    kind: 'branch',
    aliases:
      '所属党支部 党支部 所在支部 所属支部 支部 支部名称 党支部名称 党组织名称 所在党组织 所属党组织 ' +
      '组织关系所在党支部 组织关系所在支部 组织关系所在单位',
  },
  {
    field: 'groupName',
    title: '所属党小组',
    kind: 'group',
    aliases: '党小组 所在党小组 小组 所在小组 所属小组 党小组名称 组别 编入党小组',
  },
  {
    field: 'archivePlace',
    title: '档案所在地',
    kind: 'text',
    aliases: '档案存放地 人事档案所在地 档案保管单位 档案所在单位 党员档案所在地 档案存放单位 人事档案保管单位',
  },
  {
    field: 'membershipState',
    title: '党籍状态',
    kind: 'state',
    aliases: '党籍 党员状态 党籍情况 党籍状态正常停止党籍',
  },
  {
    field: 'outOfContactState',
    title: '是否失联党员',
    kind: 'state',
    aliases: '是否失联 失联党员 失联 失联情况 是否为失联党员',
  },
  {
    field: 'mobileState',
    title: '是否流动党员',
    kind: 'state',
    aliases: '是否流动 流动党员 是否为流动党员 流动情况 外出流向',
  },
  { field: 'note', title: '备注', kind: 'long-text', aliases: '说明 备注说明 其他 其它 附注 备考' },
];
