import { Button } from 'antd';
import { useState } from 'react';
import type { DuesFixing } from '../../contract/dues.ts';
import type { DuesComputed } from '../../contract/dues-operations.ts';
import { duesCategoryNames, excludedKindNames } from '../../rules/codes/dues.ts';
import { isFixedAmount } from '../../rules/dues.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ExcludedItemsEditor, PayItemsEditor } from './items-editor.tsx';
import { MoneyField, MonthField } from './money-field.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { usePeople } from './use-people.ts';

const words = text.dues.fixing;

/** 核定 of one member: what is earned, what does not count, and what the rules make of it while it is typed. */
export function FixingDialog({
  start,
  onAnother,
  onClose,
}: {
  start: DuesFixing;
  /** A change during the year: another fixing of the same member. */
  onAnother(fixing: DuesFixing): void;
  onClose(): void;
}) {
  const [draft, setDraft] = useState(start);
  const people = usePeople();
  const saving = useSave('duesFixing.save');
  const removing = useSave('duesFixing.remove');
  const failure = saving.failure ?? removing.failure;
  const isNew = start.revision === 0;
  const isSigned = !isNew && start.signedOn !== null;
  const hasItems = draft.payItems.length > 0;
  const isFixed = isFixedAmount(draft.category);
  const computed = useComputed(draft);
  const change = (fields: Partial<DuesFixing>) => setDraft({ ...draft, ...fields });

  async function store(reason: string): Promise<void> {
    const { base, rate: _rate, ...rest } = draft;
    // With items the base follows from them; the rate always does.
    const saved = await saving.save({
      draft: isSigned
        ? {
            id: draft.id,
            revision: draft.revision,
            signedOn: draft.signedOn,
            changeNote: draft.changeNote,
            note: draft.note,
          }
        : { ...rest, ...(hasItems || isFixed ? {} : { base }), monthlyAmount: amountOf(draft, computed) },
      reason,
    });
    if (saved !== undefined) onClose();
  }

  return (
    <RecordDialog
      history={{ record: 'duesFixing', id: start.id }}
      title={draft.memberId === '' ? words.newTitle : words.editTitle(people.nameOf(draft.memberId))}
      width={760}
      isNew={isNew}
      isSaving={saving.isSaving}
      failure={failure}
      onClose={onClose}
      onSave={(reason) => void store(reason)}
      onRemove={async (reason) => {
        const { id, revision } = start;
        if ((await removing.save({ id, revision, reason })) !== undefined) onClose();
      }}
    >
      {isSigned && (
        <p className="dues-computed field-wide">
          {words.signed}{' '}
          <Button size="small" onClick={() => onAnother(start)}>
            {words.another}
          </Button>
        </p>
      )}
      <Field label={words.name} error={fieldProblem(failure, 'memberId')} isRequired>
        <SelectField
          value={draft.memberId === '' ? null : draft.memberId}
          options={people.options}
          isDisabled={!isNew}
          onChange={(memberId) => change({ memberId: memberId ?? '' })}
        />
      </Field>
      <Field label={words.category}>
        <SelectField
          value={draft.category}
          options={optionsOf(duesCategoryNames)}
          isDisabled={isSigned}
          onChange={(category) => category !== null && change({ category, monthlyAmount: Number.NaN })}
        />
      </Field>
      {!isSigned && !isFixed && (
        <>
          <Field
            label={draft.category === 'irregular-income' ? words.irregularItems : words.payItems}
            error={fieldProblem(failure, 'payItems')}
          >
            <PayItemsEditor
              items={draft.payItems}
              onChange={(payItems) => change({ payItems, monthlyAmount: Number.NaN })}
            />
          </Field>
          <Field label={words.excludedItems} error={fieldProblem(failure, 'excludedItems')}>
            <ExcludedItemsEditor
              items={draft.excludedItems}
              onChange={(excludedItems) => change({ excludedItems, monthlyAmount: Number.NaN })}
            />
          </Field>
          {!hasItems && (
            <Field label={words.base} hint={words.baseHint} error={fieldProblem(failure, 'base')}>
              <MoneyField value={draft.base} onChange={(base) => change({ base, monthlyAmount: Number.NaN })} />
            </Field>
          )}
        </>
      )}
      {!isSigned && (
        <div className="dues-computed field-wide" role="status">
          <ComputedText computed={computed} />
        </div>
      )}
      {isSigned && draft.payItems.length > 0 && <SignedItems fixing={draft} />}
      <Field label={words.amount} error={fieldProblem(failure, 'monthlyAmount')} isRequired>
        <MoneyField
          key={String(computed?.amount)}
          value={amountOf(draft, computed)}
          isDisabled={isSigned}
          onChange={(monthlyAmount) => change({ monthlyAmount: monthlyAmount ?? Number.NaN })}
        />
      </Field>
      <Field label={words.from} error={fieldProblem(failure, 'from')}>
        {isSigned ? (
          <span>{text.dues.month(draft.from)}</span>
        ) : (
          <MonthField value={draft.from} onChange={(from) => change({ from })} />
        )}
      </Field>
      <Field label={words.signedOn} error={fieldProblem(failure, 'signedOn')}>
        <DateField value={draft.signedOn} onChange={(signedOn) => change({ signedOn })} />
      </Field>
      <CheckField
        label={words.isVoluntary}
        isChecked={draft.isVoluntary}
        isDisabled={isSigned}
        onChange={(isVoluntary) => change({ isVoluntary })}
      />
      <Field label={words.changeNote}>
        <TextField value={draft.changeNote} onChange={(changeNote) => change({ changeNote })} />
      </Field>
      <Field label={words.note}>
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
    </RecordDialog>
  );
}

