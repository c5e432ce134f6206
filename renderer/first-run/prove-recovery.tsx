import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ArchiveStatus } from '../../contract/archive.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { RecoveryProof } from '../ui/recovery-proof.tsx';
import { Wizard } from './wizard.tsx';

/** A new recovery code for an archive whose first one was never typed back. */
export function ProveRecovery({
  status,
  passphrase,
  note,
  onProved,
}: {
  status: ArchiveStatus;
  passphrase: string;
  note: string;
  onProved(): void;
}) {
  const { recovery } = text.firstRun;
  const [code, setCode] = useState<string>();
  const [prove, setProve] = useState<(() => void) | null>(null);
  const { save, failure } = useSave('archive.renewRecoveryCode');

  useEffect(() => {
    void save({ passphrase }).then((renewed) => {
      if (renewed !== undefined) setCode(renewed.recoveryCode);
    });
  }, [save, passphrase]);

  return (
    <Wizard
      title={recovery.title}
      introduction={note}
      footer={{
        right: (
          <>
            {prove === null && <span className="note">{recovery.goOn}</span>}
            <Button type="primary" disabled={prove === null} onClick={() => prove?.()}>
              {text.action.next}
            </Button>
          </>
        ),
      }}
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      {code !== undefined && (
        <RecoveryProof
          code={code}
          branchName={status.name}
          day={status.today}
          onProved={onProved}
          onReady={(next) => setProve(() => next)}
        />
      )}
    </Wizard>
  );
}
