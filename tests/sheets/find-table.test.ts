import { expect, test } from 'vitest';
import { findTables } from '../../service/sheets/find-table.ts';
import { readWorkbook } from '../../service/sheets/read-workbook.ts';
import { plainHeadings, plainRow, testId, type Value, xlsx } from '../fixtures/rosters.ts';
import { planFile } from './plan.ts';

const woman = ['张秀兰', '女', testId('1970-11-02', 2)];
const man = ['李建国', '男', testId('1981-05-16', 1)];

test('headings are found by what they mean, under titles, with spaces, brackets and line breaks in them', async () => {
  const bytes = await xlsx(
    [
      ['××党支部党员花名册'],
      ['填报单位：××党支部（盖章）', null, null, null, '2026年11月'],
      [],
      ['身份证号码\n（18位）', '序 号', '＊姓　　名', '性 别（男/女）', '加入党组织日期：', '手机号码(必填)', '喜好'],
      [woman[2] ?? '', 1, woman[0] ?? '', '女', '1998.05', '13912345678', '书法'],
    ],
    (sheet) => {
      sheet.mergeCells('A1:G1');
      sheet.mergeCells('A2:D2');
    },
  );
  const { plan, person } = await planFile(bytes);
  expect(plan.headerRow).toBe(4);
  expect(person('张秀兰')).toMatchObject({
    idNumber: woman[2],
    sex: '2',
    joinedOn: '1998-05',
    mobilePhone: '13912345678',
  });
  expect(plan.notices).toEqual([{ kind: 'column-unknown', sheet: '名册', cell: 'G4', text: '喜好' }]);
});

