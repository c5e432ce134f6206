import type { ShellEvent } from '../contract/shell.ts';

export interface Updater {
  check(): Promise<{ version: string } | null>;
  install(): Promise<void>;
}

export interface UpdaterOptions {
  isPackaged: boolean;
  /** HTTPS address of a generic feed; empty = no updates. */
  feed: () => string;
  tellPages: (event: ShellEvent) => void;
  /** Closes the archive and ends the engine. */
  prepareToQuit: () => Promise<void>;
}

/**
 * Updates, only when somebody set a feed and only when the user asks twice: to look, and to install. Nothing is
 * fetched by itself and nothing is installed on quitting, since Windows cuts a silent installation short at shutdown.
 */
export function createUpdater({ isPackaged, feed, tellPages, prepareToQuit }: UpdaterOptions): Updater {
  async function load() {
    // A large library that most runs never need.
    const { default: library } = await import('electron-updater');
    const updater = library.autoUpdater;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.allowDowngrade = false;
    updater.allowPrerelease = false;
    updater.logger = null;
    updater.setFeedURL({ provider: 'generic', url: feed() });
    return updater;
  }

  return {
    check: async () => {
      if (!isPackaged || feed() === '') return null;
      const result = await (await load()).checkForUpdates();
      return result?.isUpdateAvailable ? { version: result.updateInfo.version } : null;
    },
    install: async () => {
      if (!isPackaged || feed() === '') return;
      const updater = await load();
      updater.on('download-progress', ({ percent }) => tellPages({ type: 'update-progress', percent }));
      await updater.downloadUpdate();
      await prepareToQuit();
      updater.quitAndInstall(false, true);
    },
  };
}
