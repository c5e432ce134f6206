import { describe, expect, test } from 'vitest';
import type { RosterArchive } from '../../service/sheets/plan-roster.ts';
import { csvText, gbk, testId, type Value, xls, xlsx } from '../fixtures/rosters.ts';
import { known, oneBranch, planFile } from './plan.ts';

const headings = [
  '姓名',
  '性别',
  '身份证号',
  '出生年月',
  '入党时间',
  '转正时间',
  '人员类别',
  '民族',
  '学历',
  '联系电话',
  '党小组',
  '备注',
];
const id = testId('1970-11-02', 2);

/** One row under {@link headings}, ordinary but for what is given. */
function row(changes: Partial<Record<string, Value>> = {}): Value[] {
  const ordinary: Record<string, Value> = {
    姓名: '张秀兰',
    性别: '女',
    身份证号: id,
    出生年月: '1970.11',
    入党时间: '1998.05',
    转正时间: '1999.05',
    人员类别: '正式党员',
    民族: '汉族',
    学历: '大专',
    联系电话: '13912345678',
    党小组: '第一党小组',
    备注: '',
  };
  return headings.map((heading) => ({ ...ordinary, ...changes })[heading] ?? null);
}

const planRows = async (rows: Value[][], archive: RosterArchive = oneBranch) =>
  planFile(await xlsx([headings, ...rows]), { archive });

function archiveOf(...people: RosterArchive['people']): RosterArchive {
  return { ...oneBranch, people, groups: [{ branchId: 'b1', name: '第一党小组' }] };
}

describe('problems are found at the cell, all at once', () => {
  test.each<[Partial<Record<string, Value>>, string[]]>([
    [{ 姓名: '' }, ['A2 name-missing']],
    [{ 姓名: '李\ue863' }, ['A2 name-private-character']],
    [{ 身份证号: 999901197011020000 }, ['C2 id-digits-lost']],
    [{ 身份证号: '9.99901E+17' }, ['C2 id-digits-lost']],
    [{ 身份证号: `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}` }, ['C2 id-checksum']],
    [{ 身份证号: '999901701102002' }, ['C2 id-old']],
    [{ 身份证号: '999901********0023' }, ['C2 id-masked']],
    [{ 性别: '男' }, ['B2 sex-differs-from-id']],
    [{ 性别: '不男不女' }, ['B2 sex-unclear']],
    [{ 身份证号: null, 性别: null }, ['B2 sex-missing']],
    [{ 出生年月: '1971.11' }, ['D2 birth-differs-from-id']],
    [{ 出生年月: '1970.13' }, ['D2 date-impossible']],
    [{ 入党时间: '八八年三月' }, ['E2 date-two-digit-year']],
    [{ 入党时间: 1997.1 }, ['E2 date-ambiguous']],
    [{ 入党时间: '很久以前' }, ['E2 date-unreadable']],
    [{ 入党时间: '2027.05', 转正时间: null, 人员类别: null }, ['E2 date-in-future']],
    [{ 转正时间: '1997.05' }, ['F2 confirmed-before-joined']],
    [{ 转正时间: null }, ['F2 confirmed-missing']],
    [{ 人员类别: '预备党员' }, ['G2 category-differs']],
    [{ 人员类别: '预备党员', 入党时间: null, 转正时间: null }, ['E2 joined-missing']],
    [{ 人员类别: '入党积极分子' }, ['G2 category-differs']],
    [{ 民族: '汗族' }, ['H2 value-unknown']],
    [{ 民族: '哈族' }, ['H2 value-unknown']],
    [{ 学历: '大学文化' }, ['I2 value-unknown']],
    [{ 联系电话: '1391234567' }, ['J2 phone-unreadable']],
    [{ 备注: '长'.repeat(20_001) }, ['L2 text-too-long']],
    [
      { 性别: '男', 入党时间: '1998.13', 民族: '火星' },
      ['B2 sex-differs-from-id', 'E2 date-impossible', 'H2 value-unknown'],
    ],
  ])('%j', async (changes, expected) => {
    const { problems, plan } = await planRows([row(changes)]);
    expect(problems.toSorted()).toEqual(expected);
    expect(plan.counts).toMatchObject({ new: 0, problemRows: 1 });
  });

  test('every problem has a sentence and a remedy, and no number in full', async () => {
    const wrong = `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`;
    const { plan } = await planRows([row({ 身份证号: wrong, 联系电话: '1391234567' })]);
    expect(plan.problems.map(({ message, remedy }) => message !== '' && remedy !== '')).toEqual([true, true]);
    expect(JSON.stringify(plan.problems)).not.toContain(wrong);
    expect(JSON.stringify(plan.problems)).not.toContain('1391234567');
  });

  test('formulas without a result and errors are no blanks', async () => {
    const bytes = await xlsx([headings, row()], (sheet) => {
      sheet.getCell('D2').value = { formula: 'MID(C2,7,8)' };
      sheet.getCell('E2').value = { error: '#VALUE!' };
    });
    expect((await planFile(bytes)).problems.toSorted()).toEqual(['D2 formula-without-result', 'E2 error-value']);
  });

  test('the same person twice in the file', async () => {
    const other = testId('1981-05-16', 1);
    const { problems } = await planRows([
      row(),
      row({ 姓名: '李建国', 性别: '男', 身份证号: other, 出生年月: null }),
      row({ 备注: '重复' }),
      row({ 姓名: '王芳', 身份证号: null, 出生年月: '1980.01' }),
      row({ 姓名: '王　芳', 身份证号: null, 出生年月: '1980.01' }),
    ]);
    expect(problems).toEqual([
      'C2 duplicate-in-file',
      'C4 duplicate-in-file',
      'A5 duplicate-in-file',
      'A6 duplicate-in-file',
    ]);
  });
});

