import { Button } from 'antd';
import { useState } from 'react';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from './failure-panel.tsx';
import { PermitButton } from './permit-button.tsx';
import './print-button.css';

const words = text.ledgers.prints;

/** Writes prints as PDF and Excel into a folder she chooses; of one record, or of all. */
export function PrintButton({
  ids,
  recordId,
  label,
  year,
}: {
  ids: readonly string[];
  recordId?: string;
  label: string;
  /** Of a print about a year; without it, the year she looks at. */
  year?: number;
}) {
  const { branch, asOf } = useWorkspace();
  const shell = useShell();
  const exporting = useJob('ledger.export');
  const [folder, setFolder] = useState<string>();
  const { failure, result } = exporting;

  async function start(replace: boolean): Promise<void> {
    const granted = await shell.choose({ kind: 'export-folder' });
    if (granted === null) return;
    setFolder(granted.token);
    await exporting.start({
      ids: [...ids],
      formats: ['pdf', 'xlsx'],
      options: {
        branchId: branch.id,
        year: year ?? Number(asOf.slice(0, 4)),
        asOf,
        ...(recordId === undefined ? {} : { recordId }),
      },
      folder: granted.token,
      replace,
    });
  }

  const isThere = failure?.code === 'file-unwritable' && failure.reason === 'exists';
  return (
    <>
      <PermitButton right="read" loading={exporting.isRunning} onClick={() => void start(false)}>
        {label}
      </PermitButton>
      {result !== undefined && (
        <span className="print-done" role="status">
          {words.printed(result.files.length)}
          {folder !== undefined && (
            <Button size="small" onClick={() => void shell.openExported(folder)}>
              {words.openFolder}
            </Button>
          )}
        </span>
      )}
      {failure !== undefined && (
        <FailurePanel
          failure={failure}
          onClose={exporting.clear}
          actions={
            isThere && (
              <Button size="small" onClick={() => void start(true)}>
                {words.replace}
              </Button>
            )
          }
        />
      )}
    </>
  );
}
