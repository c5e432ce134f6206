import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useState } from 'react';
import { type Connection, ConnectionProvider } from '../data/client-context.tsx';
import { PreferencesProvider, usePreferences } from '../data/preferences.tsx';
import type { Route } from '../data/route.ts';
import { Entrance } from '../first-run/entrance.tsx';
import { ConfirmProvider } from '../ui/confirm.tsx';
import { ClosingSheet } from './closing-sheet.tsx';
import { Frame } from './frame.tsx';
import { fetchHome } from './screens.tsx';
import { themeFor } from './theme.ts';
import { Unlock } from './unlock.tsx';
import { useArchiveState } from './use-archive-state.ts';
import { useReportActivity } from './use-report-activity.ts';

/** Everything above the screens: the connection, the look, and whether an archive is open. */
export function Application({ connection, nonce }: { connection: Connection; nonce: string }) {
  return (
    <ConnectionProvider connection={connection}>
      <PreferencesProvider>
        <Themed nonce={nonce}>
          <ConfirmProvider>
            <Rooms />
          </ConfirmProvider>
        </Themed>
      </PreferencesProvider>
    </ConnectionProvider>
  );
}

function Themed({ nonce, children }: { nonce: string; children: React.ReactNode }) {
  const { preferences } = usePreferences();
  const { look } = preferences;
  const theme = useMemo(() => themeFor(look), [look]);
  useEffect(() => {
    document.documentElement.dataset.look = look;
  }, [look]);
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce }}
      theme={theme}
      // A list opened inside a dialog belongs to it: the dialog covers everything else.
      getPopupContainer={(node) => node?.closest('dialog') ?? document.body}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}

/** The entrance, or the frame with an archive; after the engine died, the frame stays and the passphrase is asked. */
function Rooms() {
  const archive = useArchiveState();
  const [first, setFirst] = useState<Route>();
  useReportActivity();
  useEffect(() => {
    const waiting = requestIdleCallback(() => void fetchHome());
    return () => cancelIdleCallback(waiting);
  }, []);
  if (archive.state === 'closed') {
    return (
      <Entrance
        onEntered={(status, route) => {
          setFirst(route);
          archive.entered(status);
        }}
      />
    );
  }
  return (
    <>
      <Frame status={archive.status} engineFailed={archive.engineFailed} first={first} />
      <ClosingSheet />
      {archive.state === 'interrupted' && <Unlock status={archive.status} onOpened={archive.entered} />}
    </>
  );
}
