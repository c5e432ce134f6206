import type { Column, LedgerDocument, LedgerRow, TableLedger } from '../../contract/ledger.ts';

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

/** The frame of every document here. */
export const frame = {
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
