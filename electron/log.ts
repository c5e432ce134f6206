import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largest = 1_000_000;

/** A log that stays small and holds no personal data: only what kind of fault, and where in the program. */
export interface ShellLog {
  /** A fault, without its message: libraries quote the data they choked on. */
  fault(reference: string, error: unknown): void;
  /** Something that happened, in fixed words. */
  note(words: string): void;
}

export function openLog(file: string): ShellLog {
  return {
    fault: (reference, error) => append(file, `${reference} ${describe(error)}`),
    note: (words) => append(file, words),
  };
}

function append(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
    appendFileSync(file, `${new Date().toISOString()} ${text}\n`, { mode: 0o600 });
  } catch {
    // A full or read-only disk must not take the program down with its log.
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [`${error.name}${code}`, ...frames.slice(0, 8).map(withoutFolder)].join('\n');
}

/** Frames name files of the program; the folder it is installed in may carry the user's name. */
function withoutFolder(frame: string): string {
  return frame.endsWith(')') ? frame.replace(/ \(.*[\\/]/, ' (') : frame.replace(/at .*[\\/]/, 'at ');
}