describe('what is written is taken as it is', () => {
  test('birth and sex come from the ID number where the row is blank or vague', async () => {
    const { person } = await planRows([row({ 性别: null, 出生年月: null })]);
    expect(person('张秀兰')).toMatchObject({ sex: '2', bornOn: '1970-11-02' });
  });

  test('an open birth date and a sex written 0 are settled by the ID number, and by nothing else', async () => {
    const october = testId('1970-10-02', 2);
    const settled = await planRows([row({ 身份证号: october, 出生年月: 1970.1, 性别: '0' })]);
    expect(settled.problems).toEqual([]);
    expect(settled.person('张秀兰')).toMatchObject({ sex: '2', bornOn: '1970-10-02' });
    const open = await planRows([row({ 身份证号: null, 出生年月: 1970.1, 性别: '0' })]);
    expect(open.problems.toSorted()).toEqual(['B2 sex-unclear', 'D2 date-ambiguous']);
  });

  test('dates keep their precision; words become codes; words for nothing are nothing', async () => {
    const { person, problems } = await planRows([
      row({
        入党时间: '1998',
        转正时间: '1999.05.04',
        民族: '满',
        学历: '大学本科（学士）',
        联系电话: '无',
        备注: '——',
        党小组: '/',
      }),
    ]);
    expect(problems).toEqual([]);
    const written = person('张秀兰');
    expect(written).toMatchObject({
      joinedOn: '1998',
      confirmedOn: '1999-05-04',
      ethnicity: '11',
      education: '20',
      degree: '4',
    });
    for (const field of ['mobilePhone', 'note', 'groupName']) expect(written).not.toHaveProperty(field);
  });

  test('who joined while there was no probation needs no date of confirmation', async () => {
    const born = testId('1950-11-02', 2);
    const { problems } = await planRows([
      row({ 身份证号: born, 出生年月: '1950.11', 入党时间: '1973.05', 转正时间: null }),
    ]);
    expect(problems).toEqual([]);
  });

  test('a probationary member may write 未转正', async () => {
    const { problems } = await planRows([row({ 入党时间: '2026.03', 转正时间: '未转正', 人员类别: '预备党员' })]);
    expect(problems).toEqual([]);
  });

  test('the same roster in .xls and in GBK reads the same', async () => {
    const rows = [
      headings,
      row(),
      row({ 姓名: '李建国', 性别: '男', 身份证号: testId('1981-05-16', 1), 出生年月: null }),
    ];
    const expected = (await planFile(await xlsx(rows))).planning.people.map(({ changes }) =>
      changes.map(({ field, after }) => [field, after]),
    );
    for (const [bytes, fileName] of [
      [xls(rows), '名册.xls'],
      [gbk(csvText(rows)), '名册.csv'],
    ] as const) {
      const { planning, problems } = await planFile(bytes, { fileName });
      expect(problems).toEqual([]);
      expect(planning.people.map(({ changes }) => changes.map(({ field, after }) => [field, after]))).toEqual(expected);
    }
  });
});

