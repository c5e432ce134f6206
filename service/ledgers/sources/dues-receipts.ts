import type { DuesPayment } from '../../../contract/dues.ts';
import type { FormPage } from '../../../contract/ledger.ts';
import { listDuesPayments } from '../../../db/queries/dues.ts';
import { memberNames } from '../../../db/queries/meeting-people.ts';
import { duesMethodNames } from '../../../rules/codes/dues.ts';
import { byMember } from '../../../rules/dues-months.ts';
import { amountInWords } from '../../../rules/money.ts';
import { duesReceipts } from '../../../templates/ledgers/45-dues-receipts.ts';
import { column } from '../../../templates/ledgers/column.ts';
import { monthSpan, receiptWords as words, yuan } from '../../../templates/ledgers/dues-words.ts';
import type { FormSource, SourceContext } from '../source.ts';
import { registered } from '../words.ts';

/** 党费收据: one page for each member who paid in the year up to the day, in the order of the roster. */
export const duesReceiptsSource: FormSource = (context) => {
  const { db, branch, options, roster, to } = context;
  const payments = byMember(
    listDuesPayments(db, { branchId: branch.id, year: options.year }).filter(({ paidOn }) => paidOn <= to),
  );
  const names = memberNames(db, [...payments.keys()]);
  const inOrder = [...new Set([...roster.ids, ...payments.keys()])];
  return {
    pages: function* pages() {
      for (const memberId of inOrder) {
        const own = payments.get(memberId);
        if (own !== undefined) yield receiptOf(memberId, names.get(memberId) ?? '', own, context);
      }
    },
  };
};

const columns = [
  column('paidOn', words.columns.paidOn, 'date', 11),
  column('months', words.columns.months, 'long-text', 16),
  column('amount', words.columns.amount, 'money', 9),
  column('method', words.columns.method, 'text', 8),
  column('receiptNumber', words.columns.receiptNumber, 'text', 10),
  column('collector', words.columns.collector, 'text', 8),
];

function receiptOf(
  memberId: string,
  name: string,
  payments: readonly DuesPayment[],
  { branch, options }: SourceContext,
): FormPage {
  const sum = payments.reduce((total, { amount }) => total + amount, 0);
  return {
    recordId: memberId,
    name,
    title: duesReceipts.title,
    heading: [branch.fullName, words.year(options.year)],
    blocks: [
      {
        type: 'fields',
        columns: 2,
        fields: [
          { label: words.name, value: name, format: 'text', required: true },
          { label: words.count, value: payments.length, format: 'integer' },
          { label: words.amount, value: yuan(sum), format: 'text' },
          { label: words.inWords, value: amountInWords(sum), format: 'text' },
        ],
      },
      {
        type: 'table',
        title: words.payments,
        columns,
        numbered: true,
        rows: payments.map((payment) => ({
          recordId: payment.id,
          cells: {
            paidOn: payment.paidOn,
            months:
              payment.kind === 'voluntary'
                ? words.voluntary
                : payment.lines.map(({ month }) => monthSpan(month, month)).join('、'),
            amount: payment.amount,
            method: duesMethodNames[payment.method],
            receiptNumber: registered(payment.receiptNumber),
            collector: registered(payment.collector),
          },
        })),
        emptyText: words.nothing,
      },
      { type: 'note', text: words.note },
    ],
    signatures: words.signatures,
  };
}
