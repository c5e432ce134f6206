import type { SnapshotStatus } from '../../contract/snapshot-operations.ts';
import { text } from '../text/zh-CN.ts';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.snapshots.delivered;

/** How old the last delivered snapshot is, and what is still under way. */
export function DeliveredPanel({ status }: { status: SnapshotStatus }) {
  const { lastDelivered: last, pending, receiverFingerprint } = status;
  return (
    <Panel title={words.title}>
      {last === null ? (
        <p>{words.never}</p>
      ) : (
        <>
          <p className="snapshots-age">{last.ageDays === 0 ? words.today : words.daysAgo(last.ageDays)}</p>
          <p>
            {localTime(last.receivedAt)}　{words.sequence(last.sequence)}　{words.receipt(last.number)}
          </p>
          <p className="note">{words.receivedBy(last.branch.name)}</p>
        </>
      )}
      {pending !== null && (
        <SeverityMark severity="incomplete" label={words.pending(pending.sequence, localTime(pending.sealedAt))} />
      )}
      {receiverFingerprint !== null && <p className="note">{words.receiver(receiverFingerprint)}</p>}
    </Panel>
  );
}
