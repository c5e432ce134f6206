import type { Column, FormLedger, FormPage, LedgerDocument, LedgerRow, TableLedger } from '../../contract/ledger.ts';

/** Documents for the renderers' own tests and measurements; everything in them is invented. */

const rosterColumns: readonly Column[] = [
  { key: 'name', title: '姓名', format: 'text', width: 8 },
  { key: 'sex', title: '性别', format: 'text', width: 4 },
  { key: 'ethnicity', title: '民族', format: 'text', width: 6 },
  { key: 'born', title: '出生年月', format: 'month', width: 8 },
  { key: 'native', title: '籍贯', format: 'text', width: 8 },
  { key: 'education', title: '学历', format: 'text', width: 8 },
  { key: 'degree', title: '学位', format: 'text', width: 6 },
  { key: 'idNumber', title: '公民身份号码', format: 'id-number', width: 20 },
  { key: 'startedWork', title: '参加工作时间', format: 'month', width: 8 },
  { key: 'joined', title: '入党时间', format: 'month', width: 8 },
  { key: 'confirmed', title: '转正时间', format: 'month', width: 8 },
  { key: 'partyYears', title: '党龄', format: 'integer', width: 5 },
  { key: 'employer', title: '工作单位及职务', format: 'long-text', width: 16 },
  { key: 'post', title: '党内职务', format: 'text', width: 8 },
  { key: 'group', title: '所属党小组', format: 'text', width: 8 },
  { key: 'phone', title: '联系电话', format: 'phone', width: 12 },
  { key: 'note', title: '备注', format: 'long-text', width: 8 },
];

const roster: TableLedger = {
  kind: 'table',
  id: '03-member-roster',
  number: 3,
  title: '党员花名册',
  subject: 'people',
  period: 'live',
  orientation: 'landscape',
  source: 'member-roster',
  columns: rosterColumns,
  required: [],
  signatures: ['填表人', '党支部书记'],
  totals: [
    '党员 {all} 人，其中正式党员 {full} 人、预备党员 {probationary} 人；女 {women} 人，少数民族 {minority} 人。',
  ],
  unit: '人',
  emptyText: '无',
};

const people: readonly LedgerRow['cells'][] = [
  person(
    '王秀英',
    '女',
    '汉族',
    '1968-03',
    '山东济南',
    '大学本科',
    '学士',
    '1988-07',
    '1992-07-01',
    '1993-07-01',
    33,
    '校办公室主任',
    '支部书记',
    '第一党小组',
    '',
  ),
  person(
    '欧阳静',
    '女',
    '汉族',
    '1979-11',
    '湖南长沙',
    '硕士研究生',
    '硕士',
    '2003-07',
    '2003-12',
    '2004-12',
    21,
    '教务处副主任',
    '组织委员',
    '第一党小组',
    '',
  ),
  person(
    '买买提·艾力',
    '男',
    '维吾尔族',
    '1985-05',
    '新疆喀什',
    '大学本科',
    '学士',
    '2008-07',
    '2010-06',
    '2011-06',
    15,
    '体育教研组教师',
    '宣传委员',
    '第二党小组',
    '',
  ),
  person(
    '张建国',
    '男',
    '汉族',
    '1961-09',
    '河北邯郸',
    '大学专科',
    '',
    '1980-08',
    '1986-10',
    '1987-10',
    38,
    '退休',
    '',
    '第二党小组',
    '免予要求',
  ),
  person(
    '周昇',
    '男',
    '满族',
    '1999-02',
    '辽宁沈阳',
    '大学本科',
    '学士',
    '2021-07',
    '2025-11',
    null,
    null,
    '数学教研组教师',
    '',
    '第一党小组',
    '预备党员',
  ),
  person(
    '查堃',
    '女',
    '土家族',
    '1990-08',
    '湖北恩施',
    '硕士研究生',
    '硕士',
    '2015-07',
    '2014-05',
    '2015-05',
    11,
    '后勤服务中心设备管理科副科长',
    '',
    '第二党小组',
    '流动党员',
  ),
];

function person(
  ...[
    name,
    sex,
    ethnicity,
    born,
    native,
    education,
    degree,
    startedWork,
    joined,
    confirmed,
    partyYears,
    employer,
    post,
    group,
    note,
  ]: (string | number | null)[]
): LedgerRow['cells'] {
  const known = { name, sex, ethnicity, born, native, education, degree, startedWork, joined, confirmed, partyYears };
  const rest = { employer, post, group, note, idNumber: '999901********0023', phone: '139****8842' };
  return Object.fromEntries(Object.entries({ ...known, ...rest }).map(([key, value]) => [key, value ?? null]));
}

const frame = {
  title: '2026年度中共××市第一中学支部委员会党员花名册',
  heading: ['填报单位：中共××市第一中学支部委员会（盖章）', '截至日期：2026年6月30日', '单位：人'],
  mark: '',
  trace: '校验 7F3A·91C0·22DE',
};

