import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import type { QuestionEntry, QuestionPlan } from '../../contract/question-import.ts';
import { questionKindNames } from '../../rules/codes/exam.ts';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { text } from '../text/zh-CN.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { rowsOf } from '../ui/row-source.ts';
import { SelectField } from '../ui/select-field.tsx';
import { CountBar } from './count-bar.tsx';
import { NoticesTable } from './plan-tables.tsx';
import { ProblemsPanel } from './problems-panel.tsx';

const words = text.exams.import;
const shared = text.rosterImport;

const kind: TableColumn<QuestionEntry> = {
  key: 'kind',
  title: text.exams.bank.kind,
  width: 70,
  render: (entry) => questionKindNames[entry.kind],
};
const stem: TableColumn<QuestionEntry> = {
  key: 'stem',
  title: text.exams.bank.stem,
  render: (entry) => <span title={entry.stem}>{entry.stem}</span>,
};
const row: TableColumn<QuestionEntry> = {
  key: 'row',
  title: words.row,
  width: 60,
  align: 'right',
  render: (entry) => entry.row,
};
const newColumns = [
  kind,
  stem,
  { key: 'answer', title: text.exams.bank.answer, width: 200, render: (entry: QuestionEntry) => entry.answer },
  row,
];
const changedColumns = [
  kind,
  stem,
  {
    key: 'changes',
    title: words.field,
    width: 420,
    render: ({ changes }: QuestionEntry) => {
      const said = changes
        .map(({ field, before, after }) => `${words.fields[field]}：${before || shared.changes.blank} → ${after}`)
        .join('；');
      return <span title={said}>{said}</span>;
    },
  },
  row,
];

type Tab = 'new' | 'changed' | 'notices';

/** The plan before anything is written: counts, every problem at its cell, what is new, what changes. */
export function QuestionPlanView({
  planId,
  plan,
  path,
  onChooseAnother,
  onPlanAgain,
  onGiveUp,
  onApplied,
}: {
  planId: string;
  plan: QuestionPlan;
  path: readonly { name: string; onOpen?: () => void }[];
  onChooseAnother(): void;
  onPlanAgain(sheet?: string): void;
  onGiveUp(): void;
  onApplied(applied: Output<'questionImport.apply'>): void;
}) {
  const shell = useShell();
  const applying = useJob('questionImport.apply');
  const marking = useJob('questionImport.markedCopy');
  const { counts } = plan;
  const [tab, setTab] = useState<Tab>(counts.new > 0 || counts.changed === 0 ? 'new' : 'changed');
  const titles: Record<Tab, string> = {
    new: words.newTitle(counts.new),
    changed: words.changedTitle(counts.changed),
    notices: words.noticesTitle(plan.notices.length),
  };
  const skipped = counts.problemRows;
  const written = counts.new + counts.changed;
  const problems = useMemo(() => plan.problems.map(({ stem: name, ...problem }) => ({ ...problem, name })), [plan]);

  async function apply(): Promise<void> {
    const result = await applying.start({ planId, skipProblemRows: skipped > 0 });
    if (result !== undefined) onApplied(result);
  }
  async function downloadMarked(): Promise<void> {
    const file = await shell.choose({ kind: 'save-file', suggestedName: shared.markedName(plan.fileName) });
    if (file !== null) await marking.start({ planId, file: file.token });
  }

  return (
    <div className="import">
      <PageHeader
        title={words.planTitle}
        summary={words.summary(
          plan.fileName,
          plan.sheet,
          plan.headerRow + 1,
          plan.lastRow,
          written + counts.same + skipped,
        )}
        path={path}
        actions={
          <>
            {plan.sheets.length > 1 && (
              <SelectField
                label={shared.sheet}
                value={plan.sheet}
                options={plan.sheets.map(({ name, questions }) => ({
                  value: name,
                  label: words.sheetOption(name, questions),
                }))}
                onChange={(sheet) => sheet !== null && onPlanAgain(sheet)}
              />
            )}
            <Button onClick={onChooseAnother}>{words.another}</Button>
          </>
        }
      />
      <CountBar counts={counts} />
      {applying.failure !== undefined && (
        <FailurePanel
          failure={applying.failure}
          onClose={applying.clear}
          actions={
            applying.failure.code === 'plan-expired' && (
              <Button size="small" onClick={() => onPlanAgain(plan.sheet)}>
                {words.planTitle}
              </Button>
            )
          }
        />
      )}
      {marking.failure !== undefined && <FailurePanel failure={marking.failure} onClose={marking.clear} />}
      {problems.length > 0 && <ProblemsPanel problems={problems} rows={skipped} what={text.exams.bank.stem} />}
      <Panel
        title={titles[tab]}
        isFlush
        className="import-outcome"
        extra={
          <Segmented<Tab>
            aria-label={shared.tabs}
            size="small"
            value={tab}
            onChange={setTab}
            options={(Object.keys(titles) as Tab[]).map((value) => ({ value, label: titles[value] }))}
          />
        }
      >
        {tab === 'new' && <Entries entries={plan.new} columns={newColumns} label={titles.new} />}
        {tab === 'changed' && <Entries entries={plan.changed} columns={changedColumns} label={titles.changed} />}
        {tab === 'notices' && <NoticesTable notices={plan.notices} />}
      </Panel>
      <footer className="import-foot">
        {problems.length > 0 && (
          <Button disabled={marking.isRunning} onClick={() => void downloadMarked()}>
            {shared.marked}
          </Button>
        )}
        {marking.result !== undefined && <span role="status">{shared.markedDone(marking.result.cells)}</span>}
        <span className="import-will">
          {written === 0 ? shared.nothingToDo : words.willDo(counts.new, counts.changed, skipped)}
        </span>
        <Button onClick={onGiveUp}>{text.action.cancel}</Button>
        <PermitButton
          right="decide"
          type="primary"
          disabled={written === 0 || applying.isRunning}
          onClick={() => void apply()}
        >
          {applying.isRunning ? shared.applying : skipped > 0 ? shared.applySkipping : words.apply(written)}
        </PermitButton>
      </footer>
    </div>
  );
}

function Entries({
  entries,
  columns,
  label,
}: {
  entries: readonly QuestionEntry[];
  columns: readonly TableColumn<QuestionEntry>[];
  label: string;
}) {
  const rows = useMemo(() => rowsOf(entries), [entries]);
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      keyOf={(entry) => String(entry.row)}
      nameOf={(entry) => entry.stem}
      empty={<p className="empty-state">{words.none}</p>}
    />
  );
}
