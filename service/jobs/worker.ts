import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { AppError } from '../../contract/failure.ts';
import { openForReading } from '../../db/open.ts';
import type { JobContext } from './context.ts';
import { jobs } from './index.ts';
import type { JobMessage, JobOrder, ToWorker } from './thread.ts';

const post = (message: JobMessage) => parentPort?.postMessage(message);
let controller = new AbortController();

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'cancel') controller.abort();
  else void run(message);
});

/** One job after the other: the next order comes when the answer to this one is out. */
async function run(order: JobOrder): Promise<void> {
  controller = new AbortController();
  const { signal } = controller;
  post(await answer(order, signal));
}

async function answer(order: JobOrder, signal: AbortSignal): Promise<JobMessage> {
  const connection = order.archive && openForReading(order.archive.file, order.archive.hexKey);
  const context: JobContext = {
    get db() {
      if (connection === undefined) throw new AppError({ code: 'no-archive-open' });
      return connection;
    },
    signal,
    progress: (progress) => post({ type: 'progress', progress }),
    demandWanted: () => {
      if (parentPort !== null && receiveMessageOnPort(parentPort)?.message === 'cancel') controller.abort();
      if (signal.aborted) throw new AppError({ code: 'cancelled' });
    },
    now: () => new Date(order.now),
  };
  try {
    const job = jobs[order.name] as (context: JobContext, input: unknown) => Promise<unknown>;
    return { type: 'done', value: await job(context, order.input) };
  } catch (error) {
    if (error instanceof AppError) return { type: 'failed', failure: error.failure };
    if (signal.aborted) return { type: 'failed', failure: { code: 'cancelled' } };
    if (error instanceof Error) return { type: 'fault', name: error.name, stack: error.stack ?? '' };
    return { type: 'fault', name: typeof error, stack: '' };
  } finally {
    connection?.close();
  }
}
