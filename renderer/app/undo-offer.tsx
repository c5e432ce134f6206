import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../contract/change.ts';
import { useClient } from '../data/client-context.tsx';
import { useWorkspace } from '../data/workspace.tsx';
import { changeTitle } from '../text/changes.ts';
import { text } from '../text/zh-CN.ts';
import { UndoDialog } from '../ui/undo-dialog.tsx';

const words = text.changes;
/** How long it stays when nobody touches it; the list of changes has it for ever. */
const milliseconds = 20_000;

/**
 * After each save of hers, the way back, spelled out. It takes no keyboard and covers nothing; Ctrl Z stays with the
 * text fields.
 */
export function UndoOffer() {
  const client = useClient();
  const { person } = useWorkspace();
  const [offered, setOffered] = useState<Change>();
  const [isUndoing, setIsUndoing] = useState(false);
  const newest = useRef(0);

  useEffect(
    () =>
      client.onEvent((event) => {
        if (event.type === 'archive-closed') setOffered(undefined);
        if (event.type !== 'changed') return;
        newest.current = event.change;
        client.call('change.get', { number: event.change }).then(
          ({ change, entries }) => {
            if (newest.current !== change.number) return;
            const isOffered = change.isUndoable && change.actor === person && entries.length > 0;
            setOffered(isOffered ? change : undefined);
          },
          // What she may not read she is not offered.
          () => setOffered(undefined),
        );
      }),
    [client, person],
  );

  useEffect(() => {
    if (offered === undefined || isUndoing) return undefined;
    const timer = setTimeout(() => setOffered(undefined), milliseconds);
    return () => clearTimeout(timer);
  }, [offered, isUndoing]);

  if (offered === undefined) return null;
  return (
    <section className="undo-offer" aria-label={words.offerLabel} aria-live="polite">
      <button type="button" className="plain-button undo-offer-act" onClick={() => setIsUndoing(true)}>
        {words.offer(changeTitle(offered))}
      </button>
      <Button size="small" type="text" onClick={() => setOffered(undefined)}>
        {words.dismiss}
      </Button>
      {isUndoing && <UndoDialog target={{ change: offered.number }} onClose={() => setIsUndoing(false)} />}
    </section>
  );
}
