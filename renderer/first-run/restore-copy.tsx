import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ArchiveCopy } from '../../contract/archive.ts';
import { useClient, useShell } from '../data/client-context.tsx';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { CopyTable } from '../ui/copy-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { localTime } from '../ui/local-time.ts';
import { TextField } from '../ui/text-field.tsx';
import { archiveLabel, type ChosenArchive } from './choose.ts';
import type { Enter } from './entrance.tsx';
import { Wizard } from './wizard.tsx';

/** The copies of an archive that does not open: one of them takes its place. */
export function RestoreCopy({
  archive,
  onBack,
  onEntered,
}: {
  archive: ChosenArchive;
  onBack(): void;
  onEntered: Enter;
}) {
  const client = useClient();
  const shell = useShell();
  const { copies } = text.firstRun;
  const [list, setList] = useState<readonly ArchiveCopy[]>();
  const [chosen, setChosen] = useState<ArchiveCopy>();
  const [passphrase, setPassphrase] = useState('');
  const { save, failure, isSaving } = useSave('archive.restoreCopy');

  useEffect(() => {
    void (async () => {
      const granted = await shell.grantAgain(archive.token);
      const found = await client.call('archive.copies', { folder: granted?.token ?? archive.token }).catch(() => []);
      setList(found);
      setChosen(found.find(({ verifiedAt }) => verifiedAt !== null));
    })();
  }, [client, shell, archive.token]);

  async function restore(copy: ArchiveCopy, typed: string): Promise<void> {
    if (typed === '' || isSaving) return;
    const granted = await shell.grantAgain(archive.token);
    const restored = await save({ folder: granted?.token ?? archive.token, passphrase: typed, id: copy.id });
    if (restored === undefined) return;
    await shell.rememberArchive(archive.token);
    onEntered(restored.status);
  }

  if (list === undefined) return null;
  return (
    <Wizard
      title={copies.title}
      introduction={`${archiveLabel(archive.name)}。${copies.introduction}`}
      footer={{
        left: <Button onClick={onBack}>{text.firstRun.back}</Button>,
        right: chosen !== undefined && (
          <Button
            type="primary"
            loading={isSaving}
            disabled={passphrase === ''}
            onClick={() => void restore(chosen, passphrase)}
          >
            {copies.restore(localTime(chosen.madeAt))}
          </Button>
        ),
      }}
    >
      {failure !== undefined && <FailurePanel failure={failure} />}
      {list.length === 0 ? (
        <EmptyState sentence={copies.none} />
      ) : (
        <div className="wizard-form">
          <div className="field-wide restore-list">
            <CopyTable copies={list} onActive={setChosen} />
          </div>
          {chosen !== undefined && (
            <Field label={copies.passphrase}>
              <TextField
                value={passphrase}
                onChange={setPassphrase}
                onEnter={(typed) => void restore(chosen, typed)}
                isSecret
                isFirst
              />
            </Field>
          )}
        </div>
      )}
    </Wizard>
  );
}