describe('people the archive knows', () => {
  const stored = {
    name: '张秀兰',
    sex: '2' as const,
    idNumber: id,
    bornOn: '1970-11-02',
    joinedOn: '1998-05-04',
    confirmedOn: '1999-05-04',
    ethnicity: '01',
    education: '31',
    mobilePhone: '13912345678',
    note: '退休',
  };

  test('less precise or blank is no change: a blank never erases', async () => {
    const { plan } = await planRows([row({ 联系电话: null })], archiveOf(known('m1', stored, { groupName: '一组' })));
    expect(plan.counts).toEqual({ new: 0, changed: 0, same: 1, problemRows: 0, changedFields: 0 });
  });

  test('changes are listed field by field, with numbers masked', async () => {
    const { plan } = await planRows(
      [row({ 联系电话: '13900002217', 学历: '研究生', 党小组: '第三党小组', 备注: '返聘' })],
      archiveOf(known('m1', stored, { groupName: '第一党小组' })),
    );
    expect(plan.changed[0]?.changes).toEqual([
      { field: 'education', before: '大学专科毕业', after: '研究生教育', cell: 'I2' },
      { field: 'mobilePhone', before: '139****5678', after: '139****2217', cell: 'J2' },
      { field: 'note', before: '退休', after: '返聘', cell: 'L2' },
      { field: 'groupName', before: '第一党小组', after: '第三党小组', cell: 'K2' },
    ]);
    expect(plan.newGroups).toEqual(['第三党小组']);
  });

  test('without an ID number: by name and birth, or by name and what else agrees; never by name alone', async () => {
    const noId = (changes: Partial<Record<string, Value>>) =>
      planRows([row({ 身份证号: null, ...changes })], archiveOf(known('m1', stored)));
    expect((await noId({})).plan.counts.new).toBe(0);
    expect((await noId({})).problems).toEqual([]);
    expect((await noId({ 出生年月: '1980.01' })).plan.counts.new).toBe(1);
    expect((await noId({ 出生年月: null })).plan.counts.new).toBe(0);
    expect(
      (await noId({ 出生年月: null, 入党时间: null, 转正时间: null, 人员类别: null, 联系电话: null })).problems,
    ).toEqual(['A2 person-ambiguous']);
  });

  test('two namesakes that both fit are not told apart by guessing', async () => {
    const twins = archiveOf(known('m1', { ...stored, idNumber: null }), known('m2', { ...stored, idNumber: null }));
    expect((await planRows([row({ 身份证号: null })], twins)).problems).toEqual(['A2 person-ambiguous']);
  });

  test('an ID number the archive lacked is filled in; another one for the same person is a problem', async () => {
    const filled = await planRows([row()], archiveOf(known('m1', { ...stored, idNumber: null })));
    expect(filled.plan.changed[0]?.changes[0]).toMatchObject({ field: 'idNumber', before: '' });
    const differs = await planRows([row()], archiveOf(known('m1', { ...stored, idNumber: testId('1970-11-02', 4) })));
    expect(differs.problems).toEqual(['C2 person-id-differs']);
  });

  test('masked numbers as the program prints them match their owner and change nothing', async () => {
    const { plan } = await planRows(
      [row({ 身份证号: `${id.slice(0, 6)}********${id.slice(-4)}`, 联系电话: '139****5678' })],
      archiveOf(known('m1', stored, { groupName: '第一党小组' })),
    );
    expect(plan.counts).toMatchObject({ same: 1, problemRows: 0 });
  });

  test('a birth date that differs from the number is accepted where the archive gives the reason', async () => {
    const onFile = archiveOf(
      known('m1', { ...stored, bornOn: '1971-01', bornOnReason: '档案认定' }, { groupName: '第一党小组' }),
    );
    expect((await planRows([row({ 出生年月: '1971.01' })], onFile)).plan.counts).toMatchObject({
      same: 1,
      problemRows: 0,
    });
    expect((await planRows([row({ 出生年月: null })], onFile)).plan.counts).toMatchObject({ same: 1, problemRows: 0 });
  });

  test('who has left, and who is in another branch, is not moved by a roster', async () => {
    const left = await planRows([row()], archiveOf(known('m1', stored, { hasLeft: true, branchId: null })));
    expect(left.problems).toEqual(['C2 person-has-left']);
    const two: RosterArchive = {
      ...archiveOf(known('m1', stored, { branchId: 'b2' })),
      branches: [...oneBranch.branches, { id: 'b2', fullName: '第三支部', shortName: '' }],
    };
    expect((await planRows([row()], two)).problems).toEqual(['A2 person-in-other-branch']);
  });
});

