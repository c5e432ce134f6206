import { expect, test } from 'vitest';
import { openTestArchive } from './open-archive.ts';

async function withMember(today = '2026-11-24') {
  const archive = await openTestArchive({ today });
  const stay = (id: string, from: string) => ({
    id,
    branchId: archive.branchId,
    groupId: null,
    from,
    entryKind: 'registered' as const,
    to: null,
    leaveKind: null,
    reason: '',
  });
  for (const [id, name] of [
    ['m1', '欧阳静'],
    ['m2', '王秀英'],
  ] as const)
    await archive.call('member.save', {
      draft: {
        id,
        revision: 0,
        name,
        joinedOn: '2005-07-01',
        confirmedOn: '2006-07-01',
        memberships: [stay(`s-${id}`, '2010-01-01')],
      },
    });
  const fix = (id: string, memberId: string, year: number, base: number, more = {}) =>
    archive.call('duesFixing.save', {
      draft: { id, revision: 0, branchId: archive.branchId, memberId, year, category: 'wage', base, ...more },
    });
  const pay = (id: string, memberId: string, months: string[], amount: number, paidOn: string, more = {}) =>
    archive.call('duesPayment.save', {
      draft: {
        id,
        revision: 0,
        branchId: archive.branchId,
        memberId,
        lines: months.map((month) => ({ month, amount })),
        paidOn,
        ...more,
      },
    });
  const grid = (year = 2026, asOf = today) => archive.call('dues.grid', { branchId: archive.branchId, year, asOf });
  return { ...archive, fix, pay, grid };
}

test('a fixing computes base, rate and amount from the items; a given amount stands and is told', async () => {
  const { call, branchId } = await withMember();
  const view = await call('duesFixing.save', {
    draft: {
      id: 'f1',
      revision: 0,
      branchId,
      memberId: 'm1',
      year: 2026,
      category: 'wage',
      payItems: [
        { id: 'p1', name: '岗位工资', amount: 6_000_00 },
        { id: 'p2', name: '交通补贴', amount: 500_00 },
      ],
      excludedItems: [
        { id: 'e1', kind: 'income-tax', note: '', amount: 499_99 },
        { id: 'e2', kind: 'transport-subsidy', note: '', amount: 500_00 },
      ],
    },
  });
  expect(view.fixing).toMatchObject({ from: '2026-01', base: 5_500_01, rate: 150, monthlyAmount: 82_50 });
  expect(view.findings.map(({ code }) => code)).toEqual(['unsigned']);
  const wrong = await call('duesFixing.save', { draft: { id: 'f1', revision: 1, monthlyAmount: 80_00 } });
  expect(wrong.findings.map(({ code }) => code)).toEqual(['amount-differs', 'unsigned']);
});

test('a signed fixing is not changed; another one from a later month is, and asks for a note', async () => {
  const { call, refused, fix, branchId } = await withMember();
  await fix('f1', 'm1', 2026, 4_000_00, { signedOn: '2026-01-10' });
  expect(await refused('duesFixing.save', { draft: { id: 'f1', revision: 1, base: 5_000_00 } })).toMatchObject({
    code: 'record-signed',
  });
  expect(
    await refused('duesFixing.save', {
      draft: { id: 'f2', revision: 0, branchId, memberId: 'm1', year: 2026, category: 'wage', base: 1 },
    }),
  ).toMatchObject({ code: 'duplicate-record' });
  const changed = await fix('f2', 'm1', 2026, 6_000_00, { from: '2026-07', signedOn: '2026-07-02' });
  expect(changed.findings.map(({ code }) => code)).toEqual(['change-unexplained']);
  await call('duesFixing.remove', { id: 'f2', revision: 1, reason: '登记错了' });
  expect(await call('duesFixing.list', { branchId, year: 2026 })).toHaveLength(1);
});

