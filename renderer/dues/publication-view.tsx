import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { blankDuesPublication, type DuesPublication } from '../../contract/dues.ts';
import { monthEnd } from '../../rules/dates.ts';
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
import { TextField } from '../ui/text-field.tsx';
import { MoneyField, MonthField } from './money-field.tsx';
import { RecordDialog } from './record-dialog.tsx';

const words = text.dues.publication;
const figures = ['collected', 'remitted', 'spent', 'balance'] as const;

const columns: readonly TableColumn<DuesPublication>[] = [
  { key: 'publishedOn', title: words.publishedOn, width: 120, render: ({ publishedOn }) => publishedOn },
  { key: 'months', title: words.months, width: 250, render: ({ from, to }) => text.dues.months(from, to) },
  { key: 'method', title: words.method, render: ({ method }) => method },
  ...figures.map(
    (key): TableColumn<DuesPublication> => ({
      key,
      title: words[key],
      width: 120,
      align: 'right',
      render: (row) => (row[key] === null ? '' : text.dues.money(row[key])),
    }),
  ),
];

/** 公布: when the members were told, and what. */
export function PublicationView({ year }: { year: number }) {
  const { branch, asOf, route } = useWorkspace();
  const reading = useOperation('duesPublication.list', { branchId: branch.id, year }, { records: ['duesPublication'] });
  const [edited, setEdited] = useState<DuesPublication>();
  const [isOpened, setIsOpened] = useState(false);
  const rows = useMemo(() => rowsOf(reading.value ?? []), [reading.value]);
  const routed = reading.value?.find(({ id }) => id === route.recordId);
  const open = edited ?? (isOpened ? undefined : routed);
  const isThisYear = asOf.startsWith(String(year));
  const blank = {
    ...blankDuesPublication,
    id: newId(),
    revision: 0,
    branchId: branch.id,
    publishedOn: isThisYear ? asOf : `${year}-12-31`,
    from: `${year}-01`,
    to: isThisYear ? asOf.slice(0, 7) : `${year}-12`,
  } as DuesPublication;

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
          label={text.dues.views.publication}
          note={text.print.year(year)}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ publishedOn }) => publishedOn}
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
        <PublicationDialog
          key={open.id}
          start={open}
          onClose={() => {
            setEdited(undefined);
            setIsOpened(true);
          }}
        />
      )}
    </div>
  );
}

function PublicationDialog({ start, onClose }: { start: DuesPublication; onClose(): void }) {
  const [draft, setDraft] = useState(start);
  const [filled, setFilled] = useState(0);
  const saving = useSave('duesPublication.save');
  const removing = useSave('duesPublication.remove');
  const failure = saving.failure ?? removing.failure;
  const change = (fields: Partial<DuesPublication>) => setDraft({ ...draft, ...fields });
  const isPeriod = [draft.from, draft.to].every((month) => /^\d{4}-\d\d$/.test(month)) && draft.from <= draft.to;
  const end = isPeriod ? monthEnd(`${draft.to}-01`) : '';
  const isDay = /^\d{4}-\d\d-\d\d$/.test(draft.publishedOn);
  const to = isDay && draft.publishedOn < end ? draft.publishedOn : end;
  const account = useOperation(
    'dues.balance',
    isPeriod && `${draft.from}-01` <= to ? { branchId: draft.branchId, from: `${draft.from}-01`, to } : null,
  ).value;

  function fill(): void {
    if (account === undefined) return;
    const { income, remitted, spent, balance } = account;
    change({ collected: income, remitted, spent, balance: balance !== null && balance >= 0 ? balance : null });
    setFilled(filled + 1);
  }

  return (
    <RecordDialog
      history={{ record: 'duesPublication', id: start.id }}
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
      <Field label={words.publishedOn} error={fieldProblem(failure, 'publishedOn')} isRequired>
        <DateField value={draft.publishedOn} onChange={(publishedOn) => change({ publishedOn: publishedOn ?? '' })} />
      </Field>
      <Field label={words.method} hint={words.methodHint}>
        <TextField value={draft.method} onChange={(method) => change({ method })} />
      </Field>
      <Field label={words.from} error={fieldProblem(failure, 'from')} isRequired>
        <MonthField value={draft.from} onChange={(from) => change({ from })} />
      </Field>
      <Field label={words.to} error={fieldProblem(failure, 'to')} isRequired>
        <MonthField value={draft.to} onChange={(to) => change({ to })} />
      </Field>
      <div className="field-wide">
        <Button onClick={fill} disabled={account === undefined}>
          {words.figures}
        </Button>
      </div>
      {figures.map((key) => (
        <Field key={`${key} ${filled}`} label={words[key]} error={fieldProblem(failure, key)}>
          <MoneyField value={draft[key]} onChange={(fen) => change({ [key]: fen })} />
        </Field>
      ))}
      <Field label={text.dues.note} className="field-wide">
        <TextField value={draft.note} onChange={(note) => change({ note })} />
      </Field>
    </RecordDialog>
  );
}