describe('branches and groups', () => {
  const branches = [
    { id: 'b1', fullName: '中共临江社区第一支部委员会', shortName: '' },
    { id: 'b2', fullName: '中共临江社区第二支部委员会', shortName: '' },
  ];
  const rows = (names: string[]) => [
    ['姓名', '性别', '身份证号', '所在党支部'],
    ...names.map((name, index) => [`测${'甲乙丙丁'.charAt(index)}`, '女', testId('1970-11-02', 2 + index * 2), name]),
  ];

  test('each row goes to the branch it names, however it is spelled', async () => {
    const bytes = await xlsx(rows(['第一党支部', '临江社区第2支部', '第三支部']));
    const { planning, problems } = await planFile(bytes, { archive: { ...oneBranch, branches }, branchId: null });
    expect(planning.people.map(({ branchId }) => branchId)).toEqual(['b1', 'b2', '']);
    expect(problems).toEqual(['D4 branch-unknown']);
  });

  test('an archive of one branch takes a roster that names one branch throughout', async () => {
    const { problems } = await planFile(await xlsx(rows(['机关一支部', '机关一支部'])));
    expect(problems).toEqual([]);
    const mixed = await planFile(await xlsx(rows(['机关一支部', '第二支部'])));
    expect(mixed.problems).toEqual(['D2 branch-unknown']);
  });

  test('one group has one name, however it is spelled', async () => {
    const bytes = await xlsx([
      ['姓名', '性别', '身份证号', '党小组'],
      ...['第一党小组', '第1党小组', '一组', '第一小组'].map((group, index) => [
        `测${'甲乙丙丁'.charAt(index)}`,
        '女',
        testId('1970-11-02', 2 + index * 2),
        group,
      ]),
    ]);
    const { plan } = await planFile(bytes);
    expect(plan.newGroups).toEqual(['第一党小组']);
    expect(new Set(plan.new.map(({ groupName }) => groupName))).toEqual(new Set(['第一党小组']));
  });
});

test('what is recognised and kept elsewhere is said, not dropped: posts, words no table holds', async () => {
  const bytes = await xlsx([
    ['姓名', '性别', '身份证号', '党内职务', '职称', '工作岗位'],
    ['张秀兰', '女', id, '支部书记', '高级工程师', '门卫'],
    ['李建国', '男', testId('1981-05-16', 1), '无', '初级', '016'],
  ]);
  const { plan, person } = await planFile(bytes);
  expect(plan.notices.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
    'F2 value-not-imported',
    'D2 value-not-imported',
  ]);
  expect(person('张秀兰').technicalTitle).toBe('senior');
  expect(person('李建国')).toMatchObject({ technicalTitle: 'junior', jobCode: '016' });
});

test('introducers, approval and states of a full collection form', async () => {
  const bytes = await xlsx([
    ['姓名', '性别', '身份证号', '入党介绍人', '上级党委批准时间', '党籍状态', '是否失联党员', '紧急联系人'],
    ['张秀兰', '女', id, '王明、李红', '1998.06', '正常', '否', '王大明 13800001111'],
    ['李建国', '男', testId('1981-05-16', 1), '王明、李红、赵强', null, '停止党籍', '是', null],
  ]);
  const { plan, person, problems } = await planFile(bytes);
  expect(problems).toEqual([]);
  expect(person('张秀兰')).toMatchObject({
    introducerNames: '王明、李红',
    joinApprovedOn: '1998-06',
    emergencyContact: '王大明 13800001111',
  });
  expect(person('李建国')).not.toHaveProperty('introducerNames');
  expect(plan.notices.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
    'D3 value-not-imported',
    'F3 value-not-imported',
    'G3 value-not-imported',
  ]);
});

test('the age below a month of birth, and how the degree was studied for, are no obstacle', async () => {
  const { person, problems } = await planRows([row({ 出生年月: '1970.11\n（54岁）', 学历: '全日制大学' })]);
  expect(problems).toEqual([]);
  expect(person('张秀兰')).toMatchObject({ bornOn: '1970-11-02', education: '20' });
});
