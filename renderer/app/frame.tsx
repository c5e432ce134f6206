import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArchiveStatus } from '../../contract/archive.ts';
import { useClient } from '../data/client-context.tsx';
import type { Route } from '../data/route.ts';
import { useOperation } from '../data/use-operation.ts';
import { type Workspace, WorkspaceProvider } from '../data/workspace.tsx';
import { text } from '../text/zh-CN.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { FailurePanel } from '../ui/failure-panel.tsx';
import { PrintablesProvider } from '../ui/printables.tsx';
import { screenOf } from './screens.tsx';
import { SideBar } from './side-bar.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { UndoOffer } from './undo-offer.tsx';
import './styles/frame.css';

/** Side bar, top bar and the screen that is open. */
export function Frame({
  status,
  engineFailed,
  first = { screen: 'home' },
}: {
  status: ArchiveStatus;
  engineFailed: boolean;
  /** Where the guide leads to. */
  first?: Route | undefined;
}) {
  const client = useClient();
  const confirm = useConfirm();
  const branches = useOperation('branch.list', {}, { records: ['branch'] });
  const [branchId, setBranchId] = useState<string>();
  const [asOf, setAsOf] = useState(status.today);
  const [places, setPlaces] = useState<readonly Route[]>([first]);
  // Every visit shows its screen anew, also the same screen at another place.
  const [visit, setVisit] = useState(0);
  const unsaved = useRef(new Map<symbol, string>());
  const main = useRef<HTMLElement>(null);

  // Midnight passes while the window stays open: today moves on, and an as-of date of today with it.
  const [today, setToday] = useState(status.today);
  useEffect(() => {
    const timer = setInterval(async () => {
      const { today: now } = await client.call('archive.status', {}).catch(() => ({ today: '' }));
      if (now !== '') setToday(now);
    }, 60_000);
    return () => clearInterval(timer);
  }, [client]);
  const previousToday = useRef(today);
  useEffect(() => {
    setAsOf((day) => (day === previousToday.current ? today : day));
    previousToday.current = today;
  }, [today]);

  // Closing the window: the shell asks (electron/unsaved.ts), since the page cannot be waited for.
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (unsaved.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);

  // What had the keyboard went with the last screen: the new one has it, so that Tab starts there and its keys work.
  useEffect(() => {
    if (visit > 0 && document.activeElement === document.body) main.current?.focus();
  }, [visit]);

  const mayLeave = useCallback(async () => {
    const [what] = unsaved.current.values();
    if (what === undefined) return true;
    return confirm({
      title: text.unsaved.title,
      body: text.unsaved.body(what),
      action: text.unsaved.leave,
      stay: text.unsaved.stay,
    });
  }, [confirm]);

  const go = useCallback(
    async (route: Route) => {
      if (!(await mayLeave())) return;
      setPlaces((last) => [...last.slice(-30), route]);
      setVisit((last) => last + 1);
    },
    [mayLeave],
  );
  const back = useCallback(async () => {
    if (!(await mayLeave())) return;
    setPlaces((last) => (last.length > 1 ? last.slice(0, -1) : last));
    setVisit((last) => last + 1);
  }, [mayLeave]);
  const holdUnsaved = useCallback((what: string) => {
    const key = Symbol(what);
    unsaved.current.set(key, what);
    return () => void unsaved.current.delete(key);
  }, []);

  const list = branches.value;
  const branch = list?.find(({ id }) => id === branchId) ?? list?.find(isBranch) ?? list?.[0];
  const route = places.at(-1) ?? { screen: 'home' };
  const workspace = useMemo<Workspace | null>(
    () =>
      list === undefined || branch === undefined
        ? null
        : {
            branch,
            branches: list,
            selectBranch: setBranchId,
            today,
            asOf,
            setAsOf,
            person: status.person,
            role: status.role,
            rights: status.rights,
            concealed: status.concealed,
            confirmers: status.confirmers,
            route,
            go: (next) => void go(next),
            back: () => void back(),
            holdUnsaved,
          },
    [list, branch, today, asOf, status, route, go, back, holdUnsaved],
  );

  if (workspace === null) {
    return branches.failure === undefined ? (
      <p className="starting note">{text.frame.loading}</p>
    ) : (
      <div className="starting">
        <FailurePanel failure={branches.failure} />
      </div>
    );
  }
  const Screen = screenOf(route);
  return (
    <WorkspaceProvider workspace={workspace}>
      <PrintablesProvider>
        <div className="frame">
          <SideBar isDemo={status.isDemo} />
          <TopBar mayLeave={mayLeave} />
          <main className="screen" key={visit} ref={main} tabIndex={-1}>
            <Suspense fallback={<p className="note">{text.frame.loading}</p>}>
              {Screen === undefined ? <p className="note">{text.frame.notThere}</p> : <Screen />}
            </Suspense>
          </main>
          <UndoOffer />
          <StatusLine engineFailed={engineFailed} />
        </div>
      </PrintablesProvider>
    </WorkspaceProvider>
  );
}

/** Members and meetings are held by branches; the committees above them only form the tree. */
function isBranch({ kind }: { kind: string }): boolean {
  return kind !== 'party-committee' && kind !== 'general-branch';
}
