import { useCallback, useEffect, useState } from 'react';
import type { ArchiveStatus } from '../../contract/archive.ts';
import { useClient, useShell } from '../data/client-context.tsx';

export type ArchiveState =
  | { state: 'closed' }
  | { state: 'open'; status: ArchiveStatus }
  /** The engine died with the archive open: what is on screen stays until the passphrase is given again. */
  | { state: 'interrupted'; status: ArchiveStatus };

/** Whether an archive is open, through deaths of the engine. */
export function useArchiveState(): ArchiveState & { entered(status: ArchiveStatus): void; engineFailed: boolean } {
  const client = useClient();
  const shell = useShell();
  // A page begins with a closed archive, so the entrance need not wait for an engine that is still starting.
  const [archive, setArchive] = useState<ArchiveState>({ state: 'closed' });
  const [engineFailed, setEngineFailed] = useState(false);

  useEffect(() => {
    let isGone = false;
    const look = () =>
      client.call('archive.status', {}).then(
        (status) => {
          if (isGone) return;
          setArchive((last) => {
            if (status.isOpen) return { state: 'open', status };
            return 'status' in last ? { state: 'interrupted', status: last.status } : { state: 'closed' };
          });
        },
        () => undefined,
      );
    void look();
    const leaveState = client.onState((state) => {
      if (state === 'ready') void look();
    });
    const leaveEvents = client.onEvent((event) => {
      // A copy made, a recovery code proved, a restore: the status has changed.
      if (event.type === 'archive-opened') {
        client.call('archive.status', {}).then(
          (status) => setArchive((last) => ('status' in last && status.isOpen ? { state: 'open', status } : last)),
          () => undefined,
        );
      }
    });
    const leaveShell = shell.subscribe((event) => {
      if (event.type === 'engine-failed') setEngineFailed(true);
    });
    return () => {
      isGone = true;
      leaveState();
      leaveEvents();
      leaveShell();
    };
  }, [client, shell]);

  const entered = useCallback((status: ArchiveStatus) => setArchive({ state: 'open', status }), []);
  return { ...archive, entered, engineFailed };
}
