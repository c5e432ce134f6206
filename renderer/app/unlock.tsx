import { Button } from 'antd';
import { useState } from 'react';
import type { ArchiveStatus } from '../../contract/archive.ts';
import { useShell } from '../data/client-context.tsx';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Field } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';

/** After the engine died and was started again: the passphrase, over a screen that keeps what was typed. */
export function Unlock({ status, onOpened }: { status: ArchiveStatus; onOpened(status: ArchiveStatus): void }) {
  const shell = useShell();
  const [passphrase, setPassphrase] = useState('');
  const { save, failure, isSaving } = useSave('archive.open');

  async function open(typed: string): Promise<void> {
    if (typed === '') return;
    // The archive that was open is the newest on the list.
    const [recent] = await shell.recentArchives();
    const granted = recent === undefined ? null : await shell.grantAgain(recent.token);
    if (granted === null) return void shell.lock();
    const opened = await save({ folder: granted.token, person: status.person, passphrase: typed });
    if (opened === undefined) setPassphrase('');
    else onOpened(opened);
  }

  return (
    <Dialog
      title={text.unlock.title}
      onClose={() => undefined}
      actions={
        <>
          <Button onClick={() => void shell.lock()}>{text.unlock.leave}</Button>
          <Button type="primary" loading={isSaving} disabled={passphrase === ''} onClick={() => void open(passphrase)}>
            {text.unlock.open(status.name)}
          </Button>
        </>
      }
    >
      <p>{text.unlock.explanation}</p>
      <Field label={text.unlock.passphrase(status.person)}>
        <TextField value={passphrase} onChange={setPassphrase} onEnter={open} isSecret isFirst />
      </Field>
      {failure !== undefined && <FailurePanel failure={failure} />}
    </Dialog>
  );
}
