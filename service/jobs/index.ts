import type { JobContext } from './context.ts';
import { markRosterJob, planRosterJob } from './import-roster.ts';
import { openSnapshotJob, previewSnapshotJob, sealSnapshotJob } from './snapshot.ts';

type Job<Input, Output> = (context: JobContext, input: Input) => Promise<Output>;

/** The registry of what runs in a job's thread: name → function. */
export const jobs = {
  previewSnapshot: previewSnapshotJob,
  sealSnapshot: sealSnapshotJob,
  openSnapshot: openSnapshotJob,
  planRoster: planRosterJob,
  markRoster: markRosterJob,
} satisfies Record<string, Job<never, unknown>>;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[1];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
