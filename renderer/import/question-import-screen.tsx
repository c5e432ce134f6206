import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { ProgressCard } from '../ui/progress-card.tsx';
import { BatchesPanel } from './batches-panel.tsx';
import { QuestionPlanView } from './question-plan-view.tsx';
import './import.css';

const words = text.exams.import;

/** Choose a workbook of questions, look at the plan, write it or not; and what was imported before. */
export function QuestionImportScreen() {
  const { branch, go } = useWorkspace();
  const shell = useShell();
  const planning = useJob('questionImport.plan');
  const form = useJob('questionImport.template');
  const [applied, setApplied] = useState<Output<'questionImport.apply'> | null>(null);
  const toBank = () => go({ screen: 'education', view: 'questions' });
  const path = [{ name: words.path, onOpen: toBank }, { name: words.title }];

  async function choose(): Promise<void> {
    const file = await shell.choose({ kind: 'open-roster' });
    if (file === null) return;
    setApplied(null);
    await planning.start({ file: file.token, branchId: branch.id });
  }
  async function planAgain(planId: string, sheet?: string): Promise<void> {
    await planning.start({ planId, branchId: branch.id, ...(sheet === undefined ? {} : { sheet }) });
  }
  async function saveForm(): Promise<void> {
    const file = await shell.choose({ kind: 'save-file', suggestedName: words.formName });
    if (file !== null) await form.start({ file: file.token });
  }

  if (planning.result !== undefined && applied === null) {
    const { planId, plan } = planning.result;
    return (
      <QuestionPlanView
        key={planId}
        planId={planId}
        plan={plan}
        path={path}
        onChooseAnother={() => void choose()}
        onPlanAgain={(sheet) => void planAgain(planId, sheet)}
        onGiveUp={planning.clear}
        onApplied={setApplied}
      />
    );
  }
  return (
    <div className="import">
      <PageHeader
        title={words.title}
        path={path}
        actions={
          <>
            <Button disabled={form.isRunning} onClick={() => void saveForm()}>
              {words.form}
            </Button>
            <PermitButton right="decide" type="primary" disabled={planning.isRunning} onClick={() => void choose()}>
              {words.choose}
            </PermitButton>
          </>
        }
      />
      {form.result !== undefined && <p role="status">{words.formDone}</p>}
      {form.failure !== undefined && <FailurePanel failure={form.failure} onClose={form.clear} />}
      {applied !== null && (
        <Panel className="import-done">
          <p role="status">{words.done(applied.counts.new, applied.counts.changed)}</p>
          <Button type="primary" onClick={toBank}>
            {words.seeBank}
          </Button>
        </Panel>
      )}
      {planning.isRunning ? (
        <ProgressCard
          title={words.planning}
          progress={planning.progress}
          startedAt={planning.startedAt}
          onCancel={planning.cancel}
          staysAfterCancel={words.planningCancel}
        />
      ) : (
        applied === null && <p className="note">{words.start}</p>
      )}
      {planning.failure !== undefined && <FailurePanel failure={planning.failure} onClose={planning.clear} />}
      <BatchesPanel
        of="questionImport.batches"
        none={words.noBatches}
        onUndone={() => {
          planning.clear();
          setApplied(null);
        }}
      />
    </div>
  );
}