test('two rows of headings: groups above, some headings merged down, another person’s columns left alone', async () => {
  const bytes = await xlsx(
    [
      ['党员信息表'],
      ['序号', '基本情况', null, null, '入党情况', null, '家庭成员', null],
      [null, '姓名', '性别', '身份证号', '入党时间', '转正时间', '姓名', '联系电话'],
      [1, ...woman, '1998.05', '1999.05', '王大明', '13800000000'],
    ],
    (sheet) => {
      for (const range of ['A1:H1', 'A2:A3', 'B2:D2', 'E2:F2', 'G2:H2']) sheet.mergeCells(range);
    },
  );
  const { plan, person, problems } = await planFile(bytes);
  expect(problems).toEqual([]);
  expect(person('张秀兰')).not.toHaveProperty('mobilePhone');
  expect(person('张秀兰')).toMatchObject({ joinedOn: '1998-05', confirmedOn: '1999-05' });
  expect(plan.notices.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual(['G3 column-unknown', 'H3 column-unknown']);
});

test('headings merged down over a row that names nothing of the member itself are one heading, and no person', async () => {
  const bytes = await xlsx(
    [
      ['党员信息表'],
      ['姓名', '性别', '身份证号', '入党时间', '转正时间', '配偶情况', null, '学历学位', null],
      [null, null, null, null, null, '姓名', '政治面貌', '全日制教育', '在职教育'],
      [...woman, '1998.05', '1999.05', '王大明', '群众', '大学本科', '硕士研究生'],
    ],
    (sheet) => {
      for (const range of ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2', 'H2:I2'])
        sheet.mergeCells(range);
    },
  );
  const { plan, planning, person, problems } = await planFile(bytes);
  expect(problems).toEqual([]);
  expect(planning.people.map(({ name }) => name)).toEqual(['张秀兰']);
  expect(person('张秀兰')).toMatchObject({ joinedOn: '1998-05', confirmedOn: '1999-05' });
  expect(plan.notices.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
    'F3 column-unknown',
    'G3 column-unknown',
    'H3 column-unknown',
    'I3 column-unknown',
  ]);
});

test('a date in three columns under one heading', async () => {
  const bytes = await xlsx(
    [
      ['姓名', '性别', '身份证号', '入党时间', null, null],
      [null, null, null, '年', '月', '日'],
      [...woman, 1998, 5, 4],
      [...man, 2001, 7, null],
    ],
    (sheet) => {
      for (const range of ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1']) sheet.mergeCells(range);
    },
  );
  const { person } = await planFile(bytes);
  expect(person('张秀兰').joinedOn).toBe('1998-05-04');
  expect(person('李建国').joinedOn).toBe('2001-07');
});

test('rows that are no people: totals, footers, notes, hints, repeated headings, numbered empty rows', async () => {
  const bytes = await xlsx([
    ['党员名册'],
    ['序号', '姓名', '性别', '身份证号', '入党时间'],
    ['①', '②', '③', '④', '⑤'],
    ['例', '示例：王小明', '男', '110101199003070000', '2020.07'],
    [1, ...woman, '1998.05'],
    ['小计', '1人', null, null, null],
    [],
    ['党员名册'],
    ['序号', '姓名', '性别', '身份证号', '入党时间'],
    [2, ...man, '2001.07'],
    [3, null, null, null, null],
    [4, null, null, null, null],
    ['合 计', 2, null, null, null],
    ['注：本表一式两份。'],
    ['填表人：王芳', null, '审核人：', null, '2026年11月20日'],
    ['党支部书记（签字）：'],
  ]);
  const { plan, problems } = await planFile(bytes);
  expect(problems).toEqual([]);
  expect(plan.new.map(({ name }) => name)).toEqual(['张秀兰', '李建国']);
  expect(plan.notices.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
    'A3 row-hint',
    'A4 row-hint',
    'A6 row-total',
    'A8 row-header-repeated',
    'A9 row-header-repeated',
    'A13 row-total',
    'A14 row-note',
    'A15 row-footer',
    'A16 row-footer',
  ]);
});

test('a heading inside the table gives its group, branch or category to the rows below it', async () => {
  const bytes = await xlsx(
    [
      ['姓名', '性别', '身份证号', '入党时间', '转正时间'],
      ['一、正式党员（1名）'],
      ['第一党小组（1人）：'],
      [...woman, '1998.05', '1999.05'],
      ['二、预备党员'],
      ['第2党小组'],
      [...man, '2026.07', null],
    ],
    (sheet) => {
      for (const row of [2, 3, 5, 6]) sheet.mergeCells(`A${row}:E${row}`);
    },
  );
  const { person, problems, plan } = await planFile(bytes);
  expect(problems).toEqual([]);
  expect(person('张秀兰').groupName).toBe('第一党小组');
  expect(person('李建国').groupName).toBe('第2党小组');
  expect(plan.newGroups).toEqual(['第一党小组', '第2党小组']);
});

test('a cell merged downwards counts for every row it spans; a blank that is not merged stays blank', async () => {
  const bytes = await xlsx(
    [
      ['党小组', '姓名', '性别', '身份证号', '单位'],
      ['第一党小组', ...woman, '财务科'],
      [null, ...man, null],
    ],
    (sheet) => sheet.mergeCells('A2:A3'),
  );
  const { person } = await planFile(bytes);
  expect(person('李建国').groupName).toBe('第一党小组');
  expect(person('李建国')).not.toHaveProperty('employer');
});

test('a person over two merged rows is one person; contradicting cells are a problem', async () => {
  const rows: Value[][] = [
    ['姓名', '性别', '身份证号', '学历', '备注'],
    [...woman, '大专', '甲'],
    [null, null, null, '本科', null],
    [...man, '大专', null],
    [null, null, null, null, '乙'],
  ];
  const bytes = await xlsx(rows, (sheet) => {
    for (const range of ['A2:A3', 'B2:B3', 'C2:C3', 'A4:A5', 'B4:B5', 'C4:C5']) sheet.mergeCells(range);
  });
  const { person, problems } = await planFile(bytes);
  expect(problems).toEqual(['D3 two-values-one-person']);
  expect(person('李建国').note).toBe('乙');
});

test('the sheet with the roster is taken: not the instructions, not a hidden one, of two years the newer', async () => {
  const bytes = await xlsx([['一、请勿改动表头；二、姓名、身份证号必填']], (first, book) => {
    first.name = '填表说明';
    const add = (name: string, row: Value[], state: 'visible' | 'hidden' = 'visible') => {
      const sheet = book.addWorksheet(name, { state });
      sheet.addRows([['姓名', '性别', '身份证号'], row]);
    };
    add('2026年', man);
    add('2025年', woman);
    add('字典', woman, 'hidden');
  });
  const tables = findTables(await readWorkbook(bytes, '名册.xlsx'));
  expect(tables.map(({ sheet }) => sheet.name)).toEqual(['2026年', '2025年', '字典']);
});

test('data under no heading is said', async () => {
  const bytes = await xlsx([
    ['姓名', '性别', '身份证号', null],
    [...woman, '有话说'],
  ]);
  expect((await planFile(bytes)).plan.notices).toEqual([
    { kind: 'column-unknown', sheet: '名册', cell: 'D2', text: '' },
  ]);
});

test('unit and post in two columns make 工作单位及职务; mobile and landline side by side each find their place', async () => {
  const bytes = await xlsx([
    ['姓名', '性别', '身份证号', '单位', '职务', '联系电话', '手机'],
    [...woman, '第一车间', '主任', '0311-8765432', '13912345678'],
    [...man, '财务科', null, '13811112222', null],
  ]);
  const { person } = await planFile(bytes);
  expect(person('张秀兰')).toMatchObject({
    employer: '第一车间主任',
    mobilePhone: '13912345678',
    landline: '0311-8765432',
  });
  expect(person('李建国')).toMatchObject({ employer: '财务科', landline: '13811112222' });
});

test('no heading, no roster', async () => {
  expect(findTables(await readWorkbook(await xlsx([['会议记录'], ['时间', '地点']]), '名册.xlsx'))).toEqual([]);
  expect(findTables(await readWorkbook(await xlsx([plainHeadings]), '名册.xlsx'))).toEqual([]);
  expect(findTables(await readWorkbook(await xlsx([plainHeadings, plainRow(0)]), '名册.xlsx'))).toHaveLength(1);
});

test('sentences and footers under a table whose first columns are number and name', async () => {
  const bytes = await xlsx([
    ['身份证号', '姓名', '性别'],
    [woman[2] ?? '', woman[0] ?? '', '女'],
    ['第二党小组', '1人', null],
    [man[2] ?? '', man[0] ?? '', '男'],
    ['注：1、本表一式两份；'],
    ['2、身份证号为文本，不得缺位。'],
    ['填表人：王芳', null, '审核人：李强'],
    [null, '以上人员情况属实，特此说明。'],
  ]);
  const { person, plan, problems } = await planFile(bytes);
  expect(problems).toEqual([]);
  expect(person('李建国').groupName).toBe('第二党小组');
  expect(plan.notices.map(({ cell, kind }) => `${cell} ${kind}`)).toEqual([
    'A5 row-note',
    'A6 row-note',
    'A7 row-footer',
    'B8 row-note',
  ]);
});
