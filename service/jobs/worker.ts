import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../contract/failure.ts';
import { openForReading } from '../../db/open.ts';
import type { JobContext } from './context.ts';
import { jobs } from './index.ts';
import type { JobMessage, JobOrder } from './runner.ts';

const order = workerData as JobOrder;
const controller = new AbortController();
const post = (message: JobMessage) => parentPort?.postMessage(message);

parentPort?.on('message', () => controller.abort());

async function run(): Promise<void> {
  const connection = order.archive && openForReading(order.archive.file, order.archive.hexKey);
  const context: JobContext = {
    get db() {
      if (connection === undefined) throw new AppError({ code: 'no-archive-open' });
      return connection;
    },
    signal: controller.signal,
    progress: (progress) => post({ type: 'progress', progress }),
    now: () => new Date(order.now),
  };
  try {
    const job = jobs[order.name] as (context: JobContext, input: unknown) => Promise<unknown>;
    post({ type: 'done', value: await job(context, order.input) });
  } catch (error) {
    if (error instanceof AppError) post({ type: 'failed', failure: error.failure });
    else if (controller.signal.aborted) post({ type: 'failed', failure: { code: 'cancelled' } });
    else if (error instanceof Error) post({ type: 'fault', name: error.name, stack: error.stack ?? '' });
    else post({ type: 'fault', name: typeof error, stack: '' });
  } finally {
    connection?.close();
    parentPort?.close();
  }
}

void run();