/** The pay slip as it was signed. */
function SignedItems({ fixing }: { fixing: DuesFixing }) {
  const { money } = text.dues;
  const excluded = fixing.excludedItems.map(({ kind, amount }) => ({ name: excludedKindNames[kind], amount }));
  const line = (items: readonly { name: string; amount: number }[]) =>
    items.map(({ name, amount }) => `${name} ${money(amount)}`).join('；');
  return (
    <div className="dues-computed field-wide">
      <p>{`${words.payItems}：${line(fixing.payItems)}`}</p>
      {excluded.length > 0 && <p>{`${words.excludedItems}：${line(excluded)}`}</p>}
      <p>{`${words.base} ${money(fixing.base)}，${words.rate} ${text.dues.rate(fixing.rate)}`}</p>
    </div>
  );
}

/** What was typed as the amount, else what the rules make of the income. */
function amountOf(draft: DuesFixing, computed: DuesComputed | undefined): number {
  return Number.isNaN(draft.monthlyAmount) ? (computed?.amount ?? Number.NaN) : draft.monthlyAmount;
}

/** What the engine makes of the income; nothing is asked while an amount is half typed. */
function useComputed(draft: DuesFixing): DuesComputed | undefined {
  const { category, payItems, excludedItems, base, isVoluntary, from } = draft;
  const amounts = [...payItems, ...excludedItems].map(({ amount }) => amount);
  const isWhole =
    amounts.every(Number.isFinite) &&
    payItems.every(({ name }) => name.trim() !== '') &&
    !Number.isNaN(base) &&
    /^\d{4}-\d\d$/.test(from);
  const input = isWhole ? { category, payItems, excludedItems, base, isVoluntary, on: `${from}-01` } : null;
  return useOperation('dues.compute', input, { records: ['setting'] }).value;
}

function ComputedText({ computed }: { computed: DuesComputed | undefined }) {
  const { money, rate } = text.dues;
  if (computed?.base !== undefined && computed.base !== null && computed.base < 0) return <p>{words.negative}</p>;
  if (computed === undefined || computed.amount === null) return <p>{words.nothing}</p>;
  const { base, byRate, amount, least, most, isCapped, source } = computed;
  return (
    <>
      {base !== null && <p>{words.computed(money(base), rate(computed.rate), money(byRate))}</p>}
      <p>
        <strong>
          {least !== null && most !== null && most > least && !isCapped
            ? words.range(money(least), money(most))
            : words.due(money(amount))}
        </strong>
        {isCapped && ` ${words.capped(money(amount))}`}
      </p>
      <p className="note">{source}</p>
    </>
  );
}
