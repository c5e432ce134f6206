import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import type { RosterPlan } from '../../contract/roster-import.ts';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { DateField, dateProblem } from '../ui/date-field.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { CountBar } from './count-bar.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';

const words = text.rosterImport;

/** The plan before anything is written: counts, every problem at its cell, what changes; then yes or no. */
export function PlanView({
  planId,
  plan,
  path,
  onChooseAnother,
  onPlanAgain,
  onGiveUp,
  onApplied,
}: {
  planId: string;
  plan: RosterPlan;
  path: readonly { name: string; onOpen?: () => void }[];
  onChooseAnother(): void;
  onPlanAgain(sheet?: string): void;
  onGiveUp(): void;
  onApplied(applied: Output<'import.apply'>): void;
}) {
  const { today } = useWorkspace();
  const shell = useShell();
  const applying = useJob('import.apply');
  const marking = useJob('import.markedCopy');
  const [unwanted, setUnwanted] = useState<ReadonlySet<string>>(new Set());
  const [onRollFrom, setOnRollFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`);
  const { counts } = plan;
  const skipped = counts.problemRows;
  const problems = useMemo(
    () => plan.problems.map(({ personName, ...problem }) => ({ ...problem, name: personName })),
    [plan],
  );
  const changed = useMemo(
    () =>
      plan.changed.filter(({ row, changes }) => changes.some(({ field }) => !unwanted.has(`${row} ${field}`))).length,
    [plan, unwanted],
  );
  const people = counts.new + changed;
  const isDateWrong = onRollFrom === null || dateProblem(onRollFrom, true) !== undefined;

  async function apply(): Promise<void> {
    if (onRollFrom === null) return;
    const leaveOut = plan.changed.flatMap(({ row, changes }) =>
      changes.flatMap(({ field }) => (unwanted.has(`${row} ${field}`) ? [{ row, field }] : [])),
    );
    const result = await applying.start({ planId, skipProblemRows: skipped > 0, leaveOut, onRollFrom });
    if (result !== undefined) onApplied({ ...result, counts: { ...result.counts, changed } });
  }
  async function downloadMarked(): Promise<void> {
    const file = await shell.choose({ kind: 'save-file', suggestedName: words.markedName(plan.fileName) });
    if (file !== null) await marking.start({ planId, file: file.token });
  }

  return (
    <div className="import">
      <PageHeader
        title={words.planTitle}
        summary={words.summary(plan.fileName, plan.sheet, plan.headerRow + 1, plan.lastRow, allPeople(plan))}
        path={path}
        actions={
          <>
            {plan.sheets.length > 1 && (
              <SelectField
                label={words.sheet}
                value={plan.sheet}
                options={plan.sheets.map(({ name, people: rows }) => ({
                  value: name,
                  label: words.sheetOption(name, rows),
                }))}
                onChange={(sheet) => sheet !== null && onPlanAgain(sheet)}
              />
            )}
            <Button onClick={onChooseAnother}>{words.another}</Button>
          </>
        }
      />
      <CountBar counts={{ ...counts, changed }} />
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
      {plan.problems.length > 0 && <ProblemsPanel problems={problems} rows={skipped} />}
      <OutcomePanel plan={plan} unwanted={unwanted} onUnwanted={setUnwanted} />
      <footer className="import-foot">
        {plan.problems.length > 0 && (
          <Button disabled={marking.isRunning} onClick={() => void downloadMarked()}>
            {words.marked}
          </Button>
        )}
        {marking.result !== undefined && <span role="status">{words.markedDone(marking.result.cells)}</span>}
        {counts.new > 0 && (
          <Field label={words.onRollFrom} hint={words.onRollHint} className="import-roll">
            <DateField value={onRollFrom} onChange={setOnRollFrom} isPartial />
          </Field>
        )}
        <span className="import-will">
          {people === 0 ? words.nothingToDo : words.willDo(counts.new, changed, skipped)}
        </span>
        <Button onClick={onGiveUp}>{text.action.cancel}</Button>
        <PermitButton
          right="decide"
          type="primary"
          disabled={people === 0 || applying.isRunning || (counts.new > 0 && isDateWrong)}
          onClick={() => void apply()}
        >
          {applying.isRunning ? words.applying : skipped > 0 ? words.applySkipping : words.apply(people)}
        </PermitButton>
      </footer>
    </div>
  );
}

function allPeople({ counts }: RosterPlan): number {
  return counts.new + counts.changed + counts.same + counts.problemRows;
}
