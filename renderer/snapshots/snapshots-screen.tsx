import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { JobOutcome, ProgressCard } from '../ui/progress-card.tsx';
import { ContentPanel } from './content-panel.tsx';
import { DeliveredPanel } from './delivered-panel.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { TargetPanel } from './target-panel.tsx';
import './snapshots.css';

const words = text.snapshots;

/** What goes to the superior: when it last did, what it is, to whom it goes, and the two ways there. */
export function SnapshotsScreen() {
  const { branch, today } = useWorkspace();
  const shell = useShell();
  const status = useOperation('snapshot.status', {});
  const deliveries = useOperation('snapshot.deliveries', {});
  const sealing = useJob('snapshot.seal');
  const pushing = useJob('snapshot.push');
  const state = status.value;
  const isBusy = sealing.isRunning || pushing.isRunning;
  const canSeal = state !== undefined && state.target.recipients.length > 0;
  const canPush = canSeal && state.target.url !== '' && state.target.hasToken;

  function refresh(): void {
    status.refresh();
    deliveries.refresh();
  }
  async function seal(): Promise<void> {
    const suggestedName = words.fileName(branch.shortName || branch.fullName, today);
    const file = await shell.choose({ kind: 'save-file', suggestedName });
    if (file === null) return;
    pushing.clear();
    await sealing.start({ file: file.token });
    refresh();
  }
  async function push(): Promise<void> {
    sealing.clear();
    await pushing.start({});
    refresh();
  }

  const { result: sealed } = sealing;
  const { result: pushed } = pushing;
  return (
    <div className="snapshots">
      <PageHeader
        title={words.title}
        summary={words.summary}
        actions={
          <>
            <PermitButton right="decide" disabled={!canSeal || isBusy} onClick={() => void seal()}>
              {words.seal}
            </PermitButton>
            <PermitButton right="decide" type="primary" disabled={!canPush || isBusy} onClick={() => void push()}>
              {words.push}
            </PermitButton>
          </>
        }
      />
      {status.failure !== undefined && <FailurePanel failure={status.failure} />}
      {sealing.isRunning && (
        <ProgressCard
          title={words.sealing}
          progress={sealing.progress && { ...sealing.progress, label: words.tables[sealing.progress.label] ?? '' }}
          startedAt={sealing.startedAt}
          onCancel={sealing.cancel}
          staysAfterCancel={words.sealCancel}
        />
      )}
      <JobOutcome
        done={sealed && words.sealed(sealed.sequence, Math.ceil(sealed.bytes / 1024))}
        failure={sealing.failure}
        onClear={sealing.clear}
      />
      {pushing.isRunning && (
        <ProgressCard
          title={words.pushing}
          progress={pushing.progress && { ...pushing.progress, label: '' }}
          startedAt={pushing.startedAt}
          onCancel={pushing.cancel}
          staysAfterCancel={words.pushCancel}
          isShare
        />
      )}
      <JobOutcome
        done={pushed && (pushed.resumed ? words.resumed : words.pushed)(pushed.receipt.sequence, pushed.receipt.number)}
        failure={pushing.failure}
        onClear={pushing.clear}
      />
      {state !== undefined && (
        <div className="snapshots-columns">
          <div className="snapshots-column">
            <DeliveredPanel status={state} />
            <ContentPanel />
            <DeliveriesPanel deliveries={deliveries.value ?? []} />
          </div>
          <div className="snapshots-column">
            <TargetPanel key={JSON.stringify(state.target)} status={state} onSaved={refresh} />
            <KeysPanel identity={state.identity} onMade={refresh} />
          </div>
        </div>
      )}
    </div>
  );
}
