import { MessageChannelMain, type WebContents } from 'electron';
import type { ShellMessage } from '../contract/port.ts';
import type { ShellEvent } from '../contract/shell.ts';
import { portChannel } from './channels.ts';
import type { DataProcess } from './data-process.ts';
import type { ShellLog } from './log.ts';

/** The engine for as long as the program runs, through any number of data processes. */
export interface Engine {
  /** Starts the first data process, unless somebody needed it before. */
  start(): void;
  /** Gives the page a port, and a new one whenever the data process is started again. */
  connect(page: WebContents): void;
  /** Tells the data process something; after a crash, tells the next one, once. */
  tell(message: ShellMessage): Promise<void>;
  /** Closes the archive and ends the process; what does not end in time is ended. */
  stop(): Promise<void>;
  readonly pid: number | undefined;
}

export interface EngineOptions {
  start: () => DataProcess;
  tellPages: (event: ShellEvent) => void;
  log: ShellLog;
  now?: () => number;
}

/** So many ends within the window mean that starting again does not help. */
const tooMany = { ends: 5, within: 60_000 };
/** A copy of an archive full of scans takes a minute, on a slow disk more; ended on the way, it would not count. */
const stopLimit = 300_000;

export function superviseEngine({ start, tellPages, log, now = Date.now }: EngineOptions): Engine {
  let process_: DataProcess | null = null;
  let isStarted = false;
  let isStopping = false;
  let page: WebContents | null = null;
  const ends: number[] = [];

  function launch(): void {
    const process = start();
    process_ = process;
    void process.ended.then(() => {
      process_ = null;
      if (!isStopping) recover();
    });
    if (page !== null) handPort(page);
  }

  function recover(): void {
    log.note('data process ended');
    tellPages({ type: 'engine-stopped' });
    ends.push(now());
    const recent = ends.filter((at) => at > now() - tooMany.within);
    if (recent.length >= tooMany.ends) tellPages({ type: 'engine-failed' });
    else launch();
  }

  function handPort(target: WebContents): void {
    if (process_ === null || target.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    process_.connect(port2);
    target.postMessage(portChannel, null, [port1]);
  }

  /** The first one only: every later one is started by `recover`. */
  function startFirst(): void {
    if (isStarted || isStopping) return;
    isStarted = true;
    launch();
  }

  return {
    start: startFirst,
    get pid() {
      return process_?.pid;
    },
    connect: (target) => {
      page = target;
      handPort(target);
    },
    tell: async (message) => {
      const process = demand();
      try {
        await process.tell(message);
      } catch {
        await process.ended;
        // The successor is started by whoever waited for the end before us.
        await new Promise(setImmediate);
        await demand().tell(message);
      }
    },
    stop: async () => {
      isStopping = true;
      const process = process_;
      if (process === null) return;
      const limit = setTimeout(() => process.kill(), stopLimit);
      await process.tell({ type: 'stop' }).catch(() => undefined);
      await process.ended;
      clearTimeout(limit);
    },
  };

  function demand(): DataProcess {
    startFirst();
    if (process_ === null) throw new Error('engine-stopped');
    return process_;
  }
}
