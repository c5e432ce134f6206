import { Button } from 'antd';
import { useState } from 'react';
import { blankDuesPayment, type DuesPayment } from '../../contract/dues.ts';
import { duesMethodNames } from '../../rules/codes/dues.ts';
import { addMonths } from '../../rules/dates.ts';
import { amountInWords } from '../../rules/money.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { MoneyField, MonthField } from './money-field.tsx';
import { RecordDialog } from './record-dialog.tsx';
import type { Received } from './use-grid-entry.ts';
import { usePeople } from './use-people.ts';

const words = text.dues.payment;

/** The payments behind a cell: one opens, of several one is chosen, none starts a new one. */
export function PaymentDialog({
  memberId,
  month,
  received,
  onClose,
}: {
  memberId: string;
  month: string;
  received: Received;
  onClose(): void;
}) {
  const { branch } = useWorkspace();
  const { nameOf } = usePeople();
  const reading = useOperation('duesPayment.list', { branchId: branch.id, memberId }, { records: ['duesPayment'] });
  const [chosen, setChosen] = useState<DuesPayment>();
  if (reading.value === undefined) return null;
  const found = reading.value.filter(({ lines }) => lines.some((line) => line.month === month));
  const blank = {
    ...blankDuesPayment,
    ...received,
    id: newId(),
    revision: 0,
    branchId: branch.id,
    memberId,
    kind: 'monthly',
    lines: [{ month, amount: Number.NaN }],
    amount: Number.NaN,
    isBackPayment: false,
  } as DuesPayment;
  const [only] = found;
  const start = chosen ?? (found.length > 1 ? undefined : (only ?? blank));
  if (start !== undefined)
    return <PaymentEditor key={start.id} start={start} name={nameOf(memberId)} onClose={onClose} />;
  return (
    <Dialog title={words.title(nameOf(memberId))} onClose={onClose}>
      <p>{words.choose}</p>
      {found.map((payment) => (
        <Button key={payment.id} onClick={() => setChosen(payment)}>
          {words.one(payment.paidOn, payment.amount)}
        </Button>
      ))}
      <Button onClick={() => setChosen(blank)}>{words.add}</Button>
    </Dialog>
  );
}

function PaymentEditor({ start, name, onClose }: { start: DuesPayment; name: string; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const saving = useSave('duesPayment.save');
  const removing = useSave('duesPayment.remove');
  const failure = saving.failure ?? removing.failure;
  const isNew = start.revision === 0;
  const isMonthly = draft.kind === 'monthly';
  const change = (fields: Partial<DuesPayment>) => setDraft({ ...draft, ...fields });
  const changeLine = (index: number, line: Partial<DuesPayment['lines'][number]>) =>
    change({ lines: draft.lines.map((each, at) => (at === index ? { ...each, ...line } : each)) });
  const sum = isMonthly ? draft.lines.reduce((total, { amount }) => total + amount, 0) : draft.amount;

  async function store(reason: string): Promise<void> {
    // 补交 follows from the days.
    const { isBackPayment: _computed, ...rest } = draft;
    const saved = await saving.save({ draft: { ...rest, amount: sum }, reason });
    if (saved !== undefined) onClose();
  }

  return (
    <RecordDialog
      history={{ record: 'duesPayment', id: start.id }}
      title={words.title(name)}
      isNew={isNew}
      isSaving={saving.isSaving}
      failure={failure}
      onClose={onClose}
      onSave={(reason) => void store(reason)}
      onRemove={async (reason, second) => {
        const { id, revision } = start;
        const removal = { id, revision, reason, ...(second === undefined ? {} : { second }) };
        if ((await removing.save(removal)) !== undefined) onClose();
      }}
    >
      <Field label={words.kind}>
        <SelectField
          value={draft.kind}
          options={optionsOf(words.kinds)}
          onChange={(kind) =>
            kind !== null && change({ kind, lines: kind === 'voluntary' ? [] : start.lines, amount: draft.amount })
          }
        />
      </Field>
      <Field label={words.paidOn} error={fieldProblem(failure, 'paidOn')} isRequired>
        <DateField value={draft.paidOn} onChange={(paidOn) => change({ paidOn: paidOn ?? '' })} />
      </Field>
      {isMonthly ? (
        <Field label={words.lines} error={fieldProblem(failure, 'lines')} className="field-wide" isRequired>
          <div className="dues-lines">
            {draft.lines.map((line, index) => (
              <div key={index} className="dues-line">
                <MonthField label={words.lines} value={line.month} onChange={(month) => changeLine(index, { month })} />
                <MoneyField
                  label={words.amount}
                  value={line.amount}
                  isFirst={index === 0}
                  onChange={(amount) => changeLine(index, { amount: amount ?? Number.NaN })}
                />
                <Button
                  size="small"
                  onClick={() => change({ lines: draft.lines.filter((_, at) => at !== index) })}
                  disabled={draft.lines.length === 1}
                >
                  {words.removeMonth}
                </Button>
              </div>
            ))}
            <Button
              size="small"
              onClick={() => {
                const last = draft.lines.at(-1);
                const month = last === undefined ? '' : addMonths(last.month, 1);
                change({ lines: [...draft.lines, { month, amount: last?.amount ?? Number.NaN }] });
              }}
            >
              {words.addMonth}
            </Button>
          </div>
        </Field>
      ) : (
        <Field label={words.amount} error={fieldProblem(failure, 'amount')} isRequired>
          <MoneyField value={draft.amount} onChange={(amount) => change({ amount: amount ?? Number.NaN })} />
        </Field>
      )}
      <Field label={words.method}>
        <SelectField
          value={draft.method}
          options={optionsOf(duesMethodNames)}
          onChange={(method) => method !== null && change({ method })}
        />
      </Field>
      <Field label={words.collector}>
        <TextField value={draft.collector} onChange={(collector) => change({ collector })} />
      </Field>
      <Field label={words.payer} hint={words.payerHint}>
        <TextField value={draft.payer} onChange={(payer) => change({ payer })} />
      </Field>
      <Field label={words.receiptNumber}>
        <TextField value={draft.receiptNumber} onChange={(receiptNumber) => change({ receiptNumber })} />
      </Field>
      <Field label={words.beyondLimitReason} hint={words.beyondLimitHint} className="field-wide">
        <TextField value={draft.beyondLimitReason} onChange={(beyondLimitReason) => change({ beyondLimitReason })} />
      </Field>
      <Field label={text.dues.note}>
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
      {Number.isFinite(sum) && sum > 0 && (
        <p className="note field-wide">{`${words.inWords}：${amountInWords(sum)}`}</p>
      )}
    </RecordDialog>
  );
}
