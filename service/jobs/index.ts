import type { JobContext } from './context.ts';

type Job<Input, Output> = (context: JobContext, input: Input) => Promise<Output>;

/** The registry of what runs in a job's thread: name → function, fetched when its job starts. */
export const jobs = {
  previewSnapshot: later(async () => (await import('./snapshot.ts')).previewSnapshotJob),
  sealSnapshot: later(async () => (await import('./snapshot.ts')).sealSnapshotJob),
  openSnapshot: later(async () => (await import('./snapshot.ts')).openSnapshotJob),
  writeCopy: later(async () => (await import('./copies.ts')).writeCopyJob),
  verifyCopy: later(async () => (await import('./copies.ts')).verifyCopyJob),
  placeCopy: later(async () => (await import('./copies.ts')).placeCopyJob),
  planRoster: later(async () => (await import('./import-roster.ts')).planRosterJob),
  markRoster: later(async () => (await import('./import-roster.ts')).markRosterJob),
  planQuestions: later(async () => (await import('./import-questions.ts')).planQuestionsJob),
  questionForm: later(async () => (await import('./import-questions.ts')).questionFormJob),
  countPages: later(async () => (await import('./count-pages.ts')).countPagesJob),
  exportLedgers: later(async () => (await import('./export-ledgers.ts')).exportLedgersJob),
} satisfies Record<string, Job<never, unknown>>;

/** Jobs that read what somebody else made: each has a thread of its own, ended with it. */
export const foreignJobs: ReadonlySet<JobName> = new Set([
  'openSnapshot',
  'planRoster',
  'markRoster',
  'planQuestions',
  'countPages',
]);

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[1];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;

/** What the other jobs need (workbooks, PDF) is not read in. */
function later<Input, Output>(load: () => Promise<Job<Input, Output>>): Job<Input, Output> {
  return async (context, input) => (await load())(context, input);
}
