import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { EnginePortMessage, Shell, ShellEvent } from '../contract/shell.ts';
import { eventChannel, portChannel, type Request, requestChannel } from './channels.ts';

const listeners = new Set<(event: ShellEvent) => void>();

function ask(name: Request, ...input: unknown[]) {
  return ipcRenderer.invoke(requestChannel(name), ...input);
}

ipcRenderer.on(eventChannel, (_event, event: ShellEvent) => {
  for (const listener of listeners) listener(event);
});

// A port cannot cross the context bridge; a message to our own window can carry it.
ipcRenderer.on(portChannel, ({ ports }: IpcRendererEvent) => {
  window.postMessage({ type: 'engine-port' } satisfies EnginePortMessage, window.location.origin, ports);
});

const shell: Shell = {
  connect: () => ask('connect'),
  subscribe: (listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  choose: (choice) => ask('choose', choice),
  chooseFiles: () => ask('chooseFiles'),
  grantAgain: (token) => ask('grantAgain', token),
  recentArchives: () => ask('recentArchives'),
  rememberArchive: (token) => ask('rememberArchive', token),
  forgetArchive: (token) => ask('forgetArchive', token),
  openExported: (token, file) => ask('openExported', token, file),
  openLink: (address) => ask('openLink', address),
  lock: () => ask('lock'),
  reportActivity: () => ask('reportActivity'),
  appInfo: () => ask('appInfo'),
  preferences: () => ask('preferences'),
  setPreferences: (preferences) => ask('setPreferences', preferences),
  checkForUpdate: () => ask('checkForUpdate'),
  installUpdate: () => ask('installUpdate'),
};

contextBridge.exposeInMainWorld('shell', shell);
