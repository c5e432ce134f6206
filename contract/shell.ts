/**
 * What the shell (Electron's main process) does for the page, exposed as `window.shell` by the preload.
 * A fixed list of functions; no path ever crosses it, only names to show and grant tokens.
 */
export interface Shell {
  /**
   * Asks for a port to the engine. It arrives as a `message` event of `window` whose data is
   * {@link EnginePortMessage} and whose `ports[0]` speaks `contract/port.ts`. After the engine died a new port
   * arrives unasked; every call that waits on the old one is to be rejected with `engine-stopped`.
   */
  connect(): Promise<void>;
  /** Subscribes to what the shell has to tell; returns the function that ends the subscription. */
  subscribe(listener: (event: ShellEvent) => void): () => void;
  /** A dialog of the system; `null` when the user gave up. */
  choose(choice: Choice): Promise<Granted | null>;
  /** Files to attach, several at once, in the order of the dialog, each with its own token; none when the user gave up. */
  chooseFiles(): Promise<Granted[]>;
  /** A token of use for one call, for a folder of `recentArchives`, or one whose token a mistyped passphrase has burned. */
  grantAgain(token: string): Promise<Granted | null>;
  /** Archives opened before on this machine, newest first; `grantAgain` opens the way to one of them. */
  recentArchives(): Promise<RecentArchive[]>;
  /** Puts the archive folder behind a token (from `choose` or `recentArchives`) on that list. */
  rememberArchive(token: string): Promise<void>;
  /** Takes it off the list; the folder itself stays. */
  forgetArchive(token: string): Promise<void>;
  /**
   * Shows a folder that a dialog granted, or opens a workbook or PDF inside it, in the system's own program.
   * `file` is a name relative to that folder. False when it is not there.
   */
  openExported(token: string, file?: string): Promise<boolean>;
  /** Opens a page of a known authority in the browser. False when the address is not on the list. */
  openLink(address: string): Promise<boolean>;
  /** Drops the key and loads the page anew. */
  lock(): Promise<void>;
  /** Tells that somebody is at work; the idle lock counts from the later of this and the system's own idle time. */
  reportActivity(): Promise<void>;
  appInfo(): Promise<AppInfo>;
  preferences(): Promise<Preferences>;
  setPreferences(preferences: Preferences): Promise<Preferences>;
  /** What the update feed offers; `null` when there is no feed or nothing newer. */
  checkForUpdate(): Promise<{ version: string } | null>;
  /** Downloads and verifies what `checkForUpdate` found, then closes the archive and installs it. */
  installUpdate(): Promise<void>;
}

/** The names of {@link Shell}, as the page finds them. */
export const shellFunctions = [
  'connect',
  'subscribe',
  'choose',
  'chooseFiles',
  'grantAgain',
  'recentArchives',
  'rememberArchive',
  'forgetArchive',
  'openExported',
  'openLink',
  'lock',
  'reportActivity',
  'appInfo',
  'preferences',
  'setPreferences',
  'checkForUpdate',
  'installUpdate',
] as const satisfies readonly (keyof Shell)[];

export interface EnginePortMessage {
  type: 'engine-port';
}

export type ShellEvent =
  /** The engine is gone; what waits on the port will not be answered. A new port follows by itself. */
  | { type: 'engine-stopped' }
  /** The engine could not be started again; nothing works until the program is started anew. */
  | { type: 'engine-failed' }
  /** The idle lock will close the archive in this many seconds unless somebody does something. */
  | { type: 'lock-soon'; seconds: number }
  | { type: 'update-progress'; percent: number };

/** What a dialog asks for. `suggestedName` is a file name without folder; anything before a separator is dropped. */
export type Choice =
  /** An existing archive (`….zhibu`); grants `read-folder`. */
  | { kind: 'open-archive' }
  /** Where a new or restored archive goes; grants `write-folder` for `<chosen folder>/<name>.zhibu`. */
  | { kind: 'new-archive'; suggestedName: string }
  /** A roster (.xlsx .xls .csv .et); grants `read-file`. */
  | { kind: 'open-roster' }
  /** A form or other workbook; grants `read-file`. */
  | { kind: 'open-workbook' }
  /** A sealed snapshot or a findings file (.age); grants `read-file`. */
  | { kind: 'open-sealed' }
  /** The folder ledgers are exported to; grants `write-folder`. */
  | { kind: 'export-folder' }
  /** Any one file to write; grants `write-file`. */
  | { kind: 'save-file'; suggestedName: string };

/** What a dialog gave: a single-use token for the engine and the last part of the path, to show. */
export interface Granted {
  token: string;
  name: string;
}

export interface RecentArchive extends Granted {
  /** ISO 8601, UTC. */
  openedAt: string;
  /** False when the folder is not there now (an unplugged stick, a folder moved away). */
  isPresent: boolean;
}

export interface AppInfo {
  version: string;
  electron: string;
  chrome: string;
  platform: string;
  isPackaged: boolean;
  /** The window runs on the substitute runtime, for development and tests only. */
  isSubstituteRuntime: boolean;
}

/** Of this machine and this user, not of the archive. */
export interface Preferences {
  /** Minutes without anybody at work until the archive is locked; 0 = never. */
  idleLockMinutes: number;
  /** `standard`, or larger type and stronger contrast. */
  look: 'standard' | 'large';
  /** HTTPS address of the update feed; empty = no updates. */
  updateFeed: string;
}
