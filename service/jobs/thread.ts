import { Worker } from 'node:worker_threads';
import type { Failure } from '../../contract/failure.ts';
import type { Progress } from '../../contract/port.ts';
import type { JobName } from './index.ts';

/** What the runner gives a worker; the key travels in memory only. */
export interface JobOrder {
  name: JobName;
  input: unknown;
  /** The archive to read from, when one is open. */
  archive: { file: string; hexKey: string } | undefined;
  now: string;
}

export type ToWorker = JobOrder | 'cancel';

export type JobMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; failure: Failure }
  | { type: 'fault'; name: string; stack: string };

/** In the bundle the worker stands beside this file under its built name. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './job-worker.js', import.meta.url);
/** Long enough for the next export of a sitting, short enough to give the memory back. */
const keptFor = 20_000;

let kept: { worker: Worker; end: NodeJS.Timeout } | undefined;

/** A thread that has what it needs loaded, if one is left from the last job; otherwise a new one. */
export function takeThread(): Worker {
  if (kept === undefined) return newThread();
  const { worker, end } = kept;
  kept = undefined;
  clearTimeout(end);
  worker.ref();
  return worker;
}

export function newThread(): Worker {
  return new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: 1500 } });
}

/** Keeps a thread for the next job; it does not keep the process alive. */
export function keepThread(worker: Worker): void {
  if (kept !== undefined) return void worker.terminate();
  // One by one: all at once would take the thread's own listeners along, and it would never be heard again.
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  worker.once('exit', () => {
    if (kept?.worker === worker) kept = undefined;
  });
  worker.unref();
  const end = setTimeout(() => void worker.terminate(), keptFor).unref();
  kept = { worker, end };
}
