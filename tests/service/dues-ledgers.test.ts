import { expect, test } from 'vitest';
import { exportLedgers, ledgerRows, sheetRows, workbookText } from './ledger-files.ts';
import { openTestArchive } from './open-archive.ts';

/** 欧阳静 is fixed by the pay slip and has paid two months in one; 王秀英 is exempt in March; 李新 is not fixed. */
async function withDues() {
  const archive = await openTestArchive();
  const { call, branchId } = archive;
  for (const [id, name] of [
    ['m1', '欧阳静'],
    ['m2', '王秀英'],
    ['m3', '李新'],
  ] as const)
    await call('member.save', {
      draft: {
        id,
        revision: 0,
        name,
        joinedOn: '2005-07-01',
        confirmedOn: '2006-07-01',
        memberships: [
          {
            id: `s-${id}`,
            branchId,
            groupId: null,
            from: '2010-01-01',
            entryKind: 'registered',
            to: null,
            leaveKind: null,
            reason: '',
          },
        ],
      },
    });
  const fixing = { revision: 0, branchId, year: 2026, from: '2026-01' };
  await call('duesFixing.save', {
    draft: {
      ...fixing,
      id: 'f1',
      memberId: 'm1',
      category: 'wage',
      payItems: [
        { id: 'a', name: '岗位工资', amount: 5200_00 },
        { id: 'b', name: '津贴补贴', amount: 300_50 },
      ],
      excludedItems: [{ id: 'c', kind: 'income-tax', note: '', amount: 100_49 }],
    },
  });
  await call('duesFixing.save', { draft: { ...fixing, id: 'f2', memberId: 'm2', category: 'minimum' } });
  const payment = { revision: 0, branchId, collector: '李新' };
  await call('duesPayment.save', {
    draft: {
      ...payment,
      id: 'p1',
      memberId: 'm1',
      lines: [
        { month: '2026-01', amount: 81_00 },
        { month: '2026-02', amount: 81_00 },
      ],
      paidOn: '2026-02-10',
      method: 'wechat',
    },
  });
  await call('duesPayment.save', {
    draft: { ...payment, id: 'p2', memberId: 'm2', lines: [{ month: '2026-01', amount: 20 }], paidOn: '2026-01-10' },
  });
  await call('duesReduction.save', {
    draft: {
      id: 'r1',
      revision: 0,
      branchId,
      memberId: 'm2',
      kind: 'exempt',
      from: '2026-03',
      to: '2026-03',
      studiedOn: '2026-02-20',
      approvedOn: '2026-02-28',
      approvedBy: '街道党工委',
      approvalNumber: '3号',
    },
  });
  await call('duesAccountEntry.save', {
    draft: { id: 'o1', revision: 0, branchId, kind: 'opening', on: '2026-01-01', amount: 50_00 },
  });
  await call('duesRemittance.save', {
    draft: {
      id: 't1',
      revision: 0,
      branchId,
      from: '2026-01',
      to: '2026-02',
      people: 2,
      amount: 150_00,
      remittedOn: '2026-03-01',
      receiptNumber: 'A01',
      handler: '李新',
    },
  });
  await call('duesSpending.save', {
    draft: {
      id: 'u1',
      revision: 0,
      branchId,
      spentOn: '2026-03-05',
      purpose: 'training',
      title: '购买培训教材',
      amount: 30_00,
      voucherNumber: 'B01',
      handler: '李新',
    },
  });
  return archive;
}

const march = { asOf: '2026-03-27' };

