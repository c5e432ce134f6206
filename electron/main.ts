import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, powerMonitor, session } from 'electron';
import type { ShellEvent } from '../contract/shell.ts';
import { eventChannel } from './channels.ts';
import { commandLine, runCommandLine } from './command-line.ts';
import { startDataProcess } from './data-process.ts';
import { type Engine, superviseEngine } from './engine.ts';
import { createIdleLock } from './idle-lock.ts';
import { createIssuedGrants } from './issued-grants.ts';
import { openLog } from './log.ts';
import { forbidNavigation } from './navigation.ts';
import { blockNetwork } from './network.ts';
import { refusePermissions } from './permissions.ts';
import { findPlace } from './place.ts';
import { readPreferences } from './preferences.ts';
import { pageAddress, registerScheme, servePage } from './protocol.ts';
import { openRecentArchives } from './recent-archives.ts';
import { answerRequests } from './requests.ts';
import { text } from './text.ts';
import { guardUnsaved } from './unsaved.ts';
import { createUpdater } from './updater.ts';
import { openWindow } from './window.ts';

const idleLookEvery = 10_000;

app.setPath('userData', settingsFolder());
// Chromium's sandbox does not run as root, which only test machines are; there its absence has to be asked for.
if (process.getuid?.() !== 0 || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
forbidNavigation();
const words = commandLine();
if (words !== null) void runCommandLine(words);
else if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail);
else app.quit();

function start(): void {
  const place = findPlace();
  const dataFolder = app.getPath('userData');
  const log = openLog(join(dataFolder, 'logs', 'shell.log'));
  Menu.setApplicationMenu(null);
  refusePermissions(session.defaultSession);
  blockNetwork(session.defaultSession, app.isPackaged);
  servePage(session.defaultSession, place.page);

  const engine = superviseEngine({
    log,
    tellPages,
    start: () =>
      startDataProcess({
        entry: place.dataHost,
        options: { logFile: join(dataFolder, 'logs', 'engine.log') },
        node: place.node,
        transport: place.transport,
      }),
  });
  const grants = createIssuedGrants(engine.tell);
  let isLocking = false;
  const lock = async () => {
    // An engine that is gone has taken the key along.
    await engine.tell({ type: 'lock' }).catch(() => undefined);
    grants.clear();
    isLocking = true;
    await Promise.allSettled(BrowserWindow.getAllWindows().map((window) => window.loadURL(pageAddress)));
    isLocking = false;
  };
  const idleLock = createIdleLock({
    minutes: () => readPreferences(dataFolder).idleLockMinutes,
    systemIdleSeconds: () => powerMonitor.getSystemIdleTime(),
    now: () => Date.now(),
    warn: (seconds) => tellPages({ type: 'lock-soon', seconds }),
    lock: () => void lock(),
  });
  setInterval(() => idleLock.look(), idleLookEvery);
  powerMonitor.on('lock-screen', () => void lock());
  powerMonitor.on('suspend', () => void lock());

  answerRequests({
    engine,
    grants,
    idleLock,
    lock,
    dataFolder,
    recent: openRecentArchives(dataFolder),
    updater: createUpdater({
      isPackaged: app.isPackaged,
      feed: () => readPreferences(dataFolder).updateFeed,
      tellPages,
      prepareToQuit: () => engine.stop(),
    }),
  });
  // The engine waits for the first screen: beside it, both would share the processors.
  const window = openWindow({ preload: place.preload, dataFolder, onShown: engine.start });
  guardUnsaved(window, () => isLocking);
  app.on('second-instance', focusWindow);
  quitOnce(engine);
}

/** An ASCII name, since not every library gets along with others; never a roaming profile, which travels at each logon. */
function settingsFolder(): string {
  const isWindows = process.platform === 'win32';
  return join((isWindows && process.env.LOCALAPPDATA) || app.getPath('appData'), 'zhibu-ledger');
}

function tellPages(event: ShellEvent): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event);
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** One guarded way out: the archive is closed first, however often and by whomever quitting is asked for. */
function quitOnce(engine: Engine): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void engine.stop().finally(() => {
      state = 'stopped';
      // Asked for again within this very event, it would be overheard.
      setImmediate(() => app.quit());
    });
  });
}

function fail(error: unknown): void {
  openLog(join(app.getPath('userData'), 'logs', 'shell.log')).fault('start', error);
  dialog.showErrorBox(text.startFailed, text.startFailedDetail);
  app.exit(1);
}
