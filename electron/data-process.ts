import type { MessagePortMain } from 'electron';
import type { ShellMessage } from '../contract/port.ts';
import { forkDataProcess } from './data-process-fork.ts';
import { startUtilityProcess } from './data-process-utility.ts';
import type { DataOptions } from './data-wire.ts';

/** The running engine, as the main process sees it. */
export interface DataProcess {
  readonly pid: number | undefined;
  /** Resolves when the engine has carried the message out; rejects when it ended first. */
  tell(message: ShellMessage): Promise<void>;
  /** Joins a page's port to the engine. */
  connect(port: MessagePortMain): void;
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<void>;
  kill(): void;
}

export interface DataProcessStart {
  entry: string;
  options: DataOptions;
  /** A plain Node, for the runtime that cannot load the database's native module; null where none is to be had. */
  node: string | null;
  /** Development only: the transport to use whatever the runtime. */
  transport?: 'utility' | 'fork' | undefined;
}

/** From this version of Node-API on the native module loads inside Electron; before it, loading is a crash. */
const neededNodeApi = 10;

/**
 * Starts the engine: as Electron's utility process, which is what users get; or, on the substitute runtime of
 * development and tests, as a child of a plain Node, with this process relaying between page and engine.
 */
export function startDataProcess(start: DataProcessStart): DataProcess {
  const transport = start.transport ?? (Number(process.versions.napi) >= neededNodeApi ? 'utility' : 'fork');
  if (transport === 'utility') return startUtilityProcess(start);
  if (start.node === null) throw new Error('this runtime needs a plain Node beside it');
  return forkDataProcess(start, start.node);
}