test('the grid tells unpaid, paid, back-paid, short, reduced and exempt apart; nothing registered is unpaid', async () => {
  const { call, fix, pay, grid, branchId } = await withMember('2026-06-20');
  await fix('f1', 'm1', 2026, 4_000_00);
  await pay('p1', 'm1', ['2026-01', '2026-02'], 40_00, '2026-02-10');
  await pay('p2', 'm1', ['2026-03'], 10_00, '2026-03-10');
  const reduction = { branchId, memberId: 'm1', reason: '大病', revision: 0 } as const;
  const approval = {
    studiedOn: '2026-03-01',
    approvedOn: '2026-03-20',
    approvedBy: '街道党工委',
    approvalNumber: '1号',
  };
  await call('duesReduction.save', {
    draft: { ...reduction, id: 'r1', kind: 'exempt', from: '2026-04', to: '2026-04', ...approval },
  });
  await call('duesReduction.save', {
    draft: { ...reduction, id: 'r2', kind: 'exempt', from: '2026-05', to: '2026-06', studiedOn: '2026-04-30' },
  });
  const { rows, months, difference, personMonthsDue, personMonthsPaid } = await grid();
  expect(rows.map(({ name }) => name).sort()).toEqual(['欧阳静', '王秀英'].sort());
  const row = rows.find(({ memberId }) => memberId === 'm1');
  expect(row?.cells.map(({ state }) => state).slice(0, 7)).toEqual([
    'back-paid',
    'paid',
    'short',
    'exempt',
    'unpaid',
    'unpaid',
    'future',
  ]);
  expect(row).toMatchObject({ due: 5 * 40_00, paid: 90_00, difference: -110_00, unpaidMonths: 1 });
  const other = rows.find(({ memberId }) => memberId === 'm2');
  expect(other?.cells[0]).toMatchObject({ state: 'unpaid', due: null, paid: 0 });
  expect(other).toMatchObject({ fixing: null, difference: 0, unpaidMonths: 5 });
  expect(months[0]).toMatchObject({ due: 40_00, paid: 40_00, unpaid: 1 });
  expect(difference).toBe(-110_00);
  expect([personMonthsDue, personMonthsPaid]).toEqual([11, 2]);
});

test('a 补交 of six months is taken, one of seven refused unless it says why', async () => {
  const { refused, fix, pay, branchId } = await withMember();
  await fix('f1', 'm1', 2026, 4_000_00);
  const back = await pay('p1', 'm1', ['2026-01'], 40_00, '2026-07-31');
  expect(back.isBackPayment).toBe(true);
  const late = {
    id: 'p2',
    revision: 0,
    branchId,
    memberId: 'm1',
    lines: [{ month: '2026-01', amount: 1 }],
    paidOn: '2026-08-01',
  };
  expect(await refused('duesPayment.save', { draft: late })).toMatchObject({
    code: 'rule-broken',
    rule: 'D2',
    expected: '≤ 6',
    actual: '7',
  });
  const told = await pay('p2', 'm1', ['2026-01'], 1, '2026-08-01', { beyondLimitReason: '上级同意' });
  expect(told.isBackPayment).toBe(true);
});

test('dues are paid where the relation is, from the month of the admission vote', async () => {
  const { call, refused, branchId, grid, fix } = await withMember();
  await call('member.save', {
    draft: {
      id: 'm3',
      revision: 0,
      name: '陈新',
      joinedOn: '2026-06-20',
      memberships: [
        {
          id: 's3',
          branchId,
          groupId: null,
          from: '2026-06-20',
          entryKind: 'admitted',
          to: null,
          leaveKind: null,
          reason: '',
        },
      ],
    },
  });
  const draft = { id: 'p', revision: 0, branchId, memberId: 'm3', paidOn: '2026-06-25' };
  expect(
    await refused('duesPayment.save', { draft: { ...draft, lines: [{ month: '2026-05', amount: 20 }] } }),
  ).toMatchObject({ code: 'rule-broken', rule: 'dues-relation' });
  await call('duesPayment.save', { draft: { ...draft, lines: [{ month: '2026-06', amount: 20 }] } });
  const { fixing } = await fix('f3', 'm3', 2026, 3_000_00);
  expect(fixing.from).toBe('2026-06');
  await fix('f1', 'm1', 2026, 3_000_00);
  const row = (await grid()).rows.find(({ memberId }) => memberId === 'm3');
  expect(row?.cells.map(({ state }) => state).slice(4, 7)).toEqual(['none', 'short', 'unpaid']);
});