/** A roster of so many people, made lazily; `change` may alter a row. */
export function rosterDocument(
  count: number,
  change: (cells: LedgerRow['cells'], index: number) => LedgerRow['cells'] = (cells) => cells,
): Extract<LedgerDocument, { kind: 'table' }> {
  function* rows(): Generator<LedgerRow> {
    for (let index = 0; index < count; index += 1) {
      yield { recordId: `m${index}`, cells: change({ ...people[index % people.length] }, index) };
    }
  }
  const totals = { all: count, full: count, probationary: 0, women: 0, minority: 0 };
  return { kind: 'table', spec: roster, frame, data: { rows, totals } };
}

/** A table with columns of the caller's choice. */
export function tableDocument(
  columns: readonly Column[],
  rows: readonly LedgerRow['cells'][],
  spec: Partial<TableLedger> = {},
): Extract<LedgerDocument, { kind: 'table' }> {
  return {
    kind: 'table',
    spec: { ...roster, title: '测试台账', columns, totals: [], ...spec },
    frame: { ...frame, title: '2026年度测试台账' },
    data: { rows: () => rows.map((cells) => ({ cells })), totals: {} },
  };
}

const minutes: FormLedger = {
  kind: 'form',
  id: '20-meeting-minutes',
  number: 20,
  title: '会议记录',
  subject: 'meetings',
  period: 'year',
  per: 'meeting',
  orientation: 'portrait',
  source: 'meeting-minutes',
};

const text = (key: string, title: string, format: Column['format'] = 'integer'): Column => ({
  key,
  title,
  format,
  width: 6,
});

const voteColumns: readonly Column[] = [
  text('subject', '事项', 'long-text'),
  text('rightsExpected', '应到有表决权'),
  text('rightsPresent', '实到有表决权'),
  text('inFavour', '赞成'),
  text('against', '反对'),
  text('abstain', '弃权'),
  text('written', '书面赞成'),
  text('result', '结果', 'text'),
];

/** Minutes of a members' meeting whose discussion has so many paragraphs. */
export function minutesPage(paragraphs: number): FormPage {
  const speech =
    '王秀英：李喆同志自确定为发展对象以来，能够认真学习“党的基本知识”，积极参加支部组织的各项活动，在2026年6月12日前完成了全部培训（不少于24学时），成绩合格；群众反映良好，同意接收为预备党员。';
  const fields = [
    ['会议类型', '支部党员大会、党课'],
    ['届次', '2026 年第 2 次'],
    ['时间', '2026年6月12日 15:00—16:40'],
    ['地点', '行政楼三楼会议室'],
    ['主持人', '王秀英（支部书记）'],
    ['记录人', '欧阳静（组织委员）'],
    ['应到', '16 人（有表决权 14 人）'],
    ['实到', '13 人（有表决权 12 人）'],
  ].map(([label, value]) => ({ label: label ?? '', value: value ?? '', format: 'long-text' as const }));
  const wide = [
    ['请假', '张建国（因病）、陈芳（外出学习）'],
    ['缺席', '马超（未说明原因）'],
    ['列席', '李敏（入党积极分子）、周强（入党积极分子）'],
  ].map(([label, value]) => ({ label: label ?? '', value: value ?? '', format: 'long-text' as const, span: 2 }));
  const vote = {
    subject: '接收李喆同志为预备党员',
    rightsExpected: 14,
    rightsPresent: 12,
    inFavour: 11,
    against: 0,
    abstain: 1,
    written: 1,
    result: '通过',
  };
  return {
    name: '06-12 党员大会',
    title: '支部党员大会会议记录',
    heading: [],
    blocks: [
      { type: 'fields', columns: 2, fields: [...fields, ...wide] },
      {
        type: 'prose',
        title: '一、议题',
        text: '1. 学习《中国共产党支部工作条例（试行）》第三章；2. 讨论接收李喆同志为中共预备党员。',
      },
      { type: 'prose', title: '二、讨论和发言', text: Array(paragraphs).fill(speech).join('\n') },
      {
        type: 'table',
        title: '三、表决',
        columns: voteColumns,
        numbered: false,
        rows: [{ cells: vote }],
        emptyText: '无',
      },
      {
        type: 'note',
        text: '会议有效：实到 12 人，超过应到 14 人的半数。通过：赞成 12 票（含会前书面意见 1 票），超过应到有表决权正式党员的半数。依据：《中国共产党发展党员工作细则》。',
      },
      {
        type: 'prose',
        title: '四、决议',
        text: '同意接收李喆同志为中共预备党员，预备期一年，自2026年6月12日至2027年6月12日，报上级党委审批。',
      },
    ],
    signatures: ['主持人（签字）', '记录人（签字）'],
  };
}

export function minutesDocument(...paragraphs: readonly number[]): Extract<LedgerDocument, { kind: 'form' }> {
  return {
    kind: 'form',
    spec: minutes,
    frame: { ...frame, title: '2026年度会议记录', heading: [] },
    data: { pages: () => paragraphs.map(minutesPage) },
  };
}
