import type { ClientMessage, EngineMessage, ShellMessage } from '../contract/port.ts';

/** What the main process sends to the data process. */
export type ToData =
  | { kind: 'shell'; id: number; message: ShellMessage }
  /** A page is there. With real ports it travels along; over a child process its messages follow as `client`. */
  | { kind: 'connect'; connection: number }
  | { kind: 'client'; connection: number; message: ClientMessage }
  | { kind: 'disconnect'; connection: number };

/** What the data process sends back. */
export type FromData =
  /** The shell's message with this id has been carried out. */
  { kind: 'taken'; id: number } | { kind: 'engine'; connection: number; message: EngineMessage };

/** What the data process is started with; not secret, since anybody may read a process's arguments. */
export interface DataOptions {
  logFile: string;
}

/** In place of the options: run the command line instead, with the words that follow. */
export const commandLineMark = '--zhibu-command-line';
