import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '../../contract/operations.ts';
import { useSave } from '../data/use-save.ts';
import { text } from '../text/zh-CN.ts';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { Panel } from '../ui/panel.tsx';
import { SeverityMark } from '../ui/severity-mark.tsx';

const words = text.settings.security;

/** Reads every page, every reference and the whole history when asked. */
export function VerifyArchive() {
  const { save, failure, isSaving } = useSave('archive.verify');
  const [result, setResult] = useState<Output<'archive.verify'>>();
  return (
    <Panel title={words.verifyTitle}>
      <div className="settings-stack">
        {failure !== undefined && <FailurePanel failure={failure} />}
        <p className="note">{words.verifyNote}</p>
        {result !== undefined && (
          <SeverityMark
            severity={result.ok ? 'met' : 'overdue'}
            label={result.ok ? words.verified(result.historyEntries) : words.broken(problemsIn(result))}
          />
        )}
        <Button
          loading={isSaving}
          onClick={async () => {
            setResult(undefined);
            setResult(await save({}));
          }}
        >
          {isSaving ? words.verifying : words.verify}
        </Button>
      </div>
    </Panel>
  );
}

function problemsIn({ integrity, brokenReferences, historyBrokenAt }: Output<'archive.verify'>): string {
  return [
    ...(integrity.length > 0 ? [words.brokenPages(integrity.length)] : []),
    ...(brokenReferences > 0 ? [words.brokenReferences(brokenReferences)] : []),
    ...(historyBrokenAt === null ? [] : [words.brokenHistory(historyBrokenAt)]),
  ].join('，');
}
