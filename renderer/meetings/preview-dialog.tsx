import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Meeting } from '../../contract/meeting.ts';
import { yearOf } from '../../rules/dates.ts';
import { useShell } from '../data/client-context.tsx';
import { useJob } from '../data/use-job.ts';
import { useOperation } from '../data/use-operation.ts';
import { useWorkspace } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DrawnPageView } from '../ui/drawn-page.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { JobOutcome, ProgressCard } from '../ui/progress-card.tsx';

const words = text.meetings.preview;
const sheets = { '20-meeting-minutes': words.minutes, '19-sign-in-sheets': words.signInSheet } as const;
type Sheet = keyof typeof sheets;

/** The printed record and the sign-in sheet of one meeting, page by page, and both as PDF in a folder she chooses. */
export function PreviewDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const { today } = useWorkspace();
  const shell = useShell();
  const [sheet, setSheet] = useState<Sheet>('20-meeting-minutes');
  const [page, setPage] = useState(1);
  const [folder, setFolder] = useState<string>();
  const exporting = useJob('ledger.export');
  const isPlanned = meeting.heldOn > today;
  const options = {
    branchId: meeting.branchId,
    year: yearOf(meeting.heldOn),
    // A sheet to sign is printed before the meeting is held.
    asOf: isPlanned ? meeting.heldOn : today,
    recordId: meeting.id,
  };
  const preview = useOperation('ledger.preview', { id: sheet, options, page }, { records: ['meeting', 'member'] });
  const pages = preview.value?.pages ?? 1;
  const missing = preview.value?.missing ?? [];

  async function exportPdf(): Promise<void> {
    const granted = await shell.choose({ kind: 'export-folder' });
    if (granted === null) return;
    setFolder(granted.token);
    await exporting.start({ ids: [sheet], formats: ['pdf'], options, folder: granted.token, replace: true });
  }

  return (
    <Dialog
      title={meeting.title}
      width={860}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.action.close}</Button>
          <Button type="primary" disabled={exporting.isRunning} onClick={() => void exportPdf()}>
            {words.export}
          </Button>
        </>
      }
    >
      <div className="preview-bar">
        <Segmented
          value={sheet}
          options={Object.entries(sheets).map(([value, label]) => ({ value, label }))}
          onChange={(value) => {
            setSheet(value as Sheet);
            setPage(1);
          }}
        />
        <span className="preview-pages">
          <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {words.previous}
          </Button>
          <span>{words.page(Math.min(page, pages), pages)}</span>
          <Button size="small" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            {words.next}
          </Button>
        </span>
      </div>
      {preview.failure !== undefined && <FailurePanel failure={preview.failure} />}
      {missing.length > 0 && (
        <p className="preview-missing">
          {words.missing([...new Set(missing.map((each) => each.character))].join(' '))}
        </p>
      )}
      {exporting.isRunning && (
        <ProgressCard
          title={words.exporting}
          progress={exporting.progress}
          startedAt={exporting.startedAt}
          onCancel={exporting.cancel}
          staysAfterCancel={words.staysAfterCancel}
        />
      )}
      <JobOutcome
        done={exporting.result === undefined ? undefined : words.exported(exporting.result.files[0]?.name ?? '')}
        failure={exporting.failure}
        onOpenFolder={folder === undefined ? undefined : () => void shell.openExported(folder)}
        onClear={exporting.clear}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page is scrolled by the keyboard */}
      <div className="dialog-scroll preview-paper" tabIndex={0}>
        {preview.value !== undefined && (
          <DrawnPageView page={preview.value.page} label={words.page(preview.value.number, pages)} />
        )}
      </div>
    </Dialog>
  );
}
