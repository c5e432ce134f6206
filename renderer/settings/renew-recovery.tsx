import { Button } from 'antd';
import { useState } from 'react';
import { useSave } from '../data/use-save.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { RecoveryProof } from '../ui/recovery-proof.tsx';
import { TextField } from '../ui/text-field.tsx';

const words = text.settings.security;

/** A new recovery code: the passphrase first, then paper and proof. The old code is void from then on. */
export function RenewRecovery({ onClose, onProved }: { onClose(): void; onProved(): void }) {
  const { branch, today } = useWorkspace();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState<string>();
  const [prove, setProve] = useState<(() => void) | null>(null);
  const { save, failure, isSaving } = useSave('archive.renewRecoveryCode');

  async function renew(typed: string): Promise<void> {
    if (typed === '') return;
    const renewed = await save({ passphrase: typed });
    setPassphrase('');
    if (renewed !== undefined) setCode(renewed.recoveryCode);
  }

  return (
    <Dialog
      title={words.renew}
      width={code === undefined ? 480 : 1080}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.cancel}</Button>
          {code === undefined ? (
            <Button
              type="primary"
              loading={isSaving}
              disabled={passphrase === ''}
              onClick={() => void renew(passphrase)}
            >
              {words.renew}
            </Button>
          ) : (
            <Button type="primary" disabled={prove === null} onClick={() => prove?.()}>
              {words.confirm}
            </Button>
          )}
        </>
      }
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      {code === undefined ? (
        <Field label={words.current}>
          <TextField
            value={passphrase}
            onChange={setPassphrase}
            onEnter={(typed) => void renew(typed)}
            isSecret
            isFirst
          />
        </Field>
      ) : (
        <div className="dialog-scroll">
          <RecoveryProof
            code={code}
            branchName={branch.fullName}
            day={today}
            onProved={onProved}
            onReady={(next) => setProve(() => next)}
          />
        </div>
      )}
    </Dialog>
  );
}
