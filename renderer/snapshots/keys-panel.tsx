import type { SnapshotStatus } from '../../contract/snapshot-operations.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';

const words = text.snapshots.keys;

/** The public half of the branch's keys, for the superior to enter from paper. */
export function KeysPanel({ identity, onMade }: { identity: SnapshotStatus['identity']; onMade(): void }) {
  const making = useSave('snapshot.identity');
  async function make(): Promise<void> {
    if ((await making.save({})) !== undefined) onMade();
  }
  return (
    <Panel title={words.title} note={words.note}>
      {making.failure !== undefined && <FailurePanel failure={making.failure} />}
      {identity === null ? (
        <div className="snapshots-form">
          <p>{words.none}</p>
          <PermitButton
            right="configure"
            className="snapshots-act"
            loading={making.isSaving}
            onClick={() => void make()}
          >
            {words.make}
          </PermitButton>
        </div>
      ) : (
        <dl className="snapshots-keys">
          <dt>{words.fingerprint}</dt>
          <dd className="snapshots-fingerprint">{identity.fingerprint}</dd>
          <dt>{words.signer}</dt>
          <dd>{identity.signer}</dd>
          <dt>{words.recipient}</dt>
          <dd>{identity.recipient}</dd>
        </dl>
      )}
    </Panel>
  );
}
