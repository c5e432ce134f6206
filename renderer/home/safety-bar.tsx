import { Button } from 'antd';
import { useJob } from '../data/use-job.ts';
import { useOperation } from '../data/use-operation.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { localTime } from '../ui/local-time.ts';
import { SeverityMark } from '../ui/severity-mark.tsx';

/** The last verified copy and the last delivered snapshot, always in sight. */
export function SafetyBar() {
  const copies = useOperation('copy.list', {});
  const snapshot = useOperation('snapshot.status', {});
  const { start, isRunning, progress, failure, clear } = useJob('copy.make');
  const { copy: words, snapshot: snapshotWords } = text.home;
  const last = copies.value?.find(({ verifiedAt }) => verifiedAt !== null);
  const delivered = snapshot.value?.lastDelivered ?? null;

  const making = progress === undefined ? words.making : text.copies.makingShare(progress.done);

  async function make(): Promise<void> {
    if ((await start({})) !== undefined) copies.refresh();
  }

  return (
    <>
      {failure !== undefined && <FailurePanel failure={failure} onClose={clear} />}
      <section className="panel safety">
        <span className="safety-label">{words.label}</span>
        {last === undefined ? (
          <SeverityMark severity="due-soon" label={words.none} />
        ) : (
          <>
            <strong>{localTime(last.madeAt)}</strong>
            <SeverityMark severity="met" label={words.same} />
          </>
        )}
        <span className="safety-line" aria-hidden="true" />
        <span className="safety-label">{snapshotWords.label}</span>
        {delivered === null ? (
          <span className="note">{snapshotWords.none}</span>
        ) : (
          <>
            <strong>{localTime(delivered.receivedAt).slice(0, 10)}</strong>
            <span className="note cut">{snapshotWords.number(delivered.number)}</span>
          </>
        )}
        <Button className="safety-make" loading={isRunning} onClick={() => void make()}>
          {isRunning ? making : words.make}
        </Button>
      </section>
    </>
  );
}
