import type { Failure } from './failure.ts';

/** What the window (or the CLI, or a test) sends to the engine. */
export type ClientMessage = { type: 'call'; id: number; name: string; input: unknown } | { type: 'cancel'; id: number };

/** What the engine sends back. `progress` and `result` carry the id of the call they belong to. */
export type EngineMessage =
  | { type: 'result'; id: number; ok: true; value: unknown }
  | { type: 'result'; id: number; ok: false; failure: Failure }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'event'; event: EngineEvent };

/** Progress of a job. `total` is 0 while it is not known. `label` is data (a file or ledger title), not a sentence. */
export interface Progress {
  done: number;
  total: number;
  label: string;
}

/** Broadcast state; never drives control flow. */
export type EngineEvent =
  /** `change` is the number of the write (`change.get`). */
  | { type: 'changed'; records: string[]; change: number }
  | { type: 'archive-opened' }
  /** The copy of the closing is being made and verified; nothing else is answered meanwhile. */
  | { type: 'archive-closing'; progress: Progress }
  | { type: 'archive-closed' }
  /** A copy was made or checked: there is another list of them. */
  | { type: 'copied' };

/** What the shell (main process, CLI) tells the engine besides calls; the page cannot send these. */
export type ShellMessage =
  | { type: 'grant'; token: string; path: string; mode: GrantMode }
  | { type: 'lock' }
  | { type: 'stop' };

export type GrantMode = 'read-file' | 'write-file' | 'read-folder' | 'write-folder';
