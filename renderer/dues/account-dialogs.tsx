import { useState } from 'react';
import type { DuesAccountEntry, DuesRemittance, DuesSpending } from '../../contract/dues.ts';
import { duesPurposeNames } from '../../rules/codes/dues.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { NumberField } from '../ui/number-field.tsx';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { MoneyField, MonthField } from './money-field.tsx';
import { RecordDialog } from './record-dialog.tsx';

const words = text.dues.account;

export function RemittanceDialog({ start, onClose }: { start: DuesRemittance; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const saving = useSave('duesRemittance.save');
  const removing = useSave('duesRemittance.remove');
  const failure = saving.failure ?? removing.failure;
  const change = (fields: Partial<DuesRemittance>) => setDraft({ ...draft, ...fields });
  return (
    <RecordDialog
      history={{ record: 'duesRemittance', id: start.id }}
      title={words.dialogs.remittance}
      isNew={start.revision === 0}
      isSaving={saving.isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await saving.save({ draft, reason })) !== undefined) onClose();
      }}
      onRemove={async (reason) => {
        const { id, revision } = start;
        if ((await removing.save({ id, revision, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.from} error={fieldProblem(failure, 'from')} isRequired>
        <MonthField value={draft.from} onChange={(from) => change({ from })} />
      </Field>
      <Field label={words.to} error={fieldProblem(failure, 'to')} isRequired>
        <MonthField value={draft.to} onChange={(to) => change({ to })} />
      </Field>
      <Field label={words.amount} error={fieldProblem(failure, 'amount')} isRequired>
        <MoneyField value={draft.amount} onChange={(amount) => change({ amount: amount ?? Number.NaN })} isFirst />
      </Field>
      <Field label={words.people} error={fieldProblem(failure, 'people')}>
        <NumberField value={draft.people} onChange={(people) => change({ people })} least={0} />
      </Field>
      <Field label={words.remittedOn} error={fieldProblem(failure, 'remittedOn')} isRequired>
        <DateField value={draft.remittedOn} onChange={(remittedOn) => change({ remittedOn: remittedOn ?? '' })} />
      </Field>
      <Field label={words.remitKind}>
        <SelectField
          value={draft.kind}
          options={optionsOf(words.remitKinds)}
          onChange={(kind) => kind !== null && change({ kind })}
        />
      </Field>
      <Field label={words.receiptNumber}>
        <TextField value={draft.receiptNumber} onChange={(receiptNumber) => change({ receiptNumber })} />
      </Field>
      <Field label={words.handler}>
        <TextField value={draft.handler} onChange={(handler) => change({ handler })} />
      </Field>
      <Field label={text.dues.note} className="field-wide">
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
    </RecordDialog>
  );
}

export function SpendingDialog({ start, onClose }: { start: DuesSpending; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const saving = useSave('duesSpending.save');
  const removing = useSave('duesSpending.remove');
  const failure = saving.failure ?? removing.failure;
  const change = (fields: Partial<DuesSpending>) => setDraft({ ...draft, ...fields });
  return (
    <RecordDialog
      history={{ record: 'duesSpending', id: start.id }}
      title={words.dialogs.spending}
      isNew={start.revision === 0}
      isSaving={saving.isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await saving.save({ draft, reason })) !== undefined) onClose();
      }}
      onRemove={async (reason) => {
        const { id, revision } = start;
        if ((await removing.save({ id, revision, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.spentOn} error={fieldProblem(failure, 'spentOn')} isRequired>
        <DateField value={draft.spentOn} onChange={(spentOn) => change({ spentOn: spentOn ?? '' })} />
      </Field>
      <Field label={words.purpose} hint={words.purposeSource}>
        <SelectField
          value={draft.purpose}
          options={optionsOf(duesPurposeNames)}
          onChange={(purpose) => purpose !== null && change({ purpose })}
        />
      </Field>
      <Field label={words.title} error={fieldProblem(failure, 'title')} isRequired>
        <TextField value={draft.title} onChange={(title) => change({ title })} isFirst />
      </Field>
      <Field label={words.amount} error={fieldProblem(failure, 'amount')} isRequired>
        <MoneyField value={draft.amount} onChange={(amount) => change({ amount: amount ?? Number.NaN })} />
      </Field>
      <Field label={words.approver}>
        <TextField value={draft.approver} onChange={(approver) => change({ approver })} />
      </Field>
      <Field label={words.voucher}>
        <TextField value={draft.voucherNumber} onChange={(voucherNumber) => change({ voucherNumber })} />
      </Field>
      <Field label={words.handler}>
        <TextField value={draft.handler} onChange={(handler) => change({ handler })} />
      </Field>
      <Field label={text.dues.note}>
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
    </RecordDialog>
  );
}

/** 期初结余, other income, 盘点. */
export function AccountEntryDialog({ start, onClose }: { start: DuesAccountEntry; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const saving = useSave('duesAccountEntry.save');
  const removing = useSave('duesAccountEntry.remove');
  const failure = saving.failure ?? removing.failure;
  const change = (fields: Partial<DuesAccountEntry>) => setDraft({ ...draft, ...fields });
  const hint = { opening: words.openingNote, 'other-income': undefined, counted: words.countNote }[start.kind];
  return (
    <RecordDialog
      history={{ record: 'duesAccountEntry', id: start.id }}
      title={words.dialogs[start.kind]}
      isNew={start.revision === 0}
      isSaving={saving.isSaving}
      failure={failure}
      onClose={onClose}
      onSave={async (reason) => {
        if ((await saving.save({ draft, reason })) !== undefined) onClose();
      }}
      onRemove={async (reason) => {
        const { id, revision } = start;
        if ((await removing.save({ id, revision, reason })) !== undefined) onClose();
      }}
    >
      <Field label={words.on} hint={hint} error={fieldProblem(failure, 'on')} isRequired>
        <DateField value={draft.on} onChange={(on) => change({ on: on ?? '' })} />
      </Field>
      <Field label={words.amount} error={fieldProblem(failure, 'amount')} isRequired>
        <MoneyField value={draft.amount} onChange={(amount) => change({ amount: amount ?? Number.NaN })} isFirst />
      </Field>
      {start.kind === 'other-income' && (
        <>
          <Field label={words.incomeTitle} error={fieldProblem(failure, 'title')}>
            <TextField value={draft.title} onChange={(title) => change({ title })} />
          </Field>
          <Field label={words.voucher}>
            <TextField value={draft.voucherNumber} onChange={(voucherNumber) => change({ voucherNumber })} />
          </Field>
        </>
      )}
      <Field label={words.handler}>
        <TextField value={draft.handler} onChange={(handler) => change({ handler })} />
      </Field>
      <Field label={text.dues.note}>
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
    </RecordDialog>
  );
}
