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
import { PlanView } from './plan-view.tsx';
import './import.css';

const words = text.rosterImport;

/** Choose a roster, look at the plan, write it or not; and what was imported before. */
export function ImportScreen() {
  const { branch, go } = useWorkspace();
  const shell = useShell();
  const planning = useJob('import.plan');
  const [applied, setApplied] = useState<Output<'import.apply'> | null>(null);

  async function choose(): Promise<void> {
    const file = await shell.choose({ kind: 'open-roster' });
    if (file === null) return;
    setApplied(null);
    await planning.start({ file: file.token, branchId: branch.id });
  }
  /** The same file again: another sheet, or after the archive changed. */
  async function planAgain(planId: string, sheet?: string): Promise<void> {
    await planning.start({ planId, branchId: branch.id, ...(sheet === undefined ? {} : { sheet }) });
  }

  /** What was planned and written is taken back: the plan of it tells nothing any more. */
  function forget(): void {
    planning.clear();
    setApplied(null);
  }

  const members = { name: words.path, onOpen: () => go({ screen: 'members' }) };
  if (planning.result !== undefined && applied === null) {
    const { planId, plan } = planning.result;
    return (
      <PlanView
        key={planId}
        planId={planId}
        plan={plan}
        path={[members, { name: words.title }]}
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
        path={[members, { name: words.title }]}
        actions={
          <PermitButton right="decide" type="primary" disabled={planning.isRunning} onClick={() => void choose()}>
            {words.choose}
          </PermitButton>
        }
      />
      {applied !== null && (
        <Panel className="import-done">
          <p role="status">{words.done(applied.counts.new, applied.counts.changed)}</p>
          <Button onClick={() => go({ screen: 'members' })}>{words.seeMembers}</Button>
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
      <BatchesPanel onUndone={forget} />
    </div>
  );
}
