import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService, type Service } from '../service/service.ts';

export const passphrase = 'bench passphrase';

/** One line of the report. `ratio` is ours against the yardstick, both taken in this run. */
export interface Measurement {
  what: string;
  ours: string;
  yardstick: string;
  ratio: number | null;
}

/** Median of the times of `runs` calls, in milliseconds; `before` each of them is not counted. */
export async function median(
  runs: number,
  work: (run: number) => unknown,
  before: (run: number) => unknown = () => {},
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await before(run);
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return middle(times);
}

/** Medians of elapsed time and of the time this thread had a processor, in milliseconds: other load lengthens the first. */
export interface Taken {
  elapsed: number;
  processor: number;
}

/** As {@link median}, with the time on the processor beside it. */
export async function taken(
  runs: number,
  work: (run: number) => unknown,
  before: (run: number) => unknown = () => {},
): Promise<Taken> {
  const processor: number[] = [];
  const elapsed = await median(
    runs,
    async (run) => {
      const start = process.threadCpuUsage();
      await work(run);
      const { user, system } = process.threadCpuUsage(start);
      processor.push((user + system) / 1000);
    },
    before,
  );
  return { elapsed, processor: middle(processor) };
}

export function middle(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? Number.NaN;
}

export function milliseconds(time: number): string {
  return time < 10 ? `${time.toFixed(2)} ms` : `${Math.round(time)} ms`;
}

export function compare(what: string, ours: number, yardstick: string, theirs: number): Measurement {
  return { what, ours: milliseconds(ours), yardstick: `${yardstick}: ${milliseconds(theirs)}`, ratio: ours / theirs };
}

/** A folder that is gone when the work is done. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calls an operation; a refusal ends the bench. */
export async function demand<Value>(service: Service, name: string, input: unknown): Promise<Value> {
  const result = await service.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
  return result.value as Value;
}

/** An engine on a practice archive of this size in `folder`. */
export async function openDemo(folder: string, members: number, years: number): Promise<Service> {
  const service = createService({ now: () => new Date('2026-11-24T10:00:00') });
  await demand(service, 'archive.createDemo', {
    folder: service.grant(join(folder, `demo-${members}.zhibu`), 'write-folder'),
    person: 'bench',
    passphrase,
    members,
    years,
    seed: 1,
  });
  return service;
}