test('党费收缴台账: what was paid month by month, what is due, and what is missing', async () => {
  const archive = await withDues();
  const rows = await ledgerRows(archive, '25-dues-collection', march);
  const of = (name: string) => rows.find((row) => row[1] === name)?.slice(2);
  // Category, base, rate, a month; January to April; the sums, the difference, the remark.
  const pick = (row: (string | number | null)[] | undefined) => [
    ...(row?.slice(0, 8) ?? []),
    ...(row?.slice(16) ?? []),
  ];
  expect(pick(of('欧阳静'))).toEqual(['月薪', 5400.01, 0.015, 81, 81, 81, '未交', null, 243, 162, -81, '1月补交']);
  expect(pick(of('王秀英'))).toEqual(['学生低保等', null, null, 0.2, 0.2, '未交', '免交', null, 0.4, 0.2, -0.2, null]);
  expect(pick(of('李新'))).toEqual([null, null, null, null, '未交', '未交', '未交', null, null, 0, null, null]);
  const { paths } = await exportLedgers(archive, ['25-dues-collection'], {
    options: { branchId: 'branch-1', year: 2026, ...march },
  });
  expect(workbookText(paths[0] ?? '')).toContain(
    '应交 243.40 元，实交 162.20 元，差额 -81.20 元；应交 8 人月，已交 3 人月，缴费率 37.5%',
  );
});

test('党费核定表: pay items, what does not count, base, rate and amount, and room to sign', async () => {
  const archive = await withDues();
  const rows = await ledgerRows(archive, '26-dues-fixing', march);
  expect(rows.find((row) => row[1] === '欧阳静')?.slice(2)).toEqual([
    '按月领取工资',
    '岗位工资 5,200.00；津贴补贴 300.50；共 5,500.50',
    '个人所得税 100.49',
    5400.01,
    0.015,
    81,
    null,
  ]);
  expect(rows.find((row) => row[1] === '李新')?.slice(2)).toEqual([null, null, null, null, null, null, null]);
  const list = await archive.call('ledger.list', { branchId: 'branch-1', year: 2026, ...march });
  const fixing = list.find(({ number }) => number === 26);
  expect(fixing?.lacks).toContainEqual({ title: '月应交', count: 1 });
  expect(fixing?.lacks).toContainEqual({ title: '计算基数', count: 1 });
});

test('党费上缴及使用台账: the balance after every movement, and the sums that reconcile', async () => {
  const archive = await withDues();
  const { paths } = await exportLedgers(archive, ['27-dues-account'], {
    options: { branchId: 'branch-1', year: 2026, ...march },
  });
  const rows = sheetRows(paths[0] ?? '').filter((row) => typeof row[0] === 'number');
  expect(rows.map((row) => row.slice(1))).toEqual([
    ['2026.01.01', '期初结余', null, null, null, null, 50, null, null],
    ['2026.01.10', '收2026年1月党费 1 人', 0.2, null, null, null, 50.2, null, '李新'],
    ['2026.02.10', '收2026年1月至2月党费 1 人', 162, null, null, null, 212.2, null, '李新'],
    ['2026.03.01', '上缴2026年1月至2月党费 2 人', null, 150, null, null, 62.2, 'A01', '李新'],
    ['2026.03.05', '购买培训教材', null, null, 30, '培训党员', 32.2, 'B01', '李新'],
  ]);
  expect(workbookText(paths[0] ?? '')).toContain(
    '期初结余 50.00 ＋ 收入 162.20 － 上缴 150.00 － 使用 30.00 ＝ 结余 32.20',
  );
});

test('党费上缴及使用台账: an opening balance counted during the year stands on its own day', async () => {
  const archive = await withDues();
  const { call, branchId } = archive;
  const [opening] = await call('duesAccountEntry.list', { branchId });
  await call('duesAccountEntry.save', {
    draft: { id: 'o1', revision: opening?.revision ?? 0, on: '2026-02-15' },
    reason: '更正',
  });
  const rows = await ledgerRows(archive, '27-dues-account', march);
  expect(rows.map((row) => [row[1], row[7]])).toEqual([
    ['2026.02.15', 50],
    ['2026.03.01', -100],
    ['2026.03.05', -130],
  ]);
});

test('the work log names what was remitted and published', async () => {
  const archive = await withDues();
  const lines = await archive.call('workLog.list', { branchId: 'branch-1', from: '2026-01-01', to: '2026-12-31' });
  expect(lines.find(({ kind }) => kind === 'dues-remittance')).toMatchObject({
    happenedOn: '2026-03-01',
    recordId: 't1',
    detail: '15000',
  });
});
