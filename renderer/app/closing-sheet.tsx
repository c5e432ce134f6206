import { useEffect, useState } from 'react';
import type { Progress } from '../../contract/port.ts';
import { useClient } from '../data/client-context.tsx';
import { text } from '../text/zh-CN.ts';
import { Dialog } from '../ui/dialog.tsx';

const words = text.copies.closing;

/** While the copy of the closing is made and verified: nothing else is answered, and it says why. */
export function ClosingSheet() {
  const client = useClient();
  const [progress, setProgress] = useState<Progress>();
  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type === 'archive-closing') setProgress(event.progress);
        if (event.type === 'archive-closed') setProgress(undefined);
      }),
    [client],
  );
  if (progress === undefined) return null;
  const { done, total } = progress;
  return (
    <Dialog title={words.title} onClose={() => undefined}>
      <div role="status">
        <p>{words.body}</p>
        <progress max={total} value={done} aria-label={words.title} />
        <p className="note">{text.progress.percent(Math.floor((done / total) * 100))}</p>
      </div>
    </Dialog>
  );
}
