import type { OperationName, Output, Wire } from '../../contract/operations.ts';
import { addMonths, monthEnd } from '../../rules/dates.ts';
import type { ArchiveContext } from '../context.ts';
import type { Random } from './random.ts';

type CallRecord = <Name extends OperationName>(context: ArchiveContext, name: Name, input: Wire<Name>) => Output<Name>;

interface DemoMember {
  id: string;
  name: string;
  employer?: string;
  joinedOn?: string | null;
}

/** More people than this pay no dues in the practice archive: it is for measuring. */
const mostPayers = 300;

/**
 * Dues of every year: fixed in January, paid by the tenth, remitted each quarter, spent and published each year. Two
 * people still owe the last months, one is exempt and one pays less, both approved.
 */
export function fillDues(
  context: ArchiveContext,
  call: CallRecord,
  random: Random,
  plan: { branchId: string; members: readonly DemoMember[]; firstYear: number; today: string },
): void {
  const { branchId, firstYear, today } = plan;
  const payers = plan.members.slice(0, mostPayers);
  const collector = payers[1]?.name ?? '';
  const secretary = payers[0]?.name ?? '';
  const thisYear = Number(today.slice(0, 4));
  const opening = { kind: 'opening', on: `${firstYear}-01-01`, amount: 186_40, title: '上年结转' } as const;
  call(context, 'duesAccountEntry.save', { draft: { id: 'dues-opening', revision: 0, branchId, ...opening } });
  reduce();
  for (let year = firstYear; year <= thisYear; year++) {
    const amounts = fixYear(year);
    collectYear(year, amounts);
    useYear(year);
  }

  function reduce(): void {
    const [reduced, exempt] = [payers[8], payers[9]];
    const approval = { studiedOn: `${thisYear}-01-12`, approvedOn: `${thisYear}-01-25`, approvedBy: '街道党工委' };
    if (reduced === undefined || exempt === undefined || approval.approvedOn > today) return;
    const span = { revision: 0, branchId, from: `${thisYear}-01`, to: `${thisYear}-12`, ...approval };
    const lower = { kind: 'reduced', monthlyAmount: 5_00, reason: '家属重病，生活困难' } as const;
    const none = { kind: 'exempt', reason: '患重病，长期无收入' } as const;
    const numbers = [`临街委〔${thisYear}〕6号`, `临街委〔${thisYear}〕7号`] as const;
    const of = (id: string, member: DemoMember, approvalNumber: string) => ({
      id,
      memberId: member.id,
      approvalNumber,
    });
    call(context, 'duesReduction.save', { draft: { ...of('reduction-1', reduced, numbers[0]), ...span, ...lower } });
    call(context, 'duesReduction.save', { draft: { ...of('reduction-2', exempt, numbers[1]), ...span, ...none } });
  }

  function fixYear(year: number): Map<string, number> {
    const joinedBy = payers.filter((member) => (member.joinedOn ?? '').slice(0, 4) <= String(year));
    const drafts = joinedBy.map((member) => fixingDraft(random, branchId, member, year, today));
    if (drafts.length === 0) return new Map();
    const saved = call(context, 'duesFixing.saveMany', { drafts });
    return new Map(saved.map(({ fixing }) => [fixing.memberId, fixing.monthlyAmount]));
  }

  function collectYear(year: number, amounts: ReadonlyMap<string, number>): void {
    for (let index = 0; index < 12; index++) {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const paidOn = `${month}-10`;
      if (paidOn > today) break;
      const isRecent = (months: number) => month >= addMonths(today.slice(0, 7), -months);
      const drafts = payers.flatMap((member, place) => {
        const joined = (member.joinedOn ?? '').slice(0, 7);
        const isExempt = year === thisYear && place === 9;
        const isOwing = (place === 11 && isRecent(2)) || (place === 12 && isRecent(0));
        const amount = year === thisYear && place === 8 ? 5_00 : amounts.get(member.id);
        if (amount === undefined || joined > month || isExempt || isOwing) return [];
        // Who joins after the tenth pays at the month's end.
        const on = joined === month ? monthEnd(paidOn) : paidOn;
        if (on > today) return [];
        return [
          {
            id: `dues-${month}-${member.id}`,
            revision: 0,
            branchId,
            memberId: member.id,
            lines: [{ month, amount }],
            paidOn: on,
            method: random.pick(['cash', 'wechat', 'transfer'] as const),
            collector,
          },
        ];
      });
      if (drafts.length > 0) call(context, 'duesPayment.saveMany', { drafts });
    }
  }

  function useYear(year: number): void {
    for (let quarter = 1; quarter <= 4; quarter++) {
      const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}`;
      const to = `${year}-${String(quarter * 3).padStart(2, '0')}`;
      const remittedOn = monthEnd(`${to}-01`);
      if (remittedOn > today) break;
      const period = { branchId, from: `${from}-01`, to: remittedOn };
      const { collected, lines } = call(context, 'dues.balance', period);
      if (collected === 0) continue;
      call(context, 'duesRemittance.save', {
        draft: {
          id: `remittance-${year}-${quarter}`,
          revision: 0,
          branchId,
          from,
          to,
          people: Math.max(...lines.map(({ people }) => people ?? 0)),
          // The branch keeps a tenth for its own activities.
          amount: collected - Math.floor(collected / 10),
          remittedOn,
          receiptNumber: `${year}${String(quarter).padStart(4, '0')}`,
          handler: collector,
        },
      });
    }
    const spendings = [
      ['04-20', 'subscription', '订阅党报党刊', 120_00],
      ['06-30', 'commendation', '表彰优秀党员奖状', 60_00],
    ] as const;
    for (const [index, [day, purpose, title, amount]] of spendings.entries()) {
      const spentOn = `${year}-${day}`;
      if (spentOn > today) continue;
      const voucher = { approver: secretary, voucherNumber: `${year}-${index + 1}`, handler: collector };
      const what = { id: `spending-${year}-${index + 1}`, revision: 0, branchId, spentOn, purpose, title, amount };
      call(context, 'duesSpending.save', { draft: { ...what, ...voucher } });
    }
    const publishedOn = `${year}-12-31`;
    if (publishedOn > today) return;
    const { collected, remitted, spent, balance } = call(context, 'dues.balance', {
      branchId,
      from: `${year}-01-01`,
      to: publishedOn,
    });
    const count = { kind: 'counted', on: publishedOn, amount: Math.max(0, balance ?? 0), handler: collector } as const;
    call(context, 'duesAccountEntry.save', { draft: { id: `count-${year}`, revision: 0, branchId, ...count } });
    const figures = { collected, remitted, spent, balance: Math.max(0, balance ?? 0) };
    const span = { from: `${year}-01`, to: `${year}-12`, method: '党务公开栏' };
    call(context, 'duesPublication.save', {
      draft: { id: `publication-${year}`, revision: 0, branchId, publishedOn, ...span, ...figures },
    });
  }
}

function fixingDraft(random: Random, branchId: string, member: DemoMember, year: number, today: string) {
  const signedOn = `${year}-01-15` <= today ? `${year}-01-15` : today;
  const joined = (member.joinedOn ?? '').slice(0, 7);
  const from = joined > `${year}-01` && joined.startsWith(String(year)) ? joined : `${year}-01`;
  const own = {
    id: `fixing-${year}-${member.id}`,
    revision: 0,
    branchId,
    memberId: member.id,
    year,
    from,
    signedOn: from === `${year}-01` ? signedOn : monthEnd(`${from}-01`),
  };
  const item = (id: string, name: string, amount: number) => ({ id, name, amount });
  if (member.employer === '退休') {
    const pension = random.int(28, 62) * 100_00;
    return { ...own, category: 'pensioner' as const, payItems: [item('pay-1', '养老金', pension)] };
  }
  const wage = random.int(30, 80) * 100_00;
  const excluded = (id: string, kind: 'income-tax' | 'pension-insurance' | 'housing-fund', amount: number) => ({
    id,
    kind,
    note: '',
    amount,
  });
  return {
    ...own,
    category: 'wage' as const,
    payItems: [
      item('pay-1', '岗位工资', wage),
      item('pay-2', '薪级工资', random.int(8, 20) * 100_00),
      item('pay-3', '津贴补贴', random.int(3, 12) * 100_00),
    ],
    excludedItems: [
      excluded('out-1', 'pension-insurance', Math.floor(wage / 12)),
      excluded('out-2', 'housing-fund', Math.floor(wage / 8)),
      excluded('out-3', 'income-tax', random.int(0, 180) * 100),
    ],
  };
}
