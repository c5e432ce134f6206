import { AppError } from '../../contract/failure.ts';
import { place } from '../archive/place.ts';
import type { JobControl, OpenArchive } from '../context.ts';
import { foreignJobs, type JobInput, type JobName, type JobOutput } from './index.ts';
import { type JobMessage, type JobOrder, keepThread, newThread, type ToWorker, takeThread } from './thread.ts';

/**
 * Runs long work in its own thread over a read-only connection, so that saving goes on meanwhile.
 *
 * @param from.longest milliseconds after which the thread is ended whatever it does: for work on a stranger's file
 * @throws AppError what the job refused with; `cancelled` when the caller cancelled
 */
export function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  from: { archive: OpenArchive | undefined; job: JobControl; now: () => Date; longest?: number },
): Promise<JobOutput<Name>> {
  const { archive, job } = from;
  const order: JobOrder = {
    name,
    input,
    archive: archive && { file: place.database(archive.folder), hexKey: archive.hexKey },
    now: from.now().toISOString(),
  };
  if (job.signal.aborted) return Promise.reject(new AppError({ code: 'cancelled' }));
  // What has read a stranger's file is not trusted with the next job.
  const isForeign = foreignJobs.has(name);
  const worker = isForeign ? newThread() : takeThread();
  const tell = (message: ToWorker) => worker.postMessage(message);
  return new Promise<JobOutput<Name>>((resolve, reject) => {
    const cancel = () => tell('cancel');
    const end = from.longest === undefined ? undefined : setTimeout(() => void worker.terminate(), from.longest);
    const release = () => {
      clearTimeout(end);
      job.signal.removeEventListener('abort', cancel);
    };
    job.signal.addEventListener('abort', cancel);
    worker.on('message', (message: JobMessage) => {
      if (message.type === 'progress') return job.progress(message.progress);
      release();
      if (isForeign) void worker.terminate();
      else keepThread(worker);
      if (message.type === 'done') resolve(message.value as JobOutput<Name>);
      else if (message.type === 'failed') reject(new AppError(message.failure));
      else reject(Object.assign(new Error('job fault'), { name: message.name, stack: message.stack }));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      release();
      reject(new Error('the job ended without a result'));
    });
    tell(order);
  });
}
