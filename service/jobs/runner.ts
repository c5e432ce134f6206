import { Worker } from 'node:worker_threads';
import { AppError, type Failure } from '../../contract/failure.ts';
import type { Progress } from '../../contract/port.ts';
import { place } from '../archive/place.ts';
import type { JobControl, OpenArchive } from '../context.ts';
import type { JobInput, JobName, JobOutput } from './index.ts';

/** What the runner gives a worker; the key travels in memory only. */
export interface JobOrder {
  name: JobName;
  input: unknown;
  /** The archive to read from, when one is open. */
  archive: { file: string; hexKey: string } | undefined;
  now: string;
}

export type JobMessage =
  | { type: 'progress'; progress: Progress }
  | { type: 'done'; value: unknown }
  | { type: 'failed'; failure: Failure }
  | { type: 'fault'; name: string; stack: string };

/** In the bundle the worker stands beside this file under its built name. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './job-worker.js', import.meta.url);

/**
 * Runs long work in its own thread over a read-only connection, so that saving goes on meanwhile.
 *
 * @throws AppError what the job refused with; `cancelled` when the caller cancelled
 */
export function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  from: { archive: OpenArchive | undefined; job: JobControl; now: () => Date },
): Promise<JobOutput<Name>> {
  const { archive, job } = from;
  const order: JobOrder = {
    name,
    input,
    archive: archive && { file: place.database(archive.folder), hexKey: archive.hexKey },
    now: from.now().toISOString(),
  };
  if (job.signal.aborted) return Promise.reject(new AppError({ code: 'cancelled' }));
  const worker = new Worker(workerFile, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: 1500 } });
  return new Promise<JobOutput<Name>>((resolve, reject) => {
    const cancel = () => worker.postMessage('cancel');
    job.signal.addEventListener('abort', cancel);
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') job.progress(message.progress);
      else if (message.type === 'done') resolve(message.value as JobOutput<Name>);
      else if (message.type === 'failed') reject(new AppError(message.failure));
      else reject(Object.assign(new Error('job fault'), { name: message.name, stack: message.stack }));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      job.signal.removeEventListener('abort', cancel);
      reject(new Error('the job ended without a result'));
    });
  });
}
