import { Button } from 'antd';
import { useState } from 'react';
import type { ArchiveCopy } from '../../contract/archive.ts';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useOperation } from '../data/use-operation.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { CopyTable } from '../ui/copy-table.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { localTime } from '../ui/local-time.ts';
import { Panel } from '../ui/panel.tsx';
import { PermitButton } from '../ui/permit-button.tsx';
import { ProgressCard } from '../ui/progress-card.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.copies;

/** The verified copies: make one here or on a stick, check one, put one in the archive's place. */
export function CopiesSection() {
  const shell = useShell();
  const confirm = useConfirm();
  const list = useOperation('copy.list', {});
  const making = useJob('copy.make');
  const checking = useSave('copy.verify');
  const restoring = useSave('copy.restore');
  const [chosen, setChosen] = useState<ArchiveCopy>();
  const [done, setDone] = useState<string>();
  const copies = list.value ?? [];
  const current = copies.find(({ id }) => id === chosen?.id) ?? copies[0];
  const failure = making.failure ?? checking.failure ?? restoring.failure;
  const isBusy = making.isRunning || checking.isSaving || restoring.isSaving;

  function start(): void {
    setDone(undefined);
    making.clear();
    checking.clearFailure();
    restoring.clearFailure();
  }

  async function make(): Promise<void> {
    start();
    const made = await making.start({});
    if (made !== undefined) setDone(words.made(localTime(made.madeAt)));
    list.refresh();
  }

  async function carry(): Promise<void> {
    start();
    const folder = await shell.choose({ kind: 'export-folder' });
    if (folder === null) return;
    const made = await making.start({ folder: folder.token });
    if (made !== undefined) setDone(words.carried(folder.name));
    list.refresh();
  }

  async function verify(copy: ArchiveCopy): Promise<void> {
    start();
    const checked = await checking.save({ id: copy.id });
    if (checked !== undefined && checked.verifiedAt !== null) setDone(words.verifiedAt(localTime(checked.verifiedAt)));
    list.refresh();
  }

  async function restore(copy: ArchiveCopy): Promise<void> {
    start();
    const moment = localTime(copy.madeAt);
    const isWanted = await confirm({
      title: words.restoreTitle(moment),
      body: words.restoreBody(moment),
      action: words.restoreAction(moment),
    });
    if (!isWanted) return;
    const restored = await restoring.save({ id: copy.id });
    if (restored !== undefined) setDone(words.restored(moment, restored.keptAside));
    list.refresh();
  }

  return (
    <>
      {failure !== undefined && <FailurePanel failure={failure} onClose={start} />}
      {done !== undefined && (
        <p role="status">
          <SeverityMark severity="met" label={done} />
        </p>
      )}
      {making.isRunning && (
        <ProgressCard
          title={words.making}
          progress={making.progress}
          startedAt={making.startedAt}
          onCancel={making.cancel}
          staysAfterCancel={words.staysAfterCancel}
          isShare
        />
      )}
      <Panel
        title={words.title}
        note={words.count(copies.length)}
        isFlush
        className="settings-table settings-fill"
        extra={
          <>
            {current !== undefined && (
              <>
                <Button disabled={isBusy} onClick={() => void verify(current)}>
                  {words.verify}
                </Button>
                <PermitButton
                  right="configure"
                  disabled={isBusy || current.verifiedAt === null}
                  onClick={() => void restore(current)}
                >
                  {words.restore}
                </PermitButton>
              </>
            )}
            <Button disabled={isBusy} onClick={() => void carry()}>
              {words.toFolder}
            </Button>
            <Button type="primary" loading={making.isRunning} disabled={isBusy} onClick={() => void make()}>
              {words.make}
            </Button>
          </>
        }
      >
        <CopyTable copies={copies} onActive={setChosen} />
      </Panel>
      <p className="note">{words.kept}</p>
    </>
  );
}
