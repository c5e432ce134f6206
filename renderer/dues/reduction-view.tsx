import { useMemo, useState } from 'react';
import { blankDuesReduction, type DuesReduction } from '../../contract/dues.ts';
import { isReductionApproved } from '../../rules/dues.ts';
import { newId } from '../data/new-id.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { DateField } from '../ui/date-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { fieldProblem } from '../ui/field-problem.ts';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { MoneyField, MonthField } from './money-field.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { usePeople } from './use-people.ts';

const words = text.dues.reduction;

/** 少交和免交: who pays less or nothing, and whether it was studied and approved. */
export function ReductionView({ year }: { year: number }) {
  const { branch, route } = useWorkspace();
  const people = usePeople();
  const reading = useOperation('duesReduction.list', { branchId: branch.id, year }, { records: ['duesReduction'] });
  const [edited, setEdited] = useState<DuesReduction>();
  const [isOpened, setIsOpened] = useState(false);
  const rows = useMemo(() => rowsOf(reading.value ?? []), [reading.value]);
  const { nameOf } = people;
  const columns = useMemo((): readonly TableColumn<DuesReduction>[] => {
    const name = (row: DuesReduction) => <span className="row-name">{nameOf(row.memberId)}</span>;
    return [
      { key: 'name', title: text.dues.member, width: 110, render: name },
      { key: 'kind', title: words.kind, width: 70, render: ({ kind }) => words.kinds[kind] },
      { key: 'months', title: words.months, width: 250, render: ({ from, to }) => text.dues.months(from, to) },
      {
        key: 'amount',
        title: words.monthlyAmount,
        width: 110,
        align: 'right',
        render: ({ monthlyAmount }) => (monthlyAmount === null ? '' : text.dues.money(monthlyAmount)),
      },
      { key: 'why', title: words.why, render: ({ reason }) => reason },
      {
        key: 'state',
        title: words.state,
        width: 240,
        render: (row) => (isReductionApproved(row) ? words.approved : words.unapproved),
      },
    ];
  }, [nameOf]);
  const routed = reading.value?.find(({ id }) => id === route.recordId);
  const open = edited ?? (isOpened ? undefined : routed);
  const blank = {
    ...blankDuesReduction,
    id: newId(),
    revision: 0,
    branchId: branch.id,
    memberId: '',
    kind: 'reduced',
    from: `${year}-01`,
    to: `${year}-12`,
  } as DuesReduction;

  return (
    <div className="dues-view">
      <div className="dues-actions">
        <span className="dues-summary note">{words.source}</span>
        <PermitButton right="enter" type="primary" onClick={() => setEdited(blank)}>
          {words.add}
        </PermitButton>
      </div>
      {reading.failure !== undefined && <FailurePanel failure={reading.failure} />}
      <div className="dues-list">
        <DataTable
          label={text.dues.views.reduction}
          note={text.print.year(year)}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ memberId }) => nameOf(memberId)}
          onOpen={setEdited}
          isFirst
          empty={
            <EmptyState
              sentence={words.none}
              action={{ label: words.add, onAct: () => setEdited(blank), right: 'enter' }}
            />
          }
        />
      </div>
      {open !== undefined && (
        <ReductionDialog
          key={open.id}
          start={open}
          people={people}
          onClose={() => {
            setEdited(undefined);
            setIsOpened(true);
          }}
        />
      )}
    </div>
  );
}

function ReductionDialog({
  start,
  people,
  onClose,
}: {
  start: DuesReduction;
  people: ReturnType<typeof usePeople>;
  onClose(): void;
}) {
  const [draft, setDraft] = useState(start);
  const saving = useSave('duesReduction.save');
  const removing = useSave('duesReduction.remove');
  const failure = saving.failure ?? removing.failure;
  const change = (fields: Partial<DuesReduction>) => setDraft({ ...draft, ...fields });
  return (
    <RecordDialog
      history={{ record: 'duesReduction', id: start.id }}
      title={words.editTitle}
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
      <Field label={text.dues.member} error={fieldProblem(failure, 'memberId')} isRequired>
        <SelectField
          value={draft.memberId === '' ? null : draft.memberId}
          options={people.options}
          onChange={(memberId) => change({ memberId: memberId ?? '' })}
        />
      </Field>
      <Field label={words.kind}>
        <SelectField
          value={draft.kind}
          options={optionsOf(words.kinds)}
          onChange={(kind) =>
            kind !== null && change({ kind, monthlyAmount: kind === 'exempt' ? null : draft.monthlyAmount })
          }
        />
      </Field>
      <Field label={words.from} error={fieldProblem(failure, 'from')} isRequired>
        <MonthField value={draft.from} onChange={(from) => change({ from })} />
      </Field>
      <Field label={words.to} error={fieldProblem(failure, 'to')} isRequired>
        <MonthField value={draft.to} onChange={(to) => change({ to })} />
      </Field>
      {draft.kind === 'reduced' && (
        <Field label={words.monthlyAmount} error={fieldProblem(failure, 'monthlyAmount')} isRequired>
          <MoneyField value={draft.monthlyAmount} onChange={(monthlyAmount) => change({ monthlyAmount })} />
        </Field>
      )}
      <Field label={words.why}>
        <TextField value={draft.reason} onChange={(reason) => change({ reason })} />
      </Field>
      <Field label={words.studiedOn} error={fieldProblem(failure, 'studiedOn')}>
        <DateField value={draft.studiedOn} onChange={(studiedOn) => change({ studiedOn })} />
      </Field>
      <Field label={words.approvedOn} error={fieldProblem(failure, 'approvedOn')}>
        <DateField value={draft.approvedOn} onChange={(approvedOn) => change({ approvedOn })} />
      </Field>
      <Field label={words.approvedBy}>
        <TextField value={draft.approvedBy} onChange={(approvedBy) => change({ approvedBy })} />
      </Field>
      <Field label={words.approvalNumber}>
        <TextField value={draft.approvalNumber} onChange={(approvalNumber) => change({ approvalNumber })} />
      </Field>
      <Field label={text.dues.note} className="field-wide">
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
    </RecordDialog>
  );
}
