import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { z } from 'zod';
import { pageAddress } from './protocol.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';
import { text } from './text.ts';
import { placeWindow, smallest, WindowPlace } from './window-place.ts';

/** A page that takes longer to paint is shown as it is. */
const paintLimit = 3000;

export interface WindowOptions {
  preload: string;
  dataFolder: string;
  /** The first screen is in sight, or took too long. */
  onShown: () => void;
}

/** The one place where a window is made, so that none is made without these guards. */
export function openWindow({ preload, dataFolder, onShown }: WindowOptions): BrowserWindow {
  const file = join(dataFolder, 'window.json');
  const saved = readSmallFile(file, WindowPlace.nullable(), null);
  const place = placeWindow(
    saved,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: text.applicationName,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      // The spelling checker fetches dictionaries from the network, and knows no Chinese.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  // Between displays of different scale the first bounds come out wrong; the second time they hold.
  if (place.x !== undefined) window.setBounds(place);
  if (saved?.isMaximized) window.maximize();
  showWhenPainted(window, onShown);
  window.on('close', () => {
    const now: z.infer<typeof WindowPlace> = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    writeSmallFile(file, now);
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(pageAddress);
  return window;
}

function showWhenPainted(window: BrowserWindow, onShown: () => void): void {
  const show = () => {
    clearTimeout(limit);
    window.off('ready-to-show', show);
    window.show();
    onShown();
  };
  const limit = setTimeout(show, paintLimit);
  window.once('ready-to-show', show);
  window.once('closed', () => clearTimeout(limit));
}