test('the account reconciles: opening and income less what was remitted and spent, at any day', async () => {
  const { call, fix, pay, branchId } = await withMember();
  await fix('f1', 'm1', 2026, 4_000_00);
  await pay('p0', 'm1', ['2025-12'], 5_00, '2025-12-20');
  await call('duesAccountEntry.save', {
    draft: { id: 'a1', revision: 0, branchId, kind: 'opening', on: '2026-01-01', amount: 100_00 },
  });
  await pay('p1', 'm1', ['2026-01'], 40_00, '2026-01-10');
  await pay('p2', 'm2', ['2026-01'], 20_00, '2026-01-10');
  await pay('p3', 'm2', ['2026-02'], 20_00, '2026-02-10', { method: 'elsewhere' });
  await call('duesRemittance.save', {
    draft: {
      id: 'r1',
      revision: 0,
      branchId,
      from: '2026-01',
      to: '2026-01',
      people: 2,
      amount: 60_00,
      remittedOn: '2026-02-01',
    },
  });
  await call('duesSpending.save', {
    draft: {
      id: 's1',
      revision: 0,
      branchId,
      spentOn: '2026-03-05',
      purpose: 'subscription',
      title: '订阅党报',
      amount: 30_00,
    },
  });
  await call('duesAccountEntry.save', {
    draft: { id: 'c1', revision: 0, branchId, kind: 'counted', on: '2026-03-31', amount: 69_00 },
  });
  const year = await call('dues.balance', { branchId, from: '2026-01-01', to: '2026-12-31' });
  expect(year).toMatchObject({ opening: 100_00, income: 60_00, remitted: 60_00, spent: 30_00, balance: 70_00 });
  expect(year.lines.map(({ balance }) => balance)).toEqual([160_00, 100_00, 70_00]);
  expect(year.lines[0]).toMatchObject({ kind: 'collected', people: 2, income: 60_00 });
  expect(year.counts).toEqual([{ id: 'c1', on: '2026-03-31', counted: 69_00, reckoned: 70_00, difference: -1_00 }]);
  const second = await call('dues.balance', { branchId, from: '2026-02-01', to: '2026-02-28' });
  expect(second).toMatchObject({ opening: 160_00, income: 0, remitted: 60_00, balance: 100_00 });
});

test('without an opening balance the balance is unknown, not zero', async () => {
  const { call, fix, pay, branchId } = await withMember();
  await fix('f1', 'm1', 2026, 4_000_00);
  await pay('p1', 'm1', ['2026-01'], 40_00, '2026-01-10');
  const found = await call('dues.balance', { branchId, from: '2026-01-01', to: '2026-12-31' });
  expect(found).toMatchObject({ opening: null, income: 40_00, balance: null });
});

test('many payments are saved whole or not at all, in one batch', async () => {
  const { call, refused, fix, branchId } = await withMember();
  await fix('f1', 'm1', 2026, 4_000_00);
  const draft = (id: string, memberId: string) => ({
    id,
    revision: 0,
    branchId,
    memberId,
    lines: [{ month: '2026-10', amount: 40_00 }],
    paidOn: '2026-10-10',
  });
  await refused('duesPayment.saveMany', { drafts: [draft('p1', 'm1'), draft('p2', 'nobody')] });
  expect(await call('duesPayment.list', { branchId })).toEqual([]);
  await call('duesPayment.saveMany', { drafts: [draft('p1', 'm1'), draft('p2', 'm2')] });
  expect(await call('duesPayment.list', { branchId, year: 2026 })).toHaveLength(2);
  const receipt = await call('duesPayment.receipt', { id: 'p1' });
  expect(receipt).toMatchObject({ name: '欧阳静', amountInWords: '肆拾元整' });
});

test('every record is read back by dump', async () => {
  const { call, fix, branchId } = await withMember();
  await fix('f1', 'm1', 2026, 4_000_00);
  await call('duesPublication.save', {
    draft: { id: 'u1', revision: 0, branchId, publishedOn: '2026-07-01', from: '2026-01', to: '2026-06', balance: 0 },
  });
  expect(await call('record.dump', { record: 'duesFixing' })).toMatchObject([{ id: 'f1', monthlyAmount: 40_00 }]);
  expect(await call('record.dump', { record: 'duesPublication', asOf: '2026-06-30' })).toEqual([]);
  expect(await call('record.dump', { record: 'duesPublication' })).toMatchObject([{ balance: 0 }]);
});
