import { Button } from 'antd';
import { useState } from 'react';
import type { KeyChange } from '../../../contract/person.ts';
import { useWorkspace } from '../../data/workspace.tsx';
import { text } from '../../text/zh-CN.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RecoveryProof } from '../../ui/recovery-proof.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';

const words = text.people;

/** After a change of keys: what was brought over, and the new recovery code, printed and typed back before anything else. */
export function KeyChangeDialog({ title, change, onClose }: { title: string; change: KeyChange; onClose(): void }) {
  const { branch, today } = useWorkspace();
  const [prove, setProve] = useState<(() => void) | null>(null);
  return (
    <Dialog
      title={title}
      width={1080}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.later}</Button>
          <Button type="primary" disabled={prove === null} onClick={() => prove?.()}>
            {text.settings.security.confirm}
          </Button>
        </>
      }
    >
      <div className="dialog-scroll">
        <SeverityMark severity="met" label={words.keyChanged(change.copies)} />
        {change.copiesLeft.length > 0 && (
          <SeverityMark severity="overdue" label={words.copiesLeft(change.copiesLeft)} />
        )}
        {change.dropped.length > 0 && <SeverityMark severity="due-soon" label={words.dropped(change.dropped)} />}
        <p>{words.newRecovery}</p>
        <RecoveryProof
          code={change.recoveryCode}
          branchName={branch.fullName}
          day={today}
          onProved={onClose}
          onReady={(next) => setProve(() => next)}
        />
      </div>
    </Dialog>
  );
}
